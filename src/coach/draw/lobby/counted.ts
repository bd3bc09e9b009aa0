import type { Flow } from "../../../flow/flow.ts";
import { type Language, words } from "../../../text/text.ts";
import { capital, numberWord } from "../number-words.ts";

/**
 * "Kuusi kysymystä, noin 8 minuuttia." `questions`: how many there are, where that is known; left out, the flow's own, as long as none of them
 * depends on earlier answers.
 */
export function counted(flow: Flow, language: Language, questions = ownCount(flow)): string {
  const say = words(language);
  const { minutes } = flow;
  if (questions === undefined) return say("coach.uncounted", { minutes });
  const number = numberWord(say, questions);
  return capital(say("coach.counted", { questions: say("coach.questions", { count: questions, number }), minutes }));
}

function ownCount(flow: Flow): number | undefined {
  const questions = flow.steps.filter((step) => step.kind !== "say");
  return questions.some((step) => step.when) ? undefined : questions.length;
}

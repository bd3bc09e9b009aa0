import { type Answering, answerOf } from "./answers.ts";
import { compileFlow } from "./compile-flow.ts";
import { comparisonsOf } from "./conditions.ts";
import { answersInPlay, questionsInPlay } from "./progress.ts";
import type { Question } from "./step.ts";

/** How many questions there are: "8", and "8+" as long as an answer that is still missing may open more of them. */
export function totalSaid({ flow, answers, context }: Answering): string {
  const inPlay = questionsInPlay(flow, answers, context).map(({ id }) => id);
  const counted = answersInPlay(flow, answers, context);
  const missing = new Set(inPlay.filter((id) => answerOf(counted, id) === undefined));
  const mayGrow = compileFlow(flow).questions.some(
    ({ id, step }) => !inPlay.includes(id) && openers(step).some((opener) => missing.has(opener)),
  );
  return `${Math.max(inPlay.length, 1)}${mayGrow ? "+" : ""}`;
}

/** The steps of the same flow on whose answers it depends whether a question is asked. */
function openers(step: Question): readonly string[] {
  const from = "optionsFrom" in step ? step.optionsFrom : undefined;
  return [
    ...comparisonsOf(step).flatMap((comparison) => ("step" in comparison ? [comparison.step] : [])),
    ...(from === undefined ? [] : [from]),
  ];
}

import type { AnswerValue } from "../flow/answer-value.ts";
import { type Answering, type Answers, answerOf } from "../flow/answers.ts";
import { earlierAnswer } from "../flow/conditions.ts";
import type { FlowContext } from "../flow/context.ts";
import { fits } from "../flow/fits.ts";
import type { Flow } from "../flow/flow.ts";
import { previousQuestion, progress, questionsInPlay } from "../flow/progress.ts";
import { readReply } from "../flow/reading/read-reply.ts";
import type { Question } from "../flow/step.ts";
import { showAnswer } from "../flow/wording/show-answer.ts";
import { wordsOf } from "../flow/wording/words-of.ts";
import type { Language } from "../text/text.ts";
import { playWords } from "./play-words.ts";
import { type PlayCommand, readPlayCommand } from "./read-play-command.ts";
import { showFlow } from "./show-flow.ts";
import { showHelp, showQuestion } from "./show-question.ts";

/** What a talk is about; the same from its beginning to its end. */
export interface Subject {
  readonly flow: Flow;
  readonly context: FlowContext;
  readonly language: Language;
}

/** Where one person's talk through a flow stands. */
interface Standing {
  readonly answers: Answers;
  /** The question that one has gone back to. */
  readonly chosen?: Question;
  /** What an unclear reply could have meant, by number. */
  readonly offered?: readonly AnswerValue[];
  /** The rows of a table so far. */
  readonly rows?: readonly string[];
}

/** What is said, and where the talk stands after it. */
export interface Turn {
  readonly lines: readonly string[];
  readonly standing: Standing;
  readonly over: boolean;
}

export function beginTalk(subject: Subject): Turn {
  const { flow, language } = subject;
  const begun = beginning(subject);
  const kept = begun.steps.map((step) =>
    playWords[language].beginsWith(step.title[language], shown(step, begun.answers, subject)),
  );
  return ask([...showFlow(flow, language), ...kept, playWords[language].help], { answers: begun.answers }, subject);
}

/** Takes one typed line: a command, an answer, a row of a table, the number of what an unclear answer meant. */
export function takeLine(line: string, standing: Standing, subject: Subject): Turn {
  const step = asked(standing, subject);
  if (step === undefined) return { lines: [], standing, over: true };
  const command = readPlayCommand(line);
  if (command !== undefined) return obey(command, step, standing, subject);
  if (step.kind !== "table" || standing.offered !== undefined) return answer(step, line, standing, subject);
  const rows = standing.rows ?? [];
  if (line.trim() === "") return answer(step, rows.join("\n"), standing, subject);
  return { lines: [], standing: { ...standing, rows: [...rows, line] }, over: false };
}

function asked({ answers, chosen }: Standing, { flow, context }: Subject): Question | undefined {
  const here = progress(flow, answers, context);
  return chosen ?? (here.kind === "asking" ? here.step : undefined);
}

function ask(lines: readonly string[], standing: Standing, subject: Subject): Turn {
  const { flow, context, language } = subject;
  const { answers } = standing;
  const step = asked(standing, subject);
  if (step === undefined) return { lines: [...lines, ...ending(answers, subject)], standing, over: true };
  const say = playWords[language];
  const here = progress(flow, answers, context);
  const before = standing.chosen === undefined && here.kind === "asking" ? here.before : [];
  const words = wordsOf(step, answers, context);
  const inPlay = questionsInPlay(flow, answers, context);
  const place = `${inPlay.findIndex(({ id }) => id === step.id) + 1}/${inPlay.length}`;
  const question = [
    "",
    ...before.map(({ text }) => text[language]),
    `${words.title[language]} · ${place}${step.optional ? ` · ${say.optional}` : ""}`,
    ...showQuestion(step, words, language, answering(answers, subject)),
    ...(step.kind === "table" ? [say.rowByRow] : []),
  ];
  return { lines: [...lines, ...question], standing, over: false };
}

function ending(answers: Answers, subject: Subject): string[] {
  const { flow, context, language } = subject;
  const here = progress(flow, answers, context);
  const after = here.kind === "done" ? here.after.map(({ text }) => text[language]) : [];
  const given = questionsInPlay(flow, answers, context).map(
    (step) => `  ${step.title[language]}: ${shown(step, answers, subject)}`,
  );
  return ["", ...after, playWords[language].answers, ...given];
}

function obey(command: PlayCommand, step: Question, standing: Standing, subject: Subject): Turn {
  const { flow, context, language } = subject;
  const { answers } = standing;
  const say = playWords[language];
  const help = showHelp(wordsOf(step, answers, context), language);
  switch (command) {
    case "why":
    case "tip":
    case "example":
      return { lines: [help[command]], standing, over: false };
    case "skip":
      if (!step.optional) return { lines: [say.cannotSkip], standing, over: false };
      return record(step, { kind: "skipped" }, standing, subject);
    case "back": {
      const previous = previousQuestion(flow, answers, context, step.id);
      if (previous === undefined) return { lines: [say.atBeginning], standing, over: false };
      return ask([], { answers, chosen: previous }, subject);
    }
    case "quit":
      return { lines: ending(answers, subject), standing, over: true };
    default:
      return command satisfies never;
  }
}

function answer(step: Question, text: string, standing: Standing, subject: Subject): Turn {
  const { answers, offered, chosen } = standing;
  const picked = offered?.[Number(text.trim()) - 1];
  if (picked !== undefined) return record(step, picked, standing, subject);
  const reading = readReply(step, text, { ...answering(answers, subject), language: subject.language });
  if (reading.kind === "value") return record(step, reading.value, standing, subject);
  const asking = chosen === undefined ? { answers } : { answers, chosen };
  if (reading.kind === "refused") return { lines: [reading.reason], standing: asking, over: false };
  return {
    lines: [reading.question, ...reading.candidates.map(({ label }, at) => `  ${at + 1} ${label}`)],
    standing: { ...asking, offered: reading.candidates.map(({ value }) => value) },
    over: false,
  };
}

function record(step: Question, value: AnswerValue, standing: Standing, subject: Subject): Turn {
  const { flow, context, language } = subject;
  const here = progress(flow, standing.answers, context);
  const ends = here.kind === "asking" && here.step.id === step.id && here.sittingEnds;
  const answers = { ...standing.answers, [step.id]: value };
  const say = playWords[language];
  return ask([say.taken(shown(step, answers, subject)), ...(ends ? [say.sittingEnds] : [])], { answers }, subject);
}

/** The earlier answers that the flow begins with, as far as they fit. */
function beginning({ flow, context }: Subject): { readonly answers: Answers; readonly steps: readonly Question[] } {
  const answers: { [step: string]: AnswerValue } = {};
  const steps = flow.steps.flatMap((step) => {
    const ref = flow.beginsWith?.[step.id];
    const value = ref === undefined ? undefined : earlierAnswer(context, ref)?.value;
    if (step.kind === "say" || value === undefined || !fits(step, value, { flow, answers, context })) return [];
    answers[step.id] = value;
    return [step];
  });
  return { answers, steps };
}

function shown(step: Question, answers: Answers, subject: Subject): string {
  const value = answerOf(answers, step.id);
  if (value === undefined) return playWords[subject.language].unanswered;
  return showAnswer(step, value, subject.language, answering(answers, subject));
}

function answering(answers: Answers, { flow, context }: Subject): Answering {
  return { flow, answers, context };
}

import type { AnswerValue } from "../../../flow/answer-value.ts";
import type { Answering, Answers } from "../../../flow/answers.ts";
import { questionOf } from "../../../flow/compile-flow.ts";
import { fits } from "../../../flow/fits.ts";
import { answersInPlay, progress, questionsInPlay } from "../../../flow/progress.ts";
import type { Question, Step } from "../../../flow/step.ts";
import { totalSaid } from "../../../flow/total-said.ts";
import { type StepWords, wordsOf } from "../../../flow/wording/words-of.ts";
import type { Scene } from "../../scene.ts";

/** One question as the listener meets it. */
export interface QuestionView {
  readonly step: Question;
  readonly words: StepWords;
  /** From 1, among the questions in play. */
  readonly position: number;
  /** "8", or "8+" where there may come to be more. */
  readonly total: string;
  /** How many questions in play have an answer. */
  readonly answered: number;
  /** Told before it: only when it is the question where the conversation stands. */
  readonly before: readonly Extract<Step, { kind: "say" }>[];
  readonly first: boolean;
  /** What was answered to it, where that still is an answer to it. */
  readonly standing: AnswerValue | undefined;
}

/** The values of the scene's response, step by step. */
export function valuesIn({ response }: Pick<Scene, "response">): Answers {
  return Object.fromEntries(Object.entries(response?.answers ?? {}).map(([step, { value }]) => [step, value]));
}

export function answeringOf(scene: Scene): Answering {
  return { flow: scene.flow, answers: valuesIn(scene), context: scene.context };
}

/** Undefined when the flow has no such question (any more). */
export function questionView(scene: Scene, id: string): QuestionView | undefined {
  const { flow, context } = scene;
  const step = questionOf(flow, id);
  if (!step) return undefined;
  const answers = valuesIn(scene);
  const inPlay = questionsInPlay(flow, answers, context);
  const at = inPlay.findIndex((question) => question.id === id);
  const standing = progress(flow, answers, context);
  const before = answers[id];
  return {
    step,
    words: wordsOf(step, answers, context),
    // A question that is not in play any more stands where it would be asked.
    position: at < 0 ? 1 : at + 1,
    total: totalSaid({ flow, answers, context }),
    answered: Object.keys(answersInPlay(flow, answers, context)).length,
    before: standing.kind === "asking" && standing.step.id === id ? standing.before : [],
    first: at <= 0,
    standing: before !== undefined && fits(step, before, { flow, answers, context }) ? before : undefined,
  };
}

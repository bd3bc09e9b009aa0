import { type Answers, answerOf } from "../answers.ts";
import { earlierAnswer, scalarOf } from "../conditions.ts";
import type { FlowContext } from "../context.ts";
import type { Question } from "../step.ts";

export type StepWords = Pick<Question, "title" | "ask" | "why" | "tip" | "example">;

/** A step's words with its variant applied: the case of the answer that it depends on, or the step's own words where no case stands for that. */
export function wordsOf(step: Question, answers: Answers, context: FlowContext): StepWords {
  const { title, ask, why, tip, example, variants } = step;
  const own = { title, ask, why, tip, example };
  if (!variants) return own;
  const value = variants.of.includes("/") ? earlierAnswer(context, variants.of)?.value : answerOf(answers, variants.of);
  const key = value === undefined ? undefined : scalarOf(value);
  if (key === undefined || !Object.hasOwn(variants.cases, key)) return own;
  const { ask: asks = ask, why: says = why, tip: advises = tip, example: shows = example } = variants.cases[key] ?? {};
  return { title, ask: asks, why: says, tip: advises, example: shows };
}

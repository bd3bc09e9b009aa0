import type { AnswerValue } from "./answer-value.ts";
import type { FlowContext } from "./context.ts";
import type { Flow } from "./flow.ts";

/** Step id → what was answered, the values only. May hold answers of steps that are gone, retyped or not in play: nothing here is ever thrown away. */
export type Answers = { readonly [step: string]: AnswerValue };

/** What every question about the answers of a flow is asked of: the flow, the answers so far, what is known beside them. */
export interface Answering {
  readonly flow: Flow;
  readonly answers: Answers;
  readonly context: FlowContext;
}

/** The answer of a step, and nothing that only lives on the prototype: a step may be called "constructor", and what lives there are functions. */
export function answerOf(answers: Answers, step: string): AnswerValue | undefined {
  const value = answers[step];
  return typeof value === "object" ? value : undefined;
}

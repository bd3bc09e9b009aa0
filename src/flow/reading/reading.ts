import type { Language } from "../../text/text.ts";
import type { AnswerValue } from "../answer-value.ts";
import type { Answering } from "../answers.ts";

/** What a typed text was understood as. Sentences and labels are in the person's language. */
export type Read<T> =
  | { readonly kind: "value"; readonly value: T }
  /** It can be read in several ways, or only one but not surely: the question to ask, and what to offer (at most five). */
  | {
      readonly kind: "unclear";
      readonly question: string;
      readonly candidates: readonly { readonly value: T; readonly label: string }[];
    }
  /** Says what was understood and what is expected; at most 300 characters. */
  | { readonly kind: "refused"; readonly reason: string };

export type Reading = Read<AnswerValue>;

/** What reading needs to know beside the text. */
export interface Reader extends Answering {
  /** The person's language: sentences are in it. Replies are read in both. */
  readonly language: Language;
}

/** How many candidates a question offers; more would not fit under a message (LIMITS.actionsPerCard). */
export const MOST_CANDIDATES = 5;

export function taken<T>(value: T): Read<T> {
  return { kind: "value", value };
}

export function refused<T>(reason: string): Read<T> {
  return { kind: "refused", reason };
}

/** The question as a form says it, where nothing can be tapped: what could be meant is told, unless the question names it. */
export function withLabels({ question, candidates }: Extract<Read<unknown>, { kind: "unclear" }>): string {
  return candidates.length < 2 ? question : `${question} ${candidates.map(({ label }) => label).join(" / ")}`;
}

/** The same reading with each of its values made into another. */
export function eachValue<T, U>(read: Read<T>, make: (value: T) => U): Read<U> {
  switch (read.kind) {
    case "value":
      return { kind: "value", value: make(read.value) };
    case "unclear":
      return {
        kind: "unclear",
        question: read.question,
        candidates: read.candidates.map(({ value, label }) => ({ value: make(value), label })),
      };
    case "refused":
      return read;
    default:
      return read satisfies never;
  }
}

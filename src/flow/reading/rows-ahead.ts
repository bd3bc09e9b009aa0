import type { AnswerValue } from "../answer-value.ts";
import { questionsInPlay } from "../progress.ts";
import type { Question, QuestionOf } from "../step.ts";
import { readRowsAhead } from "./read-table.ts";
import type { Reader } from "./reading.ts";

/**
 * A question takes any words, and what was typed is rows of a table that is asked later: somebody was a step ahead. The table with all its rows, those
 * that stood there before among them. Undefined where the text is an answer to the question, as nearly always.
 */
export function rowsAhead(
  asked: Question,
  text: string,
  reader: Reader,
): { readonly step: QuestionOf<"table">; readonly value: Extract<AnswerValue, { kind: "table" }> } | undefined {
  if (asked.kind !== "text") return undefined;
  const inPlay = questionsInPlay(reader.flow, reader.answers, reader.context);
  for (const step of inPlay.slice(inPlay.findIndex(({ id }) => id === asked.id) + 1)) {
    const value = step.kind === "table" ? readRowsAhead(step, text, reader) : undefined;
    if (step.kind === "table" && value) return { step, value };
  }
  return undefined;
}

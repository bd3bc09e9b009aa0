import type { FormValues } from "../../message/form.ts";
import type { AnswerValue, CellValue, Row } from "../answer-value.ts";
import type { Question, QuestionOf } from "../step.ts";
import { tableAsked } from "../table-asked.ts";
import { disagreements } from "./agreeing.ts";
import { readReply } from "./read-reply.ts";
import { cellsOf, readCell } from "./read-table.ts";
import { type Read, type Reader, withLabels } from "./reading.ts";

/** What a form came back with: everything read, or a sentence for each field that has a mistake. */
export type Submitted<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly mistakes: { readonly [field: string]: string } };

/** Reads the form of one row of a table: its fields are called by the columns' ids. Empty optional cells are left out. `others` stand in it already. */
export function readValues(
  step: QuestionOf<"table">,
  values: FormValues,
  reader: Reader,
  others: readonly Row[] = [],
): Submitted<{ [column: string]: CellValue }> {
  const cells: { [column: string]: CellValue } = {};
  const mistakes: { [field: string]: string } = {};
  for (const column of tableAsked(step, reader).columns) {
    const read = readCell(column, submittedText(values, column.id), reader);
    if (read?.kind === "value") cells[column.id] = read.value;
    else if (read) mistakes[column.id] = sentenceOf(read);
  }
  for (const { column, reason } of disagreements(step, [cells], reader, cellsOf(others)))
    mistakes[column.id] ??= reason;
  return Object.keys(mistakes).length === 0 ? { ok: true, value: cells } : { ok: false, mistakes };
}

/** Reads the form of a question that is one field, called by the step's id. */
export function readValue(step: Question, values: FormValues, reader: Reader): Submitted<AnswerValue> {
  const read = readReply(step, submittedText(values, step.id), reader);
  return read.kind === "value"
    ? { ok: true, value: read.value }
    : { ok: false, mistakes: { [step.id]: sentenceOf(read) } };
}

function submittedText(values: FormValues, field: string): string {
  const value = Object.hasOwn(values, field) ? values[field] : undefined;
  if (value === undefined) return "";
  return typeof value === "string" ? value : value.join(";");
}

function sentenceOf(read: Exclude<Read<unknown>, { kind: "value" }>): string {
  return read.kind === "refused" ? read.reason : withLabels(read);
}

import type { Answering } from "../../../flow/answers.ts";
import type { Column, Question } from "../../../flow/step.ts";
import type { Language } from "../../../text/text.ts";

/** The kinds that are asked by a field of a form: every column, and the questions of one short value. */
export type Fielded =
  | Column
  | Extract<Question, { kind: "choices" | "rank" } | { kind: Exclude<Column["kind"], "text"> }>;

export interface FieldSource {
  /** A column's own name; left out, what the kind of answer is called. */
  readonly label?: string;
  /** What stands in the field: as a person would type it, for picks the id, several with semicolons between. */
  readonly value?: string;
  readonly answering: Answering;
  readonly language: Language;
}

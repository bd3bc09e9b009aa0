import type { CellValue } from "../answer-value.ts";
import type { Column, Question } from "../step.ts";
import { readChoice } from "./choices/read-choice.ts";
import { readAmount } from "./read-amount.ts";
import { readDateField, readQuarterField } from "./read-day.ts";
import { readCustomers, readPeople } from "./read-names.ts";
import { readText, tooLong } from "./read-text.ts";
import { type Read, type Reader, refused } from "./reading.ts";

/** A question or a column that holds one value of a single field. */
export type SingleField = Extract<Question | Column, { kind: CellValue["kind"] }>;

/** How many characters are looked at, beside texts and lists. */
const LONGEST = 300;
const LONGEST_LIST = 3000;

/** Reads what was typed into one field, or picked in a form (an option's or a person's id). */
export function readField(field: SingleField, text: string, reader: Reader): Read<CellValue> {
  if (field.kind === "text") return readText(field, text, reader);
  const max = "many" in field && field.many ? LONGEST_LIST : LONGEST;
  if (text.length > max) return refused(tooLong(text.length, max, reader));
  switch (field.kind) {
    case "number":
    case "money":
    case "percent":
      return readAmount(field, text, reader);
    case "date":
      return readDateField(field, text, reader);
    case "quarter":
      return readQuarterField(field, text, reader);
    case "choice":
      return readChoice(field, text, reader);
    case "person":
      return readPeople(field, text, reader);
    case "customer":
      return readCustomers(field, text, reader);
    default:
      return field satisfies never;
  }
}

import { words } from "../../text/text.ts";
import type { CellValue } from "../answer-value.ts";
import type { Column, QuestionOf } from "../step.ts";
import { formatNumber } from "../wording/format.ts";
import { expected } from "./expected.ts";
import { type Read, type Reader, refused, taken } from "./reading.ts";

const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Text as it was written, without the space around it. Half a surrogate pair, which no store keeps, becomes U+FFFD. */
export function readText(
  field: QuestionOf<"text"> | Extract<Column, { kind: "text" }>,
  text: string,
  reader: Reader,
): Read<CellValue> {
  const say = words(reader.language);
  const literal = text.trim();
  if (literal.length > field.maxLength) return refused(tooLong(literal.length, field.maxLength, reader));
  if (!VISIBLE.test(literal)) return refused(say("reading.empty", { expected: expected(field, reader) }));
  if (literal.length < field.minLength) return refused(say("reading.tooShort", { count: field.minLength }));
  return taken({ kind: "text", text: wellFormed(literal) });
}

/** Only what has surrogates at all is looked at closer. */
export function wellFormed(text: string): string {
  return /[\ud800-\udfff]/.test(text) ? text.replace(/\p{Surrogate}/gu, "\uFFFD") : text;
}

export function tooLong(length: number, max: number, { language }: Pick<Reader, "language">): string {
  return words(language)("reading.tooLong", {
    length: formatNumber(length, language),
    max: formatNumber(max, language),
  });
}

import type { Row } from "../../../flow/answer-value.ts";
import type { Answering } from "../../../flow/answers.ts";
import type { QuestionOf } from "../../../flow/step.ts";
import { showRow } from "../../../flow/wording/show-answer.ts";
import { type Language, words } from "../../../text/text.ts";
import { shorten } from "../shorten.ts";

/** Of a row that is told in one line. */
const ROW_LENGTH = 40;

/** A row as it is called, by its first filled cell, and what else stands in it. */
export function nameOfRow(
  step: QuestionOf<"table">,
  { row, nth }: { readonly row: Row; readonly nth: number },
  language: Language,
  answering: Answering,
): { readonly name: string; readonly rest: string } {
  const [first, ...rest] = showRow(step, row, language, answering).filter((cell) => cell !== "");
  return {
    name: shorten(first ?? words(language)("coach.ask.rowTitle", { row: nth + 1 }), ROW_LENGTH),
    rest: rest.join(" · "),
  };
}

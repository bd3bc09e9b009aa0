import type { Row } from "../../../flow/answer-value.ts";
import type { Answering } from "../../../flow/answers.ts";
import type { QuestionOf } from "../../../flow/step.ts";
import { tableAsked } from "../../../flow/table-asked.ts";
import { showRow } from "../../../flow/wording/show-answer.ts";
import { type Language, words } from "../../../text/text.ts";
import { shorten } from "../shorten.ts";

/** Of a row that is told in one line. */
const ROW_LENGTH = 40;

/** A row as it is called, by its first filled cell, and what else stands in it, each cell after its column's name. */
export function nameOfRow(
  step: QuestionOf<"table">,
  { row, nth }: { readonly row: Row; readonly nth: number },
  language: Language,
  answering: Answering,
): { readonly name: string; readonly rest: string } {
  const labels = tableAsked(step, answering).columns.map(({ label }) => label[language]);
  const filled = showRow(step, row, language, answering).flatMap((cell, at) =>
    cell === "" ? [] : [{ cell, told: `${labels[at] ?? ""}: ${cell}` }],
  );
  const [first, ...rest] = filled;
  return {
    name: shorten(first?.cell ?? words(language)("coach.ask.rowTitle", { row: nth + 1 }), ROW_LENGTH),
    rest: rest.map(({ told }) => told).join(" · "),
  };
}

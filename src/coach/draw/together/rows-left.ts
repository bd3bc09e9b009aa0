import type { AnswerValue } from "../../../flow/answer-value.ts";
import { optionsOf } from "../../../flow/options.ts";
import type { QuestionOf } from "../../../flow/step.ts";
import { type Language, words } from "../../../text/text.ts";
import type { Scene } from "../../scene.ts";
import { answeringOf } from "../asking/question-view.ts";
import { shorten } from "../shorten.ts";

const LONGEST_NAME = 60;

/** In a table whose rows are about what was answered before, what has no row: "Ilman vuosineljännestä: …". */
export function rowsLeft(
  { columns }: QuestionOf<"table">,
  value: AnswerValue,
  scene: Scene,
  language: Language,
): { readonly label: string; readonly names: string } | undefined {
  const [first] = columns;
  if (value.kind !== "table" || first?.kind !== "choice" || first.optionsFrom === undefined) return undefined;
  const { flow, answers, context } = answeringOf(scene);
  const chosen = new Set(
    value.rows.map(({ cells }) => cells[first.id]).map((cell) => cell?.kind === "choice" && cell.option),
  );
  const left = optionsOf(first, flow, answers, context).filter(({ id }) => !chosen.has(id));
  if (left.length === 0) return undefined;
  const timed = columns.some(({ kind }) => kind === "quarter");
  return {
    label: words(language)(timed ? "round.withoutQuarter" : "round.withoutRow"),
    names: left.map(({ label }) => shorten(label[language], LONGEST_NAME)).join(", "),
  };
}

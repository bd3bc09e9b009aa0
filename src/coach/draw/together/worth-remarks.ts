import type { Row } from "../../../flow/answer-value.ts";
import type { QuestionOf } from "../../../flow/step.ts";
import { showRow } from "../../../flow/wording/show-answer.ts";
import { type Language, words } from "../../../text/text.ts";
import type { Scene } from "../../scene.ts";
import { answeringOf } from "../asking/question-view.ts";
import { shorten } from "../shorten.ts";

const LONGEST_NAME = 60;

/** Of rows about what customers are worth: who does not buy yet and brings something all the same. One of them may be a slip. */
export function worthRemarks(
  step: QuestionOf<"table">,
  rows: readonly Row[],
  scene: Scene,
  language: Language,
): readonly string[] {
  const at = step.columns.findIndex(({ id }) => id === "present");
  return rows.flatMap((row) => {
    const { buys, present } = row.cells;
    const brings =
      present?.kind === "money" ? present.cents > 0 : present?.kind === "choice" && present.option === "high";
    if (buys?.kind !== "choice" || buys.option !== "no" || !brings) return [];
    const cells = showRow(step, row, language, answeringOf(scene));
    return [
      words(language)("round.rowBuysNot", { name: shorten(cells[0] ?? "", LONGEST_NAME), value: cells[at] ?? "" }),
    ];
  });
}

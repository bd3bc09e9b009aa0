import { levelLabel } from "../../../assessment/assessed-step.ts";
import type { AnswerValue } from "../../../flow/answer-value.ts";
import { optionsOf } from "../../../flow/options.ts";
import type { Question, QuestionOf } from "../../../flow/step.ts";
import { type Language, words } from "../../../text/text.ts";
import type { Scene } from "../../scene.ts";
import { answeringOf } from "../asking/question-view.ts";
import { rowsLeft } from "./rows-left.ts";
import { levelAgreed, standingLevel } from "./standing-level.ts";
import { worthRemarks } from "./worth-remarks.ts";

/** What is worth a second look in an answer before it is recorded; all of it may be meant. */
export function takenRemarks(step: Question, value: AnswerValue, scene: Scene, language: Language): readonly string[] {
  if (step.kind === "level") return notHigher(step, value, scene, language);
  if (step.kind !== "table" || value.kind !== "table") return [];
  const left = rowsLeft(step, value, scene, language);
  const rows = [...rowsNotHigher(step, value, scene, language), ...worthRemarks(step, value.rows, scene, language)];
  return [...rows, ...(left ? [`${left.label}${left.names}.`] : [])];
}

/** A target that is where the team stands already, or below it. The top is worth keeping as it is. */
function notHigher(step: QuestionOf<"level">, value: AnswerValue, scene: Scene, language: Language): readonly string[] {
  const stands = standingLevel(step, scene);
  if (value.kind !== "level" || stands === undefined || value.level > stands) return [];
  if (value.level === step.levels.length) return [];
  const level = levelLabel(scene.flow, step, stands, language);
  return [words(language)(value.level === stands ? "round.targetStands" : "round.targetLower", { level })];
}

/** Rows that name a dimension and a level which the team has reached there already. */
function rowsNotHigher(
  step: QuestionOf<"table">,
  value: Extract<AnswerValue, { kind: "table" }>,
  scene: Scene,
  language: Language,
): readonly string[] {
  const column = step.columns.find(({ id }) => id === "dimension");
  if (!column) return [];
  const { flow, answers, context } = answeringOf(scene);
  const options = optionsOf(column, flow, answers, context);
  const remarks = value.rows.flatMap(({ cells: { dimension, level } }) => {
    if (dimension?.kind !== "choice" || level?.kind !== "choice") return [];
    const to = Number(/^level-(\d)$/.exec(level.option)?.[1]);
    const stands = levelAgreed(dimension.option, scene);
    if (stands === undefined || !(to <= stands)) return [];
    const title = options.find(({ id }) => id === dimension.option)?.label[language] ?? "";
    return [words(language)("round.rowReached", { title, level: to, stands })];
  });
  return [...new Set(remarks)];
}

import { type Language, words } from "../../text/text.ts";
import type { AnswerValue, CellValue, Row } from "../answer-value.ts";
import type { Answering } from "../answers.ts";
import type { Flow } from "../flow.ts";
import { optionsOf } from "../options.ts";
import type { Column, Question, QuestionOf } from "../step.ts";
import { tableAsked } from "../table-asked.ts";
import { showCell } from "./show-cell.ts";

/**
 * An answer in words, as a person would read it and could have typed it: "12 500,50 €", "24.12.2026", "2, Suunnattu", options' labels in order,
 * "3/7" on a spectrum. A table is told by its first column. An option that is gone shows its id.
 */
export function showAnswer(step: Question, value: AnswerValue, language: Language, answering: Answering): string {
  const say = words(language);
  switch (value.kind) {
    case "cannot-say":
      return say("reading.cannotSay");
    case "skipped":
      return say("reading.skipped");
    case "level": {
      const name = step.kind === "level" ? levelName(answering.flow, step, value.level, language) : undefined;
      return name ? `${value.level}, ${name}` : `${value.level}`;
    }
    case "spectrum":
      return step.kind === "spectrum" ? `${value.position}/${step.positions}` : `${value.position}`;
    case "choices":
    case "rank": {
      const labels = value.options.map((id) => optionLabel(step, id, language, answering));
      const marked = value.kind === "rank" ? labels.map((label, index) => `${index + 1}. ${label}`) : labels;
      return marked.length === 0 ? say("reading.nothing") : marked.join(", ");
    }
    case "table": {
      if (value.rows.length === 0) return say("reading.nothing");
      if (step.kind !== "table") return `${value.rows.length}`;
      const firsts = value.rows.map((row) => showRow(step, row, language, answering).find((cell) => cell !== "") ?? "");
      return firsts.join(", ");
    }
    default:
      return showField(step, value, language, answering);
  }
}

/** One row of a table as text, a cell for each column in order; "" for an empty one. */
export function showRow(step: QuestionOf<"table">, row: Row, language: Language, answering: Answering): string[] {
  return tableAsked(step, answering).columns.map((column) => {
    const cell = Object.hasOwn(row.cells, column.id) ? row.cells[column.id] : undefined;
    return cell ? showField(column, cell, language, answering) : "";
  });
}

/** The name of a level on the step's scale. */
export function levelName(
  flow: Flow,
  step: QuestionOf<"level">,
  level: number,
  language: Language,
): string | undefined {
  return Object.hasOwn(flow.scales, step.scale) ? flow.scales[step.scale]?.[level - 1]?.[language] : undefined;
}

function showField(field: Question | Column, value: CellValue, language: Language, answering: Answering): string {
  const { flow, answers, context } = answering;
  return showCell(
    field,
    value,
    language,
    context,
    (id) => optionsOf(field, flow, answers, context).find((option) => option.id === id)?.label,
  );
}

function optionLabel(step: Question | Column, id: string, language: Language, answering: Answering): string {
  const options = optionsOf(step, answering.flow, answering.answers, answering.context);
  return options.find((option) => option.id === id)?.label[language] ?? id;
}

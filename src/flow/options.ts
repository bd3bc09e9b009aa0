import type { Language } from "../text/text.ts";
import type { AnswerValue, Row } from "./answer-value.ts";
import { type Answers, answerOf } from "./answers.ts";
import { compileFlow } from "./compile-flow.ts";
import { earlierAnswer } from "./conditions.ts";
import type { DrawnOption, FlowContext } from "./context.ts";
import type { Flow } from "./flow.ts";
import { nameOf, showCell } from "./show-cell.ts";
import type { Column, Question } from "./step.ts";

const NONE: readonly DrawnOption[] = [];

/**
 * What can be chosen at a choice, choices or rank step, or in a choice column: its own options, or those that an earlier answer makes
 * choosable. Empty for other kinds, and while the earlier answer is missing.
 */
export function optionsOf(
  step: Question | Column,
  flow: Flow,
  answers: Answers,
  context: FlowContext,
): readonly DrawnOption[] {
  if (step.kind !== "choice" && step.kind !== "choices" && step.kind !== "rank") return NONE;
  if (step.options) return step.options;
  const from = step.optionsFrom;
  if (from === undefined) return NONE;
  if (from.includes("/")) return earlierAnswer(context, from)?.options ?? NONE;
  const source = compileFlow(flow).byId.get(from);
  const value = answerOf(answers, from);
  // Looks back only (checked at load); a step that draws from itself would never end.
  return source && value && source !== step ? optionsMadeBy(source, value, flow, answers, context) : NONE;
}

/** What an answer makes choosable later: its options, people, customers, rows (by their first cell) or lines of text. */
export function optionsMadeBy(
  step: Question,
  value: AnswerValue,
  flow: Flow,
  answers: Answers,
  context: FlowContext,
): readonly DrawnOption[] {
  switch (value.kind) {
    case "choice":
    case "choices":
    case "rank": {
      const chosen = value.kind === "choice" ? [value.option] : value.options;
      const options = optionsOf(step, flow, answers, context);
      return chosen.flatMap((id) => options.find((option) => option.id === id) ?? []);
    }
    case "table":
      if (step.kind !== "table") return NONE;
      return value.rows.map((row) => ({ id: row.id, label: rowLabel(step.columns, row, flow, answers, context) }));
    case "text":
      return linesOf(value.text).map((line) => ({ id: line, label: { fi: line, en: line } }));
    case "person":
      return value.people.map((id) => ({ id, label: same(nameOf(context.people, id)) }));
    case "customer":
      return value.customers.map(({ id, name }) => ({ id: id ?? name, label: same(name) }));
    default:
      return NONE;
  }
}

/** Ids of drawn options are at most 200 characters, like all ids. */
function linesOf(text: string): readonly string[] {
  const lines = text.split("\n").map((line) => line.trim().slice(0, 200));
  return [...new Set(lines.filter((line) => line !== ""))];
}

function same(text: string): DrawnOption["label"] {
  return { fi: text, en: text };
}

/** A row goes by its first filled cell. */
function rowLabel(
  columns: readonly Column[],
  row: Row,
  flow: Flow,
  answers: Answers,
  context: FlowContext,
): DrawnOption["label"] {
  for (const column of columns) {
    const cell = Object.hasOwn(row.cells, column.id) ? row.cells[column.id] : undefined;
    if (!cell) continue;
    const labelOf = (id: string) => optionsOf(column, flow, answers, context).find((option) => option.id === id)?.label;
    const shown = (language: Language) => showCell(column, cell, language, context, labelOf);
    return { fi: shown("fi"), en: shown("en") };
  }
  return same(row.id);
}

import type { Language } from "../text/text.ts";
import type { AnswerValue, Row } from "./answer-value.ts";
import { type Answering, type Answers, answerOf } from "./answers.ts";
import { compileFlow } from "./compile-flow.ts";
import { earlierAnswer } from "./conditions.ts";
import type { DrawnOption, FlowContext } from "./context.ts";
import type { Flow } from "./flow.ts";
import type { Column, Question } from "./step.ts";
import { nameOf, showCell } from "./wording/show-cell.ts";

const NONE: readonly DrawnOption[] = [];
const NO_IDS: readonly string[] = [];

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
  const written = writtenOptions(step, context);
  if (written) return written;
  const drawn = drawnFrom(step, flow, answers);
  return drawn ? optionsMadeBy(drawn.source, drawn.value, flow, answers, context) : NONE;
}

/** Whether all of those can be chosen: asked at every turn, so without the work of the labels. */
export function canChoose(step: Question | Column, chosen: readonly string[], answering: Answering): boolean {
  const written = writtenOptions(step, answering.context);
  if (written) return chosen.every((id) => written.some((option) => option.id === id));
  const ids = drawnIds(step, answering);
  return chosen.every((id) => ids.includes(id));
}

/** How many there are to choose from. */
export function optionCount(step: Question | Column, answering: Answering): number {
  return (writtenOptions(step, answering.context) ?? drawnIds(step, answering)).length;
}

function drawnIds(step: Question | Column, answering: Answering): readonly string[] {
  const drawn = drawnFrom(step, answering.flow, answering.answers);
  return drawn ? idsMadeBy(drawn.source, drawn.value, answering) : NO_IDS;
}

/** What an answer makes choosable later: its options, people, customers, rows (by their first cell) or lines of text. */
export function optionsMadeBy(
  step: Question,
  value: AnswerValue,
  flow: Flow,
  answers: Answers,
  context: FlowContext,
): readonly DrawnOption[] {
  const answering = { flow, answers, context };
  const ids = idsMadeBy(step, value, answering);
  if (value.kind === "choice" || value.kind === "choices" || value.kind === "rank") {
    const options = optionsOf(step, flow, answers, context);
    return ids.flatMap((id) => options.find((option) => option.id === id) ?? []);
  }
  return ids.map((id, index) => ({ id, label: labelMadeBy(step, value, index, answering) ?? same(id) }));
}

/** Options that stand in the step, or came with the agreed answers of another flow; undefined where this flow's answers make them. */
function writtenOptions(step: Question | Column, context: FlowContext): readonly DrawnOption[] | undefined {
  if (step.kind !== "choice" && step.kind !== "choices" && step.kind !== "rank") return NONE;
  if (step.options) return step.options;
  const from = step.optionsFrom;
  if (from === undefined) return NONE;
  return from.includes("/") ? (earlierAnswer(context, from)?.options ?? NONE) : undefined;
}

function drawnFrom(
  step: Question | Column,
  flow: Flow,
  answers: Answers,
): { readonly source: Question; readonly value: AnswerValue } | undefined {
  const from = "optionsFrom" in step ? step.optionsFrom : undefined;
  if (from === undefined) return undefined;
  const source = compileFlow(flow).byId.get(from);
  const value = answerOf(answers, from);
  // Looks back only (checked at load); a step that draws from itself would never end.
  return source && value && source !== step ? { source, value } : undefined;
}

function idsMadeBy(step: Question, value: AnswerValue, answering: Answering): readonly string[] {
  switch (value.kind) {
    case "choice":
      return canChoose(step, [value.option], answering) ? [value.option] : NO_IDS;
    case "choices":
    case "rank":
      return value.options.filter((id) => canChoose(step, [id], answering));
    case "table":
      return step.kind === "table" ? value.rows.map((row) => row.id) : NO_IDS;
    case "text":
      return linesOf(value.text);
    case "person":
      return value.people;
    case "customer":
      return value.customers.map(({ id, name }) => id ?? name);
    default:
      return NO_IDS;
  }
}

function labelMadeBy(
  step: Question,
  value: AnswerValue,
  index: number,
  answering: Answering,
): DrawnOption["label"] | undefined {
  if (value.kind === "person") return same(nameOf(answering.context.people, value.people[index] ?? ""));
  if (value.kind === "customer") return same(value.customers[index]?.name ?? "");
  const row = value.kind === "table" ? value.rows[index] : undefined;
  return row && step.kind === "table" ? rowLabel(step.columns, row, answering) : undefined;
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
  { flow, answers, context }: Answering,
): DrawnOption["label"] | undefined {
  for (const column of columns) {
    const cell = Object.hasOwn(row.cells, column.id) ? row.cells[column.id] : undefined;
    if (!cell) continue;
    const labelOf = (id: string) => optionsOf(column, flow, answers, context).find((option) => option.id === id)?.label;
    const shown = (language: Language) => showCell(column, cell, language, context, labelOf);
    return { fi: shown("fi"), en: shown("en") };
  }
  return undefined;
}

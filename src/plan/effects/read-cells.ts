import type { AnswerValue, CellValue, Row } from "../../flow/answer-value.ts";
import type { Round } from "../../rounds/round.ts";
import { type Due, LONGEST } from "../action.ts";

type Cells = { readonly [column: string]: CellValue };

/** The agreed rows of a table step; none where it was not answered. */
export function agreedRows(round: Round, step: string): readonly Row[] {
  const value: AnswerValue | undefined = round.agreed[step]?.value;
  return value?.kind === "table" ? value.rows : [];
}

export function textIn(cells: Cells, column: string, longest: number = LONGEST.text): string {
  const cell = cells[column];
  return cell?.kind === "text" ? cell.text.slice(0, longest) : "";
}

export function optionIn(cells: Cells, column: string): string | null {
  const cell = cells[column];
  return cell?.kind === "choice" ? cell.option : null;
}

export function peopleIn(cells: Cells, column: string): readonly string[] {
  const cell = cells[column];
  return cell?.kind === "person" ? cell.people : [];
}

/** A day or a quarter. */
export function dueIn(cells: Cells, column: string): Due | null {
  const cell = cells[column];
  if (cell?.kind === "date") return { kind: "day", on: cell.date };
  if (cell?.kind === "quarter") return { kind: "quarter", year: cell.year, quarter: cell.quarter };
  return null;
}

/** "level-3" → 3. */
export function levelIn(cells: Cells, column: string): number | null {
  const [, level] = /^level-([1-5])$/u.exec(optionIn(cells, column) ?? "") ?? [];
  return level === undefined ? null : Number(level);
}

import type { ReadNumber } from "./column-numbers.ts";
import type { Draft, PlainProblem, Problem } from "./draft.ts";
import type { Column, Field } from "./fields.ts";
import type { Reading } from "./read-rows.ts";
import type { Cell } from "./read-table.ts";

/** A cell with the column in which it stands, and what it says as a number. */
export interface Given {
  readonly column: Column;
  readonly cell: Cell;
  readonly number: () => ReadNumber;
}

type Content = { -readonly [field in keyof Draft["content"]]: Draft["content"][field] };

/** What is gathered from the cells of one row. */
export interface Gathering {
  readonly content: Partial<Content>;
  readonly persons: { [field in "name" | "role" | "phone" | "email"]?: string }[];
  readonly scores: { [criterion: string]: number };
  contactsPerYear: number | null;
  wishDays: number | null;
  worstDays: number | null;
  toldLast: string | null;
  toldNext: string | null;
  readonly problems: Problem[];
}

/** Puts what a cell says into the row, or tells what is wrong with it. */
export type Take = (row: Gathering, text: string, given: Given, reading: Reading) => void;

const LONGEST_SHOWN = 60;

export function tell(row: Gathering, kind: PlainProblem, field: Field | "score", text: string): void {
  row.problems.push({ kind, field, value: shown(text) });
}

export function shown(text: string): string {
  return text.slice(0, LONGEST_SHOWN);
}

/** The cell's number; undefined, and told, where there is none. */
export function numberIn(row: Gathering, field: Field | "score", text: string, { number }: Given): number | undefined {
  const read = number();
  if (read.kind === "number" && Math.abs(read.number) <= 1e12) return read.number;
  if (read.kind === "two-ways")
    row.problems.push({ kind: "two-ways", field, value: shown(text), numbers: read.numbers });
  else tell(row, "not-a-number", field, text);
  return undefined;
}

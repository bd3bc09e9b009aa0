import type { Language } from "../../text/text.ts";
import type { Criterion, Rules } from "../customer-rules.ts";
import { tellingWords } from "../search/name-key.ts";
import { numbersOf } from "./column-numbers.ts";
import type { DraftRow } from "./draft.ts";
import { type Column, columnOf, type Field, isToldOnly } from "./fields.ts";
import { readRow } from "./read-row.ts";
import type { Cell, TableRow } from "./read-table.ts";

/** What reading a file needs to know of the company. */
export interface Reading {
  readonly language: Language;
  /** The company's date. */
  readonly today: string;
  readonly rules: Pick<Rules, "scale"> & { readonly criteria: readonly Pick<Criterion, "id" | "name">[] };
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

/** A column as it was understood, with its place and what it is called in the file. */
export interface Matched {
  readonly at: number;
  readonly heading: string;
  readonly column: Column;
}

export type ReadRows =
  | {
      readonly kind: "rows";
      readonly columns: readonly Matched[];
      /** Headings of columns that were not understood, and of those whose meaning another column has already. */
      readonly ignored: readonly string[];
      readonly doubled: readonly string[];
      readonly rows: readonly DraftRow[];
    }
  /** No column holds names: these are the headings that there are. */
  | { readonly kind: "no-names"; readonly headings: readonly string[] };

/** Above the headings a file may have a title and empty lines. */
const FURTHEST_HEADINGS = 10;

/** Reads a table whose columns are matched by name, in Finnish and English. A single column without a heading is a list of names. */
export function readRows(rows: readonly TableRow[], reading: Reading): ReadRows {
  const { criteria } = reading.rules;
  const at = rows.slice(0, FURTHEST_HEADINGS).findIndex(({ cells }) => namesColumn(cells, criteria));
  const heading = rows[at];
  if (heading === undefined) return namesAlone(rows, reading);
  const headings = heading.cells.map(String);
  const columns: Matched[] = [];
  const doubled: string[] = [];
  const ignored: string[] = [];
  for (const [nth, name] of headings.entries()) {
    const column = columnOf(name, criteria);
    if (!column) {
      if (name !== "" && !isToldOnly(name)) ignored.push(name);
    } else if (columns.some((one) => sameColumn(one.column, column))) doubled.push(name);
    else columns.push({ at: nth, heading: name, column });
  }
  return { kind: "rows", columns, ignored, doubled, rows: readAll(rows.slice(at + 1), columns, reading) };
}

function namesColumn(cells: readonly Cell[], criteria: readonly Pick<Criterion, "id" | "name">[]): boolean {
  return cells.some((cell) => isField(columnOf(String(cell), criteria), "name"));
}

function isField(column: Column | undefined, field: Field): boolean {
  return column?.kind === "field" && column.field === field;
}

function sameColumn(one: Column, other: Column): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function namesAlone(rows: readonly TableRow[], reading: Reading): ReadRows {
  const isList = rows.every(({ cells }) => cells.filter((cell) => cell !== "").length <= 1);
  const named = rows.filter(({ cells }) => cells.some((cell) => tellingWords(String(cell)).length > 0));
  if (!isList || named.length === 0) return { kind: "no-names", headings: (rows[0]?.cells ?? []).map(String) };
  const columns: readonly Matched[] = [{ at: 0, heading: "", column: { kind: "field", field: "name", nth: 0 } }];
  const firsts = named.map(({ number, cells }) => ({ number, cells: cells.filter((cell) => cell !== "") }));
  return { kind: "rows", columns, ignored: [], doubled: [], rows: readAll(firsts, columns, reading) };
}

function readAll(rows: readonly TableRow[], columns: readonly Matched[], reading: Reading): readonly DraftRow[] {
  const readers = new Map(columns.map(({ at }) => [at, numbersOf(rows.map(({ cells }) => cells[at] ?? ""))]));
  return rows.map(({ number, cells }) =>
    readRow(
      number,
      columns.flatMap(({ at, column }) => {
        const cell = cells[at] ?? "";
        const read = readers.get(at);
        return cell === "" || read === undefined ? [] : [{ column, cell, number: () => read(cell) }];
      }),
      reading,
    ),
  );
}

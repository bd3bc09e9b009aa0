import { unzipSync } from "fflate";
import Papa from "papaparse";
import { InvalidInputError, InvalidSpreadsheetError, readSheet } from "read-excel-file/universal";
import { decodeText } from "./decode-text.ts";

/** A cell as a file holds it: numbers of a spreadsheet are numbers, its dates are ISO dates. */
export type Cell = string | number;

export interface TableRow {
  /** As the file counts it, from 1. */
  readonly number: number;
  readonly cells: readonly Cell[];
}

export type ReadTable =
  | { readonly kind: "table"; readonly rows: readonly TableRow[] }
  /** "old-excel": an .xls file, to be saved as .xlsx or CSV. */
  | {
      readonly kind: "refused";
      readonly why: "empty" | "not-a-table" | "old-excel" | "too-large" | "too-many-rows" | "broken";
    };

export const MOST_ROWS = 50_000;
const MOST_BYTES = 20_000_000;
/** A small file may unfold to a very large one. */
const MOST_UNZIPPED_BYTES = 200_000_000;
const MOST_COLUMNS = 200;
const LONGEST_CELL = 2000;
const SEPARATORS = [";", ",", "\t", "|"];

/** Reads a file as a table, by what is in it and not by its name: CSV in any of the usual separators and encodings, or the first sheet of an .xlsx. */
export async function readTable(bytes: Uint8Array): Promise<ReadTable> {
  if (bytes.length > MOST_BYTES) return { kind: "refused", why: "too-large" };
  if (bytes.length === 0) return { kind: "refused", why: "empty" };
  if (begins(bytes, [0x50, 0x4b, 0x03, 0x04])) return readWorkbook(bytes);
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { kind: "refused", why: "old-excel" };
  const text = decodeText(bytes);
  return text === undefined ? { kind: "refused", why: "not-a-table" } : readText(text);
}

/** Reads what was pasted, or a file's text. */
export function readText(text: string): ReadTable {
  // Excel's own way to tell the separator, in the first line.
  const told = /^sep=(.)\r?\n/u.exec(text);
  const body = told ? text.slice(told[0].length) : text;
  const delimiter = told?.[1] ?? separatorOf(body);
  const { data } = Papa.parse<string[]>(body, { delimiter, skipEmptyLines: false });
  const before = told ? 1 : 0;
  return tableOf(data.map((cells, nth) => ({ number: nth + 1 + before, cells: cells.map(tidy) })));
}

async function readWorkbook(bytes: Uint8Array): Promise<ReadTable> {
  try {
    let unzipped = 0;
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        unzipped += originalSize;
        return false;
      },
    });
    if (unzipped > MOST_UNZIPPED_BYTES) return { kind: "refused", why: "too-large" };
    const sheet: readonly (readonly unknown[])[] = await readSheet(new Uint8Array(bytes).buffer);
    return tableOf(sheet.map((cells, nth) => ({ number: nth + 1, cells: cells.map(cellOf) })));
  } catch (error) {
    return {
      kind: "refused",
      why: error instanceof InvalidInputError || isUnreadable(error) ? "not-a-table" : "broken",
    };
  }
}

function isUnreadable(error: unknown): boolean {
  return error instanceof InvalidSpreadsheetError;
}

function cellOf(cell: unknown): Cell {
  if (typeof cell === "number") return cell;
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? "" : cell.toISOString().slice(0, 10);
  return cell === null || cell === undefined ? "" : tidy(String(cell));
}

function tidy(text: string): string {
  return text.slice(0, LONGEST_CELL).replace(/\s+/gu, " ").trim();
}

function tableOf(all: readonly TableRow[]): ReadTable {
  const rows = all
    .map(({ number, cells }) => ({ number, cells: cells.slice(0, MOST_COLUMNS) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  if (rows.length === 0) return { kind: "refused", why: "empty" };
  if (rows.length > MOST_ROWS + 1) return { kind: "refused", why: "too-many-rows" };
  return { kind: "table", rows };
}

/** The separator that divides the first lines most evenly: a comma in "1.234,56" does not stand once on every line. */
function separatorOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*"/gu, "")
    .split(/\r?\n|\r/u)
    .filter((line) => line.trim() !== "")
    .slice(0, 20);
  const fits = (separator: string) => {
    const counts = lines.map((line) => line.split(separator).length - 1).filter((count) => count > 0);
    // A comma in one name of a list divides nothing.
    if (counts.length < lines.length / 2) return 0;
    // A title above has fewer; what stands in texts and numbers comes unevenly.
    return Math.max(0, ...counts.map((count) => count * counts.filter((other) => other === count).length));
  };
  const [best = ","] = SEPARATORS.toSorted((a, b) => fits(b) - fits(a));
  // Without any of them a line is one cell.
  return fits(best) > 0 ? best : "\t";
}

function begins(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}

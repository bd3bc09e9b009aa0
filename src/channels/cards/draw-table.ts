import type { CardElement, Table } from "./adaptive-card.ts";
import { textBlock } from "./draw-words.ts";

interface Rows {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A table with its caption above; a client without tables gets the rows as lines, each value beside its column's name. */
export function drawTable({ caption, columns, rows }: Rows): readonly CardElement[] {
  const cell = (text: string, weight?: "bolder") =>
    ({ type: "TableCell", items: [textBlock(text === "" ? " " : text, weight ? { weight } : {})] }) as const;
  const table: Table = {
    type: "Table",
    spacing: "small",
    firstRowAsHeader: true,
    showGridLines: true,
    columns: columns.map((_, index) => ({ width: index === 0 ? 2 : 1 })),
    rows: [
      { type: "TableRow", cells: columns.map((column) => cell(column, "bolder")) },
      ...rows.map((row) => ({ type: "TableRow" as const, cells: columns.map((_, index) => cell(row[index] ?? "")) })),
    ],
    fallback: { type: "Container", items: rows.map((row) => textBlock(asLine(columns, row))) },
  };
  return [textBlock(caption, { weight: "bolder" }), table];
}

function asLine(columns: readonly string[], row: readonly string[]): string {
  const [first = "", ...rest] = row;
  const values = rest.flatMap((value, index) => (value === "" ? [] : [`${columns[index + 1] ?? ""} ${value}`.trim()]));
  return values.length === 0 ? first : `${first}: ${values.join(", ")}`;
}

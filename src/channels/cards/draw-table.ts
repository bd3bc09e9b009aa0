import type { CardElement, Container, Table } from "./adaptive-card.ts";
import { drawFacts } from "./draw-facts.ts";
import { literal, textBlock } from "./draw-words.ts";
import { LETTERS_ACROSS, longestWord } from "./letters.ts";

interface Rows {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a column's padding and line take, in letters. */
const LETTERS_BETWEEN = 3;

/** A table with its caption above. Where its longest words do not fit beside each other on a phone, it is told row by row. */
export function drawTable({ caption, columns, rows }: Rows): readonly CardElement[] {
  const widths = columns.map((column, index) => longestWord([column, ...rows.map((row) => row[index] ?? "")]));
  const across = widths.reduce((sum, width) => sum + width + LETTERS_BETWEEN, 0);
  const fits = across <= LETTERS_ACROSS;
  return [
    textBlock(caption, { weight: "bolder" }),
    ...(fits ? [gridOf({ columns, rows, widths })] : oneByOne(columns, rows)),
  ];
}

/** A client without tables gets the rows as they stand on their own. */
function gridOf({ columns, rows, widths }: Omit<Rows, "caption"> & { readonly widths: readonly number[] }): Table {
  const cell = (text: string, weight?: "bolder") =>
    ({ type: "TableCell", items: [textBlock(text === "" ? " " : text, weight ? { weight } : {})] }) as const;
  return {
    type: "Table",
    spacing: "small",
    firstRowAsHeader: true,
    showGridLines: true,
    columns: widths.map((width) => ({ width: width + LETTERS_BETWEEN })),
    rows: [
      { type: "TableRow", cells: columns.map((column) => cell(column, "bolder")) },
      ...rows.map((row) => ({ type: "TableRow" as const, cells: columns.map((_, index) => cell(row[index] ?? "")) })),
    ],
    fallback: { type: "Container", items: oneByOne(columns, rows) },
  };
}

/** Two columns as labels and values; of more, what a row says first as its title, then "column: value" for each of the others that says something. */
function oneByOne(columns: readonly string[], rows: readonly (readonly string[])[]): readonly CardElement[] {
  return columns.length === 2
    ? drawFacts(rows.map(([label = "", value = ""]) => ({ label, value })))
    : stackOf(columns, rows);
}

function stackOf(columns: readonly string[], rows: readonly (readonly string[])[]): readonly Container[] {
  return rows.map((row, index) => {
    const told = row.flatMap((value, at) =>
      value === "" ? [] : [{ value, column: at === 0 ? "" : `${columns[at] ?? ""}: ` }],
    );
    const [title, ...rest] = told;
    return {
      type: "Container",
      spacing: index === 0 ? "small" : "medium",
      separator: index > 0,
      items: [
        textBlock(title ? `${title.column}${title.value}` : "–", { weight: "bolder" }),
        ...rest.map(
          ({ column, value }): CardElement => ({
            type: "RichTextBlock",
            spacing: "none",
            inlines: [...literal(column, { isSubtle: true }), ...literal(value)],
          }),
        ),
      ],
    };
  });
}

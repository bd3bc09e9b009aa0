import type { KnownBlock, RichTextBlock } from "@slack/types";
import { shorten } from "../../../../message/shorten.ts";
import { type Language, words } from "../../../../text/text.ts";
import { drawFacts, LETTERS_ACROSS } from "./draw-facts.ts";
import { quietLine, richText, run } from "./text-objects.ts";

interface Table {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const BETWEEN = "  ";

/**
 * A table with its caption above: two columns as facts, a narrow one as a grid, a wide one row by row, as it stands on a phone. Slack's own table block
 * takes one a message, in messages only, and has to be scrolled sideways on a phone. Rows beyond `room` are counted, not cut.
 */
export function drawTable(
  table: Table,
  { room, language }: { readonly room: number; readonly language: Language },
): readonly KnownBlock[] {
  const shown = rowsThatFit(table, room);
  const left = table.rows.length - shown.length;
  return [
    ...richText([run(table.caption, { bold: true })]),
    ...drawRows({ ...table, rows: shown }, room),
    ...(left > 0 ? quietLine(words(language)("slack.moreRows", { count: left })) : []),
  ];
}

/** At least one row, and as many as `room` holds; a row takes its values and the names of those columns that it has a value in. */
function rowsThatFit({ columns, rows }: Table, room: number): readonly (readonly string[])[] {
  let taken = 0;
  const end = rows.findIndex((row) => {
    taken += row.reduce((sum, value, at) => sum + value.length + (columns[at]?.length ?? 0), 0);
    return taken > room;
  });
  return end < 0 ? rows : rows.slice(0, Math.max(end, 1));
}

function drawRows({ columns, rows }: Table, room: number): readonly KnownBlock[] {
  if (columns.length === 2)
    return drawFacts(
      rows.map(([label = "", value = ""]) => ({ label, value })),
      Math.max(room, rows.length * LETTERS_ACROSS),
    );
  const grid = gridOf(columns, rows);
  return grid ? [grid] : rows.flatMap((row) => drawRow(columns, row, room));
}

/** Columns under each other in letters of one width; undefined where a line would not fit on a phone. */
function gridOf(columns: readonly string[], rows: readonly (readonly string[])[]): RichTextBlock | undefined {
  const widths = columns.map((column, at) => Math.max(column.length, ...rows.map((row) => (row[at] ?? "").length)));
  const across = widths.reduce((sum, width) => sum + width + BETWEEN.length, -BETWEEN.length);
  const cells = [columns, ...rows];
  if (
    columns.length < 2 ||
    rows.length === 0 ||
    across > LETTERS_ACROSS ||
    cells.flat().some((cell) => /\s{2}|[\n\r]/.test(cell))
  )
    return undefined;
  const lines = cells.map((row) =>
    widths
      .map((width, at) => (row[at] ?? "").padEnd(width))
      .join(BETWEEN)
      .trimEnd(),
  );
  const text = lines.join("\n");
  return text.trim() === ""
    ? undefined
    : { type: "rich_text", elements: [{ type: "rich_text_preformatted", elements: [{ type: "text", text }] }] };
}

/** A row's first value as its title, then a line for each of the others that says something. */
function drawRow(columns: readonly string[], row: readonly string[], room: number): readonly KnownBlock[] {
  const most = Math.max(LETTERS_ACROSS, Math.floor(room / Math.max(row.length, 1)));
  const [title = "", ...rest] = row.map((value) => shorten(value, most));
  return richText([
    run(title, { bold: true }),
    ...rest.map((value, at) => (value === "" ? [] : run(`${columns[at + 1] ?? ""}: ${value}`))),
  ]);
}

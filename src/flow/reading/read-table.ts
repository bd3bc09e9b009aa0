import { words } from "../../text/text.ts";
import type { AnswerValue, CellValue, Row } from "../answer-value.ts";
import { answerOf } from "../answers.ts";
import { shortHash } from "../hashes.ts";
import { optionCount } from "../options.ts";
import type { Column, QuestionOf } from "../step.ts";
import { tableAsked } from "../table-asked.ts";
import { expected } from "./expected.ts";
import { normalise } from "./plain/normalise.ts";
import { readField } from "./read-field.ts";
import { type Read, type Reader, type Reading, refused, taken } from "./reading.ts";

type Cells = { [column: string]: CellValue };
type Doubt = {
  readonly row: number;
  readonly column: Column;
  readonly read: Extract<Read<CellValue>, { kind: "unclear" }>;
};

/**
 * Reads a table typed as lines, cells set apart by tabs, semicolons or upright bars (a pasted sheet, "A; 12; ma", a Markdown table). A first line
 * that repeats the columns' names is passed over. Each mistake names its row and column. Rows that stand in the table already keep their
 * ids: they are known by their first cell.
 */
export function readTable(table: QuestionOf<"table">, text: string, reader: Reader): Reading {
  const step = tableAsked(table, reader);
  const say = words(reader.language);
  const lines = linesOf(step, text);
  if (lines.length < step.minRows || lines.length === 0) {
    const shown = { count: Math.max(1, step.minRows), given: lines.length, expected: expected(step, reader) };
    return refused(say("reading.rowsMissing", shown));
  }
  if (lines.length > step.maxRows)
    return refused(say("reading.rowsTooMany", { count: step.maxRows, given: lines.length }));
  const rows: Cells[] = [];
  const mistakes: string[] = [];
  const doubts: Doubt[] = [];
  lines.forEach((cells, index) => {
    const row = index + 1;
    if (isMisshapen(step, cells)) {
      const columns = columnNames(step, reader);
      mistakes.push(say("reading.cellsMissing", { row, given: cells.length, count: step.columns.length, columns }));
      return;
    }
    const made: Cells = {};
    step.columns.forEach((column, at) => {
      const read = readCell(column, cells[at] ?? "", reader);
      if (read?.kind === "value") made[column.id] = read.value;
      if (read?.kind === "unclear") doubts.push({ row, column, read });
      if (read?.kind === "refused") mistakes.push(rowMistake(row, column, read.reason, reader));
    });
    rows.push(made);
  });
  const [doubt, ...others] = doubts;
  if (doubt && mistakes.length === 0 && others.length === 0) return askAbout(doubt, rows, step, reader);
  const unclear = doubts.map(({ row, column, read }) => rowMistake(row, column, read.question, reader));
  if (mistakes.length + unclear.length > 0) return refused(told([...mistakes, ...unclear], reader));
  return taken(tableOf(step, rows, reader));
}

/** Reads one cell; undefined for an empty one that may be so: of an optional column, or of a choice with nothing to choose from. */
export function readCell(column: Column, text: string, reader: Reader): Read<CellValue> | undefined {
  if (column.kind === "choice" && optionCount(column, reader) === 0) return undefined;
  if (text.trim() !== "" && !(column.optional && /^\s*[-–—]\s*$/.test(text))) return readField(column, text, reader);
  if (column.optional) return undefined;
  return refused(words(reader.language)("reading.fieldEmpty", { expected: expected(column, reader) }));
}

function linesOf(step: QuestionOf<"table">, text: string): readonly (readonly string[])[] {
  const all = text.split(/\r?\n/).filter((line) => line.trim() !== "" && !/^[\s|:-]*-{3}[\s|:-]*$/.test(line));
  const lines = all.slice(0, 200).map((line) => (step.columns.length === 1 ? [line.trim()] : cellsOf(line)));
  const [head] = lines;
  const repeats = (["fi", "en"] as const).some(
    (language) =>
      head?.length === step.columns.length &&
      step.columns.every((column, at) => same(head[at] ?? "", column.label[language])),
  );
  return repeats ? lines.slice(1) : lines;
}

/** Of a name in a sentence that names all columns. */
const LONGEST_NAME = 24;

function columnNames({ columns }: QuestionOf<"table">, { language }: Reader): string {
  const names = columns.map(({ label }) => label[language]);
  return names.map((name) => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name)).join("; ");
}

function same(one: string, other: string): boolean {
  return normalise(one) === normalise(other);
}

function cellsOf(line: string): readonly string[] {
  const mark = ["\t", ";", "|"].find((candidate) => line.includes(candidate));
  if (mark === undefined) return [line.trim()];
  const inner = mark === "|" ? line.trim().replace(/^\|/, "").replace(/\|$/, "") : line;
  return inner.split(mark).map((cell) => cell.trim());
}

/** Cells of optional columns may be left out at the end of a line, and a mark may close it. */
function isMisshapen(step: QuestionOf<"table">, cells: readonly string[]): boolean {
  const needed = step.columns.findLastIndex((column) => !column.optional) + 1;
  return cells.length < needed || cells.slice(step.columns.length).some((cell) => cell !== "");
}

function rowMistake(row: number, column: Column, mistake: string, { language }: Reader): string {
  return words(language)("reading.rowMistake", { row, column: column.label[language], mistake });
}

/** As many mistakes as a message holds, and how many more there are. */
function told(mistakes: readonly string[], { language }: Reader): string {
  let sentence = "";
  let count = 0;
  for (const mistake of mistakes) {
    if (sentence.length + mistake.length > 255 && count > 0) break;
    sentence += (count === 0 ? "" : " ") + mistake;
    count += 1;
  }
  const left = mistakes.length - count;
  return left === 0 ? sentence : `${sentence} ${words(language)("reading.moreMistakes", { count: left })}`;
}

function askAbout(
  { row, column, read }: Doubt,
  rows: readonly Cells[],
  step: QuestionOf<"table">,
  reader: Reader,
): Reading {
  const question = words(reader.language)("reading.rowQuestion", {
    row,
    column: column.label[reader.language],
    question: read.question,
  });
  const candidates = read.candidates.map(({ value, label }) => {
    const mended = rows.map((cells, index) => (index === row - 1 ? { ...cells, [column.id]: value } : cells));
    return { value: tableOf(step, mended, reader), label };
  });
  return { kind: "unclear", question, candidates };
}

function tableOf(step: QuestionOf<"table">, cells: readonly Cells[], reader: Reader): AnswerValue {
  const before = answerOf(reader.answers, step.id);
  const known = before?.kind === "table" ? before.rows : [];
  const rows: Row[] = [];
  for (const row of cells) rows.push({ id: rowId(step, row, known, rows), cells: row });
  return { kind: "table", rows };
}

/**
 * The id of a row: that of the known row with the same first cell, else made from the first cell, so that typing the same table twice gives the
 * same ids and a removed row's id does not come back for another thing.
 */
export function rowId(
  step: QuestionOf<"table">,
  cells: { readonly [column: string]: CellValue },
  known: readonly Row[],
  used: readonly Row[] = [],
): string {
  const first = JSON.stringify(firstCell(step, cells));
  const isFree = (id: string) => !used.some((row) => row.id === id);
  const standing = known.find((row) => isFree(row.id) && JSON.stringify(firstCell(step, row.cells)) === first);
  if (standing) return standing.id;
  const base = shortHash(first);
  let id = base;
  for (let copy = 2; !isFree(id) || known.some((row) => row.id === id); copy++) id = `${base}-${copy}`;
  return id;
}

function firstCell(step: QuestionOf<"table">, cells: { readonly [column: string]: CellValue }): CellValue | undefined {
  const column = step.columns.find(({ id }) => Object.hasOwn(cells, id));
  return column && cells[column.id];
}

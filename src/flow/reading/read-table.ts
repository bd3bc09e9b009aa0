import { words } from "../../text/text.ts";
import type { AnswerValue, CellValue, Row } from "../answer-value.ts";
import { answerOf } from "../answers.ts";
import { optionCount } from "../options.ts";
import type { Column, QuestionOf } from "../step.ts";
import { tableAsked } from "../table-asked.ts";
import { showRow } from "../wording/show-answer.ts";
import { agreeing, disagreements } from "./agreeing.ts";
import { expected, quoted } from "./expected.ts";
import { readField } from "./read-field.ts";
import { type Read, type Reader, type Reading, refused, taken } from "./reading.ts";
import { rowId } from "./row-id.ts";
import { byCommas, byLines, byMarks, MARK } from "./split-rows.ts";

type Cells = { [column: string]: CellValue };
type Doubt = {
  /** Its place among those that were typed, the first is 0. */
  readonly row: number;
  readonly typed: readonly string[];
  readonly column: Column;
  readonly read: Extract<Read<CellValue>, { kind: "unclear" }>;
};

/**
 * Reads a table typed as lines, cells set apart by tabs, semicolons or upright bars (a pasted sheet, "A; 12; ma", a Markdown table); without any of
 * them, by commas or a line each (rows apart by an empty line), where that can mean nothing else. A first line that repeats the columns' names is
 * passed over. Each mistake quotes its row and names its column. Rows that stand in the table already keep their ids: they are known by their first cell.
 */
export function readTable(table: QuestionOf<"table">, text: string, reader: Reader): Reading {
  return agreeing(readCells(table, text, reader), (value) => {
    const found = value.kind === "table" ? disagreements(table, cellsOf(value.rows), reader) : [];
    const shown = (row: Row | undefined) =>
      row ? showRow(tableAsked(table, reader), row, reader.language, reader) : [];
    const rows = value.kind === "table" ? value.rows : [];
    const mistakes = found.map(({ row, column, reason }) => rowMistake(shown(rows[row]), column, reason, reader));
    return mistakes.length === 0 ? undefined : told(mistakes, reader, rows.length);
  });
}

export function cellsOf(rows: readonly Row[]): readonly Row["cells"][] {
  return rows.map(({ cells }) => cells);
}

function readCells(table: QuestionOf<"table">, text: string, reader: Reader): Reading {
  const step = tableAsked(table, reader);
  const loose = needed(step) < 2 || MARK.test(text) ? [] : [byCommas(step, text), byLines(text)];
  for (const lines of loose) {
    if (lines.length === 0 || lines.some((cells) => isMisshapen(step, cells))) continue;
    const read = readLines(step, lines, reader);
    if (read.kind === "value" && isWitnessed(step, read.value)) return read;
  }
  return readLines(step, byMarks(step, text), reader);
}

/**
 * Rows whose cells were set apart on purpose, for a table that has not been asked yet: undefined where the text may just as well be anything else.
 * Whether they go together is for whoever joins them to the table to see.
 */
export function readRowsAhead(table: QuestionOf<"table">, text: string, reader: Reader) {
  if (!MARK.test(text) || needed(tableAsked(table, reader)) < 2) return undefined;
  const read = readCells({ ...table, minRows: 1 }, text, reader);
  if (read.kind !== "value" || read.value.kind !== "table") return undefined;
  return isWitnessed(table, read.value) ? read.value : undefined;
}

/** In each row, something else than free text is where it belongs: the cells were parted where they should be. */
function isWitnessed({ columns }: QuestionOf<"table">, value: AnswerValue): boolean {
  const telling = columns.filter(({ kind }) => kind !== "text" && kind !== "customer");
  return value.kind === "table" && value.rows.every(({ cells }) => telling.some(({ id }) => cells[id] !== undefined));
}

function readLines(step: QuestionOf<"table">, lines: readonly (readonly string[])[], reader: Reader): Reading {
  const say = words(reader.language);
  if (lines.length < step.minRows || lines.length === 0) {
    const shown = { count: Math.max(1, step.minRows), given: lines.length, expected: expected(step, reader) };
    return refused(say("reading.rowsMissing", shown));
  }
  if (lines.length > step.maxRows)
    return refused(say("reading.rowsTooMany", { count: step.maxRows, given: lines.length }));
  const rows: Cells[] = [];
  const mistakes: string[] = [];
  const doubts: Doubt[] = [];
  lines.forEach((cells, row) => {
    if (isMisshapen(step, cells)) {
      const shape = { given: cells.length, wanted: countOf(step), columns: columnNames(step, reader) };
      mistakes.push(say("reading.cellsMissing", { row: rowQuoted(cells), ...shape }));
      return;
    }
    const made: Cells = {};
    step.columns.forEach((column, at) => {
      const read = readCell(column, cells[at] ?? "", reader);
      if (read?.kind === "value") made[column.id] = read.value;
      if (read?.kind === "unclear") doubts.push({ row, typed: cells, column, read });
      if (read?.kind === "refused") mistakes.push(rowMistake(cells, column, read.reason, reader));
    });
    rows.push(made);
  });
  const [doubt, ...others] = doubts;
  if (doubt && mistakes.length === 0 && others.length === 0) return askAbout(doubt, rows, step, reader);
  const unclear = doubts.map(({ typed, column, read }) => rowMistake(typed, column, read.question, reader));
  if (mistakes.length + unclear.length > 0) return refused(told([...mistakes, ...unclear], reader, lines.length));
  return taken(tableOf(step, rows, reader));
}

/** Reads one cell; undefined for an empty one that may be so: of an optional column, or of a choice with nothing to choose from. */
export function readCell(column: Column, text: string, reader: Reader): Read<CellValue> | undefined {
  if (column.kind === "choice" && optionCount(column, reader) === 0) return undefined;
  if (text.trim() !== "" && !(column.optional && /^\s*[-–—]\s*$/.test(text))) return readField(column, text, reader);
  if (column.optional) return undefined;
  return refused(words(reader.language)("reading.fieldEmpty", { expected: expected(column, reader) }));
}

const LONGEST_TOLD = 299;

/** Of a name in a sentence that names all columns. */
const LONGEST_NAME = 24;

/** "Mitä tehdään; (Osa-alue)", as a row is typed; what may be left empty stands in brackets. */
export function columnNames({ columns }: QuestionOf<"table">, { language }: Pick<Reader, "language">): string {
  const short = (name: string) => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name);
  return columns
    .map(({ label, optional }) => (optional ? `(${short(label[language])})` : short(label[language])))
    .join("; ");
}

/** Cells of optional columns may be left out at the end of a line, and a mark may close it. */
function isMisshapen(step: QuestionOf<"table">, cells: readonly string[]): boolean {
  return cells.length < needed(step) || cells.slice(step.columns.length).some((cell) => cell !== "");
}

function needed({ columns }: QuestionOf<"table">): number {
  return columns.findLastIndex((column) => !column.optional) + 1;
}

/** "3–5": how many cells a row may have. */
function countOf(step: QuestionOf<"table">): string {
  const [fewest, most] = [needed(step), step.columns.length];
  return fewest === most ? `${most}` : `${fewest}–${most}`;
}

/** People know a row by what stands in it; its number would be that among the typed ones and not that in the table. */
function rowMistake(cells: readonly string[], column: Column, mistake: string, { language }: Reader): string {
  return words(language)("reading.rowMistake", { row: rowQuoted(cells), column: column.label[language], mistake });
}

function rowQuoted(cells: readonly string[]): string {
  return quoted(cells.filter((cell) => cell.trim() !== "").join("; "));
}

/** As many mistakes as a message holds, and how many more there are; of several rows, that none was taken. */
function told(mistakes: readonly string[], { language }: Reader, rows = 1): string {
  let sentence = "";
  let count = 0;
  for (const mistake of mistakes) {
    if (sentence.length + mistake.length > 225 && count > 0) break;
    sentence += (count === 0 ? "" : " ") + mistake;
    count += 1;
  }
  const left = mistakes.length - count;
  const say = words(language);
  const more = left === 0 ? [] : [say("reading.moreMistakes", { count: left })];
  const all = [sentence, ...more].join(" ");
  const none = say("reading.noneTaken");
  return rows < 2 || all.length + none.length > LONGEST_TOLD ? all : `${all} ${none}`;
}

function askAbout(
  { row, typed, column, read }: Doubt,
  rows: readonly Cells[],
  step: QuestionOf<"table">,
  reader: Reader,
): Reading {
  const question = rowMistake(typed, column, read.question, reader);
  const candidates = read.candidates.map(({ value, label }) => {
    const mended = rows.map((cells, index) => (index === row ? { ...cells, [column.id]: value } : cells));
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

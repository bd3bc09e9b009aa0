import type { QuestionOf } from "../step.ts";
import { normalise } from "./plain/normalise.ts";

/** The cells of a typed table's rows, as they were set apart. */
type Lines = readonly (readonly string[])[];

/** What sets cells apart and stands in no sentence by chance. */
export const MARK = /[\t;|]/u;

/** By tabs, semicolons or upright bars; a first line that repeats the columns' names is passed over. */
export function byMarks(step: QuestionOf<"table">, text: string): Lines {
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

/** A comma between digits is a decimal's. What follows several names may be one more name. */
export function byCommas({ columns }: QuestionOf<"table">, text: string): Lines {
  const severalNames = columns.findIndex((column) => "many" in column && column.many);
  const lines = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map((line) => line.split(/,\s+/).map((cell) => cell.trim()));
  const isPlain = lines.every(({ length }) => length > 1 && (severalNames < 0 || length <= severalNames + 1));
  return isPlain ? lines : [];
}

/** A cell a line, rows apart by an empty line. */
export function byLines(text: string): Lines {
  return text
    .trim()
    .split(/\r?\n\s*\r?\n/)
    .map((row) => row.split(/\r?\n/).map((cell) => cell.trim()));
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

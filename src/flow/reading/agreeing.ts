import { words } from "../../text/text.ts";
import type { AnswerValue, CellValue, Row } from "../answer-value.ts";
import { answerOf } from "../answers.ts";
import { compileFlow, questionOf } from "../compile-flow.ts";
import { optionsOf } from "../options.ts";
import type { Column, Question, QuestionOf } from "../step.ts";
import { tableAsked } from "../table-asked.ts";
import { formatNumber, formatPercent } from "../wording/format.ts";
import { quoted } from "./expected.ts";
import { normalise } from "./plain/normalise.ts";
import { type Reader, type Reading, refused } from "./reading.ts";

type Cells = Row["cells"];

/** A cell that does not go with another one. */
export interface Disagreement {
  /** The row's place in the table, the first is 0. */
  readonly row: number;
  readonly column: Column;
  readonly reason: string;
}

/** The reading, unless it does not go with what was answered before or within itself; of what it may mean only what does. */
export function agreeing(reading: Reading, disagrees: (value: AnswerValue) => string | undefined): Reading {
  if (reading.kind === "refused") return reading;
  if (reading.kind === "value") {
    const reason = disagrees(reading.value);
    return reason === undefined ? reading : refused(reason);
  }
  const reasons = reading.candidates.map(({ value }) => disagrees(value));
  const candidates = reading.candidates.filter((_, at) => reasons[at] === undefined);
  const [reason] = reasons;
  return candidates.length === 0 && reason !== undefined ? refused(reason) : { ...reading, candidates };
}

/** Why a number does not go with those of other steps, which it is to be below (`below`), or which are to be below it. */
export function outOfOrder(step: Question, value: AnswerValue, reader: Reader): string | undefined {
  if (step.kind !== "number" || value.kind !== "number") return undefined;
  const say = words(reader.language);
  const shown = (number: number) => formatNumber(number, reader.language);
  const answered = ({ id, title }: Question) => {
    const answer = answerOf(reader.answers, id);
    return answer?.kind === "number" ? [{ title: title[reader.language], number: answer.number }] : [];
  };
  const above = step.below === undefined ? undefined : questionOf(reader.flow, step.below);
  const under = compileFlow(reader.flow).questions.flatMap(({ step: other }) =>
    other.kind === "number" && other.below === step.id ? [other] : [],
  );
  const most = (above ? answered(above) : []).find(({ number }) => value.number >= number);
  const least = under.flatMap(answered).find(({ number }) => value.number <= number);
  const said = { value: shown(value.number) };
  if (most) return say("reading.notBelow", { ...said, title: most.title, limit: shown(most.number) });
  return least ? say("reading.notAbove", { ...said, title: least.title, limit: shown(least.number) }) : undefined;
}

/** What in these rows does not go together, or with `others` that stand in the table already. */
export function disagreements(
  table: QuestionOf<"table">,
  rows: readonly Cells[],
  reader: Reader,
  others: readonly Cells[] = [],
): readonly Disagreement[] {
  const { columns } = tableAsked(table, reader);
  return columns.flatMap((column) => {
    switch (column.kind) {
      case "customer":
      case "choice":
        return column.once ? namedTwice(column, rows, reader, others) : [];
      case "number":
        return column.atLeast === undefined ? [] : tooSmall(column, column.atLeast, columns, rows, reader);
      case "percent":
        return column.inAll === undefined ? [] : tooMuch(column, column.inAll, rows, reader, others);
      default:
        return [];
    }
  });
}

function namedTwice(column: Column, rows: readonly Cells[], reader: Reader, others: readonly Cells[]): Disagreement[] {
  const known = new Set(others.flatMap((cells) => keyOf(cells[column.id]) ?? []));
  return rows.flatMap((cells, row) => {
    const key = keyOf(cells[column.id]);
    if (key === undefined || !known.has(key)) {
      if (key !== undefined) known.add(key);
      return [];
    }
    const name = quoted(nameOf(column, cells[column.id], reader));
    return [{ row, column, reason: words(reader.language)("reading.onceOnly", { name }) }];
  });
}

/** Two new customers of one name are one. */
function keyOf(cell: CellValue | undefined): string | undefined {
  if (cell?.kind === "choice") return cell.option;
  const customer = cell?.kind === "customer" ? cell.customers[0] : undefined;
  return customer && (customer.id === null ? `new ${normalise(customer.name)}` : `known ${customer.id}`);
}

function nameOf(column: Column, cell: CellValue | undefined, { flow, answers, context, language }: Reader): string {
  if (cell?.kind === "customer") return cell.customers.map(({ name }) => name).join(", ");
  const option = cell?.kind === "choice" ? cell.option : "";
  return optionsOf(column, flow, answers, context).find(({ id }) => id === option)?.label[language] ?? option;
}

function tooSmall(
  column: Column,
  least: string,
  columns: readonly Column[],
  rows: readonly Cells[],
  { language }: Reader,
): Disagreement[] {
  const other = columns.find(({ id }) => id === least);
  return rows.flatMap((cells, row) => {
    const [value, limit] = [cells[column.id], cells[least]];
    if (!other || value?.kind !== "number" || limit?.kind !== "number" || value.number >= limit.number) return [];
    const told = { value: formatNumber(value.number, language), limit: formatNumber(limit.number, language) };
    return [{ row, column, reason: words(language)("reading.notAtLeast", { ...told, column: other.label[language] }) }];
  });
}

function tooMuch(
  column: Column,
  most: number,
  rows: readonly Cells[],
  { language }: Reader,
  others: readonly Cells[],
): Disagreement[] {
  const sum = [...others, ...rows].reduce((all, cells) => {
    const cell = cells[column.id];
    return all + (cell?.kind === "percent" ? cell.percent : 0);
  }, 0);
  const all = Number(sum.toFixed(4));
  if (all <= most) return [];
  const told = { sum: formatPercent(all, language), most: formatPercent(most, language) };
  return [{ row: rows.length - 1, column, reason: words(language)("reading.tooMuchInAll", told) }];
}

import type { AnswerValue, CellValue, Row } from "./answer-value.ts";
import type { Answering } from "./answers.ts";
import type { Flow } from "./flow.ts";
import { canChoose, optionCount } from "./options.ts";
import type { Column, Question, QuestionOf } from "./step.ts";
import { tableAsked } from "./table-asked.ts";

/** Where "I can't say" is an answer: at every level and spectrum, elsewhere only where each answers alone. */
export function takesCannotSay(step: Question, flow: Flow): boolean {
  if (step.kind === "level" || step.kind === "spectrum") return true;
  return flow.participation === "each" || (flow.alsoAs?.includes("each") ?? false);
}

/**
 * Whether a stored answer is still an answer to the step as it stands now. It is not when the step was retyped, when a chosen option or level is
 * gone, when a table got a column that must be filled or changed a column's kind. Limits (min, max, length) that were tightened later do not undo
 * an answer.
 */
export function fits(step: Question, value: AnswerValue, answering: Answering): boolean {
  if (value.kind === "cannot-say") return takesCannotSay(step, answering.flow);
  if (value.kind === "skipped") return step.optional;
  switch (step.kind) {
    case "level":
      return value.kind === "level" && value.level <= step.levels.length;
    case "spectrum":
      return value.kind === "spectrum" && value.position >= 1 && value.position <= step.positions;
    case "choice":
      return value.kind === "choice" && canChoose(step, [value.option], answering);
    case "choices":
      return value.kind === "choices" && canChoose(step, value.options, answering);
    case "rank":
      return (
        value.kind === "rank" &&
        value.options.length >= rankLength(step, optionCount(step, answering)) &&
        canChoose(step, value.options, answering)
      );
    case "person":
      return value.kind === "person" && fitsCount(value.people.length, step.many);
    case "customer":
      return value.kind === "customer" && fitsCount(value.customers.length, step.many);
    case "table":
      return value.kind === "table" && fitsTable(step, value.rows, answering);
    default:
      return value.kind === step.kind;
  }
}

/** How many options a rank orders: its `top`, else all of them. */
export function rankLength(step: QuestionOf<"rank">, options: number): number {
  return Math.min(step.top ?? options, options);
}

function fitsCount(count: number, many: boolean): boolean {
  return count === 1 || (many && count > 0);
}

function fitsTable(step: QuestionOf<"table">, rows: readonly Row[], answering: Answering): boolean {
  return (
    rows.length >= step.minRows &&
    rows.every((row) =>
      tableAsked(step, answering).columns.every((column) =>
        fitsCell(column, Object.hasOwn(row.cells, column.id) ? row.cells[column.id] : undefined, answering),
      ),
    )
  );
}

/** An empty cell fits an optional column, and a choice column that has nothing to choose from. */
function fitsCell(column: Column, cell: CellValue | undefined, answering: Answering): boolean {
  if (column.kind !== "choice") {
    if (!cell) return column.optional;
    if (cell.kind === "person" && column.kind === "person") return fitsCount(cell.people.length, column.many);
    return cell.kind === column.kind;
  }
  if (!cell) return column.optional || optionCount(column, answering) === 0;
  return cell.kind === "choice" && canChoose(column, [cell.option], answering);
}

import type { AnswerValue, CellValue, Row } from "../../../src/flow/answer-value.ts";
import type { Answers } from "../../../src/flow/answers.ts";
import type { Flow } from "../../../src/flow/flow.ts";
import { optionsOf } from "../../../src/flow/options.ts";
import { questionsInPlay } from "../../../src/flow/progress.ts";
import type { Column, Question, QuestionOf } from "../../../src/flow/step.ts";
import { context } from "./people.ts";

export const LONG = "Käydään läpi jokaisen huoltoasiakkaan sopimukset, yhteyshenkilöt ja edellisen käynnin havainnot. ";

/** The longest value that a step takes. */
export function longValue(step: Question, flow: Flow, answers: Answers): AnswerValue {
  const options = () => optionsOf(step, flow, answers, context).map(({ id }) => id);
  switch (step.kind) {
    case "text":
      return { kind: "text", text: LONG.repeat(40).slice(0, step.maxLength) };
    case "number":
      return { kind: "number", number: Math.min(step.max ?? 123_456_789.25, 123_456_789.25) };
    case "money":
      return { kind: "money", cents: 123_456_789_050 };
    case "percent":
      return { kind: "percent", percent: 99.75 };
    case "date":
      return { kind: "date", date: "2031-12-24" };
    case "quarter":
      return { kind: "quarter", year: 2031, quarter: 4 };
    case "choice":
      return { kind: "choice", option: options().at(-1) ?? "" };
    case "choices":
      return { kind: "choices", options: options().slice(0, step.max ?? 25) };
    case "rank":
      return { kind: "rank", options: options().slice(0, step.top ?? 25) };
    case "level":
      return { kind: "level", level: 2 };
    case "spectrum":
      return { kind: "spectrum", position: step.positions };
    case "person":
      return { kind: "person", people: step.many ? ["p1", "p2"] : ["p2"] };
    case "customer":
      return { kind: "customer", customers: [{ id: null, name: LONG.repeat(2) }] };
    case "table":
      return { kind: "table", rows: longRows(step) };
    default:
      return step satisfies never;
  }
}

function longRows(step: QuestionOf<"table">): Row[] {
  return Array.from({ length: step.maxRows }, (_, row) => ({
    id: `row-${row}`,
    cells: Object.fromEntries(
      step.columns.flatMap((column): [string, CellValue][] => {
        const cell = longCell(column);
        return cell ? [[column.id, cell]] : [];
      }),
    ),
  }));
}

function longCell(column: Column): CellValue | undefined {
  switch (column.kind) {
    case "text":
      return { kind: "text", text: LONG.repeat(10).slice(0, column.maxLength) };
    case "money":
      return { kind: "money", cents: 120_050 };
    case "number":
      return { kind: "number", number: 8.5 };
    case "customer":
      return { kind: "customer", customers: [{ id: null, name: LONG.trim() }] };
    default:
      return undefined;
  }
}

const lift: AnswerValue = { kind: "choices", options: ["data-management", "customer-experience"] };

/** Every question answered, one after another, so that questions that answers open are among them. */
export function answersTo(flow: Flow, first: number = Number.POSITIVE_INFINITY): { [step: string]: AnswerValue } {
  const answers: { [step: string]: AnswerValue } = flow.id === "next-level" ? { lift } : {};
  for (let count = 0; count < first; count++) {
    const next = questionsInPlay(flow, answers, context).find(({ id }) => answers[id] === undefined);
    if (!next) break;
    answers[next.id] = longValue(next, flow, answers);
  }
  return answers;
}

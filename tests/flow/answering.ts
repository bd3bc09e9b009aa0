import type { AnswerValue } from "../../src/flow/answer-value.ts";
import type { Answers } from "../../src/flow/answers.ts";
import type { Flow } from "../../src/flow/flow.ts";
import { optionsOf } from "../../src/flow/options.ts";
import { progress, type Standing } from "../../src/flow/progress.ts";
import type { Question } from "../../src/flow/step.ts";
import { sampleFlow } from "../support/sample-flow.ts";
import { context } from "./reading/reader.ts";

export const flow = sampleFlow("every-kind");
export const questions = flow.steps.filter((step): step is Question => step.kind !== "say");

export function asking(standing: Standing): Extract<Standing, { kind: "asking" }> {
  if (standing.kind !== "asking") throw new Error(standing.kind);
  return standing;
}

/** Some answer that fits the step as things stand. */
function anAnswer(step: Question, answers: Answers, pick: number): AnswerValue {
  const options = optionsOf(step, flow, answers, context).map((option) => option.id);
  const option = options[pick % options.length] ?? "";
  switch (step.kind) {
    case "text":
      return { kind: "text", text: `vastaus ${pick}` };
    case "number":
      return { kind: "number", number: pick };
    case "money":
      return { kind: "money", cents: pick };
    case "percent":
      return { kind: "percent", percent: pick };
    case "date":
      return { kind: "date", date: "2027-02-01" };
    case "quarter":
      return { kind: "quarter", year: 2027, quarter: 1 };
    case "choice":
      return { kind: "choice", option };
    case "choices":
      return { kind: "choices", options: [option] };
    case "level":
      return { kind: "level", level: 1 + (pick % step.levels.length) };
    case "spectrum":
      return { kind: "spectrum", position: 1 + (pick % step.positions) };
    case "person":
      return { kind: "person", people: ["p-satu"] };
    case "customer":
      return { kind: "customer", customers: [{ id: null, name: "Uusi Oy" }] };
    case "rank":
      return { kind: "rank", options };
    case "table":
      return {
        kind: "table",
        rows: [
          {
            id: "r1",
            cells: {
              name: { kind: "text", text: "Huolto" },
              price: { kind: "money", cents: 1 },
              hours: { kind: "number", number: 1 },
            },
          },
        ],
      };
    default:
      return step satisfies never;
  }
}

/** Answers what is asked until nothing is. */
export function answeredFrom(start: Answers, of: Flow, picks: readonly number[]): Answers {
  let answers = start;
  for (let turn = 0; turn < 60; turn++) {
    const standing = progress(of, answers, context);
    if (standing.kind === "done") return answers;
    answers = { ...answers, [standing.step.id]: anAnswer(standing.step, answers, picks[turn % picks.length] ?? 0) };
  }
  throw new Error("it never ended");
}

import type { AnswerValue } from "../../answer-value.ts";
import type { Comparison } from "../../step.ts";
import { type DraftStep, optionIds } from "../draft.ts";
import { operation, topOf } from "./check-comparison.ts";

/**
 * Answers to a step that stand for all others as far as the comparisons can tell. `undefined` is no answer at all: possible where the step may
 * be passed by.
 */
export function possibleAnswers(step: DraftStep, comparisons: readonly Comparison[]): (AnswerValue | undefined)[] {
  const unanswered = step.raw.optional === true || step.when !== undefined ? [undefined] : [];
  return [
    ...unanswered,
    { kind: "cannot-say" },
    ...answers(
      step,
      comparisons.map((one) => operation(one)[1]),
    ),
  ];
}

function answers(step: DraftStep, operands: readonly (string | number | boolean)[]): AnswerValue[] {
  const texts = operands.filter((operand) => typeof operand === "string");
  const numbers = operands
    .filter((operand) => typeof operand === "number")
    .flatMap((edge) => [edge - 0.01, edge, edge + 0.01]);
  switch (step.kind) {
    case "level":
      return upTo(topOf(step)).map((level) => ({ kind: "level", level }));
    case "spectrum":
      return upTo(topOf(step)).map((position) => ({ kind: "spectrum", position }));
    case "choice":
      return (optionIds(step.raw) ?? [...texts, "another"]).map((option) => ({ kind: "choice", option }));
    case "choices":
    case "rank": {
      const { kind } = step;
      return subsets([...new Set(texts)], mostChosen(step)).map((options) => ({ kind, options }));
    }
    case "number":
      return numbers.map((number) => ({ kind: "number", number }));
    case "percent":
      return numbers.map((percent) => ({ kind: "percent", percent }));
    case "money":
      return numbers.map((euros) => ({ kind: "money", cents: Math.round(euros * 100) }));
    default:
      return [...texts, "another"].map((text) => ({ kind: "text", text }));
  }
}

function upTo(top: number | undefined): number[] {
  return Array.from({ length: top ?? 0 }, (_, at) => at + 1);
}

function mostChosen({ raw, kind }: DraftStep): number {
  const most = kind === "rank" ? raw.top : raw.max;
  return typeof most === "number" ? most : Number.POSITIVE_INFINITY;
}

function subsets(ids: readonly string[], most: number): string[][] {
  const all: string[][] = [[]];
  for (const id of ids) all.push(...all.filter((chosen) => chosen.length < most).map((chosen) => [...chosen, id]));
  return all;
}

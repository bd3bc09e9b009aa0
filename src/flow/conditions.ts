import type { AnswerValue } from "./answer-value.ts";
import { type Answers, answerOf } from "./answers.ts";
import type { FlowContext } from "./context.ts";
import type { Comparison, Condition } from "./step.ts";

/**
 * Whether a `when` holds. `answers` are only those that count (see answersInPlay), so a condition on a step that is not in play is a
 * condition on an unanswered step: only `answered: false` holds there.
 */
export function holds(condition: Condition, answers: Answers, context: FlowContext): boolean {
  if ("all" in condition) return condition.all.every((one) => compares(one, answers, context));
  if ("any" in condition) return condition.any.some((one) => compares(one, answers, context));
  return compares(condition, answers, context);
}

/** All that a `when` compares. */
export function comparisonsOf({ when }: { readonly when?: Condition | undefined }): readonly Comparison[] {
  if (when === undefined) return [];
  if ("all" in when) return when.all;
  return "any" in when ? when.any : [when];
}

function compares(comparison: Comparison, answers: Answers, context: FlowContext): boolean {
  const value =
    "step" in comparison ? answerOf(answers, comparison.step) : earlierAnswer(context, comparison.earlier)?.value;
  if ("answered" in comparison) return (value !== undefined && value.kind !== "skipped") === comparison.answered;
  if (!value) return false;
  if ("is" in comparison) return scalarOf(value) === meant(comparison.is);
  if ("includes" in comparison) return membersOf(value).includes(comparison.includes);
  const amount = scalarOf(value);
  if (typeof amount !== "number") return false;
  return "atLeast" in comparison ? amount >= comparison.atLeast : amount <= comparison.atMost;
}

export function earlierAnswer(context: FlowContext, ref: string): FlowContext["earlier"][string] | undefined {
  return Object.hasOwn(context.earlier, ref) ? context.earlier[ref] : undefined;
}

/** `is: true` and `is: false` stand for the options "yes" and "no". */
function meant(value: string | number | boolean): string | number {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return value;
}

/** What a condition or a variant compares an answer by: a level, a position, a number, euros, an option's id, a text, an ISO date, "2027/3". */
export function scalarOf(value: AnswerValue): string | number | undefined {
  switch (value.kind) {
    case "text":
      return value.text;
    case "number":
      return value.number;
    case "money":
      return value.cents / 100;
    case "percent":
      return value.percent;
    case "date":
      return value.date;
    case "quarter":
      return `${value.year}/${value.quarter}`;
    case "choice":
      return value.option;
    case "level":
      return value.level;
    case "spectrum":
      return value.position;
    case "choices":
    case "rank":
      return value.options.length === 1 ? value.options[0] : undefined;
    case "person":
      return value.people.length === 1 ? value.people[0] : undefined;
    case "customer":
    case "table":
    case "cannot-say":
    case "skipped":
      return undefined;
    default:
      return value satisfies never;
  }
}

function membersOf(value: AnswerValue): readonly string[] {
  switch (value.kind) {
    case "choices":
    case "rank":
      return value.options;
    case "choice":
      return [value.option];
    case "person":
      return value.people;
    case "customer":
      return value.customers.flatMap((customer) => customer.id ?? []);
    case "table":
      return value.rows.map((row) => row.id);
    default:
      return [];
  }
}

import type { Comparison } from "../../step.ts";
import { type DraftStep, optionIds } from "../draft.ts";
import { guess } from "../nearest.ts";

/** What an answer of each kind can be asked about. An answer of any kind is `answered` or not. */
const SUITS: { readonly [kind: string]: readonly string[] } = {
  text: ["is"],
  number: ["is", "atLeast", "atMost"],
  money: ["is", "atLeast", "atMost"],
  percent: ["is", "atLeast", "atMost"],
  date: [],
  quarter: [],
  choice: ["is"],
  choices: ["includes"],
  level: ["is", "atLeast", "atMost"],
  spectrum: ["is", "atLeast", "atMost"],
  table: [],
  person: [],
  customer: [],
  rank: ["includes"],
};

/** Why the comparison can never be true of an answer to the step, or undefined when it can. */
export function comparisonProblem(comparison: Comparison, step: DraftStep): string | undefined {
  const suits = step.kind === undefined ? undefined : SUITS[step.kind];
  if (suits === undefined || "answered" in comparison) return undefined;
  const [operator, operand] = operation(comparison);
  if (!suits.includes(operator))
    return `"${step.id}" is a ${step.kind}: compare it with ${[...suits, "answered"].join(", ")}`;
  if (step.kind === "text") return typeof operand === "string" ? undefined : "a text is compared with a text";
  if (step.kind === "choice" || step.kind === "choices" || step.kind === "rank")
    return optionProblem(typeof operand === "boolean" ? (operand ? "yes" : "no") : String(operand), step);
  return numberProblem(operand, step);
}

/** The operator of a comparison and what it compares with. */
export function operation(
  comparison: Comparison,
): readonly ["is" | "includes" | "atLeast" | "atMost" | "answered", string | number | boolean] {
  if ("is" in comparison) return ["is", comparison.is];
  if ("includes" in comparison) return ["includes", comparison.includes];
  if ("atLeast" in comparison) return ["atLeast", comparison.atLeast];
  if ("atMost" in comparison) return ["atMost", comparison.atMost];
  return ["answered", comparison.answered];
}

/** Whether an option of that name can be chosen at the step; drawn options are not known before they are drawn. */
export function optionProblem(id: string, step: DraftStep): string | undefined {
  const ids = step.raw.optionsFrom === undefined ? optionIds(step.raw) : undefined;
  return ids === undefined || ids.includes(id) ? undefined : `"${step.id}" has no option "${id}"${guess(id, ids)}`;
}

function numberProblem(operand: string | number | boolean, step: DraftStep): string | undefined {
  if (typeof operand !== "number") return `"${step.id}" is a ${step.kind}: compare it with a number`;
  const top = topOf(step);
  if (top === undefined || (Number.isInteger(operand) && operand >= 1 && operand <= top)) return undefined;
  return `"${step.id}" goes from 1 to ${top}`;
}

/** The highest level or position of a step that has them. */
export function topOf({ kind, raw, step }: DraftStep): number | undefined {
  if (kind === "level") return Array.isArray(raw.levels) ? raw.levels.length : undefined;
  return step?.kind === "spectrum" ? step.positions : undefined;
}

import type { CustomerClass } from "../customer.ts";
import type { Criterion, Rules } from "../customer-rules.ts";

export type Scores = { readonly [criterion: string]: number };

/** A score with what it was made of: the formula can be shown with its numbers. */
export interface Score {
  /** Σ weight × value / Σ weight over the criteria that have a value (CONTENT.md, `classification`). */
  readonly score: number;
  readonly parts: readonly { readonly criterion: Criterion; readonly value: number }[];
  /** Without a value: left out above and below the line. */
  readonly missing: readonly Criterion[];
}

/** Undefined where nothing that weighs has a value. Values of criteria that are there no more, or off the scale, do not count. */
export function scoreOf(scores: Scores, { criteria, scale }: Pick<Rules, "criteria" | "scale">): Score | undefined {
  const isValued = ({ id }: Criterion) => {
    const value = scores[id];
    return value !== undefined && value >= scale.min && value <= scale.max;
  };
  const parts = criteria.filter(isValued).map((criterion) => ({ criterion, value: scores[criterion.id] ?? 0 }));
  const weights = parts.reduce((sum, { criterion }) => sum + criterion.weight, 0);
  if (weights === 0) return undefined;
  const weighted = parts.reduce((sum, { criterion, value }) => sum + criterion.weight * value, 0);
  return { score: exact(weighted / weights), parts, missing: criteria.filter((one) => !isValued(one)) };
}

/** Thresholds that are not the higher the better the class would leave a class empty. */
export function areInOrder({ A, B, C }: Rules["thresholds"]): boolean {
  return A > B && B > C;
}

/** Whoever reaches a threshold is in its class. */
export function classOfScore(score: number, { A, B, C }: Rules["thresholds"]): CustomerClass {
  const reaches = (threshold: number) => score >= exact(threshold);
  return reaches(A) ? "A" : reaches(B) ? "B" : reaches(C) ? "C" : "D";
}

/** The class that holds: the one that people gave, else the one by the scores; null without either. */
export function classOf(
  customer: { readonly givenClass: CustomerClass | null; readonly scores: Scores },
  rules: Rules,
): CustomerClass | null {
  if (customer.givenClass !== null) return customer.givenClass;
  const found = scoreOf(customer.scores, rules);
  return found === undefined ? null : classOfScore(found.score, rules.thresholds);
}

/** 3.5 reached by 0.1 and 0.2 is 3.5, not 3.4999999999999996. */
function exact(number: number): number {
  return Number(number.toFixed(9));
}

import type { Answers } from "../../flow/answers.ts";
import { numberIn, optionIn, rowsIn, textIn } from "./answered.ts";

const LONGEST_WHO = 80;

/** A point as the customer and as we see it: the means of what was answered at each level and sector of the customer's organisation. */
export interface Gap {
  readonly point: string;
  readonly customer: number;
  readonly we: number;
  /** Ours above theirs is positive: there we think better of ourselves than they do. */
  readonly gap: number;
}

/** The points that were valued, the widest gap first. */
export function gapsOf(values: Answers): readonly Gap[] {
  const points = new Map<string, { customer: number; we: number; count: number }>();
  for (const { cells } of rowsIn(values, "views")) {
    const point = optionIn(cells, "point");
    const [customer, we] = [numberIn(cells, "customer"), numberIn(cells, "we")];
    if (point === undefined || customer === undefined || we === undefined) continue;
    const sum = points.get(point) ?? { customer: 0, we: 0, count: 0 };
    points.set(point, { customer: sum.customer + customer, we: sum.we + we, count: sum.count + 1 });
  }
  return [...points]
    .map(([point, { customer, we, count }]) => ({
      point,
      customer: customer / count,
      we: we / count,
      gap: (we - customer) / count,
    }))
    .toSorted((a, b) => Math.abs(b.gap) - Math.abs(a.gap));
}

/** What each who answered in the customer's organisation gave a point that several gave a value, in the order of the rows; "" where nobody was named. */
export function voicesOf(values: Answers, point: string): readonly { readonly who: string; readonly value: number }[] {
  const voices = rowsIn(values, "views").flatMap(({ cells }) => {
    const value = optionIn(cells, "point") === point ? numberIn(cells, "customer") : undefined;
    return value === undefined ? [] : [{ who: textIn(cells, "who", LONGEST_WHO), value }];
  });
  return voices.length > 1 ? voices : [];
}

import type { Customer, CustomerClass } from "../customer.ts";
import type { Deviation } from "./deviation.ts";

/** How the customers of one class stand; `null`: those without a class. */
export interface ClassCoverage {
  readonly class: CustomerClass | null;
  /** With a cadence, and so within a limit or past it. */
  readonly customers: number;
  readonly within: number;
  /** On how many other deviations nobody has decided. */
  readonly open: number;
}

const CLASSES = ["A", "B", "C", "D", null] as const;

/**
 * Coverage by class, of customers and never of people. `known`: the deviations that count, since whoever is in charge has had them for a week; all
 * else counts as within.
 */
export function coverageOf(
  all: readonly Pick<Customer, "_id" | "kept" | "class" | "limitOn">[],
  known: readonly Deviation[],
): readonly ClassCoverage[] {
  const byCustomer = new Map(known.map((deviation) => [deviation.customer._id, deviation]));
  return CLASSES.map((inClass) => {
    const own = all.filter((customer) => customer.kept && customer.class === inClass);
    const found = own.flatMap(({ _id }) => byCustomer.get(_id) ?? []);
    const past = found.filter(({ what }) => isPast(what.kind)).length;
    const timed = own.filter(
      ({ _id, limitOn }) => limitOn !== null || isPast(byCustomer.get(_id)?.what.kind ?? "class"),
    ).length;
    return { class: inClass, customers: timed, within: timed - past, open: found.length - past };
  }).filter(({ customers, open }) => customers > 0 || open > 0);
}

function isPast(kind: Deviation["what"]["kind"]): boolean {
  return kind === "limit" || kind === "quiet";
}

import { isPastLimit } from "../clock/next-due.ts";
import type { Customer, CustomerClass } from "../customer.ts";
import { type Deviation, wantsContact } from "./deviation.ts";

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
 * Coverage by class, of customers and never of people, as it stands on a day: past its limit is whose limit has gone by, also where the contact was put
 * off beyond it, as its card says. `known`: the other deviations that count, since whoever is in charge has had them for a week.
 */
export function coverageOf(
  all: readonly Pick<Customer, "_id" | "kept" | "class" | "limitOn">[],
  known: readonly Deviation[],
  today: string,
): readonly ClassCoverage[] {
  const knownOf = (isMeant: (kind: Deviation["what"]["kind"]) => boolean) =>
    new Set(known.flatMap(({ customer, what }) => (isMeant(what.kind) ? [customer._id] : [])));
  const quiet = knownOf((kind) => kind === "quiet");
  const undecided = knownOf((kind) => !wantsContact(kind));
  return CLASSES.map((inClass) => {
    const own = all.filter((customer) => customer.kept && customer.class === inClass);
    const timed = own.filter(({ _id, limitOn }) => limitOn !== null || quiet.has(_id));
    const past = timed.filter((customer) => isPastLimit(customer, today) || quiet.has(customer._id));
    const open = own.filter(({ _id }) => undecided.has(_id));
    return { class: inClass, customers: timed.length, within: timed.length - past.length, open: open.length };
  }).filter(({ customers, open }) => customers > 0 || open > 0);
}

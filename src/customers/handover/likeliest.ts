import { addDays } from "../../calendar/iso-date.ts";
import { weekOf } from "../../calendar/week.ts";
import { lateSince, standingOn } from "../clock/next-due.ts";
import type { Contact } from "../contact.ts";
import type { Customer } from "../customer.ts";
import { isImportant } from "../deviations/important.ts";
import { lastPromise, type Promised } from "../last-promise.ts";
import { openMeasures } from "../measures/open-measures.ts";
import { isMeasurePlan } from "../measures/plan-measures.ts";

/** Days from and until (ISO), both included. */
interface Time {
  readonly from: string;
  readonly until: string;
}

/** Why a customer may need something in that time. */
export type Reason =
  /** A contact was agreed for that day. */
  | { readonly kind: "planned"; readonly on: string }
  | { readonly kind: "late"; readonly since: string }
  | { readonly kind: "due"; readonly on: string }
  | { readonly kind: "measure"; readonly what: string; readonly on: string | null }
  /** There were contacts in the same weeks of earlier years. */
  | { readonly kind: "past"; readonly on: string };

export interface Likely {
  readonly customer: Customer;
  /** The weightiest first; never empty. */
  readonly reasons: readonly Reason[];
  /** What was promised last. */
  readonly promise: Promised | undefined;
}

const WEIGHTS = { planned: 40, late: 35, measure: 30, due: 25, past: 10 } as const satisfies {
  readonly [kind in Reason["kind"]]: number;
};
/** A measure without a day may wait; one that came due before the time away does not. */
const UNDATED = 8;
const IMPORTANT = 5;
const HALF_A_YEAR = 183;

/**
 * The customers that are likeliest to need something in a time, the likeliest first: by what is agreed, due or late, by open measures, and by the
 * contacts of earlier years in the same weeks (ours). Who has no reason is left out.
 */
export function likeliest(
  all: readonly { readonly customer: Customer; readonly contacts: readonly Contact[] }[],
  time: Time,
  most: number,
): readonly Likely[] {
  return all
    .filter(({ customer }) => customer.kept)
    .map((one) => ({ ...one, found: reasonsOf(one, time) }))
    .filter(({ found }) => found.length > 0)
    .map(({ customer, contacts, found }) => ({
      likely: {
        customer,
        reasons: found.toSorted((a, b) => weightOf(b, time) - weightOf(a, time)),
        promise: lastPromise(contacts),
      },
      weight: found.reduce((sum, reason) => sum + weightOf(reason, time), isImportant(customer) ? IMPORTANT : 0),
    }))
    .toSorted((a, b) => b.weight - a.weight || a.likely.customer.name.localeCompare(b.likely.customer.name))
    .slice(0, most)
    .map(({ likely }) => likely);
}

function reasonsOf(
  { customer, contacts }: { readonly customer: Customer; readonly contacts: readonly Contact[] },
  time: Time,
): readonly Reason[] {
  const { dueOn, limitOn, clock } = customer;
  const planned = clock.planned && clock.planned.on <= time.until ? clock.planned.on : undefined;
  // A measure that was agreed on for a day is told as that.
  const isMeasure = contacts.some((plan) => plan._id === clock.planned?.contact && isMeasurePlan(plan));
  const since = standingOn({ dueOn, limitOn }, time.from) === "late" ? lateSince({ limitOn }) : null;
  const due = dueOn !== null && dueOn <= time.until && dueOn !== planned ? dueOn : undefined;
  const past = lastInSameWeeks(contacts, time);
  return [
    ...(planned === undefined || isMeasure ? [] : [{ kind: "planned", on: planned } as const]),
    ...(since !== null
      ? [{ kind: "late", since } as const]
      : due === undefined
        ? []
        : [{ kind: "due", on: due } as const]),
    ...measuresIn(contacts, time),
    ...(past === undefined ? [] : [{ kind: "past", on: past } as const]),
  ];
}

/** Open measures that come due by the end of the time, and those without a day. */
function measuresIn(contacts: readonly Contact[], { until }: Time): readonly Reason[] {
  return openMeasures(contacts)
    .filter(({ on }) => on === null || on <= until)
    .map(({ what, on }) => ({ kind: "measure", what, on }));
}

/** The newest contact of an earlier year that was made in the same ISO weeks. */
function lastInSameWeeks(contacts: readonly Contact[], { from, until }: Time): string | undefined {
  const weeks = new Set<string>();
  for (let day = from; day <= until; day = addDays(day, 1)) weeks.add(weekOf(day).slice(-2));
  const before = addDays(from, -HALF_A_YEAR);
  return contacts
    .filter(({ state, on }) => state === "made" && on !== null && on < before && weeks.has(weekOf(on).slice(-2)))
    .flatMap(({ on }) => on ?? [])
    .toSorted()
    .at(-1);
}

function weightOf(reason: Reason, { from }: Time): number {
  if (reason.kind !== "measure") return WEIGHTS[reason.kind];
  if (reason.on === null) return UNDATED;
  return reason.on < from ? WEIGHTS.measure - 1 : WEIGHTS.measure;
}

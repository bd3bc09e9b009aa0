import { contactsAYear } from "../clock/limits.ts";
import type { Customer } from "../customer.ts";
import { cadenceOf, type Rulebook } from "../rulebook.ts";

const WEEKS_A_YEAR = 52;
/** Cadences that people think in, the closest first: contacts a year. */
const CADENCES = [52, 26, 17, 13, 12, 9, 6, 5, 4, 3, 2, 1] as const;

/** What a care plan asks of one salesperson, beside what happens now: contacts a week. */
export interface Load {
  readonly person: string | null;
  /** Whom the changed plan is about, of all that are in this person's charge. */
  readonly customers: number;
  readonly now: number | null;
  readonly asked: number;
  /** What that is the sum of: how many customers with how many contacts a year each, the closest cadence first. */
  readonly parts: readonly { readonly customers: number; readonly aYear: number }[];
  /** The closest cadence of the changed plan, in contacts a year, that keeps within what happens now; null when none does or nothing is known of now. */
  readonly fits: number | null;
}

interface Charge {
  readonly weeksOpen: number;
  /** person → contacts really made a week, over the weeks that were looked at; whoever is missing has no history to judge by. */
  readonly madeAWeek: ReadonlyMap<string, number>;
}

type Planned = Pick<Customer, "person" | "kept" | "ownPlan" | "class" | "field">;

/**
 * The load of a rulebook that is not saved yet, by person. `isMeant` tells whose cadence is being changed; the year has as many weeks as the company
 * is open.
 */
export function loadOf(
  all: readonly Planned[],
  book: Rulebook,
  isMeant: (customer: Planned) => boolean,
  { weeksOpen, madeAWeek }: Charge,
): readonly Load[] {
  const weeks = Math.max(1, Math.min(WEEKS_A_YEAR, weeksOpen));
  const sums = new Map<
    string | null,
    { meant: number; meantAYear: number; restAYear: number; byCadence: Map<number, number> }
  >();
  for (const customer of all) {
    if (!customer.kept) continue;
    const sum = sums.get(customer.person) ?? { meant: 0, meantAYear: 0, restAYear: 0, byCadence: new Map() };
    sums.set(customer.person, sum);
    const aYear = contactsAYear(cadenceOf(customer, book).care);
    sum.byCadence.set(aYear, (sum.byCadence.get(aYear) ?? 0) + 1);
    if (isMeant(customer)) {
      sum.meant += 1;
      sum.meantAYear += aYear;
    } else sum.restAYear += aYear;
  }
  return [...sums]
    .map(([person, { meant, meantAYear, restAYear, byCadence }]) => {
      const now = (person === null ? undefined : madeAWeek.get(person)) ?? null;
      const room = now === null ? null : now * weeks - restAYear;
      const fits = room === null ? null : (CADENCES.find((cadence) => cadence * meant <= room) ?? null);
      return {
        person,
        customers: meant,
        now,
        asked: (meantAYear + restAYear) / weeks,
        parts: [...byCadence].toSorted(([a], [b]) => b - a).map(([aYear, count]) => ({ customers: count, aYear })),
        fits: meant === 0 ? null : fits,
      };
    })
    .toSorted((a, b) => b.asked - a.asked || (a.person ?? "").localeCompare(b.person ?? ""));
}

/** The cadence that fits everybody whom the plan is about; null when somebody's does not, or is not known. */
export function cadenceThatFits(loads: readonly Load[]): number | null {
  const fitting = loads.filter(({ customers }) => customers > 0).map(({ fits }) => fits);
  if (fitting.length === 0 || fitting.includes(null)) return null;
  return Math.min(...fitting.map((fits) => fits ?? 0));
}

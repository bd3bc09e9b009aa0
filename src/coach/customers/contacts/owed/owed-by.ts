import { standsInFor } from "../../../../cadence/receiver.ts";
import { sundayOf } from "../../../../calendar/week.ts";
import { standingOn } from "../../../../customers/clock/next-due.ts";
import { contacts } from "../../../../customers/contact.ts";
import { type Customer, customers } from "../../../../customers/customer.ts";
import { dueOf } from "../../../../customers/find-customers.ts";
import type { Directory } from "../../../../people/directory.ts";
import type { Person } from "../../../../people/records.ts";
import type { CoachPorts } from "../../../ports.ts";

/** Of what went past its limit or the day for which it was promised so many are shown as late at once: the worst. More would be a reproach, not a list. */
const MOST_LATE = 3;
const LEAST_DAY = "0000-01-01";

/** Whom somebody owes a contact this week. */
export interface OwedCustomers {
  /** Past the worst-case limit or the day that was promised, the worst first; at most three. */
  readonly late: readonly Customer[];
  /** Others, what was agreed on first, then the one due first. */
  readonly due: readonly Customer[];
}

interface Whose {
  readonly ports: Pick<CoachPorts, "store">;
  readonly directory: Directory;
  readonly person: Person;
  readonly now: number;
  /** The date on the person's own calendar. */
  readonly today: string;
  /** Just back from closed weeks: nothing is late. */
  readonly back?: boolean;
  /** Shown as late elsewhere in the same message. */
  readonly besides?: ReadonlySet<string>;
}

/** Customers in the person's charge that are due by Sunday, and those of others whom they have promised a contact by then. */
export async function owedBy(whose: Whose): Promise<OwedCustomers> {
  const { ports, person, today } = whose;
  const sunday = sundayOf(today);
  const [own, promised] = await Promise.all([
    dueOf(ports.store, { company: person.company, person: person._id, through: sunday }),
    promisedElsewhere(whose, sunday),
  ]);
  const known = new Set(own.map(({ _id }) => _id));
  return sorted([...own, ...promised.filter(({ _id }) => !known.has(_id))], whose);
}

/** What those owe who are away and for whom the person stands in: what was agreed on first. */
export async function owedByAway(whose: Whose): Promise<readonly Customer[]> {
  const { ports, directory, person, now, today } = whose;
  const away = standsInFor(person._id, directory.people, now);
  const all = await Promise.all(
    away.map(({ company, _id }) => dueOf(ports.store, { company, person: _id, through: sundayOf(today) })),
  );
  const { late, due } = sorted(all.flat(), whose);
  return [...late, ...due].toSorted((a, b) => agreed(a) - agreed(b));
}

async function promisedElsewhere({ ports, person }: Whose, sunday: string): Promise<readonly Customer[]> {
  const { company, _id } = person;
  const equals = { company, person: _id, state: "planned" };
  const plans = await ports.store.find(contacts, { name: "ofPersonDue", equals, from: LEAST_DAY, to: sunday });
  const ids = [...new Set(plans.map(({ customer }) => customer))];
  const found = ids.length === 0 ? [] : await ports.store.getMany(customers, ids);
  return found.filter(
    ({ kept, dueOn, person: inCharge }) => kept && inCharge !== _id && dueOn !== null && dueOn <= sunday,
  );
}

function sorted(all: readonly Customer[], { today, back, besides }: Whose): OwedCustomers {
  const isLate = (customer: Customer) => !back && lateOn(customer, today) !== undefined && !besides?.has(customer._id);
  const late = all
    .filter(isLate)
    .toSorted((a, b) => worstFirst(a, b, today))
    .slice(0, Math.max(0, MOST_LATE - (besides?.size ?? 0)));
  const shown = new Set(late);
  return { late, due: all.filter((customer) => !shown.has(customer)).toSorted(agreedFirst) };
}

/** Late for the longest; of equals the better class. */
function worstFirst(a: Customer, b: Customer, today: string): number {
  return (lateOn(a, today) ?? "").localeCompare(lateOn(b, today) ?? "") || byClass(a, b);
}

/** The last day on which it was not late yet: that of the limit, or of the promise. */
function lateOn(customer: Customer, today: string): string | undefined {
  const { limitOn, dueOn, clock } = customer;
  const isOver = clock.planned?.promised === true && clock.planned.on === dueOn && dueOn < today;
  if (isOver) return clock.planned?.on;
  return standingOn(customer, today) === "late" ? (limitOn ?? undefined) : undefined;
}

function agreedFirst(a: Customer, b: Customer): number {
  return agreed(a) - agreed(b) || (a.dueOn ?? "").localeCompare(b.dueOn ?? "") || byClass(a, b);
}

/** 0: agreed on with the customer. */
function agreed({ clock, dueOn }: Customer): number {
  return Number(clock.planned?.on !== dueOn);
}

function byClass(a: Customer, b: Customer): number {
  return (a.class ?? "E").localeCompare(b.class ?? "E") || (a._id < b._id ? -1 : 1);
}

import type { IsClosed } from "../../calendar/closed-days.ts";
import { addDays } from "../../calendar/iso-date.ts";
import { updated } from "../change-customer.ts";
import { type Load, loadOf } from "../classes/load.ts";
import { type Moves, wouldMove } from "../classes/would-move.ts";
import type { Customer } from "../customer.ts";
import { cadenceOf, type Rulebook } from "../rulebook.ts";
import { mergeChange } from "./merge-change.ts";
import type { NamedCustomer, PlanChange, RegisterChanges } from "./register-changes.ts";

/** What saving would do, to be seen before it is done. */
export interface Preview extends Moves {
  /** Who would be added. */
  readonly added: readonly string[];
  /** Whose data would change. */
  readonly changed: readonly Customer[];
  /** What the care plans would ask of each person; none where no plan changes. */
  readonly loads: readonly Load[];
  /** Whom each of the changed plans would speak for, by "class/A". */
  readonly meant: ReadonlyMap<string, number>;
}

interface Register {
  readonly all: readonly Customer[];
  readonly book: Rulebook;
  /** The rulebook as it would be. */
  readonly after: Rulebook;
  readonly before: RegisterChanges | null;
  /** Who is meant, where the customer is known. */
  readonly idOf: (customer: NamedCustomer) => string;
  readonly madeAWeek: ReadonlyMap<string, number>;
  readonly weeksOpen: number;
  readonly now: number;
}

export function previewOf(changes: RegisterChanges, register: Register): Preview {
  const { all, book, after, idOf } = register;
  const known = new Set(all.map(({ _id }) => _id));
  const named = [...changes.customers, ...changes.contacts].map(({ customer }) => customer);
  const added = new Map(named.filter((one) => !known.has(idOf(one))).map((one) => [idOf(one), one.name]));
  const next = new Map(all.map((customer) => [customer._id, customer]));
  for (const change of changes.customers) {
    const customer = next.get(idOf(change.customer));
    const before = register.before?.customers.find(({ row }) => row === change.row);
    if (customer) next.set(customer._id, { ...customer, ...mergeChange(customer, change, before) });
  }
  const changed = all.filter((customer) => !same(customer, next.get(customer._id)));
  const moves = wouldMove(all, book.rules, after.rules, ({ _id }) => next.get(_id));
  return { ...moves, added: [...added.values()], changed, ...loads(changes.plans, [...next.values()], register) };
}

function loads(plans: readonly PlanChange[], all: readonly Customer[], { after, madeAWeek, weeksOpen, now }: Register) {
  const keys = new Set(plans.map(keyOf));
  const settled = all.map((customer) => updated(customer, { set: {} }, after, { by: null, now }));
  const speaks = (customer: Pick<Customer, "ownPlan" | "class" | "field">): string => {
    const { by } = cadenceOf(customer, after);
    return by === "class" ? `class/${customer.class}` : by === "field" ? `field/${customer.field}` : by;
  };
  const meant = new Map<string, number>();
  for (const customer of settled) {
    const key = speaks(customer);
    if (customer.kept && keys.has(key)) meant.set(key, (meant.get(key) ?? 0) + 1);
  }
  if (plans.length === 0) return { loads: [], meant };
  return { loads: loadOf(settled, after, (one) => keys.has(speaks(one)), { weeksOpen, madeAWeek }), meant };
}

export function keyOf({ kind, of }: Pick<PlanChange, "kind" | "of">): string {
  return kind === "all" ? "all" : `${kind}/${of}`;
}

/** How many weeks of so many days from a day on are open. */
export function openWeeks(from: string, days: number, isClosed: IsClosed): number {
  let open = 0;
  for (let day = 0; day < days; day++) if (!isClosed(addDays(from, day))) open += 1;
  return open / 7;
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

import type { IsClosed } from "../../calendar/closed-days.ts";
import { addDays } from "../../calendar/iso-date.ts";
import { namedOnly } from "../add-customers.ts";
import { updated } from "../change-customer.ts";
import { type Load, loadOf } from "../classes/load.ts";
import { classOf } from "../classes/score.ts";
import { type Moves, wouldMove } from "../classes/would-move.ts";
import type { Customer, CustomerClass, CustomerContent } from "../customer.ts";
import { cadenceOf, type Rulebook, saysHowOften } from "../rulebook.ts";
import { type Delta, deltasOf } from "./deltas.ts";
import { mergeChange } from "./merge-change.ts";
import { keyOf, type NamedCustomer, type PlanChange, type RegisterChanges } from "./register-changes.ts";

/** What saving would do, to be seen before it is done. */
export interface Preview extends Moves {
  /** Who would be added. */
  readonly added: readonly string[];
  /** Who would stand otherwise, by name; new ones beside a customer of whom nothing is known. */
  readonly changed: readonly Changed[];
  /** Whom a class given by hand keeps from the one by the scores that are saved. */
  readonly given: readonly { readonly name: string; readonly given: CustomerClass; readonly scored: CustomerClass }[];
  /** What the care plans would ask of each person; none where no plan changes. */
  readonly loads: readonly Load[];
  /** Whom each of the changed plans would speak for, by "class/A". */
  readonly meant: ReadonlyMap<string, number>;
}

export interface Changed {
  readonly name: string;
  readonly isNew: boolean;
  readonly deltas: readonly Delta[];
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
  const next = new Map(all.map((customer) => [customer._id, customer]));
  const named = [...changes.customers, ...changes.contacts].map(({ customer }) => customer);
  const added = new Map<string, CustomerContent>(
    named.filter((one) => !next.has(idOf(one))).map((one) => [idOf(one), namedOnly(one.name, null)]),
  );
  for (const change of changes.customers) {
    const id = idOf(change.customer);
    const before = register.before?.customers.find(({ row }) => row === change.row);
    const [customer, fresh] = [next.get(id), added.get(id)];
    if (customer) next.set(id, { ...customer, ...mergeChange(customer, change, before) });
    if (fresh) added.set(id, { ...fresh, ...mergeChange(fresh, change, undefined) });
  }
  const { moves, classes } = wouldMove(all, book.rules, after.rules, ({ _id }) => next.get(_id));
  const rules = { before: book.rules, after: after.rules };
  const touched = new Set([
    ...moves.map((move) => move.customer._id),
    ...changes.customers.map((one) => idOf(one.customer)),
  ]);
  const changed = [
    ...all
      .filter(({ _id }) => touched.has(_id))
      .map((one) => ({ name: one.name, isNew: false, deltas: deltasOf(one, next.get(one._id) ?? one, rules) })),
    ...[...added.values()].map((one) => ({
      name: one.name,
      isNew: true,
      deltas: deltasOf(namedOnly(one.name, null), one, rules),
    })),
  ]
    .filter(({ deltas }) => deltas.length > 0)
    .toSorted((a, b) => a.name.localeCompare(b.name, "fi"));
  return {
    moves,
    classes: withAdded(classes, [...added.values()], after),
    added: [...added.values()].map(({ name }) => name),
    changed,
    given: givenOf(changes, all, (id) => next.get(id), register),
    ...loads(changes.plans, [...next.values()], register),
  };
}

function givenOf(
  { customers }: RegisterChanges,
  all: readonly Customer[],
  nextOf: (id: string) => Customer | undefined,
  { idOf, after }: Register,
): Preview["given"] {
  const valued = new Set(
    customers.filter(({ scores }) => Object.keys(scores).length > 0).map(({ customer }) => idOf(customer)),
  );
  return all.flatMap(({ _id, name, givenClass: given }) => {
    const next = given !== null && valued.has(_id) ? nextOf(_id) : undefined;
    const scored = next ? classOf({ ...next, givenClass: null }, after.rules) : null;
    return given === null || scored === null || scored === given ? [] : [{ name, given, scored }];
  });
}

function withAdded(
  classes: Moves["classes"],
  added: readonly CustomerContent[],
  { rules }: Rulebook,
): Moves["classes"] {
  const counted = { ...classes };
  for (const one of added) {
    const inClass = classOf(one, rules) ?? "none";
    counted[inClass] = { ...counted[inClass], after: counted[inClass].after + 1 };
  }
  return counted;
}

function loads(plans: readonly PlanChange[], all: readonly Customer[], register: Register) {
  const { book, after, madeAWeek, weeksOpen, now } = register;
  if (plans.length === 0) return { loads: [], meant: new Map<string, number>() };
  const settled = all.map((customer) => updated(customer, { set: {} }, after, { by: null, now }));
  const keys = new Set(plans.map(keyOf));
  const isMeant = (one: Spoken) => keys.has(speaks(one, after)) || keys.has(speaks(one, book));
  const meant = plans.map((plan) => {
    const isFor = (one: Spoken) => (saysHowOften(plan.care) ? speaks(one, after) === keyOf(plan) : isOf(one, plan));
    return [keyOf(plan), settled.filter((one) => one.kept && isFor(one)).length] as const;
  });
  return { loads: loadOf(settled, after, isMeant, { weeksOpen, madeAWeek }), meant: new Map(meant) };
}

type Spoken = Pick<Customer, "ownPlan" | "class" | "field">;

/** Whether a customer is in the group that a plan is of, whoever's cadence it has. */
function isOf(customer: Spoken, { kind, of }: PlanChange): boolean {
  return kind === "all" || (kind === "class" ? customer.class : customer.field) === of;
}

/** Whose plan a customer's cadence comes from, by "class/A". */
function speaks(customer: Spoken, book: Rulebook): string {
  const { by } = cadenceOf(customer, book);
  return by === "class" ? `class/${customer.class}` : by === "field" ? `field/${customer.field}` : by;
}

/** How many weeks of so many days from a day on are open. */
export function openWeeks(from: string, days: number, isClosed: IsClosed): number {
  let open = 0;
  for (let day = 0; day < days; day++) if (!isClosed(addDays(from, day))) open += 1;
  return open / 7;
}

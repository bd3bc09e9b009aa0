import { born, type Event, type Planned } from "../deliveries/outbox.ts";
import { idFrom } from "../people/id-from.ts";
import type { Store } from "../store/store.ts";
import { movedTo, newClock, spreadOn } from "./clock/clock-events.ts";
import { limitsOf } from "./clock/limits.ts";
import { spreadOver } from "./clock/spread.ts";
import { type Customer, type CustomerContent, customers } from "./customer.ts";
import { cadenceOf, type Rulebook, spreadDays } from "./rulebook.ts";
import { nameKey } from "./search/name-key.ts";
import { settle } from "./settle.ts";

/** So many are written at once: the store makes one commit of them. */
const AT_ONCE = 200;

export interface NewCustomer {
  readonly content: CustomerContent;
  /** When somebody was last in contact, as far as people know (ISO). */
  readonly toldLast?: string | null;
  /** The day for which people have the next contact in mind (ISO), not before today: the clock chooses none then. */
  readonly toldNext?: string | null;
  /** Another one than who has the same name in the same town. */
  readonly apart?: true;
}

export interface Adding {
  readonly company: string;
  readonly by: string | null;
  /** The company's date. */
  readonly today: string;
  readonly book: Rulebook;
}

/** "exists": one of the same business id, or of the same name and town, stands there already; it is left as it is. */
export type Added = { readonly kind: "added" | "exists"; readonly record: Customer };

/** A customer of whom only the name is known. */
export function namedOnly(name: string, person: string | null): CustomerContent {
  return {
    name,
    businessId: "",
    town: "",
    person,
    contactPersons: [],
    segment: "",
    products: [],
    buys: true,
    scores: {},
    givenClass: null,
    present: null,
    potential: null,
    lifecycle: null,
    will: null,
    ownPlan: null,
    closedWeeks: [],
  };
}

/**
 * Adds customers, with their first contacts spread over the interval of each. The same event again adds nothing, and so do two people who add the
 * same customer at once.
 */
export async function addCustomers(
  store: Store,
  added: readonly NewCustomer[],
  adding: Adding,
  event: Event,
  saying: (customer: Customer) => readonly Planned[] = () => [],
): Promise<readonly Added[]> {
  const blank = await Promise.all(added.map((one) => newCustomer(one, adding, event)));
  const placed = withFirstDays(blank, adding);
  const done: Added[] = [];
  for (let from = 0; from < placed.length; from += AT_ONCE) {
    const some = placed.slice(from, from + AT_ONCE);
    done.push(...(await Promise.all(some.map((customer) => insert(store, customer, event, saying)))));
  }
  return done;
}

async function insert(
  store: Store,
  customer: Customer,
  event: Event,
  saying: (customer: Customer) => readonly Planned[],
): Promise<Added> {
  const record = { ...customer, ...born(customer, event, saying(customer)) };
  if ((await store.insert(customers, record)) === "inserted") return { kind: "added", record };
  const known = (await store.get(customers, customer._id)) ?? record;
  return { kind: known.events.includes(event.id) ? "added" : "exists", record: known };
}

function withFirstDays(all: readonly Customer[], { book, today }: Adding): readonly Customer[] {
  const toSpread = all.flatMap((customer) => {
    const limits = limitsOf(cadenceOf(customer, book).care);
    const isAhead = customer.dueOn !== null && customer.clock.toldLast !== null && customer.dueOn > today;
    const isTold = customer.clock.moved !== null;
    return limits && !isAhead && !isTold
      ? [{ id: customer._id, person: customer.person, wish: limits.wish, customer }]
      : [];
  });
  const placed = spreadOver(toSpread, today, spreadDays(book));
  return all.map((customer) => {
    const to = placed.get(customer._id);
    if (to === undefined) return customer;
    // A day on which this one customer is closed waits for its next open one.
    const clock = spreadOn(customer.clock, book.workingDaysOf(customer).after(to, 0));
    return { ...customer, clock, ...settle({ ...customer, clock }, book) };
  });
}

async function newCustomer(
  { content, toldLast = null, toldNext = null, apart }: NewCustomer,
  adding: Adding,
  event: Event,
): Promise<Customer> {
  const { company, by, today, book } = adding;
  const known = await customerId(company, content);
  const _id = apart ? await idFrom(known, event.id) : known;
  const blank = newClock(today, toldLast);
  const clock = toldNext === null ? blank : movedTo(blank, { kind: "moved", to: toldNext, on: today, by, plan: null });
  const said = {
    _id,
    company,
    ...content,
    kept: true,
    endedWhy: "",
    clock,
    history: [{ at: event.now, by, did: "added" as const, note: "" }],
    createdAt: event.now,
    changedAt: event.now,
    revision: 1,
    ...born({ _id, company }, event, []),
  };
  return { ...said, ...settle(said, book) };
}

/** The same for the same business id, and where there is none for the same name in the same town. */
export function customerId(
  company: string,
  { businessId, name, town }: Pick<CustomerContent, "businessId" | "name" | "town">,
): Promise<string> {
  const key = businessId === "" ? `name ${nameKey(name)} ${nameKey(town)}` : `id ${businessId}`;
  return idFrom(company, "customer", key);
}

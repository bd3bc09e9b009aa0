import type { Store } from "../store/store.ts";
import { type Contact, contacts } from "./contact.ts";
import { type Customer, customers } from "./customer.ts";

/** More customers than any small or medium firm keeps. */
const ALL = 200_000;
/** More contacts than anybody plans or makes with one customer. */
const ALL_CONTACTS = 10_000;
const AT_ONCE = 200;

/** Whom a person owes a contact by a day (ISO), the one due first first. Reads as many as there are, not as many as the person has. */
export function dueOf(
  store: Store,
  {
    company,
    person,
    through,
    limit = 1000,
  }: { company: string; person: string | null; through: string; limit?: number },
): Promise<readonly Customer[]> {
  return store.find(customers, { name: "dueOfPerson", equals: { company, person }, from: "", to: through, limit });
}

/** All that are in a person's charge, ended ones too; with null those that are in nobody's. */
export function customersOfPerson(
  store: Store,
  { company, person }: { readonly company: string; readonly person: string | null },
): Promise<readonly Customer[]> {
  return store.find(customers, { name: "ofPerson", equals: { company, person }, limit: ALL });
}

export function allCustomers(store: Store, company: string): Promise<readonly Customer[]> {
  return store.find(customers, { name: "ofCompany", equals: { company }, limit: ALL });
}

/** Those that were added or changed at a moment (milliseconds since 1970) or after it. */
export function customersChangedSince(store: Store, company: string, from: number): Promise<readonly Customer[]> {
  return store.find(customers, { name: "changedSince", equals: { company }, from, limit: ALL });
}

/** A customer's contacts, logged and planned, the newest first; undone ones are left out. */
export async function contactsOf(
  store: Store,
  { company, customer }: { readonly company: string; readonly customer: string },
): Promise<readonly Contact[]> {
  const all = await store.find(contacts, { name: "ofCustomer", equals: { company, customer }, limit: ALL_CONTACTS });
  return all
    .filter(({ state }) => state !== "undone")
    .toSorted((a, b) => (b.on ?? b.due ?? "").localeCompare(a.on ?? a.due ?? "") || b.createdAt - a.createdAt);
}

/** The contacts of a customer, or of several, that stand in one of these states. */
export function contactsIn(
  store: Store,
  equals: {
    readonly company: string;
    readonly customer: string | readonly string[];
    readonly state: Contact["state"] | readonly Contact["state"][];
  },
): Promise<readonly Contact[]> {
  return store.find(contacts, { name: "ofCustomerIn", equals, limit: ALL_CONTACTS });
}

/** customer → what was promised to it for a day to come and stands, the earliest first. */
export async function promisesOf(
  store: Store,
  company: string,
  all: readonly Pick<Customer, "_id">[],
): Promise<ReadonlyMap<string, readonly Contact[]>> {
  const promised = new Map<string, Contact[]>();
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const some = all.slice(from, from + AT_ONCE).map(({ _id }) => _id);
    for (const contact of await contactsIn(store, { company, customer: some, state: "planned" }))
      if (contact.promise !== "") promised.set(contact.customer, [...(promised.get(contact.customer) ?? []), contact]);
  }
  return new Map(
    [...promised].map(([id, own]) => [id, own.toSorted((a, b) => (a.due ?? "").localeCompare(b.due ?? ""))]),
  );
}

/** person → contacts really made a week between two days (ISO, both included), over so many open weeks: what a care plan's load is laid beside. */
export async function madeAWeek(
  store: Store,
  { company, from, to, weeksOpen }: { company: string; from: string; to: string; weeksOpen: number },
): Promise<ReadonlyMap<string, number>> {
  const found = await store.find(contacts, { name: "ofCompanyOn", equals: { company }, from, to, limit: ALL });
  const made = new Map<string, number>();
  for (const { person, state } of found)
    if (person !== null && state === "made") made.set(person, (made.get(person) ?? 0) + 1);
  const weeks = Math.max(1, weeksOpen);
  return new Map([...made].map(([person, count]) => [person, count / weeks]));
}

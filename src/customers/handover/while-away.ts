import type { Contact } from "../contact.ts";
import type { Customer } from "../customer.ts";

/** What happened with one customer while the person in charge was away. */
export interface Happened {
  readonly customer: Pick<Customer, "_id" | "name">;
  /** The last of it; what was promised stands before what was only talked of. */
  readonly contact: Contact & { readonly on: string };
}

/**
 * What others did with a person's customers in a time: one line a customer, those with a promise first, then the newest. `contacts`: any of the
 * company.
 */
export function happenedWhileAway(
  own: readonly Pick<Customer, "_id" | "name">[],
  contacts: readonly Contact[],
  { person, from, until }: { readonly person: string; readonly from: string; readonly until: string },
): readonly Happened[] {
  const byId = new Map(own.map((customer) => [customer._id, customer]));
  const found = new Map<string, Happened>();
  for (const contact of contacts) {
    const { on, state } = contact;
    const customer = byId.get(contact.customer);
    const isOthers = contact.person !== person && contact.by !== person;
    if (!customer || state !== "made" || on === null || on < from || on > until || !isOthers) continue;
    const before = found.get(customer._id);
    const next = { customer, contact: { ...contact, on } };
    if (!before || says(next) > says(before) || (says(next) === says(before) && isLater(next, before)))
      found.set(customer._id, next);
  }
  return [...found.values()].toSorted(
    (a, b) => says(b) - says(a) || (isLater(a, b) ? -1 : 1) || a.customer.name.localeCompare(b.customer.name),
  );
}

function says({ contact }: Happened): number {
  return contact.promise === "" ? 0 : 1;
}

function isLater(one: Happened, other: Happened): boolean {
  return (
    one.contact.on > other.contact.on ||
    (one.contact.on === other.contact.on && one.contact.createdAt > other.contact.createdAt)
  );
}

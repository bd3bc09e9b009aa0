import type { Store } from "../store/store.ts";
import { changeCustomer } from "./change-customer.ts";
import { contacts } from "./contact.ts";
import { edit } from "./decide.ts";
import { customersOfPerson } from "./find-customers.ts";
import type { Rulebook } from "./rulebook.ts";

const ALL = 10_000;

interface Joining {
  readonly company: string;
  readonly kept: string;
  readonly other: string;
}

/** Two records of one person became one: the customers in the charge of `other`, and what they have promised, are `kept`'s. Harmless twice. */
export async function joinCustomers(
  store: Store,
  book: Rulebook,
  { company, kept, other }: Joining,
  now: number,
): Promise<void> {
  const event = { id: `join:${other}:${kept}`, now };
  for (const { _id: id } of await customersOfPerson(store, { company, person: other }))
    await changeCustomer(store, { id, book, by: null }, event, (customer) =>
      customer.person === other ? edit(customer, { person: kept }) : { declined: "unchanged" },
    );
  const equals = { company, person: other, state: ["planned", "kept", "dropped", "made", "tried"] };
  const theirs = await store.find(contacts, { name: "ofPersonDue", equals, limit: ALL });
  await Promise.all(
    theirs.map(({ _id }) => store.change(contacts, _id, { when: { person: other }, set: { person: kept } })),
  );
}

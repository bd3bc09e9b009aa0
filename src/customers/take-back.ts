import { companies } from "../people/records.ts";
import type { Store } from "../store/store.ts";
import { contacts } from "./contact.ts";
import { type Customer, customers } from "./customer.ts";
import { customersChangedSince } from "./find-customers.ts";

const AT_ONCE = 200;
/** More than anybody notes with so many just after they were added. */
const MOST_CONTACTS = 10_000;

interface Adding {
  readonly company: string;
  /** Who added them. */
  readonly by: string;
  /** The event that did. */
  readonly once: string;
  /** Not after it, in milliseconds since 1970. */
  readonly since: number;
}

/** Customers that one event added are taken out again, but for those to whom anything was done since, or with whom somebody was in contact. Harmless twice. */
export async function takeBackAdded(
  store: Store,
  { company, by, once, since }: Adding,
): Promise<{ readonly gone: number; readonly stayed: number }> {
  const changed = await customersChangedSince(store, company, since);
  const added = changed.filter(({ events, history }) => events[0] === once && history[0]?.by === by);
  let gone = 0;
  for (let from = 0; from < added.length; from += AT_ONCE) {
    const ids = await untouched(store, company, added.slice(from, from + AT_ONCE));
    await Promise.all(ids.map((id) => store.remove(customers, id)));
    gone += ids.length;
  }
  // Also where none is left: who began it may have been killed before this.
  await store.change(companies, company, { increase: { customersRemoved: 1 } });
  return { gone, stayed: added.length - gone };
}

/** Read anew: those before them took their time. */
async function untouched(store: Store, company: string, some: readonly Customer[]): Promise<readonly string[]> {
  const ids = some.map(({ _id }) => _id);
  const noted = await store.find(contacts, {
    name: "ofCustomer",
    equals: { company, customer: ids },
    limit: MOST_CONTACTS,
  });
  const met = new Set(noted.map(({ customer }) => customer));
  const now = await store.getMany(customers, ids);
  return now.flatMap(({ _id, revision }) => (revision === 1 && !met.has(_id) ? [_id] : []));
}

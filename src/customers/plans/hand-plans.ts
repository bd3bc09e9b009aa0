import type { Event } from "../../deliveries/outbox.ts";
import type { Store } from "../../store/store.ts";
import { contacts } from "../contact.ts";
import type { Customer } from "../customer.ts";
import { changeContact } from "../log-contact.ts";
import type { Rulebook } from "../rulebook.ts";

/** More than anybody plans with one customer. */
const ALL = 1000;

interface Handing {
  readonly customer: Pick<Customer, "_id" | "company">;
  readonly from: readonly (string | null)[];
  readonly to: string;
  readonly by: string | null;
}

/**
 * What was agreed on with a customer goes with it from those who had it, and goes first: whoever does it again after a kill finds the customer still
 * theirs.
 */
export async function handPlans(
  store: Store,
  book: Rulebook,
  { customer: { _id, company }, from, to, by }: Handing,
  event: Event,
): Promise<void> {
  const equals = { company, customer: _id, state: "planned" };
  const plans = await store.find(contacts, { name: "ofCustomerIn", equals, limit: ALL });
  for (const plan of plans) {
    if (plan.person === to || !from.includes(plan.person)) continue;
    const once = { ...event, id: `${event.id}:plan:${plan._id}` };
    await changeContact(store, book, { id: plan._id, set: { person: to }, by }, once);
  }
}

import type { Event } from "../../deliveries/outbox.ts";
import type { Store } from "../../store/store.ts";
import type { Customer } from "../customer.ts";
import { contactsIn } from "../find-customers.ts";
import { changeContact } from "../log-contact.ts";
import type { Rulebook } from "../rulebook.ts";

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
  for (const plan of await contactsIn(store, { company, customer: _id, state: "planned" })) {
    if (plan.person === to || !from.includes(plan.person)) continue;
    const once = { ...event, id: `${event.id}:plan:${plan._id}` };
    await changeContact(store, book, { id: plan._id, set: { person: to }, by }, once);
  }
}

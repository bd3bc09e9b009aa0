import { contacts } from "../../../customers/contact.ts";
import type { Customer } from "../../../customers/customer.ts";
import { changeContact } from "../../../customers/log-contact.ts";
import type { Turn } from "../../turn.ts";
import { bookFor } from "./customer-for.ts";

/** More than anybody plans with one customer. */
const ALL = 1000;

/** What was agreed on with a customer goes with it, from whoever had charge of it and from `giver`, and comes back with it. */
export async function handPlans(
  turn: Turn,
  { _id, company, person }: Customer,
  to: string,
  giver: string | null = turn.person._id,
): Promise<void> {
  const equals = { company, customer: _id, state: "planned" };
  const plans = await turn.ports.store.find(contacts, { name: "ofCustomerIn", equals, limit: ALL });
  const going = plans.filter((plan) => plan.person !== to && (plan.person === person || plan.person === giver));
  for (const plan of going) {
    const event = { ...turn.event, id: `${turn.event.id}:plan:${plan._id}` };
    const change = { id: plan._id, set: { person: to }, by: turn.person._id };
    await changeContact(turn.ports.store, await bookFor(turn), change, event);
  }
}

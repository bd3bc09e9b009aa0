import type { Customer } from "../../../customers/customer.ts";
import { handPlans } from "../../../customers/plans/hand-plans.ts";
import type { Planned } from "../../../deliveries/outbox.ts";
import { saying } from "../../converse.ts";
import type { Turn } from "../../turn.ts";
import { bookFor } from "../customer-for.ts";

/**
 * A customer is about to change hands: what was agreed on goes along from those who had it and from who hands it over. Gives what is told to the new
 * person in charge, for the write that makes it theirs.
 */
export async function handOver(turn: Turn, before: Customer, to: string): Promise<readonly Planned[]> {
  const { _id: me } = turn.person;
  const handing = { customer: before, from: [before.person, me], to, by: me };
  await handPlans(turn.ports.store, await bookFor(turn), handing, turn.event);
  return to === me
    ? []
    : [saying({ kind: "private", person: to }, { kind: "contact-handed", customer: before._id, by: me })];
}

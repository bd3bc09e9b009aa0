import { sayPrivately } from "../../../conversations/say-privately.ts";
import type { Customer } from "../../../customers/customer.ts";
import { handPlans } from "../../../customers/plans/hand-plans.ts";
import type { Turn } from "../../turn.ts";
import { bookFor } from "../customer-for.ts";

/**
 * A customer is about to change hands: what was agreed on goes along from those who had it and from who hands it over. Gives what is told to the new
 * person in charge once it is theirs.
 */
export async function handOver(turn: Turn, before: Customer, to: string): Promise<() => Promise<void>> {
  const { _id: me } = turn.person;
  const handing = { customer: before, from: [before.person, me], to, by: me };
  await handPlans(turn.ports.store, await bookFor(turn), handing, turn.event);
  return async () => {
    if (to === me) return;
    const tell = { kind: "contact-handed", customer: before._id, by: me } as const;
    const event = { ...turn.event, id: `${turn.event.id}:handed` };
    await sayPrivately(turn.ports, { company: turn.incoming.company, person: to }, tell, event);
  };
}

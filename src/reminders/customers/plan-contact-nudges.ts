import { type Contact, contacts } from "../../customers/contact.ts";
import { BUCKETS } from "../../deliveries/outbox.ts";
import { StoreUnavailable } from "../../store/store-errors.ts";
import { hearersOf, nudgePerson } from "../nudge-person.ts";
import type { NudgePorts } from "../plan-nudges.ts";

const ALL_BUCKETS = Array.from({ length: BUCKETS }, (_, bucket) => bucket);

/**
 * Plans a word for the day of which a contact with a customer was promised, to whoever promised it and, while they are away, to their substitute.
 * Harmless twice, and in several processes at once. At most `limit` contacts, the longest due first; how many they were.
 */
export async function planContactNudges(ports: NudgePorts, now: number, limit = 500): Promise<number> {
  const due = await ports.store.find(contacts, { name: "toLookAt", equals: { bucket: ALL_BUCKETS }, to: now, limit });
  await Promise.all(due.map((contact) => attempt(ports, contact, now)));
  return due.length;
}

/** One contact's trouble is not the next one's, and does not come again at every tick. */
async function attempt(ports: NudgePorts, contact: Contact, now: number): Promise<void> {
  const { company, _id, person, due, lookAt } = contact;
  try {
    const directory = await ports.directories.of(company);
    if (person !== null && due !== null)
      for (const hearer of hearersOf([person], directory, { on: due, now }))
        await nudgePerson(ports.store, directory, hearer, { on: due, now });
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    ports.log.error(
      { company, contact: _id, err: error },
      "a promised contact could not be looked at; the week tells it",
    );
  }
  // Moved meanwhile, it is looked at again on its new day.
  await ports.store.change(contacts, _id, { when: { lookAt }, set: { lookAt: null } });
}

import type { Event } from "../../deliveries/outbox.ts";
import type { Store } from "../../store/store.ts";
import type { Contact } from "../contact.ts";
import type { Customer } from "../customer.ts";
import { contactsIn } from "../find-customers.ts";
import { changeContact } from "../log-contact.ts";
import type { Rulebook } from "../rulebook.ts";

interface Dropping {
  /** As it stands by the decision that the contact is not needed. */
  readonly customer: Pick<Customer, "_id" | "company" | "clock" | "history">;
  readonly by: string | null;
}

/** What was planned by the day of a contact that is not needed is dropped with it: no promise of it stands. May be done again after a kill. */
export async function dropPlans(store: Store, book: Rulebook, dropping: Dropping, event: Event): Promise<void> {
  for (const plan of await withOccurrence(store, dropping, "planned"))
    await turnOver(store, book, plan, dropping, event);
}

/** The contact is needed again: what was dropped with it stands as before. */
export async function takeUpPlans(store: Store, book: Rulebook, dropping: Dropping, event: Event): Promise<void> {
  const since = dropping.customer.history.findLast(({ did }) => did === "skipped")?.at ?? Number.POSITIVE_INFINITY;
  for (const plan of await withOccurrence(store, dropping, "dropped")) {
    const droppedAt = plan.history.findLast(({ did }) => did === "dropped")?.at ?? 0;
    if (droppedAt >= since) await turnOver(store, book, plan, dropping, event);
  }
}

async function withOccurrence(
  store: Store,
  { customer: { _id, company, clock } }: Dropping,
  state: "planned" | "dropped",
): Promise<readonly Contact[]> {
  const through = clock.moved?.from;
  if (through === undefined) return [];
  const plans = await contactsIn(store, { company, customer: _id, state });
  return plans.filter(({ due }) => due !== null && due <= through);
}

async function turnOver(store: Store, book: Rulebook, { _id, state }: Contact, { by }: Dropping, event: Event) {
  const change = { id: _id, set: { state: state === "planned" ? "dropped" : "planned" }, by } as const;
  await changeContact(store, book, change, { ...event, id: `${event.id}:plan:${_id}` });
}

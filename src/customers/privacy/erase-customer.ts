import type { Event } from "../../deliveries/outbox.ts";
import type { Store } from "../../store/store.ts";
import { changeCustomer } from "../change-customer.ts";
import { contacts } from "../contact.ts";
import { type Customer, customers } from "../customer.ts";
import { forgetDecisions } from "../deviations/decision.ts";
import type { Rulebook } from "../rulebook.ts";

/** More than anybody makes with one customer. */
const ALL = 10_000;
const NO_WORDS = { purpose: "", outcome: "", notes: "", promise: "", measures: [] } as const;

/**
 * Takes what is personal out of a customer for good: its contact persons, and what people wrote of it and of the contacts with it. Who it is, its plan and
 * the days of its contacts stay. May run again.
 */
export async function eraseCustomerData(
  store: Store,
  book: Rulebook,
  { id, by }: { readonly id: string; readonly by: string | null },
  event: Event,
): Promise<"erased" | "missing"> {
  const taken = await changeCustomer(store, { id, book, by }, event, () => ({
    set: { contactPersons: [], endedWhy: "" },
    did: "erased",
  }));
  if (taken.kind === "missing") return "missing";
  const { company, history } = taken.record;
  await forgetWords(store, company, id);
  await forgetDecisions(store, { company, customer: id });
  const wordless = history.map((line) => (line.did === "class" || line.did === "field" ? line : { ...line, note: "" }));
  // What somebody did meanwhile has words of its own: it stays.
  const { revision } = taken.record;
  await store.change(customers, id, { when: { revision }, set: { history: wordless } });
  return "erased";
}

/** Whether a customer has anything of that kind. Its contacts are looked at when it is erased. */
export function hasPersonalData({ contactPersons, endedWhy, history }: Customer): boolean {
  return contactPersons.length > 0 || endedWhy !== "" || history.at(-1)?.did !== "erased";
}

async function forgetWords(store: Store, company: string, customer: string): Promise<void> {
  const all = await store.find(contacts, { name: "ofCustomer", equals: { company, customer }, limit: ALL });
  for (const contact of all) {
    const { purpose, outcome, notes, promise, measures, revision } = contact;
    if ([purpose, outcome, notes, promise].every((text) => text === "") && measures.length === 0) continue;
    const set = { ...NO_WORDS, revision: revision + 1 };
    const changed = await store.change(contacts, contact._id, { when: { revision }, set });
    // Somebody wrote meanwhile: the next time takes that too.
    if (changed.kind === "unmet") await store.change(contacts, contact._id, { set: { ...NO_WORDS } });
  }
}

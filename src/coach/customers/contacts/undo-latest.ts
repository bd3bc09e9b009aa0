import { addDays } from "../../../calendar/iso-date.ts";
import type { Outcome } from "../../../channels/channel.ts";
import { placeKey } from "../../../channels/place.ts";
import { conversations } from "../../../conversations/conversation.ts";
import { type Contact, contacts } from "../../../customers/contact.ts";
import type { Customer } from "../../../customers/customer.ts";
import { customersChangedSince } from "../../../customers/find-customers.ts";
import { changeContact } from "../../../customers/log-contact.ts";
import { sentence } from "../../converse.ts";
import type { Turn } from "../../turn.ts";
import { bookFor, companyToday } from "../customer-for.ts";
import { settleAgreed } from "../deviations/settle-agreed.ts";
import { takeBackSaid } from "../register/adding/add-turn.ts";
import { latestImport, undoByWord } from "../register/importing/undo-import.ts";
import { inPrivate } from "../register/in-private.ts";
import { logged } from "./next-by-tap.ts";

/** What was done within this time is what "kumoa" means. */
const JUST_NOW_MS = 60 * 60 * 1000;
/** Customers who came by a workbook are not taken back by a word; those of a file are with all of it. */
const BY_MANY = /^(?:import|saving):/u;

/** "kumoa": takes back what this person did last about customers, where they have just done so: a contact that they logged, customers that they added or imported. */
export async function undoLatest(turn: Turn): Promise<Outcome> {
  const { ports, person, event } = turn;
  // Told again it must not take back the one before.
  const talk = await ports.store.get(conversations, placeKey({ kind: "private", person: person._id }));
  if (talk?.events.includes(event.id)) return { kind: "repeated" };
  const [contact, customer, batch] = await Promise.all([
    latestContact(turn),
    latestAdded(turn),
    latestImport(turn, event.now - JUST_NOW_MS),
  ]);
  if (contact === "told") return { kind: "repeated" };
  const [lastContact, lastAdded, lastImport] = [contact?.createdAt ?? 0, customer?.createdAt ?? 0, batch?.doneAt ?? 0];
  if (batch && lastImport > Math.max(lastContact, lastAdded)) return undoByWord(turn, batch);
  if (customer && lastAdded > lastContact) {
    const text = await takeBackSaid(turn, customer.events[0] ?? "");
    return inPrivate(turn, { kind: "sentence", text });
  }
  if (!contact) return sentence(turn, turn.say("contacts.refused.nothingToUndo"));
  const change = { id: contact._id, set: { state: "undone" }, by: person._id } as const;
  await changeContact(ports.store, await bookFor(turn), change, event);
  await settleAgreed(turn, contact.customer);
  return inPrivate(turn, logged(contact));
}

async function latestContact(turn: Turn): Promise<Contact | "told" | undefined> {
  const { ports, incoming, person, event } = turn;
  const to = companyToday(turn);
  const lately = { name: "ofCompanyOn", equals: { company: incoming.company }, from: addDays(to, -1), to } as const;
  const found = await ports.store.find(contacts, { ...lately, limit: 10_000 });
  if (found.some(({ events }) => events.includes(event.id))) return "told";
  const own = found.filter(({ by, state }) => by === person._id && state !== "undone");
  return newest(own, event.now);
}

async function latestAdded({ ports, incoming, person, event }: Turn): Promise<Customer | undefined> {
  const found = await customersChangedSince(ports.store, incoming.company, event.now - JUST_NOW_MS);
  const own = found.filter(
    ({ revision, history: [first], events: [by = ""] }) =>
      revision === 1 && first?.did === "added" && first.by === person._id && !BY_MANY.test(by),
  );
  return newest(own, event.now);
}

function newest<R extends { readonly createdAt: number }>(records: readonly R[], now: number): R | undefined {
  return records
    .filter(({ createdAt }) => now - createdAt < JUST_NOW_MS)
    .toSorted((a, b) => a.createdAt - b.createdAt)
    .at(-1);
}

import { isoDateIn } from "../../../../calendar/iso-date.ts";
import type { Outcome } from "../../../../channels/channel.ts";
import type { Incoming } from "../../../../channels/incoming.ts";
import { type Contact, contacts } from "../../../../customers/contact.ts";
import type { SaidContact } from "../../../../customers/line/said-contact.ts";
import { changeContact } from "../../../../customers/log-contact.ts";
import { idFrom } from "../../../../people/id-from.ts";
import { writtenKey } from "../../../plan/noting/note-action.ts";
import type { Turn } from "../../../turn.ts";
import { bookFor, customerFor } from "../../customer-for.ts";
import { inPrivate } from "../../register/in-private.ts";
import { answerInPlace, loggedView } from "../answer-in-place.ts";
import { logged } from "../next-by-tap.ts";
import { readContactLine } from "./heard-contact.ts";

type Edited = Turn<Extract<Incoming, { kind: "edited" }>>;
type Deleted = Turn<Extract<Incoming, { kind: "deleted" }>>;

/**
 * Someone edited the line by which they logged a contact: as long as nothing else was done to it, it follows; else they are told that it stays.
 * Undefined where the message logged none.
 */
export async function editedLine(turn: Edited): Promise<Outcome | undefined> {
  const contact = await loggedIn(turn);
  if (!contact) return undefined;
  if (contact.state === "undone") return { kind: "taken" };
  // "Tänään" is the day on which it was written.
  const day = isoDateIn(contact.createdAt, turn.person.timeZone);
  const read = await readContactLine(turn, turn.incoming.text, day);
  const customer = read?.kind === "contact" && read.sure && read.customers.length === 1 ? read.customers[0] : undefined;
  if (read?.kind !== "contact" || customer === undefined || read.said.doubted !== undefined)
    return stays(turn, contact, "contacts.editUnread");
  const set = { ...contentOf(read.said), customer };
  // Platforms tell of edits that change no word: a link that got its preview.
  if (isAsSaid(contact, set)) return { kind: "taken" };
  const isUntouched = contact.history.every(({ did }) => did !== "edited") || contact.events.at(-1) === turn.event.id;
  if (!isUntouched) return stays(turn, contact, "contacts.editStays");
  const about = await customerFor(turn, customer);
  if ("notice" in about) return { kind: "taken" };
  const change = { id: contact._id, set, by: turn.person._id };
  const { _id: me } = turn.person;
  const taken = await changeContact(turn.ports.store, await bookFor(turn), change, turn.event, () => [
    loggedView(contact, me),
  ]);
  const speaks = taken.kind === "changed" || taken.kind === "repeated" ? taken.record : undefined;
  return answerInPlace(turn, { customer, people: [about.customer.person, me], speaks }, logged(contact));
}

/** Someone deleted that message: the contact stays, and one tap takes it back. */
export async function deletedLine(turn: Deleted): Promise<Outcome | undefined> {
  const contact = await loggedIn(turn);
  if (!contact) return undefined;
  return contact.state === "undone" ? { kind: "taken" } : stays(turn, contact, "contacts.deletedStays");
}

function stays(
  turn: Edited | Deleted,
  contact: Contact,
  key: "contacts.editUnread" | "contacts.editStays" | "contacts.deletedStays",
): Promise<Outcome> {
  return inPrivate(turn, { kind: "sentence", text: turn.say(key) }, logged(contact));
}

async function loggedIn({ ports, incoming, person }: Edited | Deleted): Promise<Contact | undefined> {
  const id = await idFrom(incoming.company, "contact", writtenKey(incoming.place, incoming.message));
  const contact = await ports.store.get(contacts, id);
  return contact?.by === person._id ? contact : undefined;
}

function contentOf({ means, note, promise, on, reached, next }: SaidContact) {
  return { means, notes: note, promise, on, next, state: reached ? ("made" as const) : ("tried" as const) };
}

function isAsSaid(contact: Contact, set: ReturnType<typeof contentOf> & Pick<Contact, "customer">): boolean {
  const stands: { readonly [field: string]: unknown } = contact;
  return Object.entries(set).every(([field, value]) => JSON.stringify(stands[field]) === JSON.stringify(value));
}

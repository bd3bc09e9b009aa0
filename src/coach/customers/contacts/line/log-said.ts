import type { Outcome } from "../../../../channels/channel.ts";
import { type Contact, contacts, NO_CONTACT_CONTENT } from "../../../../customers/contact.ts";
import { contactsOf } from "../../../../customers/find-customers.ts";
import type { SaidContact } from "../../../../customers/line/said-contact.ts";
import { changeContact, logContact } from "../../../../customers/log-contact.ts";
import { idFrom } from "../../../../people/id-from.ts";
import type { Turn } from "../../../turn.ts";
import { bookFor, customerFor } from "../../customer-for.ts";
import { redrawn } from "../../register/in-private.ts";
import { answerInPlace, loggedView } from "../answer-in-place.ts";
import { logged } from "../next-by-tap.ts";
import { type WaitingLine, waitingLine } from "./waiting-line.ts";

interface How {
  /** Where it was chosen whom the line is about. */
  readonly message?: string | undefined;
  /** It is another contact, though the same is logged already. */
  readonly another?: boolean;
}

/**
 * Logs what a line says of a customer; said again of another one, that contact is about that one. What the same person has logged of that day in the
 * same words is told, and logged anew only by a tap.
 */
export async function logSaid(
  turn: Turn,
  id: string,
  said: SaidContact,
  line: WaitingLine,
  { message, another = false }: How = {},
): Promise<Outcome> {
  const found = await customerFor(turn, id);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const { customer } = found;
  const { company } = turn.incoming;
  const { _id: me } = turn.person;
  const { store } = turn.ports;
  const book = await bookFor(turn);
  const contactId = await idFrom(company, "contact", line.once);
  const known = await store.get(contacts, contactId);
  let speaks: Contact | undefined;
  if (known && known.customer !== id) {
    await changeContact(store, book, { id: contactId, set: { customer: id }, by: me }, turn.event);
  } else {
    const same = known || another ? undefined : await sameLogged(turn, id, said);
    if (same) return redrawn(turn, message, { kind: "contact-twice", contact: same._id, ...waitingLine(line) });
    const taken = await logContact(
      store,
      book,
      {
        id: contactId,
        company,
        customer: id,
        person: me,
        by: me,
        content: { ...NO_CONTACT_CONTENT, means: said.means, notes: said.note, promise: said.promise },
        on: said.on,
        reached: said.reached,
        next: said.next ?? undefined,
      },
      turn.event,
      (contact) => (message === undefined ? [loggedView(contact, me)] : []),
    );
    speaks = message === undefined ? taken.contact : undefined;
  }
  const changed = { in: "logged", message, customer: id, people: [customer.person, me], speaks } as const;
  return answerInPlace(turn, changed, logged({ _id: contactId }));
}

/** What the same person has logged of that customer and day, by the same means and in the same words. */
async function sameLogged(
  { ports, incoming: { company }, person }: Turn,
  customer: string,
  said: SaidContact,
): Promise<Contact | undefined> {
  const all = await contactsOf(ports.store, { company, customer });
  return all.find(
    ({ by, state, on, means, notes, promise, next }) =>
      by === person._id &&
      state === (said.reached ? "made" : "tried") &&
      on === said.on &&
      means === said.means &&
      next?.on === said.next?.on &&
      isSame(notes, said.note) &&
      isSame(promise, said.promise),
  );
}

function isSame(one: string, other: string): boolean {
  return one.toLocaleLowerCase() === other.toLocaleLowerCase();
}

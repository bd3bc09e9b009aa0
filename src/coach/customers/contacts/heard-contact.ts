import type { Outcome } from "../../../channels/channel.ts";
import { addCustomers, namedOnly } from "../../../customers/add-customers.ts";
import { contacts, NO_CONTACT_CONTENT } from "../../../customers/contact.ts";
import { type LogLine, mayTellOfContact, readLogLine } from "../../../customers/line/read-log-line.ts";
import type { SaidContact } from "../../../customers/line/said-contact.ts";
import { changeContact, logContact } from "../../../customers/log-contact.ts";
import { idFrom } from "../../../people/id-from.ts";
import { converse, sentence } from "../../converse.ts";
import { one } from "../../form-values.ts";
import { writtenKey } from "../../plan/noting/note-action.ts";
import { messageOf, type Tap, todayOf } from "../../plan/tap-action.ts";
import type { Turn } from "../../turn.ts";
import { inPrivate } from "../register/in-private.ts";
import { answerInPlace } from "./answer-in-place.ts";
import type { ContactButtonOf } from "./contact-actions.ts";
import { bookFor, companyToday, customerFor } from "./customer-for.ts";
import { lineForm } from "./draw/line-form.ts";
import { keptPlan, logged } from "./next-by-tap.ts";
import { pickByName } from "./pick-by-name.ts";

/** So much of a line travels in a button. */
export const LONGEST_LINE = 900;
const MOST_CANDIDATES = 4;

/** The line as a contact; undefined where it tells of none. */
export async function readContactLine(
  turn: Turn,
  text: string,
): Promise<Exclude<LogLine, { kind: "no-contact" }> | undefined> {
  if (!mayTellOfContact(text)) return undefined;
  const { index } = await turn.ports.registers.of(turn.incoming.company);
  const read = readLogLine(text, { finder: index, today: todayOf(turn), language: turn.person.language });
  return read.kind === "no-contact" ? undefined : read;
}

/** One message is one contact, however often it is told of; edited, it is found by its message. */
export function lineKey({ incoming, event }: Turn): string {
  return incoming.kind === "said" ? writtenKey(incoming.place, incoming.message) : event.id;
}

/** A line that tells of a contact: it is logged, or what is not clear is asked. */
export async function heardContact(
  turn: Turn,
  text: string,
  read: Exclude<LogLine, { kind: "no-contact" }>,
): Promise<Outcome> {
  const line = { text: text.slice(0, LONGEST_LINE), once: lineKey(turn) };
  switch (read.kind) {
    case "contact": {
      const customers = await stillKept(turn, read.customers);
      const [first] = customers;
      if (first !== undefined && customers.length === 1 && read.sure) return logSaid(turn, first, read.said, line.once);
      return inPrivate(turn, {
        kind: "contact-which",
        customers: customers.slice(0, MOST_CANDIDATES),
        called: read.called.slice(0, 100),
        ...line,
      });
    }
    case "stranger":
      return inPrivate(turn, { kind: "contact-stranger", called: read.called.slice(0, 100), ...line });
    case "several":
      return sentence(turn, turn.say("contacts.several", { lines: read.beginnings.join(" … · ") }));
    case "nobody":
      return converse(turn, [{ kind: "contact-how" }]);
    default:
      return read satisfies never;
  }
}

/** Of several, those whose relationship goes on; all, where none does. */
async function stillKept(turn: Turn, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length < 2) return ids;
  const { entries } = await turn.ports.registers.of(turn.incoming.company);
  const kept = ids.filter((id) => entries.get(id)?.kept);
  return kept.length === 0 ? ids : kept;
}

/** Logs what a line says of a customer; said again of another one, that contact is about that one. */
async function logSaid(
  turn: Turn,
  id: string,
  said: SaidContact,
  once: string,
  at: { readonly message?: string | undefined } = {},
): Promise<Outcome> {
  const found = await customerFor(turn, id);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const { customer } = found;
  const { company } = turn.incoming;
  const { _id: me } = turn.person;
  const { store } = turn.ports;
  const book = await bookFor(turn);
  const contactId = await idFrom(company, "contact", once);
  const known = await store.get(contacts, contactId);
  if (known && known.customer !== id) {
    await changeContact(store, book, { id: contactId, set: { customer: id }, by: me }, turn.event);
  } else {
    await logContact(
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
        keeps: said.reached ? keptPlan(customer, said.on) : undefined,
      },
      turn.event,
    );
  }
  const changed = { in: "logged", message: at.message, customer: id, people: [customer.person, me] } as const;
  return answerInPlace(turn, changed, logged({ _id: contactId }));
}

/** One of several that a line may be about. */
export async function chooseCustomer(
  turn: Tap,
  { customer, text, once }: ContactButtonOf<"contact-line">,
): Promise<Outcome> {
  const said = await saidAgain(turn, text);
  if (!said) return { kind: "taken", notice: turn.say("turn.oldButton") };
  return logSaid(turn, customer, said, once, { message: messageOf(turn) });
}

/** What came while a question waits was a contact. */
export async function logFromQuestion(
  turn: Tap,
  { text, once }: ContactButtonOf<"contact-line-read">,
): Promise<Outcome> {
  const read = await readContactLine(turn, text);
  const first = read?.kind === "contact" ? read.customers[0] : undefined;
  if (read?.kind !== "contact" || first === undefined) return { kind: "taken", notice: turn.say("turn.oldButton") };
  return logSaid(turn, first, read.said, once, { message: messageOf(turn) });
}

export function openLineForm(turn: Tap, { called, text, once }: ContactButtonOf<"contact-line-form">): Outcome {
  const message = messageOf(turn);
  const submit = { kind: "contact-line-save", text, once, ...(message === undefined ? {} : { message }) } as const;
  return { kind: "form", form: lineForm(called, submit, turn.person.language) };
}

/** Which customer a line is about: one who is known by what was typed, else a new one of that name. */
export async function saveLineForm(
  turn: Tap,
  { text, once, message }: ContactButtonOf<"contact-line-save">,
): Promise<Outcome> {
  const said = await saidAgain(turn, text);
  if (!said) return { kind: "taken", notice: turn.say("turn.oldButton") };
  const name = one(turn.incoming.values?.name);
  const town = one(turn.incoming.values?.town).replace(/\s+/gu, " ").trim();
  const picked = await pickByName(turn, name);
  if (picked.kind === "refused") return { kind: "mistakes", mistakes: { name: picked.reason } };
  const id = picked.kind === "known" ? picked.customer : await addNew(turn, picked.name, town.slice(0, 100));
  return logSaid(turn, id, said, once, { message });
}

async function addNew(turn: Turn, name: string, town: string): Promise<string> {
  const { store, registers } = turn.ports;
  const { company } = turn.incoming;
  const adding = { company, by: turn.person._id, today: companyToday(turn), book: await bookFor(turn) };
  const content = { ...namedOnly(name, turn.person._id), town };
  const event = { ...turn.event, id: `${turn.event.id}:customer` };
  const [added] = await addCustomers(store, [{ content }], adding, event);
  registers.forget(company);
  if (!added) throw new Error("A customer was neither added nor found");
  return added.record._id;
}

async function saidAgain(turn: Turn, text: string): Promise<SaidContact | undefined> {
  const read = await readContactLine(turn, text);
  return read?.kind === "contact" || read?.kind === "stranger" ? read.said : undefined;
}

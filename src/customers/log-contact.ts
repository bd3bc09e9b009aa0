import { born, type Event, type Planned } from "../deliveries/outbox.ts";
import { changeRecord, type Taken } from "../rounds/change-record.ts";
import type { Store } from "../store/store.ts";
import type { Means } from "./care-plan.ts";
import { type Contact, type ContactContent, contacts, KEPT_CONTACT_HISTORY, lookAtOf } from "./contact.ts";
import { type Customer, customers } from "./customer.ts";
import type { Rulebook } from "./rulebook.ts";
import { takeContact } from "./take-contact.ts";

interface NewContact {
  /** Deterministic (from the event): logged twice, there is one. */
  readonly id: string;
  readonly company: string;
  readonly customer: string;
  /** Who made it or is to make it. */
  readonly person: string | null;
  readonly by: string | null;
  readonly content: ContactContent;
}

export interface LoggedContact extends NewContact {
  /** The day on which it was made (ISO), not after today: the reader of what was said sees to that. */
  readonly on: string;
  /** False: nobody answered. */
  readonly reached: boolean;
  /** When the next one is to be, if that was said. */
  readonly next?: { readonly on: string; readonly means: Means | null } | undefined;
  /** A planned contact that this one keeps, whatever day it was planned for. Plans for its day or before are kept by it anyhow. */
  readonly keeps?: string | undefined;
}

export interface TakenContact {
  readonly contact: Contact;
  /** As it stands after the contact; undefined when it is there no more. */
  readonly customer: Customer | undefined;
}

/**
 * Logs a contact: it is written with what is to be said of it, then the customer's clock and its plans follow. What a crash cuts short
 * `takePendingContacts` finishes.
 */
export async function logContact(
  store: Store,
  book: Rulebook,
  logged: LoggedContact,
  event: Event,
  saying: (contact: Contact) => readonly Planned[] = () => [],
): Promise<TakenContact> {
  const { on, reached, next, keeps, ...said } = logged;
  const known = await store.get(customers, logged.customer);
  const contact: Contact = {
    ...blank(said, event),
    state: reached ? "made" : "tried",
    on,
    next: next ?? null,
    keeps: keeps ?? null,
    movedBefore: known?.clock.moved ?? null,
  };
  return insertAndTake(store, book, contact, event, saying);
}

/** Plans a contact for a day. */
export async function planContact(
  store: Store,
  book: Rulebook,
  planned: NewContact & { readonly due: string },
  event: Event,
  saying: (contact: Contact) => readonly Planned[] = () => [],
): Promise<TakenContact> {
  const { due, ...said } = planned;
  return insertAndTake(store, book, { ...blank(said, event), state: "planned", due }, event, saying);
}

type ContactChange = Partial<ContactContent> &
  Partial<Pick<Contact, "state" | "due" | "on" | "next" | "customer" | "person" | "keptBy">>;

/**
 * Changes what a contact says ("Korjaa"), moves or drops a plan, or takes a contact back ("Kumoa": state "undone"); the clocks of the customers that it is and
 * was about follow.
 */
export async function changeContact(
  store: Store,
  book: Rulebook,
  { id, set, by }: { readonly id: string; readonly set: ContactChange; readonly by: string | null },
  event: Event,
  saying: (next: Contact) => readonly Planned[] = () => [],
): Promise<Taken<Contact, "undone">> {
  const taken = await changeRecord<Contact, "undone">(store, contacts, id, event, (contact) => {
    if (contact.state === "undone") return { declined: "undone" };
    const isMoved = set.due !== undefined && set.due !== contact.due;
    const did = set.state === "undone" || set.state === "dropped" ? set.state : isMoved ? "moved" : "edited";
    const from = did === "moved" && contact.due !== null ? { from: contact.due } : {};
    const line = { at: event.now, by, did, ...from } as const;
    const history = [...contact.history, line].slice(-KEPT_CONTACT_HISTORY);
    const revision = contact.revision + 1;
    const lookAt = lookAtOf({ ...contact, ...set });
    const isAnother = set.customer !== undefined && set.customer !== contact.customer;
    const left = isAnother ? contact.customer : contact.left;
    const changes = { ...set, lookAt, left, history, revision, pendingAt: event.now };
    return {
      when: { revision: contact.revision },
      set: changes,
      planned: saying({ ...contact, ...set, lookAt, left, history, revision, pendingAt: event.now }),
    };
  });
  if (taken.kind !== "changed" && taken.kind !== "repeated") return taken;
  await takeContact(store, book, taken.record, event.now);
  return taken;
}

/** Finishes what was logged before a moment and did not reach its customer's clock, in one or several buckets. How many there were. */
export async function takePendingContacts(
  store: Store,
  bookOf: (company: string) => Promise<Rulebook>,
  {
    bucket,
    before,
    now,
  }: { readonly bucket: number | readonly number[]; readonly before: number; readonly now: number },
): Promise<number> {
  const pending = await store.find(contacts, { name: "pending", equals: { bucket }, from: 0, to: before });
  for (const contact of pending) await takeContact(store, await bookOf(contact.company), contact, now);
  return pending.length;
}

async function insertAndTake(
  store: Store,
  book: Rulebook,
  contact: Contact,
  event: Event,
  saying: (contact: Contact) => readonly Planned[],
): Promise<TakenContact> {
  const record = { ...contact, lookAt: lookAtOf(contact), ...born(contact, event, saying(contact)) };
  const isNew = (await store.insert(contacts, record)) === "inserted";
  const stands = isNew ? record : ((await store.get(contacts, record._id)) ?? record);
  return { contact: stands, customer: await takeContact(store, book, stands, event.now) };
}

function blank({ id, company, customer, person, by, content }: NewContact, event: Event): Contact {
  return {
    _id: id,
    company,
    customer,
    person,
    state: "made",
    due: null,
    on: null,
    ...content,
    next: null,
    keeps: null,
    keptBy: null,
    plannedWith: null,
    movedBefore: null,
    by,
    createdAt: event.now,
    lookAt: null,
    left: null,
    pendingAt: event.now,
    history: [],
    revision: 1,
    ...born({ _id: id, company }, event, []),
  };
}

import { sundayOf } from "../../../calendar/week.ts";
import type { Outcome } from "../../../channels/channel.ts";
import { changeCustomer, type Decision, type Refusal } from "../../../customers/change-customer.ts";
import { type Contact, contacts, NO_CONTACT_CONTENT } from "../../../customers/contact.ts";
import { type Customer, customers } from "../../../customers/customer.ts";
import { edit, moveOccurrence } from "../../../customers/decide.ts";
import { changeContact, logContact } from "../../../customers/log-contact.ts";
import { takeUpPlans } from "../../../customers/plans/drop-plans.ts";
import { handPlans } from "../../../customers/plans/hand-plans.ts";
import type { Planned } from "../../../deliveries/outbox.ts";
import { idFrom } from "../../../people/id-from.ts";
import { nextMonday } from "../../../plan/due-for.ts";
import type { Taken } from "../../../rounds/change-record.ts";
import { words } from "../../../text/text.ts";
import { saying } from "../../converse.ts";
import { personName } from "../../draw/naming.ts";
import { shorten } from "../../draw/shorten.ts";
import { messageOf, todayOf } from "../../plan/tap-action.ts";
import type { Tap, Turn } from "../../turn.ts";
import { bookFor, companyToday, contactFor, customerFor } from "../customer-for.ts";
import { answerInPlace } from "./answer-in-place.ts";
import type { ContactButtonOf, StandsIn } from "./contact-actions.ts";

const NAME = 60;

/** Contacted today, as far as one tap says; what else there is to say goes to the form behind it. */
export async function logByTap(turn: Tap, button: ContactButtonOf<"contact-made">): Promise<Outcome> {
  const found = await customerFor(turn, button.customer);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const { customer } = found;
  const { company } = turn.incoming;
  const { _id: me } = turn.person;
  const book = await bookFor(turn);
  const id = await tappedId(turn, customer._id);
  const plan = customer.clock.planned
    ? await turn.ports.store.get(contacts, customer.clock.planned.contact)
    : undefined;
  const { contact } = await logContact(
    turn.ports.store,
    book,
    {
      id,
      company,
      customer: customer._id,
      person: me,
      by: me,
      content: { ...NO_CONTACT_CONTENT, means: plan?.means ?? null },
      on: todayOf(turn),
      reached: true,
      keeps: keptPlan(customer, todayOf(turn)),
    },
    turn.event,
  );
  return answerInPlace(turn, { ...button, message: messageOf(turn), people: [customer.person, me] }, logged(contact));
}

/** Tapped twice in a message on one day it is one contact, unless it was taken back in between. */
async function tappedId(turn: Tap, customer: string): Promise<string> {
  const { company } = turn.incoming;
  const id = await idFrom(company, "contact", customer, turn.person._id, todayOf(turn), messageOf(turn) ?? "");
  const known = await turn.ports.store.get(contacts, id);
  const isAnother = known?.state === "undone" && !known.events.includes(turn.event.id);
  return isAnother ? idFrom(company, "contact", turn.event.id) : id;
}

/** The plan of the same week is what stands in the line that was tapped: it is kept, although it was for a later day. */
function keptPlan({ clock }: Pick<Customer, "clock">, on: string): string | undefined {
  return clock.planned && clock.planned.on <= sundayOf(on) ? clock.planned.contact : undefined;
}

/** Takes a contact back, logged or planned: the customer's clock stands as if there had been none. */
export async function undoContact(turn: Tap, button: ContactButtonOf<"contact-undo">): Promise<Outcome> {
  const found = await contactFor(turn, button.contact);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const book = await bookFor(turn);
  const change = { id: button.contact, set: { state: "undone" }, by: turn.person._id } as const;
  const taken = await changeContact(turn.ports.store, book, change, turn.event);
  if (taken.kind === "declined") return { kind: "taken", notice: turn.say("contacts.refused.undone") };
  const { customer } = found.contact;
  const inCharge = await customerFor(turn, customer);
  const people = ["notice" in inCharge ? null : inCharge.customer.person, turn.person._id];
  return answerInPlace(turn, { ...button, message: messageOf(turn), customer, people }, logged(found.contact));
}

export function logged({ _id }: Pick<Contact, "_id">) {
  return { kind: "contact-logged", contact: _id } as const;
}

/** What is due comes next week: on its Monday, or the first working day after it on which neither the company nor the customer is closed. */
export async function snooze(turn: Tap, button: ContactButtonOf<"contact-snooze">): Promise<Outcome> {
  const found = await customerFor(turn, button.customer);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const at = { ...button, message: messageOf(turn) };
  const book = await bookFor(turn);
  const day = book.workingDaysOf(found.customer).after(nextMonday(companyToday(turn)), 0);
  return moveNext(turn, button.customer, "snoozed", day, at);
}

/** What is due comes on another day; what was agreed on with the customer is moved as that, else only this occurrence. */
export async function moveNext(
  turn: Turn,
  id: string,
  kind: "snoozed" | "moved",
  to: string,
  at: { readonly in?: StandsIn | undefined; readonly message?: string | undefined },
): Promise<Outcome> {
  const found = await customerFor(turn, id);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const { planned } = found.customer.clock;
  if (planned && found.customer.dueOn === planned.on) return movePlan(turn, found.customer, to, at);
  return changeNext(turn, id, at, (customer) =>
    moveOccurrence(customer, kind, to, { by: turn.person._id, today: companyToday(turn) }),
  );
}

type At = Parameters<typeof moveNext>[4];

async function movePlan(turn: Turn, { _id, person, clock }: Customer, to: string, at: At): Promise<Outcome> {
  if (to < companyToday(turn)) return { kind: "taken", notice: turn.say("contacts.refused.past") };
  const change = { id: clock.planned?.contact ?? "", set: { due: to }, by: turn.person._id };
  await changeContact(turn.ports.store, await bookFor(turn), change, turn.event);
  const changed = { ...at, customer: _id, people: [person, turn.person._id] };
  return answerInPlace(turn, changed, { kind: "contact-next", customer: _id });
}

/** This occurrence is asked for again. */
export async function unmove(turn: Tap, button: ContactButtonOf<"contact-unmove">): Promise<Outcome> {
  const at = { ...button, message: messageOf(turn) };
  const found = await customerFor(turn, button.customer);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const { planned, moved } = found.customer.clock;
  if (moved === null && planned && button.back !== undefined) return movePlan(turn, found.customer, button.back, at);
  const taking = { customer: found.customer, by: turn.person._id };
  await takeUpPlans(turn.ports.store, await bookFor(turn), taking, turn.event);
  return changeNext(turn, button.customer, at, ({ clock }) =>
    clock.moved === null ? { declined: "unchanged" } : { set: { clock: { ...clock, moved: null } }, did: "moved" },
  );
}

/** Back into one's own charge, with what was agreed on with the customer; who had it meanwhile is told. */
export async function takeCustomer(turn: Tap, button: ContactButtonOf<"contact-take">): Promise<Outcome> {
  const at = { ...button, message: messageOf(turn) };
  const found = await customerFor(turn, button.customer);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const { _id: me } = turn.person;
  const { person: from } = found.customer;
  const handing = { customer: found.customer, from: [from], to: me, by: me };
  await handPlans(turn.ports.store, await bookFor(turn), handing, turn.event);
  const planned = from === null || from === me ? [] : [toldTaken(turn, found.customer, from)];
  return changeNext(turn, button.customer, at, (customer) => edit(customer, { person: me }), { planned });
}

function toldTaken({ directory, person }: Tap, { name }: Customer, from: string): Planned {
  const language = directory.people.get(from)?.language ?? person.language;
  const by = personName(directory, person._id, language);
  const text = words(language)("contacts.takenBack", { by, name: shorten(name, NAME) });
  return saying({ kind: "private", person: from }, { kind: "sentence", text });
}

/** Carries out what a person decided about a customer's next contact; what others are told of it is `planned` in the same write. */
export async function changeNext(
  turn: Turn,
  id: string,
  at: At,
  decide: (customer: Customer) => Decision,
  {
    planned = [],
    after = () => Promise.resolve(),
  }: { readonly planned?: readonly Planned[]; readonly after?: (next: Customer) => Promise<void> } = {},
): Promise<Outcome> {
  const found = await customerFor(turn, id);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const change = { id, book: await bookFor(turn), by: turn.person._id };
  const taken = await changeCustomer(turn.ports.store, change, turn.event, decide, () => planned);
  if (taken.kind !== "changed" && taken.kind !== "repeated")
    return { kind: "taken", notice: turn.say(refusalOf(taken)) };
  if (taken.kind === "changed") turn.ports.courier.send(customers, taken.record);
  await after(taken.record);
  const changed = { ...at, customer: id, people: [found.customer.person, taken.record.person, turn.person._id] };
  return answerInPlace(turn, changed, { kind: "contact-next", customer: id });
}

function refusalOf(taken: Extract<Taken<Customer, Refusal>, { kind: "missing" | "declined" }>) {
  if (taken.kind === "missing") return "customers.card.gone";
  return taken.reason === "no-cadence" ? "contacts.refused.noCadence" : (`contacts.refused.${taken.reason}` as const);
}

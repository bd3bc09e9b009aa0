import { addDays } from "../../../calendar/iso-date.ts";
import { HOME, type Outcome } from "../../../channels/channel.ts";
import { contacts, NO_CONTACT_CONTENT } from "../../../customers/contact.ts";
import type { Customer } from "../../../customers/customer.ts";
import { nextInPromise } from "../../../customers/line/promise-days.ts";
import { type LoggedContact, logContact } from "../../../customers/log-contact.ts";
import { readRulebook } from "../../../customers/rulebook.ts";
import type { Planned } from "../../../deliveries/outbox.ts";
import { readDate } from "../../../flow/reading/read-plain.ts";
import { LIMITS } from "../../../message/limits.ts";
import { actionText } from "../../action.ts";
import { shorten } from "../../draw/shorten.ts";
import { one } from "../../form-values.ts";
import { messageOf, todayOf } from "../../plan/tap-action.ts";
import type { Tap } from "../../turn.ts";
import { answerInPlace } from "../contacts/answer-in-place.ts";
import { lookingOf } from "../customer-for.ts";
import { keptCustomer } from "./kept-customer.ts";
import type { VisitButtonOf } from "./visit-actions.ts";

const LONGEST_AGREED = 300;
const LONGEST_NOTES = 1000;
const LATEST_DAYS = 3 * 366;

type Said = Pick<LoggedContact, "content" | "reached" | "next">;

/** One tap: the visit was made, or nobody was met. */
export function logWent(turn: Tap, { customer, day, met }: VisitButtonOf<"visit-went">): Promise<Outcome> {
  const content = { ...NO_CONTACT_CONTENT, means: "visit" } as const;
  return log(turn, { customer, day, message: messageOf(turn) }, { content, reached: met, next: undefined });
}

export async function openAgreedForm(turn: Tap, { customer, day }: VisitButtonOf<"visit-agreed">): Promise<Outcome> {
  const found = await keptCustomer(turn, customer);
  if (!found) return { kind: "taken", notice: turn.say("visits.gone") };
  const { say } = turn;
  const message = messageOf(turn);
  return {
    kind: "form",
    form: {
      title: say("visits.form.title"),
      intro: shorten(found.name, LIMITS.heading),
      fields: [
        { kind: "text", id: "agreed", label: say("visits.form.agreed"), maxLength: LONGEST_AGREED },
        { kind: "date", id: "next", label: say("visits.form.next"), hint: say("visits.form.nextHint"), optional: true },
        {
          kind: "text",
          id: "notes",
          label: say("visits.form.notes"),
          optional: true,
          multiline: true,
          maxLength: LONGEST_NOTES,
        },
      ],
      submit: say("visits.form.submit"),
      action: actionText({
        kind: "visit-agreed-save",
        customer,
        day,
        ...(message === undefined ? {} : { message }),
      }),
    },
  };
}

export function saveAgreed(
  turn: Tap,
  { customer, day, message }: VisitButtonOf<"visit-agreed-save">,
): Promise<Outcome> {
  const values = turn.incoming.values ?? {};
  const promise = one(values.agreed).trim().slice(0, LONGEST_AGREED);
  if (promise === "")
    return Promise.resolve({ kind: "mistakes", mistakes: { agreed: turn.say("visits.form.agreedMissing") } });
  const next = nextIn(turn, one(values.next).trim());
  if (!next.ok) return Promise.resolve({ kind: "mistakes", mistakes: { next: next.reason } });
  const notes = one(values.notes).trim().slice(0, LONGEST_NOTES);
  const content = { ...NO_CONTACT_CONTENT, means: "visit", promise, notes } as const;
  const inPromise = nextInPromise(promise, lookingOf(turn, todayOf(turn))) ?? undefined;
  return log(
    turn,
    { customer, day, message },
    { content, reached: true, next: next.on === undefined ? inPromise : { on: next.on, means: null } },
  );
}

function nextIn(
  turn: Tap,
  said: string,
): { readonly ok: true; readonly on: string | undefined } | { readonly ok: false; readonly reason: string } {
  if (said === "") return { ok: true, on: undefined };
  const today = todayOf(turn);
  const latest = addDays(today, LATEST_DAYS);
  const read = readDate(said, { today, language: turn.person.language, earliest: today, latest });
  return read.ok ? { ok: true, on: read.value } : read;
}

interface About {
  readonly customer: string;
  readonly day: string;
  readonly message: string | undefined;
}

/** One contact for each visit, however often something of it is tapped; the question becomes what was logged. */
async function log(turn: Tap, { customer: id, day, message }: About, said: Said): Promise<Outcome> {
  const customer = await keptCustomer(turn, id);
  if (!customer || day > todayOf(turn)) return { kind: "taken", notice: turn.say("visits.gone") };
  const { ports, person, event, directory } = turn;
  const contact = contactId(customer, person._id, day);
  const before = await ports.store.get(contacts, contact);
  if (before && !before.events.includes(event.id)) return { kind: "taken", notice: turn.say("visits.loggedAlready") };
  const place = { kind: "private", person: person._id } as const;
  const isShown = message !== undefined && message !== HOME && turn.incoming.place.kind === "private";
  const planned: Planned = {
    place,
    how: isShown ? { kind: "edit", message } : { kind: "post" },
    tell: { kind: "contact-logged", contact },
  };
  const logged = { id: contact, company: customer.company, customer: id, person: person._id, by: person._id, on: day };
  const book = await readRulebook(ports.store, directory.company);
  const taken = await logContact(ports.store, book, { ...logged, ...said }, event, () => [planned]);
  const changed = { customer: id, people: [customer.person, person._id], speaks: taken.contact };
  return answerInPlace(turn, changed, { kind: "contact-logged", contact });
}

function contactId({ _id }: Customer, person: string, day: string): string {
  return `${_id}/visit/${person}/${day}`;
}

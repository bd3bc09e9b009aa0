import type { Outcome } from "../../../channels/channel.ts";
import { meansSchema } from "../../../customers/care-plan.ts";
import { NO_CONTACT_CONTENT } from "../../../customers/contact.ts";
import { type Customer, LONGEST } from "../../../customers/customer.ts";
import { edit, leaveOut } from "../../../customers/decide.ts";
import { planContact } from "../../../customers/log-contact.ts";
import { dropPlans } from "../../../customers/plans/drop-plans.ts";
import { readDate } from "../../../flow/reading/read-plain.ts";
import { idFrom } from "../../../people/id-from.ts";
import { one } from "../../form-values.ts";
import { messageOf, todayOf } from "../../plan/tap-action.ts";
import type { Tap, Turn } from "../../turn.ts";
import { bookFor, companyToday, customerFor } from "../customer-for.ts";
import { answerInPlace } from "./answer-in-place.ts";
import type { ContactButtonOf } from "./contact-actions.ts";
import { nextForm } from "./draw/next-form.ts";
import { handOver } from "./hand-over.ts";
import { changeNext, logged, moveNext } from "./next-by-tap.ts";

/** Offered as a day where nothing else is known. */
const OFFERED_WORKING_DAYS = 5;

/** The form of one thing about a customer's next contact: another day, another person, why not, a plan. */
export async function openNextForm(turn: Tap, button: ContactButtonOf<"contact-next-form">): Promise<Outcome> {
  const found = await customerFor(turn, button.customer);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const message = messageOf(turn);
  const submit = { ...button, kind: "contact-next-save", ...(message === undefined ? {} : { message }) } as const;
  const book = await bookFor(turn);
  const today = companyToday(turn);
  const offered = book.workingDaysOf(found.customer).after(today, OFFERED_WORKING_DAYS);
  const here = takersOf(turn);
  const others = here.filter(({ _id }) => _id !== found.customer.person);
  const people = others.length === 0 ? here : others;
  const known = { language: turn.person.language, today, offered, people };
  return { kind: "form", form: nextForm(found.customer, known, submit) };
}

/** The submit of that form. */
export async function saveNextForm(turn: Tap, button: ContactButtonOf<"contact-next-save">): Promise<Outcome> {
  const found = await customerFor(turn, button.customer);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  switch (button.form) {
    case "move": {
      const day = readDay(turn);
      return day.ok ? moveNext(turn, button.customer, "moved", day.value, button) : mistake("on", day.reason);
    }
    case "hand":
      return giveTo(turn, button, found.customer);
    case "not-needed":
      return notNeeded(turn, button);
    case "plan":
      return planNext(turn, button, found.customer);
    default:
      return button.form satisfies never;
  }
}

async function giveTo(turn: Tap, button: ContactButtonOf<"contact-next-save">, before: Customer): Promise<Outcome> {
  const to = one(turn.incoming.values?.to);
  if (!takersOf(turn).some(({ _id }) => _id === to)) return mistake("to", turn.say("contacts.refused.person"));
  const planned = await handOver(turn, before, to);
  return changeNext(turn, button.customer, button, (customer) => edit(customer, { person: to }), { planned });
}

async function notNeeded(turn: Tap, button: ContactButtonOf<"contact-next-save">): Promise<Outcome> {
  const why = one(turn.incoming.values?.why).replace(/\s+/gu, " ").trim();
  if (why === "") return mistake("why", turn.say("contacts.refused.why"));
  if (why.length > LONGEST.text) return mistake("why", turn.say("turn.tooLong", { count: LONGEST.text }));
  const book = await bookFor(turn);
  const moving = { by: turn.person._id, today: companyToday(turn) };
  return changeNext(turn, button.customer, button, (customer) => leaveOut(customer, why, book, moving), {
    after: (customer) => dropPlans(turn.ports.store, book, { customer, by: moving.by }, turn.event),
  });
}

async function planNext(turn: Tap, button: ContactButtonOf<"contact-next-save">, customer: Customer): Promise<Outcome> {
  const day = readDay(turn);
  const promise = one(turn.incoming.values?.what).replace(/\s+/gu, " ").trim();
  if (!day.ok) return mistake("on", day.reason);
  if (promise.length > LONGEST.text) return mistake("what", turn.say("turn.tooLong", { count: LONGEST.text }));
  const { company } = turn.incoming;
  const { _id: me } = turn.person;
  const means = meansSchema.safeParse(one(turn.incoming.values?.means)).data ?? null;
  const { contact } = await planContact(
    turn.ports.store,
    await bookFor(turn),
    {
      id: await idFrom(company, "contact", turn.event.id),
      company,
      customer: customer._id,
      person: me,
      by: me,
      content: { ...NO_CONTACT_CONTENT, means, promise },
      due: day.value,
    },
    turn.event,
  );
  const changed = { ...button, customer: customer._id, people: [customer.person, me] };
  return answerInPlace(turn, changed, logged(contact));
}

function readDay(turn: Tap) {
  const typed = one(turn.incoming.values?.on).trim();
  if (typed === "") return { ok: false, reason: turn.say("contacts.refused.day") } as const;
  return readDate(typed, { today: todayOf(turn), language: turn.person.language, earliest: todayOf(turn) });
}

/** Who can have charge of a customer: the company's people who are here. */
export function takersOf({ directory, person }: Turn) {
  const here = [...directory.people.values()].filter(
    ({ leftAt, joinedInto }) => leftAt === undefined && joinedInto === undefined,
  );
  const sells = (roles: readonly string[]) => Number(!roles.includes("salesperson"));
  return here
    .filter(({ _id }) => _id !== person._id)
    .concat(person)
    .sort((a, b) => sells(a.roles) - sells(b.roles));
}

function mistake(field: string, reason: string): Outcome {
  return { kind: "mistakes", mistakes: { [field]: reason } };
}

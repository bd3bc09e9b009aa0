import { isoDateIn } from "../../../../calendar/iso-date.ts";
import { scoreOf } from "../../../../customers/classes/score.ts";
import { lastContactOn, lateSince, standingOn } from "../../../../customers/clock/next-due.ts";
import { weeksText } from "../../../../customers/clock/weeks-text.ts";
import type { ContactPerson, Worth } from "../../../../customers/customer.ts";
import { willText } from "../../../../customers/exchange/take-will.ts";
import { standingPromises } from "../../../../customers/last-promise.ts";
import { openMeasures } from "../../../../customers/measures/open-measures.ts";
import { ofSalesPlans } from "../../../../customers/plans/sale-plan.ts";
import { formatMoney, formatNumber } from "../../../../flow/wording/format.ts";
import { type Language, words } from "../../../../text/text.ts";
import { personName } from "../../../draw/naming.ts";
import { shorten, withoutStop } from "../../../draw/shorten.ts";
import { day } from "../../../draw/when.ts";
import type { Listener } from "../../../scene.ts";
import { measureWords, promiseWords } from "../../contacts/draw/contact-words.ts";
import { salePlanWords } from "../../contacts/draw/sale-plan-words.ts";
import type { KnownCustomer } from "./known-customer.ts";
import { cadenceWords } from "./plan-words.ts";

const FACT = 300;
const MOST_PEOPLE = 2;

/** What a customer's card says; what nobody has told is left out. */
export function cardFacts(known: KnownCustomer, listener: Listener) {
  const { customer, book, directory } = known;
  const { language } = listener;
  const say = words(language);
  const { person, lifecycle, field, present, potential } = customer;
  const facts: readonly (readonly [string, string])[] = [
    [say("customers.fact.last"), lastWords(known, listener)],
    [say("customers.fact.agreed"), agreedWords(known, listener)],
    [say("history.planned"), plannedWords(known, listener)],
    [say("contacts.form.measures"), openWords(known, listener)],
    [say("customers.column.nextContact"), nextWords(known, listener)],
    [
      say("customers.column.person"),
      person === null ? say("customers.card.nobody") : personName(directory, person, language),
    ],
    [say("customers.fact.people"), peopleWords(customer.contactPersons)],
    [say("customers.column.town"), customer.town],
    [say("customers.column.businessId"), customer.businessId],
    [say("customers.column.segment"), customer.segment],
    [say("customers.column.products"), customer.products.join(", ")],
    [say("customers.column.class"), classWords(known, language)],
    [say("customers.column.present"), worthText(present, language)],
    [say("customers.column.potential"), worthText(potential, language)],
    [say("customers.fact.field"), field === null ? "" : say(`customers.field.${field}`)],
    [say("customers.column.lifecycle"), lifecycle === null ? "" : say(`customers.lifecycle.${lifecycle}`)],
    [say("customers.column.will"), willText(customer.will, language)],
    [say("customers.fact.plan"), cadenceWords(customer, book, say)],
    [say("customers.column.closedWeeks"), weeksText(customer.closedWeeks)],
  ];
  return facts.filter(([, value]) => value !== "").map(([label, value]) => ({ label, value: shorten(value, FACT) }));
}

/** "Mika Virtanen, ostaja, 040 555 0123" */
export function personLine({ name, role, phone, email }: Omit<ContactPerson, "id">): string {
  return [name, role, phone, email].filter((part) => part !== "").join(", ");
}

/** A value as a person would type it: "suuri", "12 500 €"; "" where none is known. */
export function worthText(worth: Worth | null, language: Language): string {
  if (worth === null) return "";
  return worth.kind === "euros" ? formatMoney(worth.cents, language) : words(language)(`customers.${worth.level}`);
}

function peopleWords(people: readonly ContactPerson[]): string {
  const shown = people.slice(0, MOST_PEOPLE).map(personLine);
  return people.length > MOST_PEOPLE ? `${shown.join("; ")} (+${people.length - MOST_PEOPLE})` : shown.join("; ");
}

function classWords({ customer, book }: KnownCustomer, language: Language): string {
  const say = words(language);
  if (customer.class === null) return "";
  const found = customer.givenClass === null ? scoreOf(customer.scores, book.rules) : undefined;
  if (!found) return say("customers.card.classGiven", { class: customer.class });
  const score = formatNumber(Math.round(found.score * 100) / 100, language);
  return say("customers.card.classScored", { class: customer.class, score });
}

function lastWords({ customer, contacts, directory, now }: KnownCustomer, listener: Listener): string {
  const say = words(listener.language);
  const on = lastContactOn(customer.clock);
  if (on === null) return say("customers.card.never");
  const contact = contacts.find(({ state, on: made }) => state === "made" && made === on);
  const who = contact?.person ? personName(directory, contact.person, listener.language) : "";
  const means = contact?.means ? say(`customers.means.${contact.means}`) : "";
  const told = [day(on, listener, now), means, who].filter((part) => part !== "").join(", ");
  const what = contact ? contact.notes || contact.outcome : "";
  return what === "" ? told : `${withoutStop(told)}: ${what}`;
}

/** What was promised and stands; somebody else's than the one in charge is told with whose it is. */
function agreedWords({ customer, contacts, directory, now }: KnownCustomer, listener: Listener): string {
  return standingPromises(contacts)
    .map((promised) => {
      const { person } = promised;
      const isOthers = person !== null && customer.person !== null && person !== customer.person;
      const who = isOthers ? ` (${personName(directory, person, listener.language)})` : "";
      return `${promiseWords(promised, listener, now)}${who}`;
    })
    .join("; ");
}

function plannedWords({ contacts, directory, now }: KnownCustomer, listener: Listener): string {
  const plans = ofSalesPlans(contacts);
  // Of several, need and offer would leave no room for the others.
  const shown = plans.length > 1 ? plans.map((plan) => ({ ...plan, notes: "" })) : plans;
  return shown.map((plan) => salePlanWords(plan, directory, listener, now)).join("; ");
}

/** What was agreed on and is not done. */
function openWords({ contacts, now }: KnownCustomer, listener: Listener): string {
  return openMeasures(contacts)
    .map((measure) => measureWords(measure, listener, now))
    .join("; ");
}

function nextWords({ customer, now }: KnownCustomer, listener: Listener): string {
  const say = words(listener.language);
  const { dueOn, limitOn, clock, history } = customer;
  if (dueOn === null) return say("customers.card.noNext");
  const next = day(dueOn, listener, now);
  if (clock.moved?.kind === "not-needed" && clock.moved.to === dueOn) {
    const why = history.findLast(({ did }) => did === "skipped")?.note ?? "";
    return `${next}, ${say("history.notNeededNow", { why }).replace(/[\s:]+$/u, "")}`;
  }
  const since = lateSince(customer);
  if (limitOn === null || since === null) return next;
  const on = (isoDate: string) => day(isoDate, listener, now);
  if (standingOn(customer, isoDateIn(now, listener.timeZone)) === "late")
    return `${next}, ${say("customers.card.late", { day: on(since) })}`;
  if (limitOn === dueOn) return next;
  return `${next}, ${say(limitOn < dueOn ? "customers.card.beyond" : "customers.card.limit", { day: on(limitOn) })}`;
}

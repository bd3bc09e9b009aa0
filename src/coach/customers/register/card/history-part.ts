import { isoDateIn } from "../../../../calendar/iso-date.ts";
import type { Contact } from "../../../../customers/contact.ts";
import { contentFields, type Did, fieldSchema } from "../../../../customers/customer.ts";
import { isOfSalesPlan } from "../../../../customers/plans/sale-plan.ts";
import type { Block } from "../../../../message/message.ts";
import { type Language, type Say, words } from "../../../../text/text.ts";
import { paragraph } from "../../../draw/compose.ts";
import { personName } from "../../../draw/naming.ts";
import { shorten } from "../../../draw/shorten.ts";
import { day } from "../../../draw/when.ts";
import type { Listener } from "../../../scene.ts";
import { salePlanWords } from "../../contacts/draw/sale-plan-words.ts";
import type { KnownCustomer } from "./known-customer.ts";

/** So many lines of history, the newest first. */
const MOST_LINES = 10;
const LINE = 200;
const FIELDS = new Set<string>(Object.keys(contentFields));

/** What was done with a customer and about it, the newest first, and by whom where it was not the reader. */
export function historyPart(known: KnownCustomer, listener: Listener): readonly (Block | undefined)[] {
  const { customer, contacts, directory, now } = known;
  const { language, timeZone, person: reader } = listener;
  const say = words(language);
  const dayOf = (at: number) => isoDateIn(at, timeZone);
  const made = contacts
    .filter(({ state }) => state === "made" || state === "tried")
    .map((contact) => {
      const { createdAt: at, on, person: by } = contact;
      return { at, on: on ?? dayOf(at), by, text: contactLine(contact, say) };
    });
  const deeds = customer.history.map(({ at, by, did, note }) => {
    const text = say(`customers.did.${did}`, { note: noteWords(did, note, known, language) });
    return { at, on: dayOf(at), by, text: text.replace(/[\s:]+$/u, "") };
  });
  const planned = contacts.filter(isOfSalesPlan).map((plan) => {
    const what = salePlanWords({ ...plan, notes: "" }, directory, listener, now);
    return { at: plan.createdAt, on: dayOf(plan.createdAt), by: null, text: say("history.plannedContact", { what }) };
  });
  const lines = [...made, ...planned, ...deeds]
    .sort((a, b) => b.on.localeCompare(a.on) || b.at - a.at)
    .slice(0, MOST_LINES)
    .map(({ on, by, text }) => {
      const who = by === null || by === reader?._id ? "" : ` (${personName(directory, by, language)})`;
      return `${shorten(`${day(on, listener, now)} ${text}`, LINE - who.length)}${who}`;
    });
  return [paragraph(lines.join("\n"))];
}

/** A note is kept by ids, in nobody's language: "A>C", ">growth", "present, potential". */
function noteWords(did: Did, note: string, { directory }: KnownCustomer, language: Language): string {
  const say = words(language);
  const [from = "", to = ""] = note.split(">");
  if (did === "class") return `${from || "–"} → ${to || "–"}`;
  if (did === "field") return `${fieldName(from, say)} → ${fieldName(to, say)}`;
  if (did === "handed") return note === "" ? "" : personName(directory, note, language);
  return did === "edited"
    ? note
        .split(", ")
        .map((field) => (isField(field) ? say(`history.changed.${field}`) : field))
        .join(", ")
    : note;
}

function isField(field: string): field is keyof typeof contentFields {
  return FIELDS.has(field);
}

function fieldName(said: string, say: Say): string {
  const field = fieldSchema.safeParse(said).data;
  return field === undefined ? "–" : say(`customers.field.${field}`);
}

function contactLine({ state, means, notes, outcome, promise, measures }: Contact, say: Say): string {
  const agreed = measures.map(({ what }) => what);
  const how = means === null ? "" : say(`customers.means.${means}`);
  const reached = state === "tried" ? say("contacts.notReached") : "";
  const told = [how, reached, outcome, notes, promise, ...agreed];
  return told.filter((part) => part !== "").join(", ") || say("customers.means.other");
}

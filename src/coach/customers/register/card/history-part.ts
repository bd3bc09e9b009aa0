import type { Contact } from "../../../../customers/contact.ts";
import { type Customer, contentFields, fieldSchema } from "../../../../customers/customer.ts";
import { isOfSalesPlan } from "../../../../customers/plans/sale-plan.ts";
import type { Block } from "../../../../message/message.ts";
import { type Say, words } from "../../../../text/text.ts";
import { paragraph, quiet } from "../../../draw/compose.ts";
import { personName } from "../../../draw/naming.ts";
import { shorten } from "../../../draw/shorten.ts";
import { date, day } from "../../../draw/when.ts";
import type { Listener } from "../../../scene.ts";
import { salePlanWords } from "../../contacts/draw/sale-plan-words.ts";
import type { KnownCustomer } from "./known-customer.ts";

/** So many lines of history, the newest first. */
const MOST_LINES = 10;
const LINE = 200;
const FIELDS = new Set<string>(Object.keys(contentFields));

/** What was done with a customer and about it, the newest first. */
export function historyPart(
  { customer, contacts, directory, now }: KnownCustomer,
  listener: Listener,
): readonly (Block | undefined)[] {
  const { language } = listener;
  const say = words(language);
  const made = contacts
    .filter(({ state }) => state === "made" || state === "tried")
    .map((contact) => ({ at: contact.createdAt, on: contact.on ?? "", text: contactLine(contact, say) }));
  const deeds = customer.history.map(({ at, by, did, note }) => {
    const text = say(`customers.did.${did}`, { note: noteWords(did, note, say) }).replace(/[\s:]+$/u, "");
    const isTold = did === "skipped" && by !== null;
    return {
      at,
      on: new Date(at).toISOString().slice(0, 10),
      text: isTold ? `${text} (${personName(directory, by, language)})` : text,
    };
  });
  const planned = contacts.filter(isOfSalesPlan).map((plan) => ({
    at: plan.createdAt,
    on: new Date(plan.createdAt).toISOString().slice(0, 10),
    text: say("history.plannedContact", { what: salePlanWords({ ...plan, notes: "" }, directory, listener, now) }),
  }));
  const lines = [...made, ...planned, ...deeds]
    .sort((a, b) => b.on.localeCompare(a.on) || b.at - a.at)
    .slice(0, MOST_LINES)
    .map(({ at, on, text }) => shorten(`${on === "" ? date(at, listener) : day(on, listener, now)} ${text}`, LINE));
  const names = new Map(contacts.map(({ person }) => [person ?? "", person]));
  const who = [...names.values()].flatMap((person) =>
    person === null ? [] : [personName(directory, person, language)],
  );
  return [paragraph(lines.join("\n")), quiet(who.length === 0 ? undefined : who.join(", "))];
}

/** A note is kept by ids, in nobody's language: "A>C", ">growth", "present, potential". */
function noteWords(did: Customer["history"][number]["did"], note: string, say: Say): string {
  const [from = "", to = ""] = note.split(">");
  if (did === "class") return `${from || "–"} → ${to || "–"}`;
  if (did === "field") return `${fieldName(from, say)} → ${fieldName(to, say)}`;
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

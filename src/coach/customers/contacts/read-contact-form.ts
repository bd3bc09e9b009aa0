import { meansSchema } from "../../../customers/care-plan.ts";
import { type Contact, type ContactContent, LONGEST_NOTE } from "../../../customers/contact.ts";
import { LONGEST } from "../../../customers/customer.ts";
import type { Looking } from "../../../customers/line/find-day.ts";
import { nextInPromise } from "../../../customers/line/promise-days.ts";
import { readDayText } from "../../../flow/reading/plain/day-text.ts";
import { readDate } from "../../../flow/reading/read-plain.ts";
import type { FormValues } from "../../../message/form.ts";
import type { Say } from "../../../text/text.ts";
import { one } from "../../form-values.ts";
import { measuresText } from "./draw/contact-form.ts";

type Mistakes = { [field: string]: string };

interface Known extends Looking {
  readonly say: Say;
}

export interface ReadContact {
  /** As it was typed. */
  readonly customer: string;
  readonly set: Partial<ContactContent> & Partial<Pick<Contact, "state" | "on" | "due" | "next">>;
}

const MOST_MEASURES = 10;

/** Reads the form of a contact; mistakes are told field by field. What was left as it stood stays, though its day be over. */
export function readContactForm(
  values: FormValues,
  standing: Contact,
  known: Known,
): ReadContact | { readonly mistakes: Mistakes } {
  const mistakes: Mistakes = {};
  const text = (field: string, longest: number) => {
    const value = one(values[field]).trim();
    if (value.length > longest) mistakes[field] = known.say("turn.tooLong", { count: longest });
    return value;
  };
  const set = {
    means: meansSchema.safeParse(one(values.means)).data ?? null,
    outcome: text("outcome", LONGEST.text),
    notes: text("notes", LONGEST_NOTE),
    promise: text("promise", LONGEST.text),
    measures: readMeasures(one(values.measures), standing, known, mistakes),
  };
  const days =
    standing.state === "planned"
      ? { due: readDay("on", values, standing.due, known, mistakes) ?? standing.due }
      : readMade(values, standing, set.promise, known, mistakes);
  const customer = one(values.customer).replace(/\s+/gu, " ").trim();
  return Object.keys(mistakes).length > 0 ? { mistakes } : { customer, set: { ...set, ...days } };
}

/** A day in a new promise is that of the next contact, unless the field of that gives another. */
function readMade(values: FormValues, standing: Contact, promise: string, known: Known, mistakes: Mistakes) {
  const on = readDay("on", values, standing.on, known, mistakes, "past") ?? standing.on;
  const next = readDay("next", values, standing.next?.on ?? null, known, mistakes);
  return {
    on,
    state: one(values.reached) === "no" ? ("tried" as const) : ("made" as const),
    next:
      next !== null
        ? { on: next, means: standing.next?.means ?? null }
        : promise === standing.promise
          ? null
          : nextInPromise(promise, known),
  };
}

function readDay(
  field: string,
  values: FormValues,
  standing: string | null,
  { today, language }: Known,
  mistakes: Mistakes,
  when: "past" | "coming" = "coming",
): string | null {
  const typed = one(values[field]).trim();
  if (typed === "") return null;
  if (typed === standing) return standing;
  const limits = when === "past" ? { latest: today } : { earliest: today };
  const read = readDate(typed, { today, language, ...limits });
  if (read.ok) return read.value;
  mistakes[field] = read.reason;
  return null;
}

/** One measure a line, with its day at the end where it has one: "tarjous huoltosopimuksesta, 15.12.". */
function readMeasures(
  typed: string,
  standing: Contact,
  { today, language, say }: Known,
  mistakes: Mistakes,
): ContactContent["measures"] {
  if (typed.trim() === measuresText(standing.measures, language).trim()) return standing.measures;
  const lines = typed.split("\n").map((line) => line.trim());
  const filled = lines.filter((line) => line !== "");
  if (filled.length > MOST_MEASURES) mistakes.measures = say("contacts.refused.measures", { count: MOST_MEASURES });
  if (filled.some(({ length }) => length > LONGEST.text))
    mistakes.measures = say("turn.tooLong", { count: LONGEST.text });
  return filled.slice(0, MOST_MEASURES).map((line, nth) => {
    const at = line.lastIndexOf(",");
    const written = at < 0 ? "" : line.slice(at + 1).trim();
    const day = at < 0 ? undefined : readDate(written, { today, language });
    if (day?.ok === false && readDayText(written, today, language).kind === "impossible")
      mistakes.measures = day.reason;
    const what = (day?.ok ? line.slice(0, at) : line).trim().slice(0, LONGEST.text);
    const known = standing.measures.find((measure) => measure.what === what);
    return {
      id: known?.id ?? `m${nth}-${standing.revision}`,
      what,
      on: day?.ok ? day.value : null,
      done: known?.done ?? false,
    };
  });
}

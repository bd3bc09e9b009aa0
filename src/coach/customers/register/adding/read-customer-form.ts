import { NO_CARE } from "../../../../customers/care-plan.ts";
import { readWeeks } from "../../../../customers/clock/weeks-text.ts";
import { type CustomerContent, contactPersonSchema, MOST } from "../../../../customers/customer.ts";
import { numbersOf } from "../../../../customers/exchange/column-numbers.ts";
import type { Draft } from "../../../../customers/exchange/draft.ts";
import type { Column, Field } from "../../../../customers/exchange/fields.ts";
import { readRow } from "../../../../customers/exchange/read-row.ts";
import type { Reading } from "../../../../customers/exchange/read-rows.ts";
import { takeReach } from "../../../../customers/exchange/take-reach.ts";
import { nameKey } from "../../../../customers/search/name-key.ts";
import type { FormValues } from "../../../../message/form.ts";
import { type Language, words } from "../../../../text/text.ts";
import { one } from "../../../form-values.ts";
import { problemWords } from "../importing/problem-words.ts";
import { NONE, WILLS } from "./customer-form.ts";
import { linesOf } from "./read-names.ts";

export type Mistakes = { [field: string]: string };
export type ReadForm = { readonly content: CustomerContent } | { readonly mistakes: Mistakes };

interface Known {
  /** What stood there before. */
  readonly before: CustomerContent;
  readonly reading: Reading;
  readonly isHere: (person: string) => boolean;
}

const TEXTS = ["name", "businessId", "town", "segment", "products", "present", "potential", "contactsPerYear"] as const;

/** What a form says of a customer: fields are read as the columns of a file are; one that was emptied says nothing any more. */
export function readCustomerForm(values: FormValues, { before, reading, isHere }: Known): ReadForm {
  const { language } = reading;
  const say = words(language);
  const mistakes: Mistakes = {};
  const row = readRow(1, givenIn(values, before), reading);
  for (const problem of row.problems) {
    const said = problemWords(problem, { language, nameOf: (id) => id });
    if (problem.field !== "score") mistakes[problem.field] ??= `${said}.`;
  }
  if (one(values.name).trim() === "") mistakes.name = say("customers.refused.name");
  const person = values.person === undefined ? before.person : one(values.person);
  const inCharge = person === NONE || person === "" ? null : person;
  if (inCharge !== null && inCharge !== before.person && !isHere(inCharge))
    mistakes.person = say("customers.refused.person");
  const people = readPeople(one(values.people), before.contactPersons, language);
  if (typeof people === "string") mistakes.people = people;
  const closedWeeks = readWeeks(one(values.closedWeeks));
  if (closedWeeks === undefined) mistakes.closedWeeks = say("customers.refused.weeks");
  const scored = scoresIn(values, before, reading, mistakes);
  if (Object.keys(mistakes).length > 0 || !row.draft || typeof people === "string") return { mistakes };
  return {
    content: {
      ...before,
      ...textsIn(row.draft.content, before, values),
      person: inCharge,
      contactPersons: [...people],
      scores: scored,
      givenClass: pickIn(values, "class", ["A", "B", "C", "D"] as const, before.givenClass),
      lifecycle: pickIn(
        values,
        "lifecycle",
        ["birth", "development", "upkeep", "letting-go"] as const,
        before.lifecycle,
      ),
      buys: one(values.buys) === "" ? before.buys : one(values.buys) === "yes",
      will: willIn(values, before, reading.today),
      ownPlan: planWith(before, row.draft.contactsPerYear),
      closedWeeks: [...(closedWeeks ?? [])],
    },
  };
}

/** The fields as the cells of a row; a value that stands as it stood is not read again, so that nothing is lost by being shown. */
function givenIn(values: FormValues, _before: CustomerContent) {
  return TEXTS.flatMap((field) => {
    const cell = one(values[field]).trim();
    const column: Column = { kind: "field", field, nth: 0 };
    return cell === "" ? [] : [{ column, cell, number: () => numbersOf([cell])(cell) }];
  });
}

function textsIn({ name, ...read }: Draft["content"], before: CustomerContent, values: FormValues) {
  const asked = (field: Field) => values[field] !== undefined;
  return {
    name,
    businessId: asked("businessId") ? (read.businessId ?? "") : before.businessId,
    town: asked("town") ? (read.town ?? "") : before.town,
    segment: asked("segment") ? (read.segment ?? "") : before.segment,
    products: asked("products") ? (read.products ?? []) : before.products,
    present: asked("present") ? (read.present ?? null) : before.present,
    potential: asked("potential") ? (read.potential ?? null) : before.potential,
  };
}

function planWith({ ownPlan }: CustomerContent, contactsPerYear: number | null): CustomerContent["ownPlan"] {
  if (ownPlan === null && contactsPerYear === null) return null;
  const next = { ...(ownPlan ?? NO_CARE), contactsPerYear };
  return JSON.stringify(next) === JSON.stringify(NO_CARE) ? null : next;
}

function pickIn<T extends string>(
  values: FormValues,
  field: string,
  options: readonly T[],
  before: T | null,
): T | null {
  const said = one(values[field]);
  if (said === "") return before;
  return options.find((option) => option === said) ?? null;
}

function willIn(values: FormValues, before: CustomerContent, today: string): CustomerContent["will"] {
  const said = one(values.will);
  if (said === "") return before.will;
  const found = WILLS.find(({ value }) => value === said);
  if (!found) return null;
  const { importance, will } = found;
  const isSame = before.will?.importance === importance && before.will.will === will;
  return isSame ? before.will : { importance, will, on: today };
}

function scoresIn(values: FormValues, before: CustomerContent, { rules, language }: Reading, mistakes: Mistakes) {
  const scores: { [criterion: string]: number } = { ...before.scores };
  for (const { id } of rules.criteria) {
    const said = values[`score:${id}`];
    if (said === undefined) continue;
    const text = one(said).trim();
    const read = text === "" ? undefined : numbersOf([text])(text);
    if (read === undefined) delete scores[id];
    else if (read.kind === "number" && read.number >= rules.scale.min && read.number <= rules.scale.max)
      scores[id] = read.number;
    else
      mistakes[`score:${id}`] = words(language)("exchange.problem.off-scale", {
        field: words(language)("exchange.problem.score"),
        value: text.slice(0, 40),
        from: rules.scale.min,
        to: rules.scale.max,
      });
  }
  return scores;
}

/** One a line: name, role, phone, email; who was known before by that name stays the same person. A refusal as a sentence. */
function readPeople(text: string, before: CustomerContent["contactPersons"], language: Language) {
  const say = words(language);
  const lines = linesOf(text);
  if (lines.length > MOST.contactPersons) return say("customers.refused.tooMany", { count: MOST.contactPersons });
  const people: CustomerContent["contactPersons"] = [];
  for (const line of lines) {
    const parts = line.split(/\s*[,;\t]\s*/u).filter((part) => part !== "");
    const reaches = parts.map(takeReach);
    const faulty = reaches.find((one) => one.faulty !== "")?.faulty;
    if (faulty !== undefined) return say("customers.refused.email", { said: faulty });
    const email = reaches.find((one) => one.email !== "")?.email ?? "";
    const phone = reaches.find((one) => one.phone !== "")?.phone ?? "";
    const [name = email || phone, ...roles] = reaches.map(({ rest }) => rest).filter((rest) => rest !== "");
    const known = before.find((one) => nameKey(one.name) === nameKey(name));
    const person = { id: known?.id ?? freeId([...before, ...people]), name, role: roles.join(", "), phone, email };
    const read = contactPersonSchema.safeParse(person);
    if (!read.success) return say("customers.refused.contactLine", { line: line.slice(0, 40) });
    people.push(read.data);
  }
  return people;
}

function freeId(taken: readonly { readonly id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id));
  let nth = taken.length + 1;
  while (ids.has(`h${nth}`)) nth += 1;
  return `h${nth}`;
}

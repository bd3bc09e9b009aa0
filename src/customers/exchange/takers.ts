import { isJustOver, readDayText } from "../../flow/reading/plain/day-text.ts";
import { matchName, type NameList, nameList } from "../../flow/reading/plain/match-name.ts";
import { fold, normalise } from "../../flow/reading/plain/normalise.ts";
import { LANGUAGES, words } from "../../text/text.ts";
import { MOST_DAYS } from "../care-plan.ts";
import { readWeeks } from "../clock/weeks-text.ts";
import { classSchema, LONGEST, lifecycleSchema, MOST, type Worth } from "../customer.ts";
import { readBusinessId } from "./business-id.ts";
import type { Field } from "./fields.ts";
import { type Gathering, type Given, numberIn, shown, type Take, tell } from "./gathering.ts";
import type { Reading } from "./read-rows.ts";
import { EMAIL, takeReach } from "./take-reach.ts";
import { takeWill } from "./take-will.ts";

/** What each field does with a cell's text. */
export const TAKERS: { readonly [field in Field]: Take } = {
  name(row, said) {
    if (!/\p{L}/u.test(said.normalize("NFKC"))) tell(row, "not-a-name", "name", said);
    else if (said.length > LONGEST.name) tell(row, "too-long", "name", said);
    else row.content.name = said;
  },
  town: text("town", LONGEST.short),
  segment: text("segment", LONGEST.short),
  businessId(row, said) {
    const id = readBusinessId(said);
    if (id === undefined) tell(row, "wrong-business-id", "businessId", said);
    else row.content.businessId = id;
  },
  person: takePerson,
  contactName: called("name", "contactName"),
  contactRole: called("role", "contactRole"),
  contactPhone: contact("phone", "contactPhone", 40),
  contactEmail: contact("email", "contactEmail", 200),
  products(row, said) {
    const products = [...new Set(said.split(/[,;/]/u).map((one) => one.trim()))].filter((one) => one !== "");
    if (products.length > MOST.products || products.some(({ length }) => length > LONGEST.short))
      tell(row, "too-long", "products", said);
    else row.content.products = products;
  },
  class(row, said) {
    const found = classSchema.safeParse(said.replace(/^(?:luokka|class) /iu, "").toUpperCase());
    if (found.success) row.content.givenClass = found.data;
    else tell(row, "not-a-class", "class", said);
  },
  buys(row, said) {
    const plain = fold(normalise(said));
    if (/^(?:kylla|k|joo|x|yes|y|true|tosi|1|asiakas|customer)$/.test(plain)) row.content.buys = true;
    else if (/^(?:ei|e|no|n|false|epatosi|0|prospekti|prospect|liidi|lead)$/.test(plain)) row.content.buys = false;
    else tell(row, "not-yes-or-no", "buys", said);
  },
  present: worth("present"),
  potential: worth("potential"),
  lifecycle(row, said) {
    const plain = fold(normalise(said));
    const found = lifecycleSchema.options.find((phase) =>
      [phase, ...LANGUAGES.map((language) => words(language)(`customers.lifecycle.${phase}`))].some(
        (name) => fold(normalise(name)) === plain,
      ),
    );
    if (found) row.content.lifecycle = found;
    else tell(row, "not-a-phase", "lifecycle", said);
  },
  will: takeWill,
  contactsPerYear: planned("contactsPerYear", { min: 0, max: 365 }),
  wishDays: planned("wishDays", { min: 1, max: MOST_DAYS }),
  worstDays: planned("worstDays", { min: 1, max: MOST_DAYS }),
  closedWeeks(row, said) {
    const weeks = readWeeks(said);
    if (weeks === undefined) tell(row, "not-weeks", "closedWeeks", said);
    else row.content.closedWeeks = [...weeks];
  },
  lastContact(row, said, _, reading) {
    const on = dayIn(row, said, "lastContact", reading);
    if (on !== undefined && on > reading.today) tell(row, "in-the-future", "lastContact", said);
    else if (on !== undefined) row.toldLast = on;
  },
  nextContact(row, said, _, reading) {
    const on = dayIn(row, said, "nextContact", reading);
    if (on !== undefined) row.toldNext = on;
  },
};

export function takeScore(row: Gathering, criterion: string, said: string, given: Given, { rules }: Reading): void {
  const read = numberIn(row, "score", said, given);
  if (read === undefined) return;
  if (read < rules.scale.min || read > rules.scale.max) offScale(row, "score", said, rules.scale);
  else row.scores[criterion] = read;
}

function offScale(
  row: Gathering,
  field: Field | "score",
  said: string,
  { min: from, max: to }: Reading["rules"]["scale"],
): void {
  row.problems.push({ kind: "off-scale", field, value: shown(said), from, to });
}

/** A whole number of the customer's own care plan. */
function planned(field: "contactsPerYear" | "wishDays" | "worstDays", scale: Reading["rules"]["scale"]): Take {
  return (row, said, given) => {
    const read = numberIn(row, field, said, given);
    if (read === undefined) return;
    if (Number.isInteger(read) && read >= scale.min && read <= scale.max) row[field] = read;
    else offScale(row, field, said, scale);
  };
}

function text(field: "town" | "segment", longest: number): Take {
  return (row, said) => {
    if (said.length > longest) tell(row, "too-long", field, said);
    else row.content[field] = said;
  };
}

const lists = new WeakMap<Reading["people"], NameList>();

function takePerson(row: Gathering, said: string, _: Given, { people }: Reading): void {
  const list = lists.get(people) ?? nameList(people.map(({ id, name }) => ({ ids: [id], names: [name] })));
  lists.set(people, list);
  const match = matchName(normalise(said), list);
  const found = match.kind === "one" && !match.typo ? people[match.index] : undefined;
  if (found) row.content.person = found.id;
  else if (match.kind === "several") {
    const persons = match.indexes.flatMap((index) => people[index]?.id ?? []);
    row.problems.push({ kind: "several-persons", field: "person", value: shown(said), persons });
  } else tell(row, "unknown-person", "person", said);
}

/** A name or a role, with what stands at its end of how they are reached: what a column of its own says of that holds. */
function called(to: "name" | "role", field: Field): Take {
  return (row, said, { column }) => {
    const nth = nthOf(column);
    const { rest, phone, email, faulty } = takeReach(said);
    if (faulty !== "") tell(row, "not-an-email", "contactEmail", faulty);
    if (rest.length > LONGEST.short) tell(row, "too-long", field, said);
    const taken = { [to]: rest.length > LONGEST.short ? "" : rest, phone, email };
    const filled = Object.fromEntries(Object.entries(taken).filter(([, value]) => value !== ""));
    row.persons[nth] = { ...filled, ...row.persons[nth] };
  };
}

function nthOf(column: Given["column"]): number {
  return column.kind === "field" ? column.nth : 0;
}

function contact(to: "phone" | "email", field: Field, longest: number): Take {
  return (row, said, { column }) => {
    const nth = nthOf(column);
    if (said.length > longest) tell(row, "too-long", field, said);
    else if (to === "phone" && !isPhone(said)) tell(row, "not-a-phone", field, said);
    else if (to === "email" && !EMAIL.test(said)) tell(row, "not-an-email", field, said);
    else row.persons[nth] = { ...row.persons[nth], [to]: said };
  };
}

/** Whatever stands around them ("ark. 8–16", "Mika"), digits are what one taps: an extension has three. */
function isPhone(said: string): boolean {
  return !said.includes("@") && (said.match(/\d/gu) ?? []).length >= 3;
}

/** Low or high, or a sum in euros. */
function worth(field: "present" | "potential"): Take {
  return (row, said, given) => {
    const level = levelOf(said);
    if (level) row.content[field] = level;
    else {
      const read = numberIn(row, field, said, given);
      if (read !== undefined) row.content[field] = { kind: "euros", cents: Math.round(read * 100) };
    }
  };
}

function levelOf(said: string): Worth | undefined {
  const plain = fold(normalise(said));
  if (/^(?:suuri|korkea|iso|high|large)$/.test(plain)) return { kind: "level", level: "high" };
  return /^(?:pieni|matala|low|small)$/.test(plain) ? { kind: "level", level: "low" } : undefined;
}

/** The cell's day, one without a year the nearest before or after today, or the one that was over just now; undefined, and told, where there is none. */
function dayIn(
  row: Gathering,
  said: string,
  field: "lastContact" | "nextContact",
  { today, language }: Reading,
): string | undefined {
  const read = readDayText(said, today, language);
  if (read.kind === "day") return read.date;
  if (read.kind === "yearless")
    return field === "lastContact" || isJustOver(read.previous, today) ? read.previous : read.next;
  if (read.kind === "either") row.problems.push({ kind: "two-days", field, value: shown(said), days: read.dates });
  else tell(row, "not-a-date", field, said);
  return undefined;
}

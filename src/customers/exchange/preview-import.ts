import { namedOnly } from "../add-customers.ts";
import { NO_CARE } from "../care-plan.ts";
import { type Customer, type CustomerContent, contactPersonSchema } from "../customer.ts";
import { customerFinder } from "../search/customer-finder.ts";
import { nameKey } from "../search/name-key.ts";
import { rowsSeen } from "../search/rows-seen.ts";
import type { Draft, DraftRow, Problem } from "./draft.ts";

/** What a row says of the last contact and of the next one (ISO); null where nothing new. */
interface ToldDays {
  readonly toldLast: string | null;
  readonly toldNext: string | null;
}

/** Who brings a file, and the company's date. */
interface Bringing {
  readonly person: string | null;
  readonly today: string;
}

/** What would become of a row. */
export interface PreviewRow {
  readonly number: number;
  readonly name: string;
  readonly problems: readonly Problem[];
  readonly becomes:
    | ({ readonly kind: "new"; readonly content: CustomerContent } & ToldDays)
    | ({ readonly kind: "update"; readonly customer: string; readonly content: Partial<CustomerContent> } & ToldDays)
    | { readonly kind: "same"; readonly customer: string }
    /** Nobody is named, or it cannot be told who is meant: it is never taken. */
    | { readonly kind: "nothing" };
}

export interface Preview {
  readonly rows: readonly PreviewRow[];
  readonly counts: { readonly [kind in PreviewRow["becomes"]["kind"] | "withProblems"]: number };
}

/**
 * What an import would do: each row a new customer or what it changes of a known one, found by its business id, else by its name (and its town, where
 * both say one). A customer who stands in the file twice is taken from its first row.
 */
export function previewImport(rows: readonly DraftRow[], known: readonly Customer[], bringing: Bringing): Preview {
  return previewOf(rows.map(rowPreviewer(known, bringing)));
}

/** Tells row after row, in their order, what would become of each. */
export function rowPreviewer(known: readonly Customer[], bringing: Bringing): (row: DraftRow) => PreviewRow {
  const finder = customerFinder(known);
  const seen = rowsSeen();
  return ({ number, draft, problems }) => {
    if (!draft) return { number, name: "", problems, becomes: { kind: "nothing" } };
    const { name, businessId = "", town = "" } = draft.content;
    const called = { name, businessId, town };
    const found = finder(called);
    const before = seen(number, called, found.length === 1 ? found[0]?._id : undefined);
    const told = (problem: Problem): PreviewRow => ({
      number,
      name,
      problems: [...problems, problem],
      becomes: { kind: "nothing" },
    });
    if (before !== undefined) return told({ kind: "same-as-row", field: "name", value: name, row: before });
    if (found.length > 1) return told({ kind: "several-customers", field: "name", value: name });
    const alone = limitAlone(draft, found[0]);
    const taken = alone.length === 0 ? draft : { ...draft, worstDays: null };
    const gone = pastDay(draft, found[0], bringing);
    return { number, name, problems: [...problems, ...alone, ...gone], becomes: becomes(taken, found[0], bringing) };
  };
}

/** Rows with how many there are of each kind. */
export function previewOf(rows: readonly PreviewRow[]): Preview {
  const counts = { new: 0, update: 0, same: 0, nothing: 0, withProblems: 0 };
  for (const { becomes, problems } of rows) {
    counts[becomes.kind] += 1;
    if (problems.length > 0) counts.withProblems += 1;
  }
  return { rows, counts };
}

function becomes(draft: Draft, customer: Customer | undefined, { person, today }: Bringing): PreviewRow["becomes"] {
  const { toldLast } = draft;
  const toldNext = draft.toldNext !== null && draft.toldNext >= today ? draft.toldNext : null;
  if (!customer) {
    const content = mergedInto(namedOnly(draft.content.name, person), draft);
    return { kind: "new", content, toldLast, toldNext };
  }
  const merged = mergedInto(customer, draft);
  // An export shows the class that the scores give: read again, it is not one that people gave.
  if (draft.content.givenClass === customer.class) merged.givenClass = customer.givenClass;
  const content = Object.fromEntries(
    Object.entries(merged).filter(([field, value]) => JSON.stringify(said(customer, field)) !== JSON.stringify(value)),
  );
  const isNewer = toldLast !== null && toldLast > (customer.clock.last?.on ?? customer.clock.toldLast ?? "");
  // No clock runs for a relationship that has ended.
  const isMoved = toldNext !== null && customer.kept && toldNext !== customer.dueOn;
  if (Object.keys(content).length === 0 && !isNewer && !isMoved) return { kind: "same", customer: customer._id };
  const told = { toldLast: isNewer ? toldLast : null, toldNext: isMoved ? toldNext : null };
  return { kind: "update", customer: customer._id, content, ...told };
}

/** A next contact on a day that has gone by: an export shows it of whom a contact is owed to, else nobody can keep it. */
function pastDay({ toldNext }: Draft, customer: Customer | undefined, { today }: Bringing): readonly Problem[] {
  if (toldNext === null || toldNext >= today || toldNext === customer?.dueOn) return [];
  return [{ kind: "in-the-past", field: "nextContact", value: toldNext }];
}

function limitAlone(draft: Draft, customer: Customer | undefined): readonly Problem[] {
  if (draft.worstDays === null) return [];
  const plan = planWith(customer?.ownPlan ?? null, draft);
  if (plan?.contactsPerYear || plan?.wishDays) return [];
  return [{ kind: "limit-alone", field: "worstDays", value: `${draft.worstDays}` }];
}

function said(customer: { readonly [field: string]: unknown }, field: string): unknown {
  return customer[field];
}

/** What was known, with what the row says in its place; an empty cell takes nothing away. */
function mergedInto(known: CustomerContent, draft: Draft): CustomerContent {
  const { contactPersons, scores } = draft;
  const { will = known.will } = draft.content;
  const isSameWill = will?.importance === known.will?.importance && will?.will === known.will?.will;
  return {
    ...contentOf(known),
    ...draft.content,
    // Said again, it stands since when it was said first.
    will: isSameWill ? known.will : will,
    contactPersons: contactPersons.reduce(withPerson, known.contactPersons),
    scores: { ...known.scores, ...scores },
    ownPlan: planWith(known.ownPlan, draft),
  };
}

function planWith(
  known: CustomerContent["ownPlan"],
  { contactsPerYear, wishDays, worstDays }: Draft,
): CustomerContent["ownPlan"] {
  const told = Object.entries({ contactsPerYear, wishDays, worstDays }).filter(([, value]) => value !== null);
  return told.length === 0 ? known : { ...(known ?? NO_CARE), ...Object.fromEntries(told) };
}

function contentOf(known: CustomerContent): CustomerContent {
  const { name, businessId, town, person, contactPersons, segment, products, buys, scores, givenClass } = known;
  const { present, potential, lifecycle, will, ownPlan, closedWeeks } = known;
  const who = { name, businessId, town, person, contactPersons, segment, products, buys, scores, givenClass };
  return { ...who, present, potential, lifecycle, will, ownPlan, closedWeeks };
}

type Persons = CustomerContent["contactPersons"];

function withPerson(persons: Persons, given: Draft["contactPersons"][number]): Persons {
  const at = persons.findIndex(({ name }) => nameKey(name) === nameKey(given.name));
  const known = persons[at];
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
  if (known) return persons.with(at, contactPersonSchema.parse({ ...known, ...filled }));
  const ids = new Set(persons.map(({ id }) => id));
  let nth = persons.length + 1;
  while (ids.has(`h${nth}`)) nth += 1;
  return persons.length >= 10 ? persons : [...persons, { ...given, id: `h${nth}` }];
}

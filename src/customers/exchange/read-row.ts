import type { ContactPerson } from "../customer.ts";
import { LONGEST } from "../customer.ts";
import type { DraftRow } from "./draft.ts";
import type { Column, Field } from "./fields.ts";
import { type Gathering, type Given, tell } from "./gathering.ts";
import type { Reading } from "./read-rows.ts";
import { TAKERS, takeScore } from "./takers.ts";

const FORMULA = /^=./u;
const FORMULA_ERROR = /^#(?:REF|N\/A|VALUE|DIV\/0|NAME|NUM|NULL|ARVO|NIMI|PUUTTUU|JAKO\/0|VIITTAUS)[!?]?$/iu;

/** Reads a row; what cannot be read is told and left out. */
export function readRow(number: number, given: readonly Given[], reading: Reading): DraftRow {
  const row: Gathering = {
    content: {},
    persons: [],
    scores: {},
    contactsPerYear: null,
    wishDays: null,
    worstDays: null,
    toldLast: null,
    toldNext: null,
    problems: [],
  };
  for (const one of given) {
    const written = String(one.cell);
    const text = withoutGuard(written);
    const { column } = one;
    // What an export guarded is a text that somebody gave.
    if (FORMULA.test(written)) tell(row, "formula", fieldOf(column), text);
    else if (FORMULA_ERROR.test(text)) tell(row, "formula-error", fieldOf(column), text);
    else if (column.kind === "score") takeScore(row, column.criterion, text, one, reading);
    else TAKERS[column.field](row, text, one, reading);
  }
  const { name, ...content } = row.content;
  if (name === undefined) {
    if (!row.problems.some(({ field }) => field === "name")) tell(row, "no-name", "name", "");
    return { number, draft: undefined, problems: row.problems };
  }
  const { scores, contactsPerYear, wishDays, worstDays, toldLast, toldNext } = row;
  const days = { contactsPerYear, wishDays, worstDays, toldLast, toldNext };
  const draft = { content: { ...content, name }, contactPersons: personsIn(row), scores, ...days };
  return { number, draft, problems: row.problems };
}

/** What an export put before a text that a spreadsheet would take for a formula. */
function withoutGuard(text: string): string {
  return /^'[\s=+\-@＝＋－＠]/u.test(text) ? text.slice(1).trimStart() : text;
}

/** Somebody without a name is called by how they are reached. */
function personsIn({ persons }: Gathering): readonly Omit<ContactPerson, "id">[] {
  return [...persons].flatMap((person) => {
    const { role = "", phone = "", email = "" } = person ?? {};
    const name = person?.name ?? (email || phone || role);
    return name === "" ? [] : [{ name: name.slice(0, LONGEST.short), role, phone, email }];
  });
}

function fieldOf(column: Column): Field | "score" {
  return column.kind === "field" ? column.field : "score";
}

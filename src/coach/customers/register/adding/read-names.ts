import { type NewCustomer, namedOnly } from "../../../../customers/add-customers.ts";
import { type CustomerContent, LONGEST } from "../../../../customers/customer.ts";
import { readBusinessId } from "../../../../customers/exchange/business-id.ts";
import { columnOf } from "../../../../customers/exchange/fields.ts";
import { takeReach } from "../../../../customers/exchange/take-reach.ts";
import { nameKey, tellingWords } from "../../../../customers/search/name-key.ts";
import { sameCustomers } from "../../../../customers/search/same-customer.ts";

/** So many customers at once; more of them come as a file. */
export const MOST_NAMES = 300;

export interface ReadNames {
  readonly customers: readonly (NewCustomer & { readonly line: string })[];
  /** Names of those whom a later line means too. */
  readonly doubled: readonly string[];
  /** Lines in which there is no name. */
  readonly unread: readonly string[];
}

const BULLET = /^\s*(?:[-–—•*·]|\d{1,3}[.)])\s+/u;
const BUSINESS_ID = /^(?:FI\d{8}|\d{6,7}-\d)$/iu;
const FORM_OF_COMPANY = /^(?:oyj?|ky|ay|ab|oü|ltd|inc|llc|gmbh|as)\.?$/iu;

/**
 * Customers as people list them, one a line: the name, and behind it, set apart, the town, or a contact person with phone and email, or the business
 * id, in any order. The same name twice is one, unless a town or a business id tells them apart.
 */
export function readNames(text: string, person: string | null): ReadNames {
  const customers: (NewCustomer & { readonly line: string })[] = [];
  const doubled = new Set<string>();
  const unread: string[] = [];
  for (const line of linesOf(text)) {
    if (isHeading(line)) continue;
    const customer = readLine(line, person);
    if (!customer) unread.push(line);
    else {
      const key = nameKey(customer.content.name);
      const [same] = sameCustomers(
        customer.content,
        customers.filter(({ content }) => nameKey(content.name) === key).map(({ content }) => content),
      );
      const at = customers.findIndex(({ content }) => content === same);
      const known = customers[at];
      if (known) {
        customers[at] = { ...known, content: filledIn(known.content, customer.content) };
        doubled.add(known.content.name);
      } else customers.push({ ...customer, line });
    }
  }
  return { customers, doubled: [...doubled], unread };
}

/** What was said first, with what a later line says beside it. */
function filledIn(first: CustomerContent, later: CustomerContent): CustomerContent {
  return {
    ...first,
    town: first.town || later.town,
    businessId: first.businessId || later.businessId,
    contactPersons: first.contactPersons.length > 0 ? first.contactPersons : later.contactPersons,
  };
}

/** Lines with something in them, without their bullets and numbers. */
export function linesOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/u)
    .map((line) =>
      line
        .replace(BULLET, "")
        .replace(/[\s;,]+$/u, "")
        .trim(),
    )
    .filter((line) => line !== "");
}

/** "Asiakas" above a list is nobody. */
function isHeading(line: string): boolean {
  const column = columnOf(line, []);
  return column?.kind === "field" && column.field === "name";
}

function readLine(line: string, person: string | null): NewCustomer | undefined {
  const [first = "", ...parts] = partsOf(line);
  const name = first.replace(/\s+/gu, " ");
  if (tellingWords(name).length === 0 || !/\p{L}/u.test(name) || name.length > LONGEST.name) return undefined;
  const { town, businessId, called, phone, email } = detailsIn(parts.map((part) => part.slice(0, LONGEST.short)));
  const isPerson = called !== "" || phone !== "" || email !== "";
  const contact = { id: "h1", name: called || phone || email, role: "", phone, email };
  return { content: { ...namedOnly(name, person), town, businessId, contactPersons: isPerson ? [contact] : [] } };
}

/** What stands behind a name; a single word before a phone is whose phone it is. */
function detailsIn(parts: readonly string[]) {
  const id = parts.find((part) => BUSINESS_ID.test(part) && readBusinessId(part) !== undefined);
  const reaches = parts.filter((part) => part !== id).map(takeReach);
  const phone = reaches.find((one) => one.phone !== "")?.phone ?? "";
  const email = reaches.find((one) => one.email !== "")?.email ?? "";
  const names = reaches.map(({ rest }) => rest).filter((rest) => rest !== "");
  const reached = reaches.find(({ rest, ...how }) => rest !== "" && (how.phone !== "" || how.email !== ""))?.rest;
  const isReached = email !== "" || phone !== "";
  const called = reached ?? names.find((part) => /\s/u.test(part)) ?? (isReached ? names.at(-1) : names[1]) ?? "";
  return {
    town: names.find((part) => part !== called) ?? "",
    businessId: id === undefined ? "" : (readBusinessId(id) ?? ""),
    called,
    phone: phone.slice(0, 40),
    email,
  };
}

/** Set apart by commas, semicolons, tabs or dashes; "Virtanen, Oy" is one name. */
function partsOf(line: string): readonly string[] {
  const parts = line
    .split(/\s*[,;\t|]\s*|\s+[–—]\s+/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const [first = "", second = "", ...rest] = parts;
  return FORM_OF_COMPANY.test(second) ? [`${first} ${second}`, ...rest] : parts;
}

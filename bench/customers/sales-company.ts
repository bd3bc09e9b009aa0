import { addCustomers, namedOnly } from "../../src/customers/add-customers.ts";
import { FIRST_CARE } from "../../src/customers/care-plan.ts";
import { NO_CONTACT_CONTENT } from "../../src/customers/contact.ts";
import { logContact } from "../../src/customers/log-contact.ts";
import { readRulebook } from "../../src/customers/rulebook.ts";
import { saveCarePlan } from "../../src/customers/save-rules.ts";
import { companies, type Person, people } from "../../src/people/records.ts";
import type { Store } from "../../src/store/store.ts";

export const COMPANY = "company-0";
export const SALESPEOPLE = 50;
export const CUSTOMERS = 10_000;
const EACH = CUSTOMERS / SALESPEOPLE;
/** Of each salesperson's customers so many have been contacted here before: the newest. */
const CONTACTED = 40;
/** A Monday at seven in Helsinki, and the day of it. */
export const NOW = Date.parse("2027-02-08T05:00:00Z");
export const TODAY = "2027-02-08";
const ADDED = Date.parse("2026-11-02T08:00:00Z");
const AT_ONCE = 250;

const FIRST = "Virtanen Lehtonen Mäkinen Niemi Kallio Salonen Hirvonen Lammi Pelto Aalto Rinne Koski Laine Saari".split(
  " ",
);
const SECOND = "Konepaja Kuljetus Puu Sähkö Rakennus Leipomo Huolto Saha Maalaus Tilitoimisto Metalli Ikkuna".split(
  " ",
);

/** A company of fifty salespeople with two hundred customers each, whose clocks have run for a quarter. */
export async function salesCompany(store: Store): Promise<void> {
  const company = { _id: COMPANY, name: "Bench", language: "fi", timeZone: "Europe/Helsinki" } as const;
  await store.insert(companies, company);
  const ids = Array.from({ length: SALESPEOPLE }, (_, nth) => personId(nth));
  for (const _id of ids)
    await store.insert(people, { ...company, _id, company: COMPANY, name: _id, roles: ["salesperson"] });
  await saveCarePlan(
    store,
    { kind: "class", of: "A" },
    { ...FIRST_CARE, contactsPerYear: 26, means: ["visit"] },
    saving(),
  );
  await saveCarePlan(store, { kind: "all" }, { ...FIRST_CARE, contactsPerYear: 12 }, saving());
  const book = await readRulebook(store, company);
  for (const [nth, person] of ids.entries()) {
    const added = Array.from({ length: EACH }, (_, one) => ({
      content: {
        ...namedOnly(nameOf(nth * EACH + one), person),
        town: "Lahti",
        givenClass: one % 5 === 0 ? ("A" as const) : null,
        contactPersons: [
          { id: "p", name: `Mika ${FIRST[one % FIRST.length]}`, role: "", phone: "040 555 0123", email: "" },
        ],
      },
    }));
    const adding = { company: COMPANY, by: null, today: "2026-11-02", book };
    const done = await addCustomers(store, added, adding, { id: `seed-${nth}`, now: ADDED });
    await Promise.all(
      done.slice(0, CONTACTED).map(({ record }, one) => contacted(store, book, record._id, person, one)),
    );
  }
}

function contacted(
  store: Store,
  book: Awaited<ReturnType<typeof readRulebook>>,
  customer: string,
  person: string,
  nth: number,
) {
  const on = `2026-12-${String((nth % 20) + 1).padStart(2, "0")}`;
  const content = {
    ...NO_CONTACT_CONTENT,
    means: "phone" as const,
    notes: "harkitsee huoltosopimusta, hinta ratkaisee",
  };
  const event = { id: `call-${customer}`, now: Date.parse(`${on}T10:00:00Z`) };
  const by = { id: `call-${customer}`, company: COMPANY, customer, person, by: person };
  return logContact(store, book, { ...by, content, on, reached: true }, event);
}

export function personId(nth: number): string {
  return `person-${nth}`;
}

export function nameOf(nth: number): string {
  const [first = "", second = ""] = [FIRST[nth % FIRST.length], SECOND[Math.floor(nth / FIRST.length) % SECOND.length]];
  return `${second} ${first} ${Math.floor(nth / (FIRST.length * SECOND.length)) + 1} Oy`;
}

export function saving() {
  return { company: COMPANY, by: null, now: ADDED };
}

export async function everyone(store: Store): Promise<readonly Person[]> {
  return store.find(people, { name: "ofCompany", equals: { company: COMPANY }, limit: AT_ONCE });
}

import { isoDateIn } from "../../src/calendar/iso-date.ts";
import { addCustomers, type NewCustomer, namedOnly } from "../../src/customers/add-customers.ts";
import type { Care } from "../../src/customers/care-plan.ts";
import { FIRST_CARE } from "../../src/customers/care-plan.ts";
import type { Contact } from "../../src/customers/contact.ts";
import { type Customer, type CustomerContent, customers } from "../../src/customers/customer.ts";
import { contactsOf } from "../../src/customers/find-customers.ts";
import { readRulebook } from "../../src/customers/rulebook.ts";
import { saveCarePlan } from "../../src/customers/save-rules.ts";
import { companies } from "../../src/people/records.ts";
import { Journey, type JourneyOptions } from "./journey.ts";
import { COMPANY } from "./sample-company.ts";

/** The Monday at seven, of week 34, that comes after `beginFortnightly`. */
export const NEXT_MONDAY = "2027-08-23T07:00:00+03:00";

/** A company that is to be in touch with each customer every two weeks, on Tuesday of week 33, unless a test wants it on another day. */
export async function beginFortnightly(options: JourneyOptions = {}): Promise<Journey> {
  const journey = await Journey.begin({ startAt: "2027-08-17T12:00:00+03:00", ...options });
  await planFor(journey, { contactsPerYear: 26 });
  return journey;
}

export interface CustomerOf extends Partial<CustomerContent> {
  /** When somebody was last in contact (ISO). */
  readonly last?: string;
}

/** Puts customers into the register of the sample company, in the charge of a person; name → what else is known of them. */
export async function addTo(
  journey: Journey,
  person: string | null,
  named: { readonly [name: string]: CustomerOf },
): Promise<void> {
  const company = await journey.store.get(companies, COMPANY);
  if (!company) throw new Error("the sample company is missing");
  const book = await readRulebook(journey.store, company);
  const added = Object.entries(named).map(([name, { last, ...over }]): NewCustomer => {
    const content = { ...namedOnly(name, person), ...over };
    return last === undefined ? { content } : { content, toldLast: last };
  });
  const today = isoDateIn(journey.now, company.timeZone);
  const event = { id: `seed:${Object.keys(named).join()}`, now: journey.now };
  await addCustomers(journey.store, added, { company: COMPANY, by: person, today, book }, event);
}

/** The plan for all customers: contacts a year, and what a test wants otherwise. */
export async function planFor(journey: Journey, care: Partial<Care>): Promise<void> {
  const saving = { company: COMPANY, by: null, now: journey.now };
  await saveCarePlan(journey.store, { kind: "all" }, { ...FIRST_CARE, ...care }, saving);
}

export async function customerCalled(journey: Journey, name: string): Promise<Customer> {
  const all = await journey.store.find(customers, { name: "ofCompany", equals: { company: COMPANY } });
  const found = all.find((one) => one.name === name);
  if (!found) throw new Error(`There is no customer ${name}, but ${all.map((one) => one.name).join(", ")}`);
  return found;
}

/** Its contacts that were not taken back, the newest first. */
export async function contactsWith(journey: Journey, name: string): Promise<readonly Contact[]> {
  const { _id: customer } = await customerCalled(journey, name);
  return contactsOf(journey.store, { company: COMPANY, customer });
}

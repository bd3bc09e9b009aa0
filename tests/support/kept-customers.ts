import { isoDateIn } from "../../src/calendar/iso-date.ts";
import { addCustomers, namedOnly } from "../../src/customers/add-customers.ts";
import { type ContactContent, NO_CONTACT_CONTENT } from "../../src/customers/contact.ts";
import { type Customer, type CustomerContent, customers } from "../../src/customers/customer.ts";
import { type LoggedContact, logContact } from "../../src/customers/log-contact.ts";
import { type Rulebook, readRulebook } from "../../src/customers/rulebook.ts";
import { companies } from "../../src/people/records.ts";
import type { Journey } from "./journey.ts";
import { COMPANY } from "./sample-company.ts";

/** A customer of the journey's company, in somebody's charge; with its id. */
export async function keepsCustomer(
  journey: Journey,
  name: string,
  person: string | null,
  over: Partial<CustomerContent> & { readonly toldLast?: string } = {},
): Promise<string> {
  const { toldLast = null, ...said } = over;
  const book = await bookOf(journey);
  const adding = { company: COMPANY, by: person, today: isoDateIn(journey.now, "Europe/Helsinki"), book };
  const content = { ...namedOnly(name, person), ...said };
  const event = { id: `seed:${name}`, now: journey.now };
  const [added] = await addCustomers(journey.store, [{ content, toldLast }], adding, event);
  if (!added) throw new Error(`${name} was not added`);
  // What is remembered of the register is older than this then.
  journey.now += 6_000;
  return added.record._id;
}

let logged = 0;

/** A contact that somebody made with a customer. */
export async function wasContacted(
  journey: Journey,
  customer: string,
  person: string,
  on: string,
  { reached = true, next, ...content }: Partial<ContactContent & Pick<LoggedContact, "reached" | "next">> = {},
): Promise<void> {
  const id = `seeded-${++logged}`;
  await logContact(
    journey.store,
    await bookOf(journey),
    {
      id,
      company: COMPANY,
      customer,
      person,
      by: person,
      on,
      reached,
      next,
      content: { ...NO_CONTACT_CONTENT, means: "phone", ...content },
    },
    { id, now: journey.now },
  );
}

export async function customerOf(journey: Journey, id: string): Promise<Customer> {
  const customer = await journey.store.get(customers, id);
  if (!customer) throw new Error(`No customer ${id}`);
  return customer;
}

export async function bookOf({ store }: Journey): Promise<Rulebook> {
  const company = await store.get(companies, COMPANY);
  if (!company) throw new Error("no company");
  return readRulebook(store, company);
}

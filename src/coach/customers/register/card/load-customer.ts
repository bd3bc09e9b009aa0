import { customers } from "../../../../customers/customer.ts";
import { contactsOf } from "../../../../customers/find-customers.ts";
import { readRulebook } from "../../../../customers/rulebook.ts";
import type { Directory } from "../../../../people/directory.ts";
import type { CustomerSources } from "../../load-customer-tell.ts";
import type { KnownCustomer } from "./known-customer.ts";

/** Reads what a customer's card is drawn from; undefined where the company has no such customer. */
export async function loadCustomer(
  { store, now }: Pick<CustomerSources, "store" | "now">,
  directory: Directory,
  id: string,
): Promise<KnownCustomer | undefined> {
  const company = directory.company._id;
  const customer = await store.get(customers, id);
  if (!customer || customer.company !== company) return undefined;
  const [book, contacts] = await Promise.all([
    readRulebook(store, directory.company),
    contactsOf(store, { company, customer: id }),
  ]);
  return { customer, book, contacts, directory, now: now() };
}

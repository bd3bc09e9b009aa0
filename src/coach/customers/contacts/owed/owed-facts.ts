import type { Care } from "../../../../customers/care-plan.ts";
import { type Contact, contacts } from "../../../../customers/contact.ts";
import type { Customer } from "../../../../customers/customer.ts";
import { cadenceOf, readRulebook } from "../../../../customers/rulebook.ts";
import type { Directory } from "../../../../people/directory.ts";
import type { CoachPorts } from "../../../ports.ts";

/** A customer with what is told of its next contact. */
export interface OwedFacts {
  readonly customer: Customer;
  readonly care: Care;
  /** The last contact that was made. */
  readonly last: Contact | undefined;
  /** The earliest that is planned. */
  readonly plan: Contact | undefined;
}

/** Reads what is told of these customers, in their order. */
export async function factsOf(
  { store }: Pick<CoachPorts, "store">,
  directory: Directory,
  all: readonly Customer[],
): Promise<readonly OwedFacts[]> {
  const ids = all.flatMap(({ clock: { last, planned } }) => [last, planned].flatMap((one) => one?.contact ?? []));
  const [book, found] = await Promise.all([readRulebook(store, directory.company), store.getMany(contacts, ids)]);
  const byId = new Map(found.map((contact) => [contact._id, contact]));
  return all.map((customer) => ({
    customer,
    care: cadenceOf(customer, book).care,
    last: byId.get(customer.clock.last?.contact ?? ""),
    plan: byId.get(customer.clock.planned?.contact ?? ""),
  }));
}

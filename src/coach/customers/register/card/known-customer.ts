import type { Contact } from "../../../../customers/contact.ts";
import type { Customer } from "../../../../customers/customer.ts";
import type { Rulebook } from "../../../../customers/rulebook.ts";
import type { Directory } from "../../../../people/directory.ts";

/** What a customer's card is drawn from, read at one moment. */
export interface KnownCustomer {
  readonly customer: Customer;
  readonly book: Rulebook;
  /** The newest first. */
  readonly contacts: readonly Contact[];
  readonly directory: Directory;
  readonly now: number;
}

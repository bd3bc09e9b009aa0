import type { Store } from "../../store/store.ts";
import type { Customer } from "../customer.ts";
import { allCustomers } from "../find-customers.ts";
import type { Rulebook } from "../rulebook.ts";
import { eraseCustomerData, hasPersonalData } from "./erase-customer.ts";

interface Retention {
  readonly company: string;
  /** So many months after a relationship ended; undefined: never. */
  readonly months: number | undefined;
  readonly now: number;
}

/** Erases the personal data of customers whose relationship ended longer ago than the company keeps it; once each. How many there were. */
export async function eraseEnded(store: Store, book: Rulebook, { company, months, now }: Retention): Promise<number> {
  if (months === undefined) return 0;
  const before = new Date(now).setUTCMonth(new Date(now).getUTCMonth() - months);
  const over = (await allCustomers(store, company)).filter(
    (customer) => !customer.kept && (endedAt(customer) ?? now) <= before && hasPersonalData(customer),
  );
  for (const { _id: id, revision } of over)
    await eraseCustomerData(store, book, { id, by: null }, { id: `retention:${id}:${revision}`, now });
  return over.length;
}

function endedAt({ history }: Customer): number | undefined {
  return history.findLast(({ did }) => did === "ended")?.at;
}

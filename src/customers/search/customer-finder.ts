import type { Customer } from "../customer.ts";
import { nameKey } from "./name-key.ts";
import { type Called, sameCustomers } from "./same-customer.ts";

/** Finds who is meant among those who are known; several where only the name is told and several have it. */
export function customerFinder(known: readonly Customer[]): (called: Called) => readonly Customer[] {
  const byNumber = new Map<string, Customer>();
  const byName = new Map<string, Customer[]>();
  for (const customer of known) {
    if (customer.businessId !== "") byNumber.set(customer.businessId, customer);
    const key = nameKey(customer.name);
    const others = byName.get(key);
    if (others) others.push(customer);
    else byName.set(key, [customer]);
  }
  return (called) => {
    const one = called.businessId === "" ? undefined : byNumber.get(called.businessId);
    return one ? [one] : sameCustomers(called, byName.get(nameKey(called.name)) ?? []);
  };
}

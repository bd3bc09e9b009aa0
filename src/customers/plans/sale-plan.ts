import type { Contact } from "../contact.ts";

/** A contact that a sales plan means to make: what it aims at is said, and nobody has promised the customer anything. */
export function isOfSalesPlan({ state, purpose, promise }: Pick<Contact, "state" | "purpose" | "promise">): boolean {
  return state === "planned" && purpose !== "" && promise === "";
}

/** Those of them that stand, the earliest first. */
export function ofSalesPlans<C extends Pick<Contact, "state" | "purpose" | "promise" | "due">>(
  contacts: readonly C[],
): readonly C[] {
  return contacts.filter(isOfSalesPlan).toSorted((a, b) => (a.due ?? "").localeCompare(b.due ?? ""));
}

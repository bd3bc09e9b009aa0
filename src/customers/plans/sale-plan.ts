import type { Contact } from "../contact.ts";

/** A contact that a sales plan means to make: what it aims at is said, and nobody has promised the customer anything. */
export function isOfSalesPlan({ state, purpose, promise }: Pick<Contact, "state" | "purpose" | "promise">): boolean {
  return state === "planned" && purpose !== "" && promise === "";
}

/** The earliest of them that stands. */
export function nextOfSalesPlan<C extends Pick<Contact, "state" | "purpose" | "promise" | "due">>(
  contacts: readonly C[],
): C | undefined {
  return contacts.filter(isOfSalesPlan).toSorted((a, b) => (a.due ?? "").localeCompare(b.due ?? ""))[0];
}

import type { Customer } from "../customer.ts";

/** A customer that must not go quiet unseen: of class A, or one to whom the co-operation is necessary (CONTENT.md, `will-importance`). */
export function isImportant(customer: Pick<Customer, "class" | "will">): boolean {
  return customer.class === "A" || customer.will?.importance === "necessary";
}

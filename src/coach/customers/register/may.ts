import type { Person } from "../../../people/records.ts";

type Roles = Pick<Person, "_id" | "roles"> | undefined;

/** Leads customers, or looks after the company's data: all of the register is theirs to import, export and erase. */
export function mayAll(person: Roles): boolean {
  return person !== undefined && (person.roles.includes("admin") || person.roles.includes("manager"));
}

/** A salesperson imports and exports what is their own. */
export function mayOwn(person: Roles): boolean {
  return mayAll(person) || person?.roles.includes("salesperson") === true;
}

/** Erases personal data of a customer that is in the charge of `inCharge`. */
export function mayErase(person: Roles, inCharge: string | null): boolean {
  return mayAll(person) || (person !== undefined && mayOwn(person) && person._id === inCharge);
}

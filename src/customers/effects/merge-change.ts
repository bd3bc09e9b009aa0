import { type CustomerContent, MOST } from "../customer.ts";
import type { CustomerChange } from "./register-changes.ts";

/**
 * What a row sets in a customer as it stands. The first time it says all that it says; when it is saved again, a value that is not what the row said
 * before was edited by people since, and stays as they have it.
 */
export function mergeChange(
  customer: CustomerContent,
  change: CustomerChange,
  before: CustomerChange | undefined,
): Partial<CustomerContent> {
  const scores: { readonly [criterion: string]: number } = merged(customer.scores, change.scores, before?.scores);
  const products =
    change.product === "" || customer.products.includes(change.product) || customer.products.length >= MOST.products
      ? customer.products
      : [...customer.products, change.product];
  return {
    ...merged({ ...customer }, change.set, before?.set),
    ...(Object.keys(scores).length === 0 ? {} : { scores: { ...customer.scores, ...scores } }),
    ...(products === customer.products ? {} : { products }),
    ...withContactPerson(customer, change),
  };
}

type Said<T> = string extends keyof T ? T : { [field in keyof T]?: Exclude<T[field], undefined> };

function merged<T extends object>(
  standing: { readonly [field: string]: unknown },
  said: T,
  before: object | undefined,
): Said<T> {
  const old = new Map<string, unknown>(Object.entries(before ?? {}));
  const isOurs = (field: string) => !old.has(field) || same(standing[field], old.get(field));
  const kept = Object.entries(said).filter(([field, value]) => value !== undefined && isOurs(field));
  // The entries of an object, some of its fields left out.
  return Object.fromEntries(kept) as Said<T>;
}

function withContactPerson(
  { contactPersons }: CustomerContent,
  { row, contactPerson }: CustomerChange,
): Pick<CustomerContent, "contactPersons"> | undefined {
  const isKnown = contactPersons.some(({ name }) => name.toLowerCase() === contactPerson.toLowerCase());
  if (contactPerson === "" || isKnown || contactPersons.length >= MOST.contactPersons) return undefined;
  const added = { id: row, name: contactPerson, role: "", phone: "", email: "" };
  return { contactPersons: [...contactPersons.filter(({ id }) => id !== row), added] };
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

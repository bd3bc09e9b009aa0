import type { Contact } from "./contact.ts";

/** The last thing that somebody promised a customer, and on which day. */
export interface Promised {
  readonly what: string;
  readonly on: string;
}

/** Of a customer's contacts in any order; a call that nobody answered may have promised something too. */
export function lastPromise(
  contacts: readonly Pick<Contact, "state" | "promise" | "on" | "createdAt">[],
): Promised | undefined {
  const last = contacts
    .filter(({ state, promise }) => (state === "made" || state === "tried") && promise !== "")
    .toSorted((a, b) => (a.on ?? "").localeCompare(b.on ?? "") || a.createdAt - b.createdAt)
    .at(-1);
  return last?.on ? { what: last.promise, on: last.on } : undefined;
}

import type { Decision } from "./change-customer.ts";
import { movedTo } from "./clock/clock-events.ts";
import { limitsOf } from "./clock/limits.ts";
import type { Customer, CustomerContent, Did } from "./customer.ts";
import { cadenceOf, type Rulebook } from "./rulebook.ts";

/** What people say anew of a customer. */
export function edit(customer: Customer, content: Partial<CustomerContent>, did: Did = "edited"): Decision {
  const said: { readonly [field: string]: unknown } = customer;
  const changed = Object.entries(content).filter(
    ([field, value]) => value !== undefined && JSON.stringify(said[field]) !== JSON.stringify(value),
  );
  if (changed.length === 0) return { declined: "unchanged" };
  const fields = changed.map(([field]) => field);
  const only = fields.length === 1 ? fields[0] : undefined;
  const deed = only === "person" ? "handed" : only === "will" ? "will" : did;
  return {
    set: Object.fromEntries(changed),
    did: deed,
    note: only === "person" ? (content.person ?? "") : fields.join(", "),
  };
}

/** Takes a contact person's data out of the register for good. */
export function eraseContactPerson(customer: Customer, id: string): Decision {
  const contactPersons = customer.contactPersons.filter((one) => one.id !== id);
  if (contactPersons.length === customer.contactPersons.length) return { declined: "unchanged" };
  return { set: { contactPersons }, did: "erased" };
}

/** The relationship ends: its history stays, and nobody is reminded any more. */
export function end(customer: Customer, why: string): Decision {
  return customer.kept ? { set: { kept: false, endedWhy: why }, did: "ended", note: why } : { declined: "ended" };
}

/** An ended relationship goes on. */
export function keepAgain(customer: Customer): Decision {
  return customer.kept ? { declined: "kept" } : { set: { kept: true, endedWhy: "" }, did: "kept" };
}

interface Moving {
  readonly by: string | null;
  /** The company's date. */
  readonly today: string;
}

/** This occurrence comes on another day; the base plan stays as it is. */
export function moveOccurrence(
  customer: Customer,
  kind: "snoozed" | "moved",
  to: string,
  { by, today }: Moving,
): Decision {
  if (!customer.kept) return { declined: "ended" };
  if (to < today || (kind === "snoozed" && to === today)) return { declined: "past" };
  return { set: { clock: movedTo(customer.clock, { kind, to, on: today, by, plan: null }) }, did: "moved", note: to };
}

/** This occurrence is left out: the next one comes an interval from today, and the last contact stays what it was. */
export function leaveOut(customer: Customer, why: string, book: Rulebook, { by, today }: Moving): Decision {
  if (!customer.kept) return { declined: "ended" };
  const limits = limitsOf(cadenceOf(customer, book).care);
  if (!limits) return { declined: "no-cadence" };
  const to = book.workingDaysOf(customer).after(book.daysOf(customer).after(today, limits.wish), 0);
  const from = customer.dueOn ?? today;
  return {
    set: { clock: movedTo(customer.clock, { kind: "not-needed", to, on: today, by, plan: null, from }) },
    did: "skipped",
    note: why,
  };
}

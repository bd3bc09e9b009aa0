import type { Event, Planned } from "../deliveries/outbox.ts";
import { changeRecord, type Taken } from "../rounds/change-record.ts";
import type { Json, Store } from "../store/store.ts";
import { spreadOn } from "./clock/clock-events.ts";
import { placedFrom, toPlaceAnew } from "./clock/place-anew.ts";
import { type Customer, type CustomerContent, customers, type Did, KEPT_HISTORY, LONGEST } from "./customer.ts";
import type { Rulebook } from "./rulebook.ts";
import { settle } from "./settle.ts";

/** Why something cannot be done to a customer. */
export type Refusal = "unchanged" | "ended" | "kept" | "past" | "no-cadence";

/** What changes, and what the history says of it. */
export interface Update {
  readonly set: Partial<CustomerContent> & Partial<Pick<Customer, "kept" | "endedWhy" | "clock">>;
  readonly did?: Did;
  readonly note?: string;
}
export type Decision = Update | { readonly declined: Refusal };

/** Who did it, and when. */
export interface Doing {
  readonly by: string | null;
  readonly now: number;
}

const MOST_TRIES = 50;
const CHANGED_MEANWHILE = "changed-meanwhile";

/**
 * Decides on a customer and writes the decision with what is to be said of it, once however often the event comes. `decide` is asked again when
 * somebody else changed the customer meanwhile: what it reads, it reads after the customer. `saying` gets the customer as it will be.
 */
export async function changeCustomer(
  store: Store,
  { id, book, by }: { readonly id: string; readonly book: Rulebook; readonly by: string | null },
  event: Event,
  decide: (customer: Customer) => Decision | Promise<Decision>,
  saying: (next: Customer, before: Customer) => readonly Planned[] = () => [],
): Promise<Taken<Customer, Refusal>> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const customer = await store.get(customers, id);
    if (!customer) return { kind: "missing" };
    if (customer.events.includes(event.id)) return { kind: "repeated", record: customer };
    const decision = await decide(customer);
    if ("declined" in decision) return { kind: "declined", reason: decision.declined, record: customer };
    const next = updated(customer, decision, book, { by, now: event.now });
    const taken = await changeRecord(store, customers, customer, event, (record) =>
      record.revision === customer.revision
        ? { when: { revision: customer.revision }, set: differences(customer, next), planned: saying(next, customer) }
        : { declined: CHANGED_MEANWHILE },
    );
    if (taken.kind !== "declined") return taken;
  }
  throw new Error(`Customer ${id} changed ${MOST_TRIES} times while one event was decided`);
}

/** The customer as an update leaves it, with all that follows from it: class, field, when the next contact is due, its history. */
export function updated(customer: Customer, update: Update, book: Rulebook, { by, now }: Doing): Customer {
  const next = placed(customer, { ...customer, ...update.set }, update, book, now);
  const line = (did: Did, note: string) => ({ at: now, by, did, note: note.slice(0, LONGEST.text) });
  const lines = [
    ...(update.did ? [line(update.did, update.note ?? "")] : []),
    ...(next.class === customer.class ? [] : [line("class", `${customer.class ?? ""}>${next.class ?? ""}`)]),
    ...(next.field === customer.field ? [] : [line("field", `${customer.field ?? ""}>${next.field ?? ""}`)]),
  ];
  return {
    ...next,
    history: [...customer.history, ...lines].slice(-KEPT_HISTORY),
    // Readers ask for what changed since they looked: a clock that went back hides nothing.
    changedAt: Math.max(now, customer.changedAt),
    revision: customer.revision + 1,
  };
}

/** With what follows from what is said. A plan that was changed asks within its own interval from the day (UTC) on which that was done. */
function placed(before: Customer, said: Customer, { set }: Update, book: Rulebook, now: number): Customer {
  const settled = { ...said, ...settle(said, book) };
  if (set.clock) return settled;
  const today = new Date(now).toISOString().slice(0, 10);
  const toSpread = toPlaceAnew(before, settled, book, today);
  const to = toSpread && placedFrom([{ customer: settled, toSpread }], today, book).get(toSpread.id);
  if (to === undefined) return settled;
  const clock = spreadOn(settled.clock, to);
  return { ...settled, clock, ...settle({ ...settled, clock }, book) };
}

const NEVER_SET: ReadonlySet<string> = new Set(["_id", "company", "createdAt", "bucket", "events", "outbox"]);

/** The fields in which the one differs from the other, as a change of the record sets them. */
export function differences(before: Customer, after: Customer): { readonly [path: string]: Json } {
  const values: { readonly [field: string]: Json } = before;
  return Object.fromEntries(
    Object.entries(after).filter(
      ([field, value]) => !NEVER_SET.has(field) && JSON.stringify(values[field]) !== JSON.stringify(value),
    ),
  );
}

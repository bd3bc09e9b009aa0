import type { Event } from "../../deliveries/outbox.ts";
import type { Store } from "../../store/store.ts";
import { type Adding, addCustomers } from "../add-customers.ts";
import { changeCustomer } from "../change-customer.ts";
import { movedTo } from "../clock/clock-events.ts";
import { type Customer, customers } from "../customer.ts";
import { edit } from "../decide.ts";
import { changeContact } from "../log-contact.ts";
import { handPlans } from "../plans/hand-plans.ts";
import type { Preview, PreviewRow } from "./preview-import.ts";

const AT_ONCE = 200;

export interface Imported {
  readonly added: number;
  readonly updated: number;
  /** Rows that were left out, as the file counts them. */
  readonly left: readonly number[];
}

/**
 * Does what a preview showed: "all" also takes rows with problems, without the values that could not be read; "good" takes those without any. The same
 * event again changes nothing.
 */
export async function importCustomers(
  store: Store,
  preview: Preview,
  which: "all" | "good",
  adding: Adding,
  event: Event,
): Promise<Imported> {
  const isTaken = (row: PreviewRow) => row.becomes.kind !== "nothing" && (which === "all" || row.problems.length === 0);
  const taken = preview.rows.filter(isTaken);
  const fresh = taken.flatMap(({ becomes }) => (becomes.kind === "new" ? [becomes] : []));
  const added = await addCustomers(store, fresh, adding, event);
  const changes = taken.flatMap(({ becomes }) => (becomes.kind === "update" ? [becomes] : []));
  // Somebody added the same customer meanwhile: what the row says goes to that one.
  for (const [nth, { kind, record }] of added.entries()) {
    const row = fresh[nth];
    if (kind === "exists" && row) changes.push({ ...row, kind: "update", customer: record._id });
  }
  for (let from = 0; from < changes.length; from += AT_ONCE)
    await Promise.all(changes.slice(from, from + AT_ONCE).map((change) => update(store, change, adding, event)));
  return {
    added: added.filter(({ kind }) => kind === "added").length,
    updated: changes.length,
    left: preview.rows.filter((row) => !isTaken(row)).map(({ number }) => number),
  };
}

async function update(
  store: Store,
  { customer, content, toldLast, toldNext }: Extract<PreviewRow["becomes"], { kind: "update" }>,
  { book, by, today }: Adding,
  event: Event,
): Promise<void> {
  const before = content.person ? await store.get(customers, customer) : undefined;
  if (before && content.person)
    await handPlans(store, book, { customer: before, from: [before.person], to: content.person, by }, event);
  const taken = await changeCustomer(store, { id: customer, book, by }, event, (now) => {
    const edited = edit(now, content, "imported");
    if (toldLast === null && toldNext === null) return edited;
    const told = toldLast === null ? now.clock : { ...now.clock, toldLast };
    const clock = toldNext === null ? told : movedTo(told, nextTold(now, toldNext, { by, today }));
    return "declined" in edited ? { set: { clock }, did: "imported" } : { ...edited, set: { ...edited.set, clock } };
  });
  if (taken.kind !== "changed" && taken.kind !== "repeated") return;
  const { planned, moved } = taken.record.clock;
  if (toldNext === null || !planned || moved?.plan !== planned.contact || planned.on === moved.to) return;
  await changeContact(store, book, { id: planned.contact, set: { due: toldNext }, by }, event);
}

/** This occurrence comes on the day that the file has; where a planned contact stands for it, that one is moved with it. */
function nextTold({ clock, dueOn }: Customer, to: string, { by, today }: Pick<Adding, "by" | "today">) {
  const plan = clock.planned && clock.planned.on === dueOn ? clock.planned.contact : null;
  return { kind: "moved", to, on: today, by, plan } as const;
}

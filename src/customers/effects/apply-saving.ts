import { companies } from "../../people/records.ts";
import type { Store } from "../../store/store.ts";
import { addCustomers, customerId, namedOnly } from "../add-customers.ts";
import { changeCustomer } from "../change-customer.ts";
import { type Contact, contacts, NO_CONTACT_CONTENT } from "../contact.ts";
import { customers } from "../customer.ts";
import { edit } from "../decide.ts";
import { changeContact, logContact, planContact } from "../log-contact.ts";
import { type Rulebook, readRulebook } from "../rulebook.ts";
import { recountCustomers, saveCarePlan, saveRules } from "../save-rules.ts";
import { mergeChange } from "./merge-change.ts";
import { plansToSave } from "./plans-to-save.ts";
import type { ContactChange, CustomerChange, NamedCustomer } from "./register-changes.ts";
import { type RegisterSaving, registerSavings } from "./register-saving.ts";
import { rulesAfter } from "./rules-after.ts";

/**
 * Writes to the register what was saved. May run as often as it likes, and in two processes at once: each row has its event, its customer and its
 * contact under ids that come from the row.
 */
export async function applySaving(store: Store, saving: RegisterSaving): Promise<void> {
  const { company, by, savedAt: now, changes, savedOn: today } = saving;
  const known = (await store.get(companies, company)) ?? { _id: company };
  if (changes.rules)
    await saveRules(store, rulesAfter((await readRulebook(store, known)).rules, changes), { company, by, now });
  for (const { kind, of, care } of plansToSave(
    changes.plans,
    saving.before?.plans ?? [],
    await readRulebook(store, known),
  ))
    await saveCarePlan(store, kind === "all" ? { kind } : { kind, of }, care, { company, by, now });
  const book = await readRulebook(store, known);
  const ids = await addMissing(store, saving, book);
  for (const change of changes.customers) await changeOne(store, saving, change, { ids, book });
  if (changes.rules || changes.plans.length > 0 || (saving.before?.plans.length ?? 0) > 0)
    await recountCustomers(store, book, { company, today, event: { id: eventOf(saving, "recount"), now } });
  for (const change of changes.contacts) await contactOf(store, saving, change, { ids, book });
  for (const { row, kind } of saving.before?.contacts ?? [])
    if (kind === "planned" && !changes.contacts.some((one) => one.row === row)) await giveUp(store, saving, row, book);
  const when = { revision: saving.revision };
  await store.change(registerSavings, saving._id, { when, set: { pendingAt: null } });
}

/** Finishes what was saved before a moment and not written to the end, in one bucket. How many there were. */
export async function takePendingSavings(
  store: Store,
  { bucket, before }: { readonly bucket: number | readonly number[]; readonly before: number },
): Promise<number> {
  const equals = { bucket: typeof bucket === "number" ? bucket : [...bucket] };
  const pending = await store.find(registerSavings, { name: "pending", equals, from: 0, to: before });
  for (const saving of pending) await applySaving(store, saving);
  return pending.length;
}

/** The contact of a row, whatever becomes of the row's words. */
export function contactIdOf(saving: string, row: string): string {
  return `${saving}:${row}`;
}

/** Who a row means: the known customer, or the one that is or will be there by that name. */
export function idOf(company: string, { id, name }: NamedCustomer): Promise<string> {
  return id === null ? customerId(company, { businessId: "", name, town: "" }) : Promise.resolve(id);
}

interface Known {
  /** Row → customer. */
  readonly ids: ReadonlyMap<string, string>;
  readonly book: Rulebook;
}

/** Adds whoever is named and is not there. */
async function addMissing(store: Store, saving: RegisterSaving, book: Rulebook): Promise<ReadonlyMap<string, string>> {
  const { company, person, by, savedOn: today } = saving;
  const rows = [...saving.changes.customers, ...saving.changes.contacts];
  const ids = new Map<string, string>();
  const added = new Map<string, string>();
  for (const { row, customer } of rows) {
    const id = await idOf(company, customer);
    ids.set(row, id);
    if (customer.id === null) added.set(id, customer.name);
  }
  const fresh = [...added.values()].map((name) => ({ content: namedOnly(name, person) }));
  const event = { id: eventOf(saving, "add"), now: saving.savedAt };
  if (fresh.length > 0) await addCustomers(store, fresh, { company, by, today, book }, event);
  return ids;
}

async function changeOne(store: Store, saving: RegisterSaving, change: CustomerChange, { ids, book }: Known) {
  const id = ids.get(change.row);
  if (id === undefined) return;
  const before = saving.before?.customers.find(({ row }) => row === change.row);
  const event = { id: eventOf(saving, change.row), now: saving.savedAt };
  await changeCustomer(store, { id, book, by: saving.by }, event, (customer) =>
    edit(customer, mergeChange(customer, change, before)),
  );
}

async function contactOf(store: Store, saving: RegisterSaving, change: ContactChange, { ids, book }: Known) {
  const customer = ids.get(change.row);
  if (customer === undefined) return;
  const id = contactIdOf(saving._id, change.row);
  const event = { id: eventOf(saving, change.row), now: saving.savedAt };
  const { means, purpose, outcome, notes, on } = change;
  const known = await store.get(contacts, id);
  if (known) {
    const before = saving.before?.contacts.find(({ row }) => row === change.row);
    if (!before || !isAsSaid(known, before)) return;
    const day = change.kind === "planned" ? { due: on } : { on };
    const set = { means, purpose, outcome, notes, customer, ...day };
    await changeContact(store, book, { id, set, by: saving.by }, event);
    return;
  }
  const charge = await store.get(customers, customer);
  const content = { ...NO_CONTACT_CONTENT, means, purpose, outcome, notes };
  const person = charge?.person ?? saving.person ?? saving.by;
  const said = { id, company: saving.company, customer, person, by: saving.by, content };
  if (change.kind === "planned") await planContact(store, book, { ...said, due: on }, event);
  else await logContact(store, book, { ...said, person: saving.by, on, reached: true }, event);
}

/** A plan whose row is gone is given up, unless somebody has touched it. */
async function giveUp(store: Store, saving: RegisterSaving, row: string, book: Rulebook): Promise<void> {
  const known = await store.get(contacts, contactIdOf(saving._id, row));
  const before = saving.before?.contacts.find((one) => one.row === row);
  if (known?.state !== "planned" || !before || !isAsSaid(known, before)) return;
  const event = { id: eventOf(saving, `${row}:gone`), now: saving.savedAt };
  await changeContact(store, book, { id: known._id, set: { state: "undone" }, by: saving.by }, event);
}

/** Nobody has moved, kept or reworded it since a row made it. */
function isAsSaid(contact: Contact, { kind, on, purpose, outcome, notes }: ContactChange): boolean {
  const stands =
    kind === "planned"
      ? contact.state === "planned" && contact.due === on
      : contact.state === "made" && contact.on === on;
  return stands && contact.purpose === purpose && contact.outcome === outcome && contact.notes === notes;
}

function eventOf({ _id, revision }: RegisterSaving, what: string): string {
  return `saving:${_id}:${revision}:${what}`;
}

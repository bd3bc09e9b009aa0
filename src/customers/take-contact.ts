import type { Store } from "../store/store.ts";
import { changeCustomer, type Decision } from "./change-customer.ts";
import { movedTo, recounted } from "./clock/clock-events.ts";
import { type Contact, contacts, lookAtOf } from "./contact.ts";
import type { Clock, Customer } from "./customer.ts";
import { contactsIn } from "./find-customers.ts";
import { planMeasures } from "./measures/plan-measures.ts";
import { lastMove } from "./plans/last-move.ts";
import { planAsSaid } from "./plans/plan-as-said.ts";
import type { Rulebook } from "./rulebook.ts";

/**
 * Lets a contact reach what follows from it: the plan for the next one, the plans that it keeps, its customer's clock. May run as often as it likes,
 * in two processes at once: everything is counted anew from the contacts that there are.
 */
export async function takeContact(
  store: Store,
  book: Rulebook,
  contact: Contact,
  now: number,
): Promise<Customer | undefined> {
  await planNext(store, contact, now);
  await planMeasures(store, contact, now);
  const customer = await reachClock(store, book, contact, now);
  // The plans and the clock of whom it was about before stand as without it.
  if (contact.left !== null)
    await reachClock(store, book, { ...contact, customer: contact.left, state: "undone" }, now);
  if (contact.pendingAt !== null) {
    const when = { revision: contact.revision };
    await store.change(contacts, contact._id, { when, set: { pendingAt: null, left: null } });
  }
  return customer;
}

async function reachClock(store: Store, book: Rulebook, contact: Contact, now: number): Promise<Customer | undefined> {
  await settlePlans(store, contact, now);
  const event = { id: `contact:${contact._id}:${contact.revision}`, now };
  const change = { id: contact.customer, book, by: contact.by };
  const taken = await changeCustomer(store, change, event, (customer) => recount(store, customer, contact));
  return taken.kind === "missing" ? undefined : taken.record;
}

/** The plan for the next contact, as this one says it. */
async function planNext(store: Store, contact: Contact, now: number): Promise<void> {
  const _id = `${contact._id}/next`;
  const { state, next, promise } = contact;
  const isReal = state === "made" || state === "tried";
  const said = isReal && next ? { ...next, promise } : null;
  await planAsSaid(store, contact, await store.get(contacts, _id), { _id, plannedWith: contact._id, said }, now);
}

/** Plans that the contact keeps are kept by it; undone, it keeps none. */
async function settlePlans(store: Store, contact: Contact, now: number): Promise<void> {
  const { company, customer } = contact;
  const plans = await contactsIn(store, { company, customer, state: ["planned", "kept"] });
  for (const plan of plans) {
    const keepsIt = plan.plannedWith !== contact._id && (isOverWith(contact, plan) || isReplacedBy(contact, plan));
    const set =
      plan.state === "planned" && keepsIt
        ? ({ state: "kept", keptBy: contact._id } as const)
        : plan.state === "kept" && plan.keptBy === contact._id && !keepsIt
          ? ({ state: "planned", keptBy: null } as const)
          : undefined;
    if (!set) continue;
    const did = { at: now, by: contact.by, did: set.state === "kept" ? "kept" : "edited" } as const;
    const history = [...plan.history, did].slice(-20);
    const when = { revision: plan.revision };
    const lookAt = set.state === "planned" ? lookAtOf({ state: "planned", due: plan.due }) : null;
    await store.change(contacts, plan._id, { when, set: { ...set, lookAt, history, revision: plan.revision + 1 } });
  }
}

/** The one that a contact was made for, and what was planned for its day or before. */
function isOverWith({ state, on, keeps }: Contact, plan: Contact): boolean {
  return state === "made" && on !== null && (plan._id === keeps || (plan.due !== null && plan.due <= on));
}

/** The same person says a new day for the same: "soitan 3.9.", and a week later "soitan 10.9.". */
function isReplacedBy({ state, next, person, createdAt }: Contact, plan: Contact): boolean {
  return (
    (state === "made" || state === "tried") &&
    next !== null &&
    next.means !== null &&
    next.means === plan.means &&
    plan.plannedWith !== null &&
    plan.person === person &&
    plan.createdAt < createdAt
  );
}

async function recount(store: Store, customer: Customer, contact: Contact): Promise<Decision> {
  const of = { company: customer.company, customer: customer._id };
  const [made, planned] = await Promise.all([
    contactsIn(store, { ...of, state: "made" }),
    contactsIn(store, { ...of, state: "planned" }),
  ]);
  const clock = recounted(customer.clock, { last: lastOf(made), planned: earliestOf(planned) });
  return { set: { clock: movedBy(contact, withPlan(clock, planned)) } };
}

/** What was moved for a plan goes where the plan goes, or with it. */
function withPlan(clock: Clock, planned: readonly Contact[]): Clock {
  const { moved } = clock;
  if (moved === null || moved.plan === null) return clock;
  const plan = planned.find(({ _id }) => _id === moved.plan);
  return { ...clock, moved: plan?.due ? { ...moved, to: plan.due } : null };
}

/**
 * Who says when the next contact is to be takes that day instead of the one to which it had been moved. An undone contact leaves the occurrence as it
 * had been moved before.
 */
function movedBy({ state, next, movedBefore }: Contact, clock: Clock): Clock {
  if (movedBefore === null) return clock;
  if (state === "undone") return clock.moved === null ? movedTo(clock, movedBefore) : clock;
  const isStill = JSON.stringify(clock.moved) === JSON.stringify(movedBefore);
  return next !== null && isStill ? { ...clock, moved: null } : clock;
}

function lastOf(made: readonly Contact[]): Clock["last"] {
  const last = made.toSorted((a, b) => (a.on ?? "").localeCompare(b.on ?? "") || a.createdAt - b.createdAt).at(-1);
  if (!last?.on) return null;
  return { contact: last._id, on: last.on, by: last.person, means: last.means };
}

function earliestOf(planned: readonly Contact[]): Clock["planned"] {
  const first = planned.toSorted((a, b) => (a.due ?? "").localeCompare(b.due ?? "") || a._id.localeCompare(b._id))[0];
  return first?.due ? { contact: first._id, on: first.due, promised: planned.some(isPromised) } : null;
}

/** Somebody gave their word for its day: when they logged a contact, in words of their own, or by moving it there. */
function isPromised(plan: Contact): boolean {
  return plan.plannedWith !== null || plan.promise !== "" || lastMove(plan) !== undefined;
}

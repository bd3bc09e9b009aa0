import { born } from "../../deliveries/outbox.ts";
import type { Store } from "../../store/store.ts";
import { type Contact, contacts, lookAtOf, NO_CONTACT_CONTENT } from "../contact.ts";
import { plannedFor } from "../last-move.ts";

/** More than anybody plans with one customer. */
const ALL = 10_000;

/**
 * What was agreed on for a day is a contact planned for it: the clock and the weekly list know it, a word comes on its day, and the contact that is made then
 * keeps it. Taken out of what the contact says, or the contact taken back, it is given up.
 */
export async function planMeasures(store: Store, contact: Contact, now: number): Promise<void> {
  const wanted = wantedOf(contact);
  const known = new Map((await store.getMany(contacts, [...wanted.keys()])).map((plan) => [plan._id, plan]));
  for (const [_id, { what, on }] of wanted) {
    const plan = known.get(_id);
    if (plan) await change(store, plan, { state: "planned", due: on, promise: what, customer: contact.customer });
    else await insert(store, contact, { _id, what, on }, now);
  }
  const equals = { company: contact.company, customer: [contact.customer, contact.left ?? ""], state: "planned" };
  const planned = await store.find(contacts, { name: "ofCustomerIn", equals, limit: ALL });
  for (const plan of planned)
    if (plan.plannedWith === measuresOf(contact) && !wanted.has(plan._id))
      await change(store, plan, { state: "undone", due: plan.due, promise: plan.promise, customer: plan.customer });
}

/** The plan of a measure. */
export function measurePlanId(contact: string, measure: string): string {
  return `${contact}/measure/${measure}`;
}

/** Whether a planned contact is a measure that was agreed on for its day. */
export function isMeasurePlan({ plannedWith }: Pick<Contact, "plannedWith">): boolean {
  return plannedWith?.endsWith("/measure") ?? false;
}

function measuresOf({ _id }: Contact): string {
  return `${_id}/measure`;
}

/** Those that are not done, and are for a later day than the contact itself. */
function wantedOf(contact: Contact): ReadonlyMap<string, { readonly what: string; readonly on: string }> {
  const isReal = contact.state === "made" || contact.state === "tried";
  return new Map(
    (isReal ? contact.measures : []).flatMap(({ id, what, on, done }) =>
      done || on === null || on <= (contact.on ?? "") ? [] : [[measurePlanId(contact._id, id), { what, on }] as const],
    ),
  );
}

async function insert(
  store: Store,
  contact: Contact,
  { _id, what, on }: { readonly _id: string; readonly what: string; readonly on: string },
  now: number,
): Promise<void> {
  const { company } = contact;
  const event = { id: `measure:${_id}:${contact.revision}`, now };
  await store.insert(contacts, {
    ...contact,
    _id,
    state: "planned",
    due: on,
    on: null,
    ...NO_CONTACT_CONTENT,
    promise: what,
    next: null,
    keeps: null,
    keptBy: null,
    plannedWith: measuresOf(contact),
    movedBefore: null,
    createdAt: now,
    lookAt: lookAtOf({ state: "planned", due: on }),
    left: null,
    pendingAt: null,
    history: [],
    revision: 1,
    ...born({ _id, company }, event, []),
  });
}

/** One that was kept stays kept, and one that was moved stays where it was moved. */
async function change(
  store: Store,
  plan: Contact,
  wanted: Pick<Contact, "state" | "due" | "promise" | "customer">,
): Promise<void> {
  if (plan.state !== "planned" && plan.state !== "undone") return;
  const set = { ...wanted, due: plannedFor(plan) === wanted.due ? plan.due : wanted.due };
  const isSame = plan.state === set.state && plan.due === set.due && plan.customer === set.customer;
  if (isSame && plan.promise === set.promise) return;
  const when = { revision: plan.revision };
  await store.change(contacts, plan._id, { when, set: { ...set, lookAt: lookAtOf(set), revision: plan.revision + 1 } });
}

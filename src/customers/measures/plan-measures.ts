import type { Store } from "../../store/store.ts";
import type { Contact } from "../contact.ts";
import { contactsIn } from "../find-customers.ts";
import { planAsSaid } from "../plans/plan-as-said.ts";

/**
 * What was agreed on for a day is a contact planned for it: the clock and the weekly list know it, a word comes on its day, and the contact that is made then
 * keeps it. Taken out of what the contact says, or the contact taken back, it is given up.
 */
export async function planMeasures(store: Store, contact: Contact, now: number): Promise<void> {
  const plannedWith = measuresOf(contact);
  const customer = contact.left === null ? contact.customer : [contact.customer, contact.left];
  const { company } = contact;
  const plans = await contactsIn(store, { company, customer, state: ["planned", "kept", "dropped", "undone"] });
  const known = new Map(plans.flatMap((plan) => (plan.plannedWith === plannedWith ? [[plan._id, plan] as const] : [])));
  const wanted = wantedOf(contact);
  for (const _id of new Set([...wanted.keys(), ...known.keys()])) {
    const measure = wanted.get(_id);
    const plan = known.get(_id);
    const said = measure ? { on: measure.on, promise: measure.what, means: plan?.means ?? null } : null;
    await planAsSaid(store, contact, plan, { _id, plannedWith, said }, now);
  }
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

import type { Contact } from "../contact.ts";
import { measurePlanId } from "./plan-measures.ts";

/** Something that was agreed on and is not done; `on`: the day for which it stands by now. */
export interface OpenMeasure {
  readonly what: string;
  readonly on: string | null;
}

/**
 * The measures that were agreed in a customer's contacts, in any order, and are not done: the one due first first, those without a day last. The contact
 * that kept one's day did it; one that was dropped is not needed.
 */
export function openMeasures(
  contacts: readonly Pick<Contact, "_id" | "measures" | "state" | "due">[],
): readonly OpenMeasure[] {
  const plans = new Map(contacts.map((contact) => [contact._id, contact]));
  return contacts
    .filter(({ state }) => state !== "undone")
    .flatMap(({ _id, measures }) =>
      measures.flatMap(({ id, what, on, done }) => {
        const plan = plans.get(measurePlanId(_id, id));
        const isOver = done || plan?.state === "kept" || plan?.state === "dropped";
        return isOver ? [] : [{ what, on: plan?.state === "planned" ? plan.due : on }];
      }),
    )
    .toSorted((a, b) => (a.on ?? "9").localeCompare(b.on ?? "9"));
}

import type { Contact } from "./contact.ts";

/** The last thing that was promised to a customer or agreed on with it. */
export interface Promised {
  /** In the words of who promised it; "": a contact on a day, and nothing else. */
  readonly what: string;
  /** The day on which it was said. */
  readonly on: string;
  /** The day for which it stands by now; null: for none. */
  readonly due: string | null;
  /** It was for another day when it was said, whatever its words say. */
  readonly isMoved: boolean;
}

type Told = Pick<
  Contact,
  "_id" | "state" | "promise" | "on" | "due" | "next" | "plannedWith" | "createdAt" | "history"
>;

/**
 * The newest of what a customer's contacts, in any order, promise or agree on: a call that nobody answered may have promised something too, and a
 * contact that is planned is an agreement.
 */
export function lastPromise(contacts: readonly Told[]): Promised | undefined {
  const plans = new Map(contacts.flatMap((one) => (one.plannedWith === null ? [] : [[one.plannedWith, one] as const])));
  const said = contacts.flatMap((contact) => {
    const isMade = contact.state === "made" || contact.state === "tried";
    // What was planned with a contact is told by that one.
    if (!isMade && contact.plannedWith !== null) return [];
    const promised = isMade ? promisedIn(contact, plans.get(contact._id)) : plannedBy(contact);
    return promised && (promised.what !== "" || promised.due !== null) ? [{ promised, at: contact.createdAt }] : [];
  });
  return said.toSorted((a, b) => a.promised.on.localeCompare(b.promised.on) || a.at - b.at).at(-1)?.promised;
}

function promisedIn({ promise, on, next }: Told, plan: Told | undefined): Promised | undefined {
  const due = plan?.state === "planned" ? plan.due : null;
  return on === null ? undefined : { what: promise, on, due, isMoved: due !== null && due !== next?.on };
}

function plannedBy({ state, promise, due, createdAt, history }: Told): Promised | undefined {
  if (state !== "planned" && state !== "kept") return undefined;
  // No day is kept on which it was planned: that of the moment, by UTC.
  const on = new Date(createdAt).toISOString().slice(0, 10);
  const isMoved = history.some(({ did }) => did === "moved");
  return { what: promise, on, due: state === "planned" ? due : null, isMoved: state === "planned" && isMoved };
}

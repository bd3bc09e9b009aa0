import type { Contact } from "./contact.ts";
import { lastMove } from "./plans/last-move.ts";
import { isOfSalesPlan } from "./plans/sale-plan.ts";

/** What was promised to a customer or agreed on with it, and stands. */
export interface Promised {
  /** In the words of who promised it; "": a contact on a day, and nothing else. */
  readonly what: string;
  /** The day on which it was said to the customer. */
  readonly on: string;
  /** When it was written: "huomenna" is the day after that. */
  readonly writtenAt: number;
  /** The day for which it stands by now; null: for none. */
  readonly due: string | null;
  /** It was for another day when it was said, whatever its words say. */
  readonly isMoved: boolean;
  /** Who is to keep it. */
  readonly person: string | null;
}

type Told = Pick<
  Contact,
  "_id" | "person" | "state" | "purpose" | "promise" | "on" | "due" | "next" | "plannedWith" | "createdAt" | "history"
>;

/**
 * What stands of all that a customer's contacts, in any order, promise or agree on: of what is open and has a day the earliest, as the contact clock
 * goes by it, unless something was promised since without a day. Where nothing is open, the newest: a call that nobody answered may have promised
 * something too, and a contact that is planned is an agreement.
 */
export function lastPromise(contacts: readonly Told[]): Promised | undefined {
  const all = promises(contacts);
  return standing(all)[0] ?? all.at(-1)?.promised;
}

/** All that stands of it, `lastPromise` first; nothing where all of it was kept or taken back. */
export function standingPromises(contacts: readonly Told[]): readonly Promised[] {
  return standing(promises(contacts));
}

interface Said {
  readonly promised: Promised;
  readonly isDated: boolean;
}

/** What was said, open or not, the newest last. */
function promises(contacts: readonly Told[]): readonly Said[] {
  const plans = new Map(contacts.flatMap((one) => (one.plannedWith === null ? [] : [[one.plannedWith, one] as const])));
  const said = contacts.flatMap((contact) => {
    const isMade = contact.state === "made" || contact.state === "tried";
    // What was planned with a contact is told by that one.
    if ((!isMade && contact.plannedWith !== null) || isOfSalesPlan(contact)) return [];
    const promised = isMade ? promisedIn(contact, plans.get(contact._id)) : plannedBy(contact);
    return promised && (promised.what !== "" || promised.due !== null)
      ? [{ promised, isDated: contact.next !== null || !isMade }]
      : [];
  });
  return said.toSorted(
    (a, b) => a.promised.on.localeCompare(b.promised.on) || a.promised.writtenAt - b.promised.writtenAt,
  );
}

function standing(all: readonly Said[]): readonly Promised[] {
  const newest = all.findLast(({ promised, isDated }) => promised.due !== null || !isDated);
  if (newest === undefined) return [];
  const open = all
    .flatMap(({ promised }) => (promised.due === null ? [] : [{ promised, due: promised.due }]))
    .toSorted((a, b) => a.due.localeCompare(b.due))
    .map(({ promised }) => promised);
  return newest.isDated ? open : [newest.promised, ...open];
}

function promisedIn({ promise, on, next, person: by, createdAt }: Told, plan: Told | undefined): Promised | undefined {
  const due = plan?.state === "planned" ? plan.due : null;
  const person = plan ? plan.person : by;
  return on === null || plan?.state === "dropped"
    ? undefined
    : { what: promise, on, writtenAt: createdAt, due, isMoved: due !== null && due !== next?.on, person };
}

function plannedBy({ state, promise, due, createdAt, history, person }: Told): Promised | undefined {
  if (state !== "planned" && state !== "kept") return undefined;
  // No day is kept on which it was planned: that of the moment, by UTC.
  const on = new Date(createdAt).toISOString().slice(0, 10);
  const said = { what: promise, on, writtenAt: createdAt, person };
  return state === "planned"
    ? { ...said, due, isMoved: lastMove({ history, due }) !== undefined }
    : { ...said, due: null, isMoved: false };
}

import { born } from "../../deliveries/outbox.ts";
import type { Store } from "../../store/store.ts";
import { type Contact, contacts, lookAtOf, NO_CONTACT_CONTENT } from "../contact.ts";
import { plannedFor } from "./last-move.ts";

interface Plan extends Pick<Contact, "_id" | "plannedWith"> {
  /** What a contact says of it; null: nothing any more. */
  readonly said: (Pick<Contact, "promise" | "means"> & { readonly on: string }) | null;
}

/**
 * What a contact says of a later day is a contact planned for it: made, moved and given up with what is said. One that was kept stays kept, and one that
 * was moved or dropped stays so as long as the same day is said. May run as often as it likes; `known`: the plan as it stands.
 */
export async function planAsSaid(
  store: Store,
  contact: Contact,
  known: Contact | undefined,
  { _id, plannedWith, said }: Plan,
  now: number,
): Promise<void> {
  if (!known) return said === null ? undefined : insert(store, contact, { _id, plannedWith, said }, now);
  const { customer } = contact;
  const isSameDay = said === null || said.on === plannedFor(known);
  if (known.state === "kept" || (known.state === "dropped" && said !== null && isSameDay)) return;
  const state = said === null ? "undone" : "planned";
  const due = isSameDay ? known.due : said.on;
  const { promise, means } = said ?? known;
  const isAsSaid = known.customer === customer && known.promise === promise && known.means === means;
  if (known.state === state && known.due === due && (said === null || isAsSaid)) return;
  const history = isSameDay ? known.history : known.history.filter(({ did }) => did !== "moved");
  const set = { state, due, customer, promise, means, history, lookAt: lookAtOf({ state, due }) } as const;
  const when = { revision: known.revision };
  await store.change(contacts, _id, { when, set: { ...set, revision: known.revision + 1 } });
}

async function insert(
  store: Store,
  contact: Contact,
  { _id, plannedWith, said: { on, ...said } }: Plan & { readonly said: NonNullable<Plan["said"]> },
  now: number,
): Promise<void> {
  const { company } = contact;
  await store.insert(contacts, {
    ...contact,
    _id,
    state: "planned",
    due: on,
    on: null,
    ...NO_CONTACT_CONTENT,
    ...said,
    next: null,
    keeps: null,
    keptBy: null,
    plannedWith,
    movedBefore: null,
    createdAt: now,
    lookAt: lookAtOf({ state: "planned", due: on }),
    left: null,
    pendingAt: null,
    history: [],
    revision: 1,
    ...born({ _id, company }, { id: `plan:${_id}:${contact.revision}`, now }, []),
  });
}

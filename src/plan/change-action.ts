import { closedDays, type IsClosed } from "../calendar/closed-days.ts";
import type { Event, Planned } from "../deliveries/outbox.ts";
import { closuresOf } from "../people/closures-of.ts";
import { changeRecord, type Taken } from "../rounds/change-record.ts";
import type { Store } from "../store/store.ts";
import { actions, type PlanAction } from "./action.ts";
import { cardsAnew } from "./card-at.ts";
import { type Decision, differences, isNewDue, type Refusal, updated } from "./decision.ts";
import { dueDate } from "./due.ts";
import { closeWays, openWays } from "./ways.ts";

/** Works out anew when what is due in a quarter is due, once closed weeks have changed; undefined where that is as it was. */
export async function dueAnew(
  store: Store,
  action: PlanAction,
  isClosed: IsClosed,
  event: Event,
): Promise<PlanAction | undefined> {
  const { due, dueOn, open } = action;
  if (!open || due?.kind !== "quarter" || dueDate(due, isClosed) === dueOn) return undefined;
  const once = { ...event, id: `${event.id}:due:${action._id}` };
  const decide = (now: PlanAction): Decision =>
    now.due === null ? { declined: "unchanged" } : { set: { due: now.due } };
  const taken = await changeAction(store, action._id, once, null, decide, (_, before) => cardsAnew(before));
  return taken.kind === "changed" ? taken.record : undefined;
}

const MOST_TRIES = 50;
const CHANGED_MEANWHILE = "changed-meanwhile";

/**
 * Decides on an action and writes the decision with what is to be said of it, once however often the event comes. `decide` is pure and is asked
 * again when somebody else changed the action meanwhile; `saying` gets the action as it will be.
 */
export async function changeAction(
  store: Store,
  id: string,
  event: Event,
  by: string | null,
  decide: (action: PlanAction) => Decision,
  saying: (next: PlanAction, before: PlanAction) => readonly Planned[] = () => [],
): Promise<Taken<PlanAction, Refusal>> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const action = await store.get(actions, id);
    if (!action) return { kind: "missing" };
    if (action.events.includes(event.id)) return { kind: "repeated", record: action };
    const decision = decide(action);
    if ("declined" in decision) return { kind: "declined", reason: decision.declined, record: action };
    const due = isNewDue(action, decision) ? (decision.set.due ?? action.due) : null;
    const isClosed = due?.kind === "quarter" ? closedDays(...(await closuresOf(store, action))) : undefined;
    const next = updated(action, decision, { by, now: event.now, isClosed });
    await openWays(store, action, next);
    const taken = await changeRecord(store, actions, action, event, (record) =>
      record.revision === action.revision
        ? { when: { revision: action.revision }, set: differences(action, next), planned: saying(next, action) }
        : { declined: CHANGED_MEANWHILE },
    );
    if (taken.kind === "declined") continue;
    if (taken.kind === "changed") await closeWays(store, action, taken.record);
    return taken;
  }
  throw new Error(`Action ${id} changed ${MOST_TRIES} times while one event was decided`);
}

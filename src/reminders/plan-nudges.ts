import { closedForTeam } from "../cadence/closed-for.ts";
import { BUCKETS } from "../deliveries/outbox.ts";
import type { Directories } from "../people/directory.ts";
import { actions, type PlanAction } from "../plan/action.ts";
import { dueAnew } from "../plan/change-action.ts";
import { dueDays } from "../plan/due.ts";
import { dayBegins, nextLook } from "../plan/next-look.ts";
import { takersOf } from "../plan/owners.ts";
import type { Store } from "../store/store.ts";
import { StoreUnavailable } from "../store/store-errors.ts";
import { hearersOf, nudgePerson } from "./nudge-person.ts";

export interface NudgePorts {
  readonly store: Store;
  readonly directories: Directories;
  readonly log: { error(fields: object, text: string): void };
}

const ALL_BUCKETS = Array.from({ length: BUCKETS }, (_, bucket) => bucket);

/**
 * Plans a word for the day on which something is due: one for each person and day, at their hour, to whoever has taken it and, while they are away, to
 * their substitute. None where the weekly message of the same day tells it, nor on closed days. Harmless twice, and in several processes at once. At
 * most `limit` actions, the longest due first; how many they were.
 */
export async function planNudges(ports: NudgePorts, now: number, limit = 500): Promise<number> {
  const due = await ports.store.find(actions, { name: "toLookAt", equals: { bucket: ALL_BUCKETS }, to: now, limit });
  await Promise.all(due.map((action) => attempt(ports, action, now)));
  return due.length;
}

/** One action's trouble is not the next one's, and does not come again at every tick. */
async function attempt(ports: NudgePorts, found: PlanAction, now: number): Promise<void> {
  const { company, _id } = found;
  let action = found;
  try {
    const directory = await ports.directories.of(company);
    // Closed weeks may have been said since, by a process that did not come to this action.
    const event = { id: `look:${found.nextLookAt}`, now };
    action = (await dueAnew(ports.store, found, closedForTeam(directory, found.team), event)) ?? found;
    const isClosed = closedForTeam(directory, action.team);
    const days = dueDays(action).filter((day) => dayBegins(day) <= now);
    for (const on of days)
      for (const person of hearersOf(takersOf(action), directory, { on, now }))
        await nudgePerson(ports.store, directory, person, { on, isClosed, now });
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    ports.log.error(
      { company, action: _id, err: error },
      "what is due could not be looked at; the week's message tells it",
    );
  }
  await ports.store.change(actions, _id, {
    when: { revision: action.revision, nextLookAt: action.nextLookAt },
    set: { nextLookAt: nextLook(action, now) },
  });
}

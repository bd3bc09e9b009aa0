import { closedForPerson, closedForTeam } from "../cadence/closed-for.ts";
import { LATEST_MS } from "../cadence/next-slot.ts";
import { nudgeFor } from "../cadence/nudge.ts";
import { receiverOf } from "../cadence/receiver.ts";
import { rhythmOf } from "../cadence/rhythm-of.ts";
import { planDelivery } from "../deliveries/due/delivery.ts";
import { BUCKETS } from "../deliveries/outbox.ts";
import type { Directories, Directory } from "../people/directory.ts";
import type { Person } from "../people/records.ts";
import { actions, type PlanAction } from "../plan/action.ts";
import { dueAnew } from "../plan/change-action.ts";
import { dueDays } from "../plan/due.ts";
import { dayBegins, nextLook } from "../plan/next-look.ts";
import { takersOf } from "../plan/owners.ts";
import type { Store } from "../store/store.ts";
import { StoreUnavailable } from "../store/store-errors.ts";

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
    for (const person of hearersOf(action, directory, now)) await nudge(ports.store, action, directory, person, now);
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

/** Who has taken it, and their substitutes. Someone may go away or come back before the hour: who hears nothing then is told nothing. */
function hearersOf(action: PlanAction, { people }: Directory, now: number): readonly Person[] {
  const hearers = takersOf(action).flatMap((id) => {
    const person = people.get(id);
    if (!person || person.leftAt !== undefined) return [];
    const receiver = receiverOf(person, people, now);
    return receiver ? [person, receiver] : [person];
  });
  return [...new Map(hearers.map((person) => [person._id, person])).values()];
}

async function nudge(
  store: Store,
  action: PlanAction,
  directory: Directory,
  person: Person,
  now: number,
): Promise<void> {
  const { company, team } = action;
  const closed = [closedForPerson(directory, person._id), closedForTeam(directory, team)];
  for (const on of dueDays(action).filter((one) => dayBegins(one) <= now)) {
    const planned = nudgeFor(on, rhythmOf(person, directory.company), (day) =>
      closed.some((isClosed) => isClosed(day)),
    );
    if (planned.kind !== "nudge" || now - planned.at >= LATEST_MS) continue;
    await planDelivery(store, {
      company,
      person: person._id,
      about: { kind: "nudge", day: planned.day },
      dueAt: planned.at,
    });
  }
}

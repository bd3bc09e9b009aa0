import { closedForPerson } from "../cadence/closed-for.ts";
import { LATEST_MS } from "../cadence/next-slot.ts";
import { nudgeFor } from "../cadence/nudge.ts";
import { receiverOf } from "../cadence/receiver.ts";
import { rhythmOf } from "../cadence/rhythm-of.ts";
import type { IsClosed } from "../calendar/closed-days.ts";
import { momentAt } from "../calendar/moment.ts";
import { addWorkingDays } from "../calendar/working-day.ts";
import { planDelivery } from "../deliveries/due/delivery.ts";
import type { Directory } from "../people/directory.ts";
import type { Person } from "../people/records.ts";
import type { Store } from "../store/store.ts";

const MIDDAY = 12;

/**
 * These people, and who stands in for them now or at midday of the day on which something is due (ISO): it is looked at before that day begins where
 * they are. Someone may go away or come back before the hour: who hears nothing then is told nothing.
 */
export function hearersOf(
  ids: readonly string[],
  { people }: Directory,
  { on, now }: { readonly on: string; readonly now: number },
): readonly Person[] {
  const hearers = ids.flatMap((id) => {
    const person = people.get(id);
    if (!person || person.leftAt !== undefined) return [];
    const midday = momentAt(addWorkingDays(on, 0), { hour: MIDDAY }, person.timeZone);
    const receivers = [now, Math.max(now, midday)].map((at) => receiverOf(person, people, at));
    return [person, ...receivers.filter((one) => one !== undefined)];
  });
  return [...new Map(hearers.map((person) => [person._id, person])).values()];
}

/**
 * Plans a word to a person for the day on which something is due (ISO), at their hour: one for each person and day, whatever is due. None where the
 * weekly message of that day tells it, nor on days that are closed for them or for what is due.
 */
export async function nudgePerson(
  store: Store,
  directory: Directory,
  person: Person,
  { on, isClosed = () => false, now }: { readonly on: string; readonly isClosed?: IsClosed; readonly now: number },
): Promise<void> {
  const { _id: company } = directory.company;
  const closed = [closedForPerson(directory, person._id), isClosed];
  const planned = nudgeFor(on, rhythmOf(person, directory.company), (day) => closed.some((isShut) => isShut(day)));
  if (planned.kind !== "nudge" || now - planned.at >= LATEST_MS) return;
  await planDelivery(store, {
    company,
    person: person._id,
    about: { kind: "nudge", day: planned.day },
    dueAt: planned.at,
  });
}

import { closedForPerson } from "../../../cadence/closed-for.ts";
import { keptSlot } from "../../../cadence/kept-slot.ts";
import { rhythmOf } from "../../../cadence/rhythm-of.ts";
import { planDelivery } from "../../../deliveries/due/delivery.ts";
import type { Directory } from "../../../people/directory.ts";
import type { Company, Person } from "../../../people/records.ts";
import type { Store } from "../../../store/store.ts";

interface Settings {
  readonly person: Pick<Person, "weekly" | "roles" | "timeZone">;
  readonly company: Pick<Company, "weekly">;
}

/**
 * Before a person's hour or weekday becomes another one: where this week's message would fall between the old time and the new, it is planned for the old.
 * Nobody loses a week by changing, nor gets two, since a message's key is its week.
 */
export async function keepWeek(
  store: Store,
  directory: Directory,
  person: Person,
  will: Settings,
  now: number,
): Promise<void> {
  const rhythms = { was: rhythmOf(person, directory.company), will: rhythmOf(will.person, will.company) };
  const slot = keptSlot(person.slots, rhythms, closedForPerson(directory, person._id), now);
  if (!slot) return;
  const { company, _id } = person;
  await planDelivery(store, { company, person: _id, about: { kind: "weekly", week: slot.week }, dueAt: slot.at });
}

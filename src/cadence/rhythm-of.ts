import type { Person } from "../people/records.ts";
import { weeklyTimeOf } from "../people/weekly-time.ts";
import type { Rhythm } from "./weekly-slot.ts";

/** When a person hears from Luotsi, by their own choice or the defaults. */
export function rhythmOf(person: Pick<Person, "weekly" | "roles" | "timeZone">): Rhythm {
  return { ...weeklyTimeOf(person), timeZone: person.timeZone };
}

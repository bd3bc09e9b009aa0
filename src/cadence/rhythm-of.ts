import type { Company, Person } from "../people/records.ts";
import { weeklyTimeOf } from "../people/weekly-time.ts";
import type { Rhythm } from "./weekly-slot.ts";

/** When a person hears from Luotsi, by their own choice or the defaults of their company. */
export function rhythmOf(
  person: Pick<Person, "weekly" | "roles" | "timeZone">,
  company?: Pick<Company, "weekly">,
): Rhythm {
  return { ...weeklyTimeOf(person, company), timeZone: person.timeZone };
}

import { isTimeToAskClosedWeeks } from "../calendar/closed-days.ts";
import { isoDateIn } from "../calendar/iso-date.ts";
import { timeOfDayIn } from "../calendar/time-of-day.ts";
import type { Directory } from "../people/directory.ts";
import type { Company, Person } from "../people/records.ts";
import { receiverOf } from "./receiver.ts";

/** By one's own clock. */
const OFFICE_HOURS = { from: 9, to: 17 } as const;

/** Whether it is the time of the year, by a zone's calendar, at which a company is asked about its closed weeks. */
export function isTimeToAsk(
  now: number,
  timeZone: string,
  { closedWeeks, closedWeeksAsked }: Pick<Company, "closedWeeks" | "closedWeeksAsked">,
): boolean {
  return isTimeToAskClosedWeeks(isoDateIn(now, timeZone), closedWeeksAsked, closedWeeks);
}

/** Whether a person may be asked something now: they are here, want to hear, and it is daytime where they are. */
export function receivesNow(person: Person, { people }: Pick<Directory, "people">, now: number): boolean {
  const { hour } = timeOfDayIn(now, person.timeZone);
  return receiverOf(person, people, now)?._id === person._id && hour >= OFFICE_HOURS.from && hour < OFFICE_HOURS.to;
}

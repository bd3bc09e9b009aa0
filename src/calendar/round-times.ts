import { DateTime } from "luxon";
import { addDays, isoDateIn } from "./iso-date.ts";
import { momentAt } from "./moment.ts";
import { addWorkingDays, isWorkingDay } from "./working-day.ts";

const HOUR_MS = 60 * 60 * 1000;

/**
 * When a round closes unless the facilitator says otherwise: so many working days after today, at that hour of the team's zone; never in the
 * holiday weeks 28–31 (DESIGN: promise 13), but on the first working day after them.
 */
export function closingTime(input: {
  readonly now: number;
  readonly timeZone: string;
  readonly workingDays: number;
  readonly hour: number;
}): number {
  const { now, timeZone, workingDays, hour } = input;
  const day = outsideHolidays(addWorkingDays(isoDateIn(now, timeZone), workingDays));
  return momentAt(day, { hour }, timeZone);
}

/**
 * When the one private reminder goes out: at nine on the working day before the closing day, if people have had four hours by then; else
 * three hours before the closing; else half-way.
 */
export function reminderTime({
  opensAt,
  closesAt,
  timeZone,
}: {
  readonly opensAt: number;
  readonly closesAt: number;
  readonly timeZone: string;
}): number {
  const dayBefore = momentAt(addWorkingDays(isoDateIn(closesAt, timeZone), -1), { hour: 9 }, timeZone);
  if (dayBefore >= opensAt + 4 * HOUR_MS) return dayBefore;
  const hoursBefore = closesAt - 3 * HOUR_MS;
  return hoursBefore >= opensAt + HOUR_MS ? hoursBefore : Math.round((opensAt + closesAt) / 2);
}

/** When a team looks again: three months on, on a working day, and not in the holiday weeks 28–31 (DESIGN: promise 13). */
export function lookAgainDate(isoDate: string): string {
  return outsideHolidays(DateTime.fromISO(isoDate, { zone: "utc" }).plus({ months: 3 }).toISODate() ?? isoDate);
}

/** The date itself, or the next working day outside the holiday weeks. */
function outsideHolidays(isoDate: string): string {
  let day = isoDate;
  while (!isWorkingDay(day) || isHolidayWeek(day)) day = addDays(day, 1);
  return day;
}

function isHolidayWeek(isoDate: string): boolean {
  const { weekNumber } = DateTime.fromISO(isoDate, { zone: "utc" });
  return weekNumber >= 28 && weekNumber <= 31;
}

import { DateTime } from "luxon";
import { closedDays, type IsClosed, nextOpenDay } from "./closed-days.ts";
import { isoDateIn } from "./iso-date.ts";
import { momentAt } from "./moment.ts";
import { addWorkingDays } from "./working-day.ts";

const HOUR_MS = 60 * 60 * 1000;
const UNLESS_TOLD = closedDays();

/**
 * When a round closes unless the facilitator says otherwise: so many working days after today, at that hour of the team's zone; never in the
 * team's closed weeks (DESIGN: promise 13), but on the first working day after them.
 */
export function closingTime(input: {
  readonly now: number;
  readonly timeZone: string;
  readonly workingDays: number;
  readonly hour: number;
  readonly isClosed?: IsClosed;
}): number {
  const { now, timeZone, workingDays, hour, isClosed = UNLESS_TOLD } = input;
  const day = nextOpenDay(addWorkingDays(isoDateIn(now, timeZone), workingDays), isClosed);
  return momentAt(day, { hour }, timeZone);
}

/**
 * When the one private reminder goes out: at nine on the working day before the closing day, if that is not closed and people have had four
 * hours by then; else three hours before the closing; else half-way.
 */
export function reminderTime({
  opensAt,
  closesAt,
  timeZone,
  isClosed = UNLESS_TOLD,
}: {
  readonly opensAt: number;
  readonly closesAt: number;
  readonly timeZone: string;
  readonly isClosed?: IsClosed;
}): number {
  const dayBefore = addWorkingDays(isoDateIn(closesAt, timeZone), -1);
  const atNine = momentAt(dayBefore, { hour: 9 }, timeZone);
  if (!isClosed(dayBefore) && atNine >= opensAt + 4 * HOUR_MS) return atNine;
  const hoursBefore = closesAt - 3 * HOUR_MS;
  return hoursBefore >= opensAt + HOUR_MS ? hoursBefore : Math.round((opensAt + closesAt) / 2);
}

/** When a team looks again: three months on, on a working day, and not in its closed weeks (DESIGN: promise 13). */
export function lookAgainDate(isoDate: string, isClosed: IsClosed = UNLESS_TOLD): string {
  return nextOpenDay(DateTime.fromISO(isoDate, { zone: "utc" }).plus({ months: 3 }).toISODate() ?? isoDate, isClosed);
}

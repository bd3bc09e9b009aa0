import { isoWeekOf, wallClock } from "../../cadence/wall-clock.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Finnish public holidays of 2027 and the first of 2028, and the eves on which nobody works: from the almanac, not from a library. */
const HOLIDAYS: ReadonlySet<string> = new Set(
  "01-01 01-06 03-26 03-28 03-29 05-01 05-06 05-16 06-25 06-26 11-06 12-06 12-24 12-25 12-26"
    .split(" ")
    .map((day) => `2027-${day}`)
    .concat("2028-01-01"),
);

export interface Rhythm {
  readonly weekday: number;
  readonly hour: number;
  readonly timeZone: string;
}

export type Closed = (date: string) => boolean;

export function plusDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

function worksOn(date: string): boolean {
  const weekday = new Date(date).getUTCDay();
  return weekday >= 1 && weekday <= 5 && !HOLIDAYS.has(date);
}

/** All Mondays from the last of 2026 to the last of 2027. */
export const MONDAYS: readonly string[] = Array.from({ length: 54 }, (_, nth) => plusDays("2026-12-21", nth * 7));

/**
 * The moment of a Monday's week, told in the plainest way: day by day and half an hour by half an hour. A holiday moves to the next working day, a
 * closed day to the first open one of its week.
 */
export function momentOf(monday: string, { weekday, hour, timeZone }: Rhythm, isClosed: Closed): number | undefined {
  let date = plusDays(monday, weekday - 1);
  const sunday = plusDays(monday, 6);
  if (HOLIDAYS.has(date) || isClosed(date)) {
    let wasClosed = false;
    while (isClosed(date) || !worksOn(date)) {
      wasClosed ||= isClosed(date);
      date = plusDays(date, 1);
      if (wasClosed && date > sunday) return undefined;
    }
  }
  return wallMoment(date, hour, timeZone);
}

const moments = new Map<string, number>();

/** The first moment at which that clock shows that hour of that date; where the spring change skips it, the hour that comes instead. */
export function wallMoment(date: string, hour: number, timeZone: string): number {
  const key = `${date} ${hour} ${timeZone}`;
  const found = moments.get(key) ?? searched(date, hour, timeZone);
  moments.set(key, found);
  return found;
}

/** No clock is more than fourteen hours ahead of the world's, or twelve behind. */
function searched(date: string, hour: number, timeZone: string): number {
  const there = Date.parse(date) + hour * HOUR_MS;
  for (let at = there - 14 * HOUR_MS; at <= there + 13 * HOUR_MS; at += HOUR_MS / 2) {
    const shown = wallClock(at, timeZone);
    if (shown.date === date && shown.hour >= hour && shown.rest === ":00:00") return at;
  }
  throw new Error(`${date} has no ${hour} o'clock in ${timeZone}`);
}

/** What is said on a due date: then, on the next working day where it is none, or nothing of its own when it is closed or the weekly message comes that day. */
export function nudgeMoment(
  due: string,
  rhythm: Rhythm,
  isClosed: Closed,
): { readonly day: string; readonly at: number } | undefined {
  let day = due;
  while (!worksOn(day)) day = plusDays(day, 1);
  if (isClosed(due) || isClosed(day)) return undefined;
  const isWeekly = MONDAYS.some((monday) => {
    const at = momentOf(monday, rhythm, isClosed);
    return at !== undefined && wallClock(at, rhythm.timeZone).date === day;
  });
  return isWeekly ? undefined : { day, at: wallMoment(day, rhythm.hour, rhythm.timeZone) };
}

export function weekOfMonday(monday: string): string {
  return isoWeekOf(monday);
}

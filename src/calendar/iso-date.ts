import { DateTime } from "luxon";

/** The date that stands on the wall calendar of a zone at a moment: "2026-12-24". */
export function isoDateIn(ms: number, timeZone: string): string {
  return DateTime.fromMillis(ms, { zone: timeZone }).toISODate() ?? "";
}

/** Days later (or earlier) on the calendar. */
export function addDays(isoDate: string, days: number): string {
  return DateTime.fromISO(isoDate, { zone: "utc" }).plus({ days }).toISODate() ?? isoDate;
}

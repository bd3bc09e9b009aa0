import { DateTime } from "luxon";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Zone → the date of the minute that was asked last: every turn asks. */
const latest = new Map<string, { readonly minute: number; readonly date: string }>();

/** The date that stands on the wall calendar of a zone at a moment: "2026-12-24". */
export function isoDateIn(ms: number, timeZone: string): string {
  // Since 1972 a day begins at a full minute in every zone.
  const minute = Math.floor(ms / MINUTE_MS);
  const known = latest.get(timeZone);
  if (known?.minute === minute) return known.date;
  const date = DateTime.fromMillis(ms, { zone: timeZone }).toISODate() ?? "";
  latest.set(timeZone, { minute, date });
  return date;
}

/** Days later (or earlier) on the calendar. */
export function addDays(isoDate: string, days: number): string {
  return new Date(Date.parse(isoDate) + days * DAY_MS).toISOString().slice(0, 10);
}

/** 1 (Monday) to 7. */
export function weekdayOf(isoDate: string): number {
  return new Date(isoDate).getUTCDay() || 7;
}

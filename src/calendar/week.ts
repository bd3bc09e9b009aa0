import { DateTime } from "luxon";

/** The Sunday of the ISO week of a date: "2026-12-06" for the Monday before it. */
export function sundayOf(isoDate: string): string {
  return DateTime.fromISO(isoDate, { zone: "utc" }).endOf("week").toISODate() ?? isoDate;
}

import { DateTime } from "luxon";

/** The Sunday of the ISO week of a date: "2026-12-06" for the Monday before it. */
export function sundayOf(isoDate: string): string {
  return DateTime.fromISO(isoDate, { zone: "utc" }).endOf("week").toISODate() ?? isoDate;
}

/** The ISO week of a date, "2027-W01"; weeks sort as texts. */
export function weekOf(isoDate: string): string {
  return DateTime.fromISO(isoDate, { zone: "utc" }).toISOWeekDate()?.slice(0, 8) ?? isoDate;
}

/** The date of a weekday, 1 (Monday) to 7, of an ISO week: "2027-W01", 1 → "2027-01-04". */
export function dayOfWeek(week: string, weekday: number): string {
  return DateTime.fromISO(`${week}-${weekday}`, { zone: "utc" }).toISODate() ?? week;
}

/** So many ISO weeks later, or earlier. */
export function addWeeks(week: string, weeks: number): string {
  const monday = DateTime.fromISO(`${week}-1`, { zone: "utc" });
  return monday.plus({ weeks }).toISOWeekDate()?.slice(0, 8) ?? week;
}

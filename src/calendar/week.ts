import { LRUCache } from "lru-cache";
import { addDays, weekdayOf } from "./iso-date.ts";

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
/** Everybody's slots are worked out again and again, of few weeks. */
const weeks = new LRUCache<string, string>({ max: 1_000 });
const days = new LRUCache<string, string>({ max: 1_000 });

/** The Monday of the ISO week of a date. */
export function mondayOf(isoDate: string): string {
  return addDays(isoDate, 1 - weekdayOf(isoDate));
}

/** The Sunday of the ISO week of a date: "2026-12-06" for the Monday before it. */
export function sundayOf(isoDate: string): string {
  return addDays(isoDate, 7 - weekdayOf(isoDate));
}

/** The ISO week of a date, "2027-W01"; weeks sort as texts. ISO 8601: a week belongs to the year of its Thursday. */
export function weekOf(isoDate: string): string {
  const known = weeks.get(isoDate);
  if (known !== undefined) return known;
  const week = workedOut(isoDate);
  weeks.set(isoDate, week);
  return week;
}

function workedOut(isoDate: string): string {
  const thursday = addDays(isoDate, 4 - weekdayOf(isoDate));
  const year = thursday.slice(0, 4);
  const week = Math.floor((Date.parse(thursday) - Date.parse(`${year}-01-01`)) / WEEK_MS) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}

/** The date of a weekday, 1 (Monday) to 7, of an ISO week: "2027-W01", 1 → "2027-01-04". */
export function dayOfWeek(week: string, weekday: number): string {
  const key = `${week} ${weekday}`;
  const known = days.get(key);
  if (known !== undefined) return known;
  const day = searched(week, weekday);
  days.set(key, day);
  return day;
}

function searched(week: string, weekday: number): string {
  const [year = "", nth = ""] = week.split("-W");
  // The fourth of January is always in the first week.
  const fourth = `${year}-01-04`;
  return addDays(fourth, weekday - weekdayOf(fourth) + (Number(nth) - 1) * 7);
}

/** So many ISO weeks later, or earlier. */
export function addWeeks(week: string, weeks: number): string {
  return weekOf(addDays(dayOfWeek(week, 1), weeks * 7));
}

import { createRequire } from "node:module";
import type Holidays from "date-holidays";
import { addDays, weekdayOf } from "./iso-date.ts";

/** The library holds every country's calendar: it is read when the first date is asked for, not at start. */
let finnish: Holidays | undefined;
const holidaysOf = new Map<number, ReadonlySet<string>>();

/** Public holidays, and the two eves on which no Finnish workplace is open. */
function holidays(year: number): ReadonlySet<string> {
  const known = holidaysOf.get(year);
  if (known) return known;
  const Calendar: typeof Holidays = createRequire(import.meta.url)("date-holidays");
  finnish ??= new Calendar("FI");
  const days = finnish
    .getHolidays(year)
    .filter(({ type, name }) => type === "public" || /juhannusaatto|jouluaatto/iu.test(name));
  const set = new Set([...days.map(({ date }) => date.slice(0, 10)), `${year}-12-24`]);
  holidaysOf.set(year, set);
  return set;
}

/** Monday to Friday, and not a Finnish public holiday, Midsummer Eve or Christmas Eve. */
export function isWorkingDay(isoDate: string): boolean {
  return weekdayOf(isoDate) <= 5 && !isHoliday(isoDate);
}

/** A Finnish public holiday, Midsummer Eve or Christmas Eve, whatever weekday it is. */
export function isHoliday(isoDate: string): boolean {
  return holidays(Number(isoDate.slice(0, 4))).has(isoDate);
}

/** The n-th working day after a date; with a negative n, before it. 0 is the date itself, or the next working day where it is none. */
export function addWorkingDays(isoDate: string, n: number): string {
  const step = n < 0 ? -1 : 1;
  let day = isoDate;
  if (n === 0) {
    while (!isWorkingDay(day)) day = addDays(day, 1);
    return day;
  }
  for (let left = Math.abs(n); left > 0; ) {
    day = addDays(day, step);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

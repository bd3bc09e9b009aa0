const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DAY_MS = 86_400_000;

export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Whether that day exists, between the years 1900 and 2199. */
export function exists({ year, month, day }: Day): boolean {
  return year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

export function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (LENGTHS[month - 1] ?? 0);
}

/** The ISO date of a day that exists. */
export function isoOf({ year, month, day }: Day): string {
  return `${year}-${two(month)}-${two(day)}`;
}

export function dayOf(iso: string): Day {
  const [year, month, day] = iso.split("-").map(Number);
  return { year: year ?? 0, month: month ?? 0, day: day ?? 0 };
}

/** The ISO date so many days later (or earlier). */
export function addDays(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** So many months later, on the month's last day where it is shorter: a month after 31 January is 28 or 29 February. */
export function addMonths(iso: string, months: number): string {
  const { year, month, day } = dayOf(iso);
  const index = year * 12 + (month - 1) + months;
  const to = { year: Math.floor(index / 12), month: (index % 12) + 1 };
  return isoOf({ ...to, day: Math.min(day, daysIn(to.year, to.month)) });
}

/** 1 for Monday, 7 for Sunday. */
export function weekdayOf(iso: string): number {
  return new Date(`${iso}T00:00:00Z`).getUTCDay() || 7;
}

/** The Monday of an ISO week; undefined when the year has no such week. */
export function mondayOfWeek(year: number, week: number): string | undefined {
  const fourth = `${year}-01-04`;
  const monday = addDays(fourth, 1 - weekdayOf(fourth) + (week - 1) * 7);
  const thursday = addDays(monday, 3);
  return week >= 1 && thursday.startsWith(`${year}-`) ? monday : undefined;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

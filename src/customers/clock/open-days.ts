import type { IsClosed } from "../../calendar/closed-days.ts";

const DAY_MS = 86_400_000;
/** Where everything is closed for so long, days are counted as if nothing were: nobody is forgotten because of a slip in the calendar. */
const MOST_YEARS = 12;

/** Days as the contact clock counts them: closed ones stop it. */
export interface OpenDays {
  /** The n-th open day after a date (ISO); with 0 the date itself, or the next open one. */
  after(isoDate: string, days: number): string;
  /** How many open days there are from a date on, before another. */
  until(isoDate: string, end: string): number;
}

/** Works out each year once: ten thousand clocks ask for the same few. */
export function openDays(isClosed: IsClosed): OpenDays {
  const years = new Map<number, readonly number[]>();
  const openOf = (year: number): readonly number[] => {
    const known = years.get(year);
    if (known) return known;
    const open: number[] = [];
    const end = dayNumber(`${year + 1}-01-01`);
    for (let day = dayNumber(`${year}-01-01`); day < end; day++) if (!isClosed(isoOf(day))) open.push(day);
    years.set(year, open);
    return open;
  };
  return {
    after(isoDate, days) {
      const from = dayNumber(isoDate);
      // With 0 the day itself counts, else the first one after it is number 1.
      const first = days === 0 ? from : from + 1;
      let left = Math.max(days, 1);
      let year = Number(isoDate.slice(0, 4));
      for (const last = year + MOST_YEARS; year <= last; year++) {
        const open = openOf(year);
        const start = firstFrom(open, first);
        const found = open[start + left - 1];
        if (found !== undefined) return isoOf(found);
        left -= open.length - start;
      }
      return isoOf(from + days);
    },
    until(isoDate, end) {
      const [from, to] = [dayNumber(isoDate), dayNumber(end)];
      let count = 0;
      for (let year = Number(isoDate.slice(0, 4)); year <= Number(end.slice(0, 4)); year++) {
        const open = openOf(year);
        count += Math.max(0, firstFrom(open, to) - firstFrom(open, from));
      }
      return count;
    },
  };
}

/** The index of the first that is not before it. */
function firstFrom(sorted: readonly number[], day: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? day) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function dayNumber(isoDate: string): number {
  return Date.parse(isoDate) / DAY_MS;
}

function isoOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

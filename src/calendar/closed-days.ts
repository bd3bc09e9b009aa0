import { addDays } from "./iso-date.ts";
import { dayOfWeek } from "./week.ts";
import { isWorkingDay } from "./working-day.ts";

/** Days from and until (ISO dates), both included. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** What someone has said about their closed weeks: these, and no others until the end of the year `through`. */
export interface Closures {
  readonly ranges: readonly DayRange[];
  readonly through: number;
}

/** Whether a day (ISO) is closed: no messages, no closings, no clocks, no default date. */
export type IsClosed = (isoDate: string) => boolean;

/** The shortest time away that one comes back from; a single closed day before a weekend is none. */
const LEAST_AWAY_DAYS = 5;
const SEEN_AHEAD_DAYS = 14;
/** From the first open day on, so many are the first ones back: who came back on a Thursday is not late on the next Monday. */
const BACK_DAYS = 7;

/** Weeks 28–31: what the admin is offered in May, and what holds for a year of which nobody has said anything (DESIGN: promise 13). */
export function proposedClosedWeeks(year: number): DayRange {
  return { from: dayOfWeek(`${year}-W28`, 1), to: dayOfWeek(`${year}-W31`, 7) };
}

/** From Christmas Eve to Epiphany: what the admin may add. */
export function proposedChristmas(year: number): DayRange {
  return { from: `${year}-12-24`, to: `${year + 1}-01-06` };
}

/** What holds of several who may speak, the first first (a team before its company): of each year the first that has said something about it. */
export function closedDays(...voices: readonly (Closures | undefined)[]): IsClosed {
  const said = voices.filter((voice) => voice !== undefined);
  return (isoDate) => {
    const year = Number(isoDate.slice(0, 4));
    const deciding = said.find(({ through }) => year <= through);
    if (deciding) return holds(deciding.ranges, isoDate);
    return holds([proposedClosedWeeks(year)], isoDate) || said.some(({ ranges }) => holds(ranges, isoDate));
  };
}

/** The date itself, or the next working day that is not closed. Gives up after a year of closed days, with the date itself. */
export function nextOpenDay(isoDate: string, isClosed: IsClosed): string {
  let day = isoDate;
  for (let tries = 0; tries < 366; tries++) {
    if (isWorkingDay(day) && !isClosed(day)) return day;
    day = addDays(day, 1);
  }
  return isoDate;
}

/** The date itself, or the last working day before it that is not closed. Gives up after a quarter of closed days, with the date itself. */
export function lastOpenDay(isoDate: string, isClosed: IsClosed): string {
  let day = isoDate;
  for (let tries = 0; tries < 90; tries++) {
    if (isWorkingDay(day) && !isClosed(day)) return day;
    day = addDays(day, -1);
  }
  return isoDate;
}

/** The time away that begins within two weeks of a day: what comes due in it is to be seen before it. */
export function closureAhead(today: string, isClosed: IsClosed): DayRange | undefined {
  if (isClosed(today)) return undefined;
  for (let ahead = 1; ahead <= SEEN_AHEAD_DAYS; ahead++) {
    const from = addDays(today, ahead);
    if (!isClosed(from)) continue;
    const to = endOf(from, isClosed);
    if (isAway({ from, to })) return { from, to };
    ahead += daysIn({ from, to });
  }
  return undefined;
}

/** The time away that one has come back from within a week of this day: nothing that came due in it is shown as late. */
export function closureBehind(today: string, isClosed: IsClosed): DayRange | undefined {
  if (isClosed(today)) return undefined;
  let to = addDays(today, -1);
  while (!isClosed(to)) {
    if (to < addDays(today, -14)) return undefined;
    to = addDays(to, -1);
  }
  let from = to;
  while (isClosed(addDays(from, -1)) && daysIn({ from, to }) < 366) from = addDays(from, -1);
  const back = nextOpenDay(addDays(to, 1), isClosed);
  return isAway({ from, to }) && today < addDays(back, BACK_DAYS) ? { from, to } : undefined;
}

/** Whether the admin is to be asked about this year's closed weeks: from the first working day of May to its end, once a year. */
export function isTimeToAskClosedWeeks(today: string, asked: number | undefined, said: Closures | undefined): boolean {
  const year = Number(today.slice(0, 4));
  const known = (asked ?? 0) >= year || (said?.through ?? 0) >= year;
  return !known && today.slice(5, 7) === "05" && today >= nextOpenDay(`${year}-05-01`, () => false);
}

/** The last of the closed days that follow one another. */
function endOf(from: string, isClosed: IsClosed): string {
  let to = from;
  while (isClosed(addDays(to, 1)) && daysIn({ from, to }) < 366) to = addDays(to, 1);
  return to;
}

function isAway(range: DayRange): boolean {
  return daysIn(range) >= LEAST_AWAY_DAYS;
}

function daysIn({ from, to }: DayRange): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
}

function holds(ranges: readonly DayRange[], isoDate: string): boolean {
  return ranges.some(({ from, to }) => from <= isoDate && isoDate <= to);
}

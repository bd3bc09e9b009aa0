import { type Closures, type DayRange, proposedClosedWeeks } from "./closed-days.ts";
import { addDays } from "./iso-date.ts";
import { addWeeks, dayOfWeek, weekOf } from "./week.ts";

/** What is said of the closed weeks of a year: all of them, or some `beside` what stands, instead of what they overlap but the summer. */
export interface SaidClosures {
  readonly year: number;
  readonly ranges: readonly DayRange[];
  readonly beside: boolean;
}

/** Those who may speak, the first first: a team before its company. */
type Voices = readonly (Closures | undefined)[];

/** Shorter than that it is no summer holiday. */
const LEAST_SUMMER_DAYS = 5;

/**
 * What stands for the first of `voices` once something is said of a year; where they have said nothing yet they begin with what the next one has. Years
 * before it of which nothing was said keep what held, what is long over falls away, and other years stay as they are.
 */
export function closuresSaid(
  voices: Voices,
  { year, ranges, beside, thisYear }: SaidClosures & { readonly thisYear: number },
): Closures {
  const standing = voices.find((voice) => voice !== undefined);
  const through = standing?.through ?? thisYear - 1;
  const unsaid = Array.from({ length: Math.max(0, year - through - 1) }, (_, nth) => through + 1 + nth).filter(
    (one) => one >= thisYear,
  );
  const kept = (standing?.ranges ?? []).filter(
    (range) => yearOf(range) !== year && range.to >= `${thisYear - 1}-01-01`,
  );
  const stays = (one: DayRange) => isSummer(one) || !ranges.some(({ from, to }) => from <= one.to && one.from <= to);
  const now = beside ? [...closedIn(year, ...voices).filter(stays), ...ranges] : ranges;
  return {
    ranges: [...kept, ...unsaid.flatMap((one) => closedIn(one, ...voices)), ...merged(now)].sort(byStart),
    through: Math.max(through, year),
  };
}

/**
 * Closed times that were said without a year, by the year in which each begins. Who speaks of the summer says all of that year; anything else, Christmas
 * or a single day, stands beside what is closed already.
 */
export function saidByYear(ranges: readonly DayRange[]): readonly SaidClosures[] {
  const years = [...new Set(ranges.map(yearOf))].sort();
  return years.map((year) => {
    const own = merged(ranges.filter((range) => yearOf(range) === year));
    return { year, ranges: own, beside: !own.some(isSummer) };
  });
}

/** The closed times that begin in a year; the proposal where nobody has said anything of it, of the first who may speak. */
export function closedIn(year: number, ...voices: Voices): readonly DayRange[] {
  const said = voices.find((voice) => voice !== undefined && year <= voice.through);
  return said ? said.ranges.filter((range) => yearOf(range) === year) : [proposedClosedWeeks(year)];
}

/** In this month the coming January is near enough to be told of. */
const LAST_MONTH = "-12";

/** The closed times to be told of as they stand on a day (ISO): those of its year, and in December those of the coming January; `years` says of which. */
export function closedAround(
  today: string,
  ...voices: Voices
): { readonly years: string; readonly ranges: readonly DayRange[] } {
  const year = Number(weekOf(today).slice(0, 4));
  const own = closedIn(year, ...voices);
  if (today.slice(4, 7) !== LAST_MONTH) return { years: `${year}`, ranges: own };
  const first = Number(today.slice(0, 4));
  const next = closedIn(first + 1, ...voices).filter(({ from }) => from < `${first + 1}-02-01`);
  if (next.length === 0) return { years: `${first}`, ranges: closedIn(first, ...voices) };
  return { years: `${first}–${first + 1}`, ranges: [...closedIn(first, ...voices), ...next] };
}

/** The days from one ISO week of a year to another one, which is of the next year where its number is smaller. Undefined for a week that there is not. */
export function rangeOfWeeks(year: number, first: number, last: number): DayRange | undefined {
  const [begins, ends] = [weekId(year, first), weekId(last < first ? year + 1 : year, last)];
  if (begins === undefined || ends === undefined) return undefined;
  return { from: dayOfWeek(begins, 1), to: dayOfWeek(ends, 7) };
}

/** First and last ISO week of a time that is whole weeks; undefined for any other. */
export function wholeWeeks({ from, to }: DayRange): readonly [number, number] | undefined {
  const [first, last] = [weekOf(from), weekOf(to)];
  const isWhole = dayOfWeek(first, 1) === from && dayOfWeek(last, 7) === to;
  return isWhole ? [Number(first.slice(-2)), Number(last.slice(-2))] : undefined;
}

/** Those that overlap or follow one another as one time, the earliest first. */
export function merged(ranges: readonly DayRange[]): readonly DayRange[] {
  const all: DayRange[] = [];
  for (const range of ranges.toSorted(byStart)) {
    const last = all.at(-1);
    if (last && range.from <= addDays(last.to, 1))
      all[all.length - 1] = { from: last.from, to: range.to > last.to ? range.to : last.to };
    else all.push(range);
  }
  return all;
}

function weekId(year: number, week: number): string | undefined {
  const id = `${year}-W${String(week).padStart(2, "0")}`;
  return week >= 1 && addWeeks(id, 0) === id ? id : undefined;
}

function isSummer({ from, to }: DayRange): boolean {
  const year = from.slice(0, 4);
  return from <= `${year}-08-31` && to >= `${year}-06-01` && to >= addDays(from, LEAST_SUMMER_DAYS - 1);
}

/** The year in which it counts: that of the ISO week in which it begins. */
function yearOf({ from }: DayRange): number {
  return Number(weekOf(from).slice(0, 4));
}

function byStart(a: DayRange, b: DayRange): number {
  return a.from.localeCompare(b.from);
}

import { type Closures, type DayRange, proposedClosedWeeks } from "./closed-days.ts";
import { addDays } from "./iso-date.ts";
import { dayOfWeek, weekOf } from "./week.ts";

/**
 * What stands once the closed weeks of a year are said: these instead of what was said of that year. Years before it of which nothing was said keep the
 * proposal, what is long over falls away, and other years stay as they are.
 */
export function closuresSaid(
  standing: Closures | undefined,
  {
    year,
    ranges,
    thisYear,
  }: { readonly year: number; readonly ranges: readonly DayRange[]; readonly thisYear: number },
): Closures {
  const through = standing?.through ?? thisYear - 1;
  const unsaid = Array.from({ length: Math.max(0, year - through - 1) }, (_, nth) => through + 1 + nth).filter(
    (one) => one >= thisYear,
  );
  const kept = (standing?.ranges ?? []).filter(
    (range) => yearOf(range) !== year && range.to >= `${thisYear - 1}-01-01`,
  );
  return {
    ranges: [...kept, ...unsaid.map(proposedClosedWeeks), ...ranges].sort((a, b) => a.from.localeCompare(b.from)),
    through: Math.max(through, year),
  };
}

/** The closed times that begin in a year; the proposal where nobody has said anything of it, of the first who may speak. */
export function closedIn(year: number, ...voices: readonly (Closures | undefined)[]): readonly DayRange[] {
  const said = voices.find((voice) => voice !== undefined && year <= voice.through);
  return said ? said.ranges.filter((range) => yearOf(range) === year) : [proposedClosedWeeks(year)];
}

/** The days of these ISO weeks of a year, those that follow one another as one time. Undefined for a week that the year does not have. */
export function rangesOfWeeks(year: number, weeks: readonly number[]): readonly DayRange[] | undefined {
  const ranges: DayRange[] = [];
  for (const week of [...new Set(weeks)].sort((a, b) => a - b)) {
    const id = `${year}-W${String(week).padStart(2, "0")}`;
    const from = dayOfWeek(id, 1);
    if (week < 1 || weekOf(from) !== id) return undefined;
    const to = dayOfWeek(id, 7);
    const last = ranges.at(-1);
    if (last && addDays(last.to, 1) === from) ranges[ranges.length - 1] = { from: last.from, to };
    else ranges.push({ from, to });
  }
  return ranges;
}

/** First and last ISO week of a time that is whole weeks; undefined for any other. */
export function wholeWeeks({ from, to }: DayRange): readonly [number, number] | undefined {
  const [first, last] = [weekOf(from), weekOf(to)];
  const isWhole = dayOfWeek(first, 1) === from && dayOfWeek(last, 7) === to;
  return isWhole ? [Number(first.slice(-2)), Number(last.slice(-2))] : undefined;
}

/** The year in which it counts: that of the ISO week in which it begins. */
function yearOf({ from }: DayRange): number {
  return Number(weekOf(from).slice(0, 4));
}

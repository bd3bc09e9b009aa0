import { type DayRange, proposedChristmas } from "../../../calendar/closed-days.ts";
import { merged, rangeOfWeeks, type SaidClosures, saidByYear } from "../../../calendar/closures.ts";
import { addDays } from "../../../calendar/iso-date.ts";
import { weekOf } from "../../../calendar/week.ts";
import { readDate } from "../../../flow/reading/read-plain.ts";
import type { Language, Say } from "../../../text/text.ts";

interface Known {
  readonly today: string;
  readonly language: Language;
  readonly say: Say;
}

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

/** Nobody is closed for longer at a time. */
const LONGEST_DAYS = 120;
const MOST_WEEKS = 20;
/** So many years ahead of this one. */
const YEARS_AHEAD = 2;
const NONE = /^(?:ei|ei mitään|ei lomaviikkoja|none|no)$/u;
const CHRISTMAS = /^(?:joulu|joulun aika|joulunpyhät|christmas)$/u;
const WEEKS = /^(?:viikot |viikko |vko |vk |weeks |week )?(\d{1,2})(?:(?:\s*[-–—]\s*|\s+to\s+)(\d{1,2}))?$/u;
const DAYS = /^(.{3,20}?)(?:\s*[–—]\s*|\s+-\s+|(?<=[.\d])-(?=\d)|\s+(?:to|until)\s+)(.{3,20})$/u;
const DAY =
  /^(?:\d{1,2}\. ?\d{1,2}\.?(?:\d{4})?|\d{1,2}\/\d{1,2}(?:\/\d{4})?|\d{4}-\d{2}-\d{2}|\d{1,2}\.? \p{L}{3,12}(?: \d{4})?)$/u;

/**
 * Reads closed weeks: "28–31", "viikot 28-31 ja 52", "52–1", "27, 28, joulu", "22.12.–6.1.", "7.12.", "ei". Of the year that is said ("2027: 28–31"): all
 * of its closed weeks. Without one each of them is the next that is not over yet, this year's or the next one's.
 */
export function readClosedWeeks(typed: string, known: Known): Read<readonly SaidClosures[]> {
  const said = typed.normalize("NFC").toLowerCase().replaceAll(/\s+/gu, " ").trim();
  const { year, rest } = yearIn(said);
  const thisYear = Number(weekOf(known.today).slice(0, 4));
  const isFar = (one: number) => one < thisYear || one > thisYear + YEARS_AHEAD;
  const tooFar = known.say("admin.closed.years", { from: thisYear, to: thisYear + YEARS_AHEAD });
  if (year !== undefined && isFar(year)) return { ok: false, reason: tooFar };
  if (NONE.test(rest)) return { ok: true, value: [{ year: year ?? thisYear, ranges: [], beside: false }] };
  const read = rangesIn(rest, year === undefined ? [thisYear, thisYear + 1] : [year], known);
  if (!read.ok) return read;
  const value = year === undefined ? saidByYear(read.value) : [{ year, ranges: merged(read.value), beside: false }];
  return value.some((one) => isFar(one.year)) ? { ok: false, reason: tooFar } : { ok: true, value };
}

function yearIn(said: string): { readonly year: number | undefined; readonly rest: string } {
  const first = /^(20\d\d)[:,]? (?=\S)/u.exec(said);
  if (first?.[1]) return { year: Number(first[1]), rest: said.slice(first[0].length) };
  const last = /^(.*[^.\d/-]|.*\d) (20\d\d)$/u.exec(said);
  return last?.[1] && last[2] ? { year: Number(last[2]), rest: last[1] } : { year: undefined, rest: said };
}

function rangesIn(said: string, years: readonly number[], known: Known): Read<readonly DayRange[]> {
  const { say, today } = known;
  const parts = said.split(/\s*[,;+&]\s*|\s+(?:ja|sekä|and)\s+/u).filter((part) => part !== "");
  const weeks: (readonly [number, number])[] = [];
  const all: DayRange[] = [];
  for (const part of parts) {
    const found = WEEKS.exec(part);
    if (found) weeks.push([Number(found[1]), Number(found[2] ?? found[1])]);
    else if (CHRISTMAS.test(part)) all.push(coming(years, today, proposedChristmas));
    else {
      const days = daysIn(part, years, known);
      if (!days.ok) return days;
      all.push(days.value);
    }
  }
  for (const [first, last] of runsOf(weeks)) {
    const range = coming(years, today, (year) => rangeOfWeeks(year, first, last));
    const week = first === last ? first : `${first}–${last}`;
    if (!range) return { ok: false, reason: say("admin.closed.noWeek", { week }) };
    if (last < first && isTooLong(range))
      return { ok: false, reason: say("admin.closed.turned", { week, turned: `${last}–${first}` }) };
    all.push(range);
  }
  const count = weeks.reduce((sum, [first, last]) => sum + Math.max(0, last - first) + 1, 0);
  if (parts.length === 0 || count > MOST_WEEKS) return { ok: false, reason: say("admin.closed.how") };
  return { ok: true, value: all };
}

/** Weeks that follow one another are one time, however they were said: "27, 28, 29–30". */
function runsOf(weeks: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const runs: (readonly [number, number])[] = [];
  for (const [first, last] of weeks.toSorted(([a], [b]) => a - b)) {
    const before = runs.at(-1);
    if (before && last >= first && before[1] >= before[0] && first <= before[1] + 1)
      runs[runs.length - 1] = [before[0], Math.max(before[1], last)];
    else runs.push([first, last]);
  }
  return runs;
}

/** That of the first of these years which is not over yet; of a single year, whether over or not. */
function coming<T extends DayRange | undefined>(years: readonly number[], today: string, of: (year: number) => T): T {
  const [first = 0, next] = years;
  const range = of(first);
  return range && range.to < today && next !== undefined ? of(next) : range;
}

/** "22.12.–6.1.", or a single day. */
function daysIn(part: string, years: readonly number[], { today, language, say }: Known): Read<DayRange> {
  const days = DAYS.exec(part);
  const [first, last] = days ? [days[1] ?? "", days[2] ?? ""] : [part, part];
  if (!days && !DAY.test(part)) return { ok: false, reason: say("admin.closed.how") };
  const earliest = years.length === 1 ? `${years[0]}-01-01` : today;
  const from = readDate(first, { today: earliest, language, earliest, counted: years.length === 1 });
  if (!from.ok) return from;
  const to = days ? readDate(last, { today: from.value, language, earliest: from.value, counted: true }) : from;
  if (!to.ok) return to;
  const range = { from: from.value, to: to.value };
  return isTooLong(range) ? { ok: false, reason: say("admin.closed.long") } : { ok: true, value: range };
}

function isTooLong({ from, to }: DayRange): boolean {
  return to > addDays(from, LONGEST_DAYS);
}

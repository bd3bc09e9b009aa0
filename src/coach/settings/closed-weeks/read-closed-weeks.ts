import { type DayRange, proposedChristmas } from "../../../calendar/closed-days.ts";
import { rangesOfWeeks } from "../../../calendar/closures.ts";
import { addDays } from "../../../calendar/iso-date.ts";
import { weekOf } from "../../../calendar/week.ts";
import { readDate } from "../../../flow/reading/read-plain.ts";
import type { Language, Say } from "../../../text/text.ts";

export interface ReadWeeks {
  readonly year: number;
  readonly ranges: readonly DayRange[];
}

interface Known {
  readonly today: string;
  readonly language: Language;
  readonly say: Say;
}

/** Nobody is closed for longer at a time. */
const LONGEST_DAYS = 120;
const NONE = /^(?:ei|ei mitään|ei lomaviikkoja|none|no)$/u;
const CHRISTMAS = /^(?:joulu|joulun aika|joulunpyhät|christmas)$/u;
const WEEKS = /^(?:viikot |viikko |vko |vk |weeks |week )?(\d{1,2})(?:\s*[-–—]\s*(\d{1,2}))?$/u;
const DAYS = /^(.{3,20}?)(?:\s*[–—]\s*|\s+-\s+|(?<=[.\d])-(?=\d)|\s+(?:to|until)\s+)(.{3,20})$/u;

/**
 * Reads closed weeks: "28–31", "viikot 28-31 ja 52", "27, 28, joulu", "22.12.–6.1.", "ei". Of this year; of the next where all of it is over already, or
 * where the year is said ("2027: 28–31").
 */
export function readClosedWeeks(
  typed: string,
  known: Known,
): { readonly ok: true; readonly value: ReadWeeks } | { readonly ok: false; readonly reason: string } {
  const said = typed.normalize("NFC").toLowerCase().replaceAll(/\s+/gu, " ").trim();
  const { year: named, rest } = yearIn(said);
  const thisYear = Number(weekOf(known.today).slice(0, 4));
  if (named !== undefined && (named < thisYear || named > thisYear + 2))
    return { ok: false, reason: known.say("admin.closed.years", { from: thisYear, to: thisYear + 2 }) };
  for (const year of named === undefined ? [thisYear, thisYear + 1] : [named]) {
    const read = rangesIn(rest, year, known);
    if (!read.ok) return read;
    const ahead = read.value.length === 0 || read.value.some(({ to }) => to >= known.today);
    if (ahead || named !== undefined) return { ok: true, value: { year, ranges: read.value } };
  }
  return { ok: false, reason: known.say("admin.closed.how") };
}

function yearIn(said: string): { readonly year: number | undefined; readonly rest: string } {
  const first = /^(20\d\d)[:,]? (?=\S)/u.exec(said);
  if (first?.[1]) return { year: Number(first[1]), rest: said.slice(first[0].length) };
  const last = /^(.*[^.\d/-]|.*\d) (20\d\d)$/u.exec(said);
  return last?.[1] && last[2] ? { year: Number(last[2]), rest: last[1] } : { year: undefined, rest: said };
}

type Ranges =
  | { readonly ok: true; readonly value: readonly DayRange[] }
  | { readonly ok: false; readonly reason: string };

function rangesIn(said: string, year: number, known: Known): Ranges {
  if (NONE.test(said)) return { ok: true, value: [] };
  const weeks: number[] = [];
  const others: DayRange[] = [];
  const parts = said.split(/\s*[,;+&]\s*|\s+(?:ja|sekä|and)\s+/u).filter((part) => part !== "");
  for (const part of parts) {
    const numbers = weeksIn(part);
    if (CHRISTMAS.test(part)) others.push(proposedChristmas(year));
    else if (numbers) {
      if (numbers.length === 0) return { ok: false, reason: known.say("admin.closed.noWeek", { week: part }) };
      weeks.push(...numbers);
    } else {
      const days = daysIn(part, known);
      if (!days.ok) return days;
      others.push(...days.value);
    }
  }
  const whole = rangesOfWeeks(year, weeks);
  if (!whole) return { ok: false, reason: known.say("admin.closed.noWeek", { week: Math.max(...weeks) }) };
  return parts.length === 0 || weeks.length > 20
    ? { ok: false, reason: known.say("admin.closed.how") }
    : { ok: true, value: [...whole, ...others].sort((a, b) => a.from.localeCompare(b.from)) };
}

/** The numbers of "28–31"; none for "31–28" and "60". Undefined for what speaks of no weeks. */
function weeksIn(part: string): readonly number[] | undefined {
  const found = WEEKS.exec(part);
  if (!found?.[1]) return undefined;
  const [from, to] = [Number(found[1]), Number(found[2] ?? found[1])];
  return to < from || to > 53 ? [] : Array.from({ length: to - from + 1 }, (_, nth) => from + nth);
}

function daysIn(part: string, { today, language, say }: Known): Ranges {
  const days = DAYS.exec(part);
  if (!days?.[1] || !days[2]) return { ok: false, reason: say("admin.closed.how") };
  const from = readDate(days[1], { today, language, earliest: today });
  if (!from.ok) return from;
  const to = readDate(days[2], { today: from.value, language, earliest: from.value });
  if (!to.ok) return to;
  if (to.value > addDays(from.value, LONGEST_DAYS)) return { ok: false, reason: say("admin.closed.long") };
  return { ok: true, value: [{ from: from.value, to: to.value }] };
}

import type { Language } from "../../../text/text.ts";
import { addDays, type Day, dayOf, exists, isoOf, weekdayOf } from "./calendar.ts";
import { monthNumber, weekdayNumber } from "./day-names.ts";
import { bare, fold, normalise, startsWithDigit } from "./normalise.ts";
import { relativeDay } from "./relative-day.ts";

/** What a text says as a day. Dates are ISO dates. */
export type DayText =
  /** A weekday alone is the one ahead; `previous` is the one before it. */
  | { readonly kind: "day"; readonly date: string; readonly previous?: string }
  /** A day and month; the year is the reader's to choose: at its nearest after today, or before. */
  | { readonly kind: "yearless"; readonly next: string; readonly previous: string }
  /** One of these days; also one alone that needs a yes first. */
  | { readonly kind: "either"; readonly dates: readonly string[] }
  /** A longer time: which day of it? */
  | { readonly kind: "span"; readonly from: string; readonly to: string }
  /** It is written like a date, but there is no such day. */
  | { readonly kind: "impossible" }
  | { readonly kind: "none" };

const NONE: DayText = { kind: "none" };

/** Two months. */
export const JUST_OVER_DAYS = 61;

/** Whether a day (ISO) was over so few days ago that who says it without a year may still mean it, and not next year's. */
export function isJustOver(date: string, today: string): boolean {
  return date >= addDays(today, -JUST_OVER_DAYS);
}

/** Reads a text of at most a few hundred characters as a day. In English "5/6/2026" can be either way round, in Finnish the day comes first. */
export function readDayText(text: string, today: string, language: Language): DayText {
  const typed = normalise(text);
  const direct = startsWithDigit(typed) ? readDate(typed, today, language) : NONE;
  if (direct.kind !== "none") return direct;
  const plain = withoutFillers(typed);
  const [first = "", ...others] = plain.split(" ");
  const weekday = weekdayNumber(first.replace(/[.,]$/, ""));
  if (weekday !== undefined && /\d/.test(others[0] ?? "")) {
    const read = readDate(others.join(" "), today, language);
    return read.kind === "yearless" ? onWeekday(read, weekday) : checked(read, weekday);
  }
  const written = readDate(plain, today, language);
  return written.kind === "none" ? relativeDay(plain, today) : written;
}

const FILLER =
  /^(?:viimeistään|noin|n|ehkä|varmaan|kai|on|by|the|around|about|maybe|latest)\.? | (?:mennessä|kai|varmaan|ehkä|at the latest)$/;

function withoutFillers(text: string): string {
  let plain = text
    .replace(/[!?)]+$/, "")
    .replace(/^[("']+/, "")
    .trim();
  for (let before = ""; before !== plain; ) {
    before = plain;
    plain = plain.replace(FILLER, "").trim();
  }
  return plain;
}

/** "to 24.12." in the year in which it is a Thursday, if that is this one or the last; otherwise as it stands. */
function onWeekday(read: Extract<DayText, { kind: "yearless" }>, weekday: number): DayText {
  const fitting = [read.next, read.previous].find((date) => weekdayOf(date) === weekday);
  return fitting === undefined ? { kind: "either", dates: [read.next] } : { kind: "day", date: fitting };
}

/** A weekday that does not belong to the date needs a question. */
function checked(read: DayText, weekday: number): DayText {
  return read.kind === "day" && weekdayOf(read.date) !== weekday ? { kind: "either", dates: [read.date] } : read;
}

function readDate(text: string, today: string, language: Language): DayText {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:t.*)?$/.exec(text);
  if (iso) return full(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dotted = /^(\d{1,2})\. ?(\d{1,2})(?:\.? ?(\d{4}|\d{2}))?\.?$/.exec(text);
  if (dotted) return dayAndMonth(Number(dotted[1]), Number(dotted[2]), yearOf(dotted[3]), today);
  const slashed = /^(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}|\d{2}))?$/.exec(text);
  if (slashed) return eitherWayRound(Number(slashed[1]), Number(slashed[2]), yearOf(slashed[3]), today, language);
  return named(text, today);
}

function named(text: string, today: string): DayText {
  const dayFirst = /^(\d{1,2})(?:\.|st|nd|rd|th)?(?: of)? ?(\p{L}{3,20})\.?,?(?: vuonna)?(?: (\d{4}))?$/u.exec(text);
  const monthFirst = /^(\p{L}{3,20})\.? (?:the )?(\d{1,2})(?:\.|st|nd|rd|th)?,?(?: (\d{4}))?$/u.exec(text);
  const [, day, name, year] =
    dayFirst ?? (monthFirst && [monthFirst[0], monthFirst[2], monthFirst[1], monthFirst[3]]) ?? [];
  const month = name === undefined ? undefined : monthNumber(fold(bare(name)));
  if (month === undefined) return { kind: "none" };
  return dayAndMonth(Number(day), month, yearOf(year), today);
}

function eitherWayRound(
  first: number,
  second: number,
  year: number | undefined,
  today: string,
  language: Language,
): DayText {
  const dayFirst = dayAndMonth(first, second, year, today);
  const monthFirst = dayAndMonth(second, first, year, today);
  if (dayFirst.kind === "impossible") return monthFirst;
  if (language === "fi" || monthFirst.kind === "impossible" || first === second) return dayFirst;
  return {
    kind: "either",
    dates: [dayFirst, monthFirst].flatMap((read) =>
      read.kind === "day" ? read.date : read.kind === "yearless" ? read.next : [],
    ),
  };
}

function yearOf(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  return written.length === 2 ? 2000 + Number(written) : Number(written);
}

function dayAndMonth(day: number, month: number, year: number | undefined, today: string): DayText {
  return year === undefined ? nearest({ day, month }, today) : full(year, month, day);
}

function full(year: number, month: number, day: number): DayText {
  const read = { year, month, day };
  return exists(read) ? { kind: "day", date: isoOf(read) } : { kind: "impossible" };
}

function nearest(dayInYear: Omit<Day, "year">, today: string): DayText {
  const { year } = dayOf(today);
  const thisYear = { ...dayInYear, year };
  const isAhead = exists(thisYear) && isoOf(thisYear) >= today;
  const next = inSomeYear(dayInYear, isAhead ? year : year + 1, 1);
  const previous = inSomeYear(dayInYear, isAhead ? year - 1 : year, -1);
  return next === undefined || previous === undefined ? { kind: "impossible" } : { kind: "yearless", next, previous };
}

/** In that year, or the first one after (or before) it that has the day: 29.2. may be eight years away. */
function inSomeYear(dayInYear: Omit<Day, "year">, from: number, direction: 1 | -1): string | undefined {
  for (let years = 0; years <= 8; years++) {
    const day = { ...dayInYear, year: from + direction * years };
    if (exists(day)) return isoOf(day);
  }
  return undefined;
}

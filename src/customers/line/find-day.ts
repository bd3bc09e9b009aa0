import { type IsClosed, lastOpenDay, nextOpenDay } from "../../calendar/closed-days.ts";
import { addDays } from "../../calendar/iso-date.ts";
import { weekdayNumber } from "../../flow/reading/plain/day-names.ts";
import { type DayText, isJustOver, readDayText } from "../../flow/reading/plain/day-text.ts";
import type { Language } from "../../text/text.ts";
import type { Token } from "./tokens.ts";
import { vagueDays } from "./vague-day.ts";

/** A day that some words of a line tell. */
export interface FoundDay {
  readonly at: number;
  readonly length: number;
  /** ISO date. */
  readonly on: string;
  /** A day and a month were said: the year is the reader's. */
  readonly isYearless: boolean;
}

/** By what day and in which language days are read, and on which nothing is set that nobody says a day for. */
export interface Looking {
  readonly today: string;
  readonly language: Language;
  readonly isClosed: IsClosed;
}

const LONGEST = 5;
/** Words that are days or months, and other words more often: they need another word beside them. */
const DOUBTFUL: ReadonlySet<string> = new Set(["to", "la", "su", "on", "sat", "sun", "mar", "may", "march", "a"]);
/** A distance of weeks and more: nobody has looked which day that is. */
const ROUGHLY =
  /(?:viikon|kuukauden|kuun|vuoden) (?:päästä|kuluttua)$|(?:weeks?|months?|years?)(?: from (?:now|today)| time)?$/iu;
const AT_THE_END = /(?:lopussa|loppuun|lopulla)$|^(?:the )?end of/iu;
/** "parin viikon päästä", "couple of weeks": about two. */
const ABOUT: readonly (readonly [RegExp, string])[] = [
  [/^parin /iu, "kahden "],
  [/^muutaman /iu, "kolmen "],
  [/^(in )?a couple of /iu, "in two "],
  [/^(in )?a few /iu, "in three "],
];

/** The first day told between two places that has gone by, or is today. */
export function findPastDay(
  tokens: readonly Token[],
  from: number,
  to: number,
  looking: Pick<Looking, "today" | "language">,
): FoundDay | undefined {
  return findDay(tokens, from, to, looking, (read, text) => past(read, text, looking.today));
}

/**
 * The first day told between two places that is today or ahead, not one that was over just now. Of a longer time its first working day, where that has
 * not gone by; what is said as a day stays that day.
 */
export function findNextDay(
  tokens: readonly Token[],
  from: number,
  to: number,
  looking: Looking,
): FoundDay | undefined {
  return findDay(tokens, from, to, looking, (read, text) => {
    const vague = vagueDays(text, looking.today);
    return ahead(vague ? { kind: "span", ...vague } : read, text, looking);
  });
}

function findDay(
  tokens: readonly Token[],
  from: number,
  to: number,
  { today, language }: Pick<Looking, "today" | "language">,
  choose: (read: DayText, text: string) => string | undefined,
): FoundDay | undefined {
  for (let at = from; at < to; at++)
    for (let length = Math.min(LONGEST, to - at); length > 0; length--) {
      const some = tokens.slice(at, at + length);
      // A day's words stand together.
      if (some.slice(0, -1).some(({ raw }) => raw.endsWith(","))) continue;
      if (length === 1 && DOUBTFUL.has(some[0]?.word ?? "")) continue;
      const text = plainText(some);
      const read = readDayText(text, today, language);
      const on = choose(read, text);
      if (on !== undefined) return { at, length, on, isYearless: read.kind === "yearless" };
    }
  return undefined;
}

function plainText(tokens: readonly Token[]): string {
  const text = tokens.map(({ raw }) => raw.replace(/[,;!?]+$/u, "")).join(" ");
  return ABOUT.reduce((said, [about, number]) => said.replace(about, number), text);
}

function past(read: DayText, text: string, today: string): string | undefined {
  switch (read.kind) {
    case "day":
      // "Maanantaina" of what was done is the last one.
      return read.date <= today ? read.date : isWeekday(text) ? addDays(read.date, -7) : undefined;
    case "yearless":
      return read.next === today ? today : read.previous;
    case "either":
      return read.dates.find((date) => date <= today);
    case "span":
      return read.to <= today ? read.to : undefined;
    case "impossible":
    case "none":
      return undefined;
    default:
      return read satisfies never;
  }
}

function ahead(read: DayText, text: string, { today, isClosed }: Looking): string | undefined {
  switch (read.kind) {
    case "day":
      if (read.date < today) return undefined;
      if (AT_THE_END.test(text)) return [lastOpenDay(read.date, isClosed), today].toSorted().at(-1);
      return ROUGHLY.test(text) ? nextOpenDay(read.date, isClosed) : read.date;
    case "yearless":
      return isJustOver(read.previous, today) ? undefined : read.next;
    case "either":
      return read.dates.findLast((date) => date >= today);
    case "span":
      if (read.to < today) return undefined;
      return nextOpenDay(
        read.from > today ? read.from : ([addDays(today, 7), read.to].toSorted()[0] ?? today),
        isClosed,
      );
    case "impossible":
    case "none":
      return undefined;
    default:
      return read satisfies never;
  }
}

function isWeekday(text: string): boolean {
  const words = text.toLowerCase().split(" ");
  return words.length <= 2 && weekdayNumber(words.at(-1) ?? "") !== undefined && !/^(?:ensi|next)/iu.test(text);
}

import { addDays, addMonths, dayOf, daysIn, isoOf, mondayOfWeek, weekdayOf } from "./calendar.ts";
import { monthNumber, weekdayNumber } from "./day-names.ts";
import type { DayText } from "./day-text.ts";
import { fold } from "./normalise.ts";

const NEAR = new Map<string, number>([
  ...["tanaan", "today"].map((word): [string, number] => [word, 0]),
  ...["huomenna", "huomiseksi", "huominen", "tomorrow"].map((word): [string, number] => [word, 1]),
  ...["ylihuomenna", "ylihuominen", "day after tomorrow", "the day after tomorrow"].map((word): [string, number] => [
    word,
    2,
  ]),
  ...["eilen", "yesterday"].map((word): [string, number] => [word, -1]),
  ...["toissapaivana", "day before yesterday", "the day before yesterday"].map((word): [string, number] => [word, -2]),
]);
const COUNTS = new Map<string, number>(
  "yhden/a/an/one kahden/two kolmen/three neljan/four viiden/five kuuden/six seitseman/seven kahdeksan/eight yhdeksan/nine kymmenen/ten"
    .split(" ")
    .flatMap((forms, index) => forms.split("/").map((form): [string, number] => [form, index + 1])),
);
const NEXT = new Set("ensi tulevana tuleva seuraava seuraavana next coming".split(" "));
const LAST = new Set("viime last previous".split(" "));
const THIS = new Set("tama tana talla taman this".split(" "));
const WEEK = new Set("viikko viikolla viikon viikkona vk vko vkolla week wk".split(" "));

/** Days told from today: "huomenna", "ensi perjantaina", "in two weeks", "viikolla 12", "kuun lopussa". `text` is normalised. */
export function relativeDay(text: string, today: string): DayText {
  const plain = fold(text);
  const near = NEAR.get(plain);
  if (near !== undefined) return { kind: "day", date: addDays(today, near) };
  return later(plain, today) ?? end(plain, today) ?? month(plain, today) ?? week(plain, today) ?? { kind: "none" };
}

function later(text: string, today: string): DayText | undefined {
  const finnish = /^(?:(\p{L}+|\d{1,3}) )?(paivan|viikon|kuukauden|kuun|vuoden) (?:paasta|kuluttua)$/u.exec(text);
  const english = /^(?:in )?(\p{L}+|\d{1,3}) (days?|weeks?|months?|years?)(?: from (?:now|today)| time)?$/u.exec(text);
  const found = finnish ?? english;
  if (!found) return undefined;
  const written = found[1] ?? "1";
  const count = /^\d/.test(written) ? Number(written) : COUNTS.get(written);
  if (count === undefined) return undefined;
  const unit = found[2] ?? "";
  if (/^(?:paivan|day)/.test(unit)) return { kind: "day", date: addDays(today, count) };
  if (/^(?:viikon|week)/.test(unit)) return { kind: "day", date: addDays(today, 7 * count) };
  const months = /^(?:vuoden|year)/.test(unit) ? 12 * count : count;
  // "199 years" leaves the calendar that answers keep to.
  return months > 1200 ? { kind: "impossible" } : { kind: "day", date: addMonths(today, months) };
}

function end(text: string, today: string): DayText | undefined {
  const { year, month: thisMonth } = dayOf(today);
  if (/^(?:(?:taman )?vuoden (?:lopussa|loppuun|lopulla)|(?:at )?(?:the )?end of (?:the |this )?year)$/.test(text)) {
    return { kind: "day", date: `${year}-12-31` };
  }
  if (
    /^(?:(?:taman )?(?:kuun|kuukauden) (?:lopussa|loppuun|lopulla)|(?:at )?(?:the )?end of (?:the |this )?month)$/.test(
      text,
    )
  ) {
    return { kind: "day", date: isoOf({ year, month: thisMonth, day: daysIn(year, thisMonth) }) };
  }
  return undefined;
}

function month(text: string, today: string): DayText | undefined {
  const found = /^(?:in )?(\p{L}{3,20})(?: (\d{4}))?$/u.exec(text);
  const number = found?.[1] === undefined ? undefined : monthNumber(found[1]);
  const { year, month: thisMonth } = dayOf(today);
  if (number !== undefined) {
    const inYear = found?.[2] === undefined ? year + (number < thisMonth ? 1 : 0) : Number(found[2]);
    return inYear < 1900 || inYear > 2199 ? { kind: "impossible" } : span(inYear, number);
  }
  if (!/^(?:ensi kuussa|ensi kuun aikana|next month)$/.test(text)) return undefined;
  const next = dayOf(addMonths(isoOf({ year, month: thisMonth, day: 1 }), 1));
  return span(next.year, next.month);
}

function span(year: number, monthInYear: number): DayText {
  const from = isoOf({ year, month: monthInYear, day: 1 });
  return { kind: "span", from, to: isoOf({ year, month: monthInYear, day: daysIn(year, monthInYear) }) };
}

/** What the words around a weekday or a week say. */
interface Said {
  weekday?: number;
  next?: boolean;
  last?: boolean;
  this?: boolean;
  week?: boolean;
  /** "Viikon 3 loppuun": its Friday. */
  end?: boolean;
  /** Of the week. */
  number?: number;
  year?: number;
}

/**
 * Weekdays and weeks. "Ensi perjantaina" and "next Friday" are the first Friday after today: Kielitoimiston sanakirja gives ensi as "lähinnä
 * seuraava", Oxford Learner's Dictionaries gives next as "immediately following". "Ensi viikon perjantai" is next week's.
 */
function week(text: string, today: string): DayText | undefined {
  const said = saidIn(text);
  if (!said) return undefined;
  if (said.week) {
    const monday = mondayMeant(said, today);
    if (monday === undefined) return { kind: "impossible" };
    if (said.end) return { kind: "day", date: addDays(monday, 4) };
    return said.weekday === undefined
      ? { kind: "span", from: monday, to: addDays(monday, 4) }
      : { kind: "day", date: addDays(monday, said.weekday - 1) };
  }
  if (said.weekday === undefined) return undefined;
  const ahead = (said.weekday - weekdayOf(today) + 7) % 7;
  if (said.last) return { kind: "day", date: addDays(today, ahead - 7) };
  if (ahead > 0) {
    const date = addDays(today, ahead);
    return said.next || said.this ? { kind: "day", date } : { kind: "day", date, previous: addDays(date, -7) };
  }
  if (said.this) return { kind: "day", date: today };
  // Said on the very weekday: "perjantaina" on a Friday may be today or in a week.
  return said.next ? { kind: "day", date: addDays(today, 7) } : { kind: "either", dates: [today, addDays(today, 7)] };
}

/** Undefined when a word has nothing to do with weekdays and weeks. */
function saidIn(text: string): Said | undefined {
  const said: Said = {};
  const tokens = text.split(/[ .,/]+/).filter((token) => token !== "" && !BESIDE.has(token));
  return tokens.length <= 5 && tokens.every((token) => understood(token, said)) ? said : undefined;
}

const END = new Set("loppuun lopussa lopulla loppuviikko loppuviikolla end".split(" "));
const BESIDE = new Set(["on", "of", "the"]);

function understood(token: string, said: Said): boolean {
  const weekday = weekdayNumber(token);
  if (weekday !== undefined && said.weekday === undefined) said.weekday = weekday;
  else if (NEXT.has(token)) said.next = true;
  else if (LAST.has(token)) said.last = true;
  else if (THIS.has(token)) said.this = true;
  else if (WEEK.has(token)) said.week = true;
  else if (END.has(token)) said.end = true;
  else if (/^\d{1,2}$/.test(token) && said.week && said.number === undefined) said.number = Number(token);
  else if (/^2[01]\d\d$/.test(token) && said.number !== undefined) said.year = Number(token);
  else return false;
  return true;
}

function mondayMeant(said: Said, today: string): string | undefined {
  const thisMonday = addDays(today, 1 - weekdayOf(today));
  if (said.number === undefined) return addDays(thisMonday, said.next ? 7 : said.last ? -7 : 0);
  if (said.year !== undefined) return mondayOfWeek(said.year, said.number);
  const { year } = dayOf(addDays(thisMonday, 3));
  const inThisYear = mondayOfWeek(year, said.number);
  return inThisYear !== undefined && inThisYear >= thisMonday ? inThisYear : mondayOfWeek(year + 1, said.number);
}

import { addDays } from "../../calendar/iso-date.ts";
import { sundayOf } from "../../calendar/week.ts";
import { monthNumber } from "../../flow/reading/plain/day-names.ts";
import { fold } from "../../flow/reading/plain/normalise.ts";

/** A time of which nobody says a day (ISO, both included). */
export interface VagueDays {
  readonly from: string;
  readonly to: string;
}

/** The first month of each; winter goes over the turn of the year. */
const SEASONS: readonly (readonly [RegExp, number])[] = [
  [/^(?:kevaalla|kevaana|kevaasta|spring)$/u, 3],
  [/^(?:kesalla|kesana|kesasta|summer)$/u, 6],
  [/^(?:syksylla|syksyna|syksymmalla|syksysta|autumn|fall)$/u, 9],
  [/^(?:talvella|talvena|winter)$/u, 12],
];
const BEFORE_SEASON = /^(?:(ensi|next)|tulevana|in the|in|this) /u;
const NEXT_YEAR =
  /^(?:ensi vuonna|ensi vuoden (?:alussa|alkupuolella)|vuoden (?:alussa|vaihteen jalkeen)|vuodenvaihteen jalkeen|alkuvuodesta|alkuvuonna|next year|early next year|after (?:the )?new year)$/u;
const OF_NEXT_MONTH =
  /^(?:ensi|seuraavan|tulevan) kuun (\p{L}+)$|^(beginning|start|middle|mid|end|late|early) (?:of )?next month$/u;
const OF_MONTH = /^(\p{L}+)kuun (\p{L}+)$|^(?:the )?(beginning|start|middle|mid|end|late|early)(?: of)? (\p{L}+)$/u;
const EARLY = /^(?:alussa|alkuun|alkupuolella|alkupuolelle|beginning|start|early)$/u;
const MIDDLE = /^(?:puolivalissa|puolivaliin|keskivaiheilla|keskella|middle|mid)$/u;
const LATE = /^(?:lopussa|lopulla|loppuun|loppupuolella|loppupuolelle|end|late)$/u;
const OF_WEEK =
  /^(alkuviikosta|alkuviikolla|loppuviikosta|loppuviikolla|viikon lopulla|early next week|later this week)$/u;

/** Reads times as people promise them: "syksyllä", "ensi kuun lopussa", "alkuviikosta", "next year". Undefined: it is none. */
export function vagueDays(text: string, today: string): VagueDays | undefined {
  const plain = fold(text.toLocaleLowerCase().trim());
  const year = Number(today.slice(0, 4));
  if (NEXT_YEAR.test(plain)) return { from: `${year + 1}-01-01`, to: `${year + 1}-12-31` };
  return seasonIn(plain, today) ?? partOfMonth(plain, today) ?? partOfWeek(plain, today);
}

function seasonIn(plain: string, today: string): VagueDays | undefined {
  const before = BEFORE_SEASON.exec(plain);
  const [, month] = SEASONS.find(([said]) => said.test(plain.slice(before?.[0].length ?? 0))) ?? [];
  if (month === undefined) return undefined;
  const year = Number(today.slice(0, 4));
  // Who says so in its last month means the next one.
  const end = before?.[1] === undefined ? month + 2 : month;
  const meant = [year - 1, year, year + 1].find((one) => today < first(one, end));
  return meant === undefined ? undefined : { from: first(meant, month), to: lastOf(meant, month + 2) };
}

function partOfMonth(plain: string, today: string): VagueDays | undefined {
  const [year, thisMonth] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const next = OF_NEXT_MONTH.exec(plain);
  if (next) return part(next[1] ?? next[2] ?? "", year, thisMonth + 1);
  const found = OF_MONTH.exec(plain);
  const month = found && monthNumber(found[1] === undefined ? (found[4] ?? "") : `${found[1]}kuu`);
  if (!found || !month) return undefined;
  const said = found[2] ?? found[3] ?? "";
  const thisYear = part(said, year, month);
  return thisYear && thisYear.to < today ? part(said, year + 1, month) : thisYear;
}

function part(said: string, year: number, month: number): VagueDays | undefined {
  if (EARLY.test(said)) return { from: first(year, month), to: addDays(first(year, month), 9) };
  if (MIDDLE.test(said)) return { from: addDays(first(year, month), 14), to: addDays(first(year, month), 19) };
  return LATE.test(said) ? { from: addDays(lastOf(year, month), -4), to: lastOf(year, month) } : undefined;
}

function partOfWeek(plain: string, today: string): VagueDays | undefined {
  if (!OF_WEEK.test(plain)) return undefined;
  const sunday = sundayOf(today);
  if (/^(?:alku|early)/u.test(plain)) return { from: addDays(sunday, 1), to: addDays(sunday, 2) };
  const thursday = addDays(sunday, -3);
  return today < addDays(thursday, 1)
    ? { from: today < thursday ? thursday : addDays(thursday, 1), to: addDays(thursday, 1) }
    : { from: addDays(thursday, 7), to: addDays(thursday, 8) };
}

/** Months go over the turn of the year: the 13th is January of the next. */
function first(year: number, month: number): string {
  return new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10);
}

function lastOf(year: number, month: number): string {
  return addDays(first(year, month + 1), -1);
}

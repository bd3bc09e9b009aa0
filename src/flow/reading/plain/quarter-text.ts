import { dayOf } from "./calendar.ts";
import { fold, normalise } from "./normalise.ts";
import { spokenNumber } from "./spoken-number.ts";

export interface Quarter {
  readonly year: number;
  readonly quarter: number;
}

export type QuarterText =
  | { readonly kind: "quarter"; readonly quarter: Quarter }
  | { readonly kind: "either"; readonly quarters: readonly [Quarter, ...Quarter[]] }
  | { readonly kind: "impossible" }
  | { readonly kind: "none" };

const WORD =
  "(?:q|kv|kvartaali|kvartaalilla|kvartaalin|neljannes|neljanneksella|neljanneksen|vuosineljannes|vuosineljanneksella|quarter)";
const YEAR = "(\\d{4}|'?\\d{2})";
const FORMS: readonly RegExp[] = [
  // Q3/2027, Q3 2027, q3
  new RegExp(`^${WORD}\\.? ?(\\p{L}+|\\d{1,2})(?: ?[/.,-]? ?(?:vuonna |of |in )?${YEAR})?$`, "u"),
  // 3. kvartaali 2027, kolmas neljännes, third quarter of 2027, 3q/2027
  new RegExp(
    `^(?:the )?(\\p{L}+|\\d{1,2}(?:\\.|st|nd|rd|th)?) ?${WORD}(?: ?[/.,-]? ?(?:vuonna |of |in )?${YEAR})?$`,
    "u",
  ),
];
const YEAR_FIRST = new RegExp(`^(?:vuoden )?(\\d{4}) ?[/.,-]? ?(?:${WORD} ?(\\d{1,2})|(\\d{1,2})\\.? ?${WORD})$`, "u");

export function quarterOf(date: string): Quarter {
  const { year, month } = dayOf(date);
  return { year, quarter: Math.ceil(month / 3) };
}

export function isEarlier(one: Quarter, other: Quarter): boolean {
  return one.year < other.year || (one.year === other.year && one.quarter < other.quarter);
}

/** Reads "Q3/2027", "3. kvartaali 2027", "third quarter", "ensi neljännes"; without a year the next such quarter, this one among them. */
export function readQuarterText(text: string, today: string): QuarterText {
  const plain = fold(normalise(text)).replace(/[.!?]+$/, "");
  const now = quarterOf(today);
  const relative = /^(?:in )?(tama|talla|tassa|this|ensi|seuraava|seuraavalla|next) (\p{L}+)$/u.exec(plain);
  if (relative && new RegExp(`^${WORD}$`).test(relative[2] ?? "")) {
    return { kind: "quarter", quarter: /^(?:ta|this)/.test(relative[1] ?? "") ? now : following(now) };
  }
  const yearFirst = YEAR_FIRST.exec(plain);
  if (yearFirst) return made(Number(yearFirst[2] ?? yearFirst[3]), Number(yearFirst[1]), now);
  for (const form of FORMS) {
    const found = form.exec(plain);
    if (!found) continue;
    const number = spokenNumber(found[1] ?? "");
    if (number !== undefined) return made(number, yearOf(found[2]), now);
  }
  return bareNumbers(plain, now);
}

function yearOf(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  const digits = written.replace("'", "");
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

/** "3/2027" can be a quarter or a month. */
function bareNumbers(plain: string, now: Quarter): QuarterText {
  const found = /^(\d{1,2}) ?\/ ?(\d{4})$/.exec(plain);
  if (!found) return /^[1-4]$/.test(plain) ? made(Number(plain), undefined, now) : { kind: "none" };
  const [number, year] = [Number(found[1]), Number(found[2])];
  if (number < 1 || number > 12 || !inCalendar(year)) return { kind: "impossible" };
  const byMonth = { year, quarter: Math.ceil(number / 3) };
  return {
    kind: "either",
    quarters: number > 4 || byMonth.quarter === number ? [byMonth] : [{ year, quarter: number }, byMonth],
  };
}

function made(quarter: number, year: number | undefined, now: Quarter): QuarterText {
  if (quarter < 1 || quarter > 4) return { kind: "impossible" };
  if (year === undefined)
    return { kind: "quarter", quarter: { year: now.year + (quarter < now.quarter ? 1 : 0), quarter } };
  return inCalendar(year) ? { kind: "quarter", quarter: { year, quarter } } : { kind: "impossible" };
}

function inCalendar(year: number): boolean {
  return year >= 1900 && year <= 2199;
}

function following({ year, quarter }: Quarter): Quarter {
  return quarter === 4 ? { year: year + 1, quarter: 1 } : { year, quarter: quarter + 1 };
}

import { type Language, words } from "../../text/text.ts";
import type { CellValue } from "../answer-value.ts";
import type { Column, Question } from "../step.ts";
import { formatMoney, formatNumber, formatPercent } from "../wording/format.ts";
import { expected, quoted } from "./expected.ts";
import { type AmountRule, readAmountText } from "./plain/amount.ts";
import { normalise } from "./plain/normalise.ts";
import { type Read, type Reader, refused, taken } from "./reading.ts";

type AmountField = Extract<Question | Column, { kind: "number" | "money" | "percent" }>;

/** What is asked of a number, and what it becomes. */
export interface Wanted<T> extends AmountRule {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly show: (number: number) => string;
  readonly make: (number: number) => T;
}

/** Beyond this nothing is counted in a small firm, and cents would no longer be exact. */
const MOST = 1e12;
/** A longer row of digits is no number that anybody means, and too long to be said back. */
const WRITABLE = 1e15;
const EUROS = ["€", "eur", "euro", "euroa", "euron", "euros", "e"];
const PIECES = ["kpl", "pcs"];
const PERCENTS = ["%", "prosentti", "prosenttia", "pros", "percent", "per cent", "pct"];

/** Reads a number, a sum of euros or a percentage; asks where "12.500" can be two numbers, or other words stand around it. */
export function readAmount(field: AmountField, text: string, reader: Reader): Read<CellValue> {
  const read = readWanted(text, wantedBy(field, reader.language));
  const say = words(reader.language);
  if (read === "none") return refused(say(`reading.not.${field.kind}`, { expected: expected(field, reader) }));
  if (read === "several") return refused(say("reading.not.several", { expected: expected(field, reader) }));
  return read;
}

const kept = {
  fi: new WeakMap<AmountField, Wanted<CellValue>>(),
  en: new WeakMap<AmountField, Wanted<CellValue>>(),
} as const satisfies { [language in Language]: unknown };

function wantedBy(field: AmountField, language: Language): Wanted<CellValue> {
  const known = kept[language].get(field);
  if (known) return known;
  const made = wantedOf(field, language);
  kept[language].set(field, made);
  return made;
}

function wantedOf(field: AmountField, language: Language): Wanted<CellValue> {
  const common = { language, min: field.min, max: field.max };
  switch (field.kind) {
    case "number": {
      const unit = field.unit ? ` ${field.unit[language]}` : "";
      const own = field.unit ? [field.unit.fi.toLowerCase(), field.unit.en.toLowerCase()] : [];
      return {
        ...common,
        decimals: field.decimals,
        // A weight may be said as "30 %": the number is what is meant.
        units: [...own, ...PIECES, ...(field.unit ? [] : PERCENTS)],
        euros: false,
        show: (number) => formatNumber(number, language) + unit,
        make: (number) => ({ kind: "number", number }),
      };
    }
    case "money":
      return {
        ...common,
        decimals: 2,
        units: EUROS,
        euros: true,
        show: (number) => formatMoney(Math.round(number * 100), language),
        make: (number) => ({ kind: "money", cents: Math.round(number * 100) || 0 }),
      };
    case "percent":
      return {
        ...common,
        decimals: 4,
        units: PERCENTS,
        euros: false,
        show: (number) => formatPercent(number, language),
        make: (number) => ({ kind: "percent", percent: number }),
      };
    default:
      return field satisfies never;
  }
}

/** Reads one number that keeps to what is wanted; "none" and "several" where the text holds no number or more than one. */
export function readWanted<T>(text: string, wanted: Wanted<T>): Read<T> | "none" | "several" {
  const amount = readAmountText(withoutUnits(normalise(text), wanted.units), wanted);
  if (amount.kind !== "one") return amount.kind;
  const [first] = amount.ways;
  if (!first || Math.abs(first.number) > WRITABLE) return "none";
  const wrong = mistake(first, wanted);
  if (amount.doubt === "none" && wrong === undefined) return taken(wanted.make(first.number));
  const fitting = amount.ways.filter((way) => mistake(way, wanted) === undefined);
  return fitting.length === 0 && wrong !== undefined ? refused(wrong) : askWhich(fitting, amount.doubt, text, wanted);
}

function askWhich<T>(
  ways: readonly { readonly number: number }[],
  doubt: "none" | "marks" | "words",
  text: string,
  wanted: Wanted<T>,
): Read<T> {
  const say = words(wanted.language);
  const candidates = ways.map(({ number }) => ({ value: wanted.make(number), label: wanted.show(number) }));
  const label = candidates[0]?.label ?? "";
  if (doubt === "words") return { kind: "unclear", question: say("reading.didYouMean", { label }), candidates };
  const shown = quoted(text);
  const question =
    candidates.length > 1
      ? say("reading.twoWays", { text: shown })
      : say("reading.oneOfTwoWays", { text: shown, label });
  return { kind: "unclear", question, candidates };
}

/** A unit may have digits or several words in it ("m2", "per cent"): it is taken away first. */
function withoutUnits(plain: string, units: readonly string[]): string {
  const unit = units.find((one) => plain.endsWith(one) && /[\s\d.]/.test(one));
  return unit === undefined ? plain : plain.slice(0, -unit.length);
}

function mistake<T>(
  way: { readonly number: number; readonly decimals: number },
  wanted: Wanted<T>,
): string | undefined {
  const say = words(wanted.language);
  const { number, decimals } = way;
  const min = Math.max(wanted.min ?? -MOST, -MOST);
  const max = Math.min(wanted.max ?? MOST, MOST);
  if (decimals > wanted.decimals) {
    const value = formatNumber(number, wanted.language);
    return wanted.decimals === 0
      ? say("reading.wholeNumber", { value })
      : say("reading.decimals", { value, count: wanted.decimals });
  }
  if (number < min) return say("reading.tooSmall", { value: wanted.show(number), min: wanted.show(min) });
  if (number > max) return say("reading.tooBig", { value: wanted.show(number), max: wanted.show(max) });
  return undefined;
}

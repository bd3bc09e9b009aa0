import { type Language, words } from "../../text/text.ts";
import type { CellValue } from "../answer-value.ts";
import { formatMoney, formatNumber, formatPercent } from "../format.ts";
import type { Column, Question } from "../step.ts";
import { expected, quoted } from "./expected.ts";
import { type AmountRule, readAmountText } from "./plain/amount.ts";
import { normalise } from "./plain/normalise.ts";
import { type Read, type Reader, refused, taken } from "./reading.ts";

type AmountField = Extract<Question | Column, { kind: "number" | "money" | "percent" }>;

/** What is asked of a number, and what it becomes. */
export interface Wanted<T> {
  readonly language: Language;
  readonly decimals: number;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly units: readonly string[];
  readonly euros: boolean;
  readonly show: (number: number) => string;
  readonly make: (number: number) => T;
  /** What is said when there is no number, or more than one. */
  readonly none: () => string;
  readonly several: () => string;
}

/** Beyond this nothing is counted in a small firm, and cents would no longer be exact. */
const MOST = 1e12;
/** A longer row of digits is no number that anybody means, and too long to be said back. */
const WRITABLE = 1e15;
const EUROS = ["€", "eur", "euro", "euroa", "euron", "euros", "e"];
const PERCENTS = ["%", "prosentti", "prosenttia", "pros", "percent", "per cent", "pct"];

/** Reads a number, a sum of euros or a percentage; asks where "12.500" can be two numbers, or other words stand around it. */
export function readAmount(field: AmountField, text: string, reader: Reader): Read<CellValue> {
  const { language } = reader;
  const say = words(language);
  const common = {
    language,
    min: field.min,
    max: field.max,
    none: () => say(`reading.not.${field.kind}`, { expected: expected(field, reader) }),
    several: () => say("reading.not.several", { expected: expected(field, reader) }),
  };
  switch (field.kind) {
    case "number": {
      const unit = field.unit ? ` ${field.unit[language]}` : "";
      return readWanted(text, {
        ...common,
        decimals: field.decimals,
        units: field.unit ? [field.unit.fi.toLowerCase(), field.unit.en.toLowerCase(), "kpl", "pcs"] : ["kpl", "pcs"],
        euros: false,
        show: (number) => formatNumber(number, language) + unit,
        make: (number) => ({ kind: "number", number }),
      });
    }
    case "money":
      return readWanted(text, {
        ...common,
        decimals: 2,
        units: EUROS,
        euros: true,
        show: (number) => formatMoney(Math.round(number * 100), language),
        make: (number) => ({ kind: "money", cents: Math.round(number * 100) || 0 }),
      });
    case "percent":
      return readWanted(text, {
        ...common,
        decimals: 4,
        units: PERCENTS,
        euros: false,
        show: (number) => formatPercent(number, language),
        make: (number) => ({ kind: "percent", percent: number }),
      });
    default:
      return field satisfies never;
  }
}

/** Reads one number that keeps to what is wanted. */
export function readWanted<T>(text: string, wanted: Wanted<T>): Read<T> {
  const say = words(wanted.language);
  const rule: AmountRule = wanted;
  const amount = readAmountText(withoutUnits(text, wanted.units), rule);
  if (amount.kind === "none") return refused(wanted.none());
  if (amount.kind === "several") return refused(wanted.several());
  const [first] = amount.ways;
  if (!first || Math.abs(first.number) > WRITABLE) return refused(wanted.none());
  const fitting = amount.ways.filter((way) => mistake(way, wanted) === undefined);
  if (fitting.length === 0) return refused(mistake(first, wanted) ?? wanted.none());
  const [way] = fitting;
  if (amount.doubt === "none" && way) return taken(wanted.make(way.number));
  const candidates = fitting.map(({ number }) => ({ value: wanted.make(number), label: wanted.show(number) }));
  const label = candidates[0]?.label ?? "";
  const shown = quoted(text);
  if (amount.doubt === "words") return { kind: "unclear", question: say("reading.didYouMean", { label }), candidates };
  const question =
    candidates.length > 1
      ? say("reading.twoWays", { text: shown })
      : say("reading.oneOfTwoWays", { text: shown, label });
  return { kind: "unclear", question, candidates };
}

/** A unit may have digits or several words in it ("m2", "per cent"): it is taken away first. */
function withoutUnits(text: string, units: readonly string[]): string {
  const plain = normalise(text);
  const unit = units.find((one) => /[\s\d.]/.test(one) && plain.endsWith(one));
  return unit === undefined ? text : plain.slice(0, -unit.length);
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

import { type Language, words } from "../../text/text.ts";
import type { CellValue } from "../answer-value.ts";
import type { Column, Question } from "../step.ts";
import { formatDate, formatDay, formatQuarter } from "../wording/format.ts";
import { exampleDate, expected, quoted } from "./expected.ts";
import { addDays } from "./plain/calendar.ts";
import { type DayText, isJustOver, readDayText } from "./plain/day-text.ts";
import { isEarlier, type Quarter, quarterOf, readQuarterText } from "./plain/quarter-text.ts";
import { eachValue, MOST_CANDIDATES, type Read, type Reader, refused, taken } from "./reading.ts";

type DateField = Extract<Question | Column, { kind: "date" }>;
type QuarterField = Extract<Question | Column, { kind: "quarter" }>;

export interface WantedDay {
  readonly today: string;
  readonly language: Language;
  /** ISO dates. */
  readonly earliest?: string | undefined;
  readonly latest?: string | undefined;
  /** `today` is only where counting begins, the first day of a year or of a time: no day before it may have been meant. */
  readonly counted?: boolean;
  /** How a day is written, as a sentence. */
  readonly expected: () => string;
}

export function readDateField(field: DateField, text: string, reader: Reader): Read<CellValue> {
  const { today } = reader.context;
  const read = readWantedDay(text, {
    today,
    language: reader.language,
    earliest: field.earliest === "today" ? today : field.earliest,
    latest: field.latest === "today" ? today : field.latest,
    expected: () => expected(field, reader),
  });
  return eachValue(read, (date): CellValue => ({ kind: "date", date }));
}

/** Reads a day within limits as an ISO date. A day without a year gets one. */
export function readWantedDay(text: string, wanted: WantedDay): Read<string> {
  const say = words(wanted.language);
  const read = readDayText(text, wanted.today, wanted.language);
  switch (read.kind) {
    case "day":
      return within(onlyBefore(read, wanted) ?? read.date, wanted);
    case "yearless":
      return inYear(read, text, wanted);
    case "either":
    case "span":
      return askWhich(read, text, wanted);
    case "impossible":
      return refused(say("reading.noSuchDay", { text: quoted(text), expected: wanted.expected() }));
    case "none":
      return refused(say("reading.not.date", { expected: wanted.expected() }));
    default:
      return read satisfies never;
  }
}

/** Last Friday, of a "Friday" where only that keeps to the limits. */
function onlyBefore({ date, previous }: Extract<DayText, { kind: "day" }>, wanted: WantedDay): string | undefined {
  return outside(date, wanted) && previous !== undefined && !outside(previous, wanted) ? previous : undefined;
}

/** Its next year, or the one before where only that keeps to the limits. Of a day that was over just now, next year's is asked about: it may be a slip. */
function inYear(read: Extract<DayText, { kind: "yearless" }>, text: string, wanted: WantedDay): Read<string> {
  const { next, previous } = read;
  if (outside(next, wanted)) return within(outside(previous, wanted) ? next : previous, wanted);
  return !wanted.counted && isJustOver(previous, wanted.today)
    ? askWhich({ kind: "either", dates: [previous, next] }, text, wanted)
    : taken(next);
}

function askWhich(read: Extract<DayText, { kind: "either" | "span" }>, text: string, wanted: WantedDay): Read<string> {
  const say = words(wanted.language);
  const { today, language } = wanted;
  const dates =
    read.kind === "either" ? read.dates : [read.from < today && today <= read.to ? today : read.from, read.to];
  const [first = today] = dates;
  const fitting = [...new Set(dates)].filter((date) => !outside(date, wanted)).slice(0, MOST_CANDIDATES);
  if (fitting.length === 0) return within(first, wanted);
  const candidates = fitting.map((date) => ({ value: date, label: formatDay(date, language) }));
  const label = candidates[0]?.label ?? "";
  const question =
    read.kind === "span"
      ? say("reading.whichDay", { example: exampleIn(read, today, language) })
      : candidates.length === 1
        ? say("reading.didYouMean", { label })
        : say("reading.twoWays", { text: quoted(text) });
  return { kind: "unclear", question, candidates };
}

/** Another day of that time than those that are offered, and never today, which would look like a proposal. */
function exampleIn({ from, to }: { readonly from: string; readonly to: string }, today: string, language: Language) {
  const first = from < today ? today : from;
  const middle = addDays(first, Math.ceil((Date.parse(to) - Date.parse(first)) / 2 / 86_400_000));
  return middle > today ? formatDate(middle, language) : exampleDate({ context: { today }, language });
}

function outside(date: string, { earliest, latest }: WantedDay): boolean {
  return (earliest !== undefined && date < earliest) || (latest !== undefined && date > latest);
}

function within(date: string, wanted: WantedDay): Read<string> {
  const { earliest, latest, language } = wanted;
  const say = words(language);
  if (earliest !== undefined && date < earliest) {
    const value = formatDate(date, language);
    return refused(say("reading.tooEarly", { value, earliest: formatDate(earliest, language) }));
  }
  if (latest !== undefined && date > latest) {
    const value = formatDate(date, language);
    return refused(say("reading.tooLate", { value, latest: formatDate(latest, language) }));
  }
  return taken(date);
}

/** Reads a quarter, not one that is over where the field wants none; a date or a month is asked about as the quarter that it lies in. */
export function readQuarterField(field: QuarterField, text: string, reader: Reader): Read<CellValue> {
  const { language, context } = reader;
  const say = words(language);
  const make = (quarter: Quarter): CellValue => ({ kind: "quarter", ...quarter });
  const now = quarterOf(context.today);
  const isOver = (quarter: Quarter) => field.earliest === "today" && isEarlier(quarter, now);
  const over = (quarter: Quarter): Read<CellValue> => {
    const [value, earliest] = [formatQuarter(quarter, language), formatQuarter(now, language)];
    return refused(say("reading.quarterOver", { value, earliest }));
  };
  const ask = (quarters: readonly [Quarter, ...Quarter[]]): Read<CellValue> => {
    const fitting = quarters.filter((quarter) => !isOver(quarter));
    if (fitting.length === 0) return over(quarters[0]);
    const candidates = fitting.map((quarter) => ({ value: make(quarter), label: formatQuarter(quarter, language) }));
    const label = candidates[0]?.label ?? "";
    const question = candidates.length === 1 ? say("reading.didYouMean", { label }) : say("reading.whichQuarter");
    return { kind: "unclear", question, candidates };
  };
  const read = readQuarterText(text, context.today);
  switch (read.kind) {
    case "quarter":
      return isOver(read.quarter) ? over(read.quarter) : taken(make(read.quarter));
    case "either":
      return ask(read.quarters);
    case "impossible":
      return refused(say("reading.noSuchQuarter", { text: quoted(text), expected: expected(field, reader) }));
    case "none": {
      const day = readDayText(text, context.today, language);
      if (day.kind === "day") return ask([quarterOf(day.date)]);
      if (day.kind === "yearless") return ask([quarterOf(day.next)]);
      if (day.kind === "span") return ask([quarterOf(day.to)]);
      return refused(say("reading.not.quarter", { expected: expected(field, reader) }));
    }
    default:
      return read satisfies never;
  }
}

import { words } from "../../../text/text.ts";
import type { AnswerValue } from "../../answer-value.ts";
import type { DrawnOption } from "../../context.ts";
import { rankLength } from "../../fits.ts";
import { optionsOf } from "../../options.ts";
import type { QuestionOf } from "../../step.ts";
import { showAnswer } from "../../wording/show-answer.ts";
import { expected, quoted } from "../expected.ts";
import { matchWhole } from "../plain/match-name.ts";
import { bare, fold, normalise } from "../plain/normalise.ts";
import { spokenNumber } from "../plain/spoken-number.ts";
import { type Read, type Reader, type Reading, refused, taken } from "../reading.ts";
import { optionNames } from "./option-names.ts";
import { type Numbered, readOneOf } from "./read-one-of.ts";
import { splitList } from "./split-list.ts";

type ListStep = QuestionOf<"choices" | "rank">;

const ALL = new Set(
  "kaikki kaikkia kaikki nama all everything all of them all of these"
    .split(" ")
    .concat("kaikki nama", "all of them", "all of these"),
);
const NONE = new Set([
  "ei mikaan",
  "ei mitaan",
  "en mitaan",
  "ei yhtaan",
  "none",
  "nothing",
  "none of them",
  "none of these",
]);

/** Reads several options: "1 ja 3", "1,3", "1 3", "digi, myynti"; kept in the order of the options. "1-3" may be a range or two. */
export function readChoices(step: QuestionOf<"choices">, text: string, reader: Reader): Reading {
  const options = optionsOf(step, reader.flow, reader.answers, reader.context);
  const said = fold(bare(normalise(text)));
  const whole = matchWhole(normalise(text), optionNames(options, step));
  const make = (indexes: readonly number[]) =>
    chosen(
      step,
      [...new Set(indexes)].toSorted((a, b) => a - b),
      options,
      reader,
    );
  if (whole.kind !== "one") {
    if (ALL.has(said)) return make(options.map((_, index) => index));
    if (NONE.has(said) && step.min === 0) return taken({ kind: "choices", options: [] });
    const range = /^(\d{1,2})-(\d{1,2})$/.exec(normalise(text).replace(/ /g, ""));
    if (range) return askRange(Number(range[1]), Number(range[2]), step, make, reader);
  }
  const read = readItems(step, text, options, reader);
  return read.kind === "value" ? make(read.value) : read.kind === "refused" ? read : both(read, make);
}

function askRange(
  first: number,
  last: number,
  step: ListStep,
  make: (indexes: readonly number[]) => Reading,
  reader: Reader,
): Reading {
  const range = first < last ? Array.from({ length: last - first + 1 }, (_, index) => first - 1 + index) : [];
  const readings = [range, [first - 1, last - 1]]
    .map(make)
    .flatMap((read) => (read.kind === "value" ? [read.value] : []));
  const distinct = readings.filter(
    (value, index) => index === 0 || JSON.stringify(value) !== JSON.stringify(readings[0]),
  );
  if (range.length === 0 || distinct.length === 0) return make([first - 1, last - 1]);
  return {
    kind: "unclear",
    question: words(reader.language)("reading.whichOfTwo"),
    candidates: distinct.map((value) => ({ value, label: showAnswer(step, value, reader.language, reader) })),
  };
}

/** Reads an order: "2, 1, 3", "213", "A > B > C". Where all are to be ordered and one is left out, it is the last. */
export function readRank(step: QuestionOf<"rank">, text: string, reader: Reader): Reading {
  const options = optionsOf(step, reader.flow, reader.answers, reader.context);
  const count = rankLength(step, options.length);
  const plain = normalise(text);
  const digits = /^\d{2,9}$/.test(plain) && plain.length === count && count < 10 ? [...plain].join(",") : text;
  const read = readItems(step, digits, options, reader);
  const make = (indexes: readonly number[]) => ordered(step, indexes, options, reader);
  return read.kind === "value" ? make(read.value) : read.kind === "refused" ? read : both(read, make);
}

/** Each candidate carried on to a whole answer; those that would be refused fall away. */
function both(
  read: Extract<Read<readonly number[]>, { kind: "unclear" }>,
  make: (indexes: readonly number[]) => Reading,
): Reading {
  const readings = read.candidates.map(({ value, label }) => ({ read: make(value), label }));
  const candidates = readings.flatMap(({ read: one, label }) =>
    one.kind === "value" ? [{ value: one.value, label }] : [],
  );
  const [first] = readings;
  return candidates.length === 0 && first ? first.read : { kind: "unclear", question: read.question, candidates };
}

function readItems(
  step: ListStep,
  text: string,
  options: readonly DrawnOption[],
  reader: Reader,
): Read<readonly number[]> {
  const say = words(reader.language);
  const names = optionNames(options, step);
  const indexes: number[] = [];
  let doubt: { readonly at: number; readonly read: Extract<Read<number>, { kind: "unclear" }> } | undefined;
  const items = splitList(text, names).flatMap(numbersApart);
  if (items.length === 0) return refused(say("reading.empty", { expected: expected(step, reader) }));
  for (const item of items.slice(0, options.length * 2 + 2)) {
    const things: Numbered = {
      count: options.length,
      names,
      labelOf: (index) => options[index]?.label[reader.language] ?? "",
      expected: () => expected(step, reader),
      notRead: () => say("reading.not.item", { text: quoted(item), expected: expected(step, reader) }),
    };
    const read = readOneOf(item, things, reader);
    if (read.kind === "refused") return read;
    // Only one doubt can be asked about at a time.
    if (read.kind === "unclear" && doubt) return refused(things.notRead());
    if (read.kind === "unclear") doubt = { at: indexes.length, read };
    else indexes.push(read.value);
  }
  if (!doubt) return taken(indexes);
  const { at, read } = doubt;
  const candidates = read.candidates.map(({ value, label }) => ({ value: indexes.toSpliced(at, 0, value), label }));
  return { kind: "unclear", question: read.question, candidates };
}

/** "1 3 4" are three items, "taso 3" is one. */
function numbersApart(item: string): readonly string[] {
  if (!item.includes(" ")) return [item];
  const tokens = item.split(/\s+/);
  return tokens.length > 1 && tokens.every((token) => spokenNumber(token.toLowerCase()) !== undefined)
    ? tokens
    : [item];
}

function chosen(
  step: QuestionOf<"choices">,
  indexes: readonly number[],
  options: readonly DrawnOption[],
  reader: Reader,
): Reading {
  const say = words(reader.language);
  const max = Math.min(step.max ?? options.length, options.length);
  const ids = indexes.flatMap((index) => options[index]?.id ?? []);
  if (ids.length < Math.min(step.min, options.length)) return refused(say("reading.tooFewChosen", { count: step.min }));
  if (ids.length > max) return refused(say("reading.tooManyChosen", { count: max, chosen: ids.length }));
  return taken({ kind: "choices", options: ids });
}

function ordered(
  step: QuestionOf<"rank">,
  indexes: readonly number[],
  options: readonly DrawnOption[],
  reader: Reader,
): Reading {
  const say = words(reader.language);
  const count = rankLength(step, options.length);
  const order = [...indexes];
  const twice = order.find((index, at) => order.indexOf(index) !== at);
  if (twice !== undefined) {
    const label = quoted(options[twice]?.label[reader.language] ?? "");
    return refused(say("reading.chosenTwice", { label, expected: expected(step, reader) }));
  }
  const left = options.findIndex((_, index) => !order.includes(index));
  if (count === options.length && count > 1 && order.length === count - 1 && left >= 0) order.push(left);
  if (order.length !== count) {
    return refused(say("reading.orderLength", { count, given: order.length, expected: expected(step, reader) }));
  }
  const value: AnswerValue = { kind: "rank", options: order.flatMap((index) => options[index]?.id ?? []) };
  return taken(value);
}

import { words } from "../../../text/text.ts";
import type { AnswerValue, CellValue } from "../../answer-value.ts";
import { optionsOf } from "../../options.ts";
import type { Column, Question, QuestionOf } from "../../step.ts";
import { showAnswer } from "../../wording/show-answer.ts";
import { expected } from "../expected.ts";
import { type NameList, nameList } from "../plain/match-name.ts";
import { bare, fold, normalise } from "../plain/normalise.ts";
import { eachValue, type Read, type Reader, type Reading, taken } from "../reading.ts";
import { levelNames, optionNames } from "./option-names.ts";
import { type Numbered, readOneOf } from "./read-one-of.ts";

const NO_NAMES: NameList = nameList([]);

export function readChoice(
  field: Extract<Question | Column, { kind: "choice" }>,
  text: string,
  reader: Reader,
): Read<CellValue> {
  const options = optionsOf(field, reader.flow, reader.answers, reader.context);
  const things: Numbered = {
    count: options.length,
    names: optionNames(options, field),
    labelOf: (index) => options[index]?.label[reader.language] ?? "",
    expected: () => expected(field, reader),
    notRead: () => words(reader.language)("reading.not.option", { expected: expected(field, reader) }),
  };
  return eachValue(
    readOneOf(text, things, reader),
    (index): CellValue => ({ kind: "choice", option: options[index]?.id ?? "" }),
  );
}

export function readLevel(step: QuestionOf<"level">, text: string, reader: Reader): Reading {
  const digit = bareDigit(text);
  if (digit >= 1 && digit <= step.levels.length) return taken({ kind: "level", level: digit });
  const scale = Object.hasOwn(reader.flow.scales, step.scale) ? reader.flow.scales[step.scale] : undefined;
  const value = (index: number): AnswerValue => ({ kind: "level", level: index + 1 });
  const things: Numbered = {
    count: step.levels.length,
    names: scale ? levelNames(scale) : NO_NAMES,
    labelOf: (index) => showAnswer(step, value(index), reader.language, reader),
    expected: () => expected(step, reader),
    notRead: () => words(reader.language)("reading.not.level", { expected: expected(step, reader) }),
  };
  return eachValue(readOneOf(text, things, reader), value);
}

const LEFT = new Set("vasen vasemmalla vasempaan left leftmost".split(" "));
const RIGHT = new Set("oikea oikealla oikeaan right rightmost".split(" "));
const MIDDLE = new Set([
  "keskella",
  "keskelle",
  "keskikohta",
  "puolivalissa",
  "puolivali",
  "silta valilta",
  "middle",
  "in the middle",
  "halfway",
]);

/** Positions go from 1 at the left pole to `positions` at the right one; the ends and the middle also have names. */
export function readSpectrum(step: QuestionOf<"spectrum">, text: string, reader: Reader): Reading {
  const digit = bareDigit(text);
  if (digit >= 1 && digit <= step.positions) return taken({ kind: "spectrum", position: digit });
  const plain = fold(bare(normalise(text)));
  const poleIs = (pole: { readonly fi: string; readonly en: string }) =>
    [pole.fi, pole.en].some((name) => fold(bare(normalise(name))) === plain);
  const value = (index: number): AnswerValue => ({ kind: "spectrum", position: index + 1 });
  if (LEFT.has(plain) || poleIs(step.left)) return taken(value(0));
  if (RIGHT.has(plain) || poleIs(step.right)) return taken(value(step.positions - 1));
  if (MIDDLE.has(plain) && step.positions % 2 === 1) return taken(value((step.positions - 1) / 2));
  const things: Numbered = {
    count: step.positions,
    names: NO_NAMES,
    labelOf: (index) => showAnswer(step, value(index), reader.language, reader),
    expected: () => expected(step, reader),
    notRead: () => words(reader.language)("reading.not.position", { expected: expected(step, reader) }),
  };
  return eachValue(readOneOf(text, things, reader), value);
}

/** The number that a text of one digit is, else 0: most replies to a level are one. */
function bareDigit(text: string): number {
  const code = text.length === 1 ? text.charCodeAt(0) - 48 : 0;
  return code >= 1 && code <= 9 ? code : 0;
}

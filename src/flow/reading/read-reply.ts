import { words } from "../../text/text.ts";
import { takesCannotSay } from "../fits.ts";
import type { Question } from "../step.ts";
import { agreeing, outOfOrder } from "./agreeing.ts";
import { saysCannotSay } from "./cannot-say.ts";
import { readLevel, readSpectrum } from "./choices/read-choice.ts";
import { readChoices, readRank } from "./choices/read-list.ts";
import { expected } from "./expected.ts";
import { startsWithDigit } from "./plain/normalise.ts";
import { readField } from "./read-field.ts";
import { readTable } from "./read-table.ts";
import { tooLong } from "./read-text.ts";
import { type Reader, type Reading, refused, taken } from "./reading.ts";

/** How many characters are looked at; the rest of a longer reply could only be a mistake. */
const LONGEST = 300;
const LONGEST_LIST = 3000;
const LONGEST_TABLE = 30_000;
/** Of these an estimate is an answer too. */
const ESTIMATED: ReadonlySet<Question["kind"]> = new Set(["number", "money", "percent", "date", "quarter"]);

/**
 * Reads a typed reply to a question. Pure, never throws, quick for a text of any length. Commands ("ohita", "takaisin") are the coach's and were
 * taken out before; "en osaa sanoa" is read here. Sentences are at most 300 characters, in the reader's language.
 */
export function readReply(step: Question, text: string, reader: Reader): Reading {
  const cannotSay = text.length < 100 && saysCannotSay(text);
  if (cannotSay && takesCannotSay(step, reader.flow)) return taken({ kind: "cannot-say" });
  if (step.kind === "text") return readField(step, text, reader);
  const max = longest(step);
  if (text.length > max) return refused(tooLong(text.length, max, reader));
  const say = words(reader.language);
  if (!startsWithDigit(text) && !/[\p{L}\p{N}]/u.test(text))
    return refused(say("reading.empty", { expected: expected(step, reader) }));
  if (cannotSay) {
    const needed = ESTIMATED.has(step.kind) ? "reading.estimateNeeded" : "reading.answerNeeded";
    return refused(say(step.optional ? "reading.answerOrSkip" : needed, { expected: expected(step, reader) }));
  }
  switch (step.kind) {
    case "level":
      return readLevel(step, text, reader);
    case "spectrum":
      return readSpectrum(step, text, reader);
    case "choices":
      return readChoices(step, text, reader);
    case "rank":
      return readRank(step, text, reader);
    case "table":
      return readTable(step, text, reader);
    default:
      return agreeing(readField(step, text, reader), (value) => outOfOrder(step, value, reader));
  }
}

function longest(step: Question): number {
  if (step.kind === "table") return LONGEST_TABLE;
  return step.kind === "choices" || step.kind === "rank" || ("many" in step && step.many) ? LONGEST_LIST : LONGEST;
}

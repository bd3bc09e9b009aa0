import { words } from "../../../text/text.ts";
import { quoted } from "../expected.ts";
import { hasNegation, isFiller } from "../plain/fillers.ts";
import { type Match, matchName, matchWhole, type NameList } from "../plain/match-name.ts";
import { bare, fold, normalise, startsWithDigit } from "../plain/normalise.ts";
import { spokenNumber } from "../plain/spoken-number.ts";
import { MOST_CANDIDATES, type Read, type Reader, refused, taken } from "../reading.ts";

/** Numbered things of which one is chosen: levels, positions, options. */
export interface Numbered {
  readonly count: number;
  readonly names: NameList;
  /** What stands on the button of a thing, 0 for the first. */
  readonly labelOf: (index: number) => string;
  /** How one answers, as a sentence; made only when needed, for most replies are read. */
  readonly expected: () => string;
  /** What is said when nothing was recognised. */
  readonly notRead: () => string;
}

const CONNECTORS = new Set("tai vai or ja and - / → to".split(" "));

/**
 * Reads which thing a text chooses, as an index from 0: by its whole name, by number ("3", "taso 3", "kolmonen kai", "third"), by an unambiguous
 * beginning, inflected, with a small typo. Two numbers, a half ("2,5"), or other words around the answer are asked about.
 */
export function readOneOf(text: string, things: Numbered, reader: Reader): Read<number> {
  const plain = normalise(text);
  const digits = startsWithDigit(plain) && /^\d{1,9}$/.test(plain);
  if (!digits || hasDigits(things.names)) {
    const whole = matchWhole(plain, things.names);
    if (whole.kind === "one") return taken(whole.index);
  }
  if (digits) return byNumber(Number(plain), things, reader);
  const outOf = /^(\d{1,2}) ?\/ ?(\d{1,2})$/.exec(plain);
  if (outOf && Number(outOf[2]) === things.count) return byNumber(Number(outOf[1]), things, reader);
  const half = /^(?:\p{L}+ )?(\d{1,2})[.,]\d$/u.exec(plain);
  if (half) return between(Number(half[1]), things, reader);
  const { numbers, rest } = tokensOf(plain);
  if (numbers.length > 0) return numbersAndWords(numbers, rest, things, reader);
  return byName(plain, rest, things, reader);
}

/** Whether a name may be a number itself, "2026". */
function hasDigits({ named }: NameList): boolean {
  return named.some(({ ids, names }) => names.some(startsWithDigit) || ids.some(startsWithDigit));
}

function byNumber(number: number, things: Numbered, { language }: Reader): Read<number> {
  if (number >= 1 && number <= things.count) return taken(number - 1);
  // "10" may begin an option's name, "10–20 henkeä".
  const named = matchName(String(number), things.names);
  if (named.kind === "one") return taken(named.index);
  return refused(words(language)("reading.noNumber", { number, expected: things.expected() }));
}

function between(lower: number, things: Numbered, reader: Reader): Read<number> {
  const indexes = [lower - 1, lower].filter((index) => index >= 0 && index < things.count);
  return indexes.length === 0 ? byNumber(lower, things, reader) : ask(indexes, things, reader);
}

function tokensOf(plain: string): { readonly numbers: readonly number[]; readonly rest: readonly string[] } {
  const numbers: number[] = [];
  const rest: string[] = [];
  for (const token of plain.split(/[\s,;:!?()[\]{}"”“#*_~]+|(?<=\d)[-/](?=\d)/).slice(0, 60)) {
    const number = spokenNumber(token) ?? spokenNumber(token.replace(/\.+$/, ""));
    if (number !== undefined) {
      if (!numbers.includes(number)) numbers.push(number);
    } else if (token !== "" && /[\p{L}\p{N}/→-]/u.test(token) && !CONNECTORS.has(token) && !isFiller(bare(token))) {
      rest.push(bare(token));
    }
  }
  return { numbers, rest };
}

function numbersAndWords(
  numbers: readonly number[],
  rest: readonly string[],
  things: Numbered,
  reader: Reader,
): Read<number> {
  const [number = 0, ...others] = numbers;
  const indexes = numbers.map((one) => one - 1).filter((index) => index >= 0 && index < things.count);
  if (rest.length === 0 && others.length === 0) return byNumber(number, things, reader);
  if (hasNegation(rest)) return refused(things.notRead());
  if (rest.length > 0) {
    const named = matchName(rest.join(" "), things.names);
    // "3, Määritetty" says the same thing twice; "2, Määritetty" does not.
    if (named.kind === "one" && others.length === 0) {
      return named.index === number - 1 ? taken(named.index) : ask([...indexes, named.index], things, reader);
    }
  }
  if (indexes.length === 0) return rest.length > 1 ? refused(things.notRead()) : byNumber(number, things, reader);
  return ask(indexes, things, reader);
}

function byName(plain: string, rest: readonly string[], things: Numbered, reader: Reader): Read<number> {
  const said = rest.join(" ");
  const negated = hasNegation(rest);
  let match: Match = matchName(plain, things.names);
  if (match.kind === "none" && said !== "" && said !== plain && !negated) match = matchName(said, things.names);
  if (match.kind === "one" && match.sure) return taken(match.index);
  if (negated)
    return match.kind === "several" ? askOrMore(match.indexes, plain, things, reader) : refused(things.notRead());
  if (match.kind === "one") return ask([match.index], things, reader);
  if (match.kind === "several") return askOrMore(match.indexes, plain, things, reader);
  const inside = namesInside(plain, things.names);
  return inside.length === 0 ? refused(things.notRead()) : askOrMore(inside, plain, things, reader);
}

/** Things whose whole name stands somewhere in the text. */
function namesInside(plain: string, list: NameList): readonly number[] {
  const text = ` ${fold(plain)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
  return list
    .things()
    .flatMap((thing, index) =>
      thing.words.some((name) => name.length > 0 && text.includes(` ${name.join(" ")} `)) ? [index] : [],
    );
}

function askOrMore(indexes: readonly number[], plain: string, things: Numbered, reader: Reader): Read<number> {
  if (indexes.length <= MOST_CANDIDATES) return ask(indexes, things, reader);
  return refused(words(reader.language)("reading.manyFit", { text: quoted(plain) }));
}

function ask(indexes: readonly number[], things: Numbered, { language }: Reader): Read<number> {
  const say = words(language);
  const candidates = [...new Set(indexes)]
    .slice(0, MOST_CANDIDATES)
    .map((index) => ({ value: index, label: things.labelOf(index) }));
  const label = candidates[0]?.label ?? "";
  const question =
    candidates.length === 1
      ? say("reading.didYouMean", { label })
      : say(candidates.length === 2 ? "reading.whichOfTwo" : "reading.whichOf");
  return { kind: "unclear", question, candidates };
}

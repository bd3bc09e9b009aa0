import { textWidth } from "./font.ts";

interface Room {
  /** Pixels a line may take. */
  readonly width: number;
  readonly size: number;
  /** At most this many lines; what does not fit is cut with "…". */
  readonly lines: number;
}

const SOFT_HYPHEN = "\u00ad";
const VOWEL = "aeiouyäöåAEIOUYÄÖÅ";

/**
 * Breaks a label into lines that fit. A word that is too long for a line is hyphenated: at its soft hyphens where its writer put them, else
 * between syllables by the Finnish rule (before a consonant that a vowel follows), which reads well enough in English too.
 */
export function wrapLabel(label: string, room: Room): readonly string[] {
  const words = label.split(/\s+/).filter((word) => word !== "");
  const lines: string[] = [];
  let line = "";
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    const { full, open, rest } = addWord(line, word, room);
    if (full !== "") lines.push(full);
    line = open;
    if (rest !== "") words.unshift(rest);
  }
  if (line !== "") lines.push(line);
  if (lines.length <= room.lines) return lines;
  const last = lines
    .slice(room.lines - 1)
    .reduce((text, more) => (text.endsWith("-") ? text.slice(0, -1) + more : `${text} ${more}`));
  return [...lines.slice(0, room.lines - 1), shorten(last, room.width, room.size)];
}

/** What a word does to the open line: the line that it fills (or ""), the line that is open then, and what is left of the word. */
function addWord(line: string, word: string, room: Room): { full: string; open: string; rest: string } {
  const bare = word.replaceAll(SOFT_HYPHEN, "");
  const longer = line === "" ? bare : `${line} ${bare}`;
  if (fits(longer, room)) return { full: "", open: longer, rest: "" };
  if (line !== "") return { full: line, open: "", rest: word };
  const [full, rest] = splitWord(word, room);
  return { full, open: "", rest };
}

/** The text if it fits in a line, else its beginning and "…". */
export function shorten(text: string, width: number, size: number): string {
  const bare = text.replaceAll(SOFT_HYPHEN, "");
  if (textWidth(bare, size) <= width) return bare;
  const characters = [...bare];
  while (characters.length > 0 && textWidth(`${characters.join("").trimEnd()}…`, size) > width) characters.pop();
  return `${characters.join("").trimEnd()}…`;
}

/** The largest of the sizes at which every label fits in one line of the width; the smallest where none does. */
export function sizeForOneLine(
  labels: readonly string[],
  width: number,
  sizes: readonly [number, ...number[]],
): number {
  const fitting = sizes.find((size) =>
    labels.every((label) => textWidth(label.replaceAll(SOFT_HYPHEN, ""), size) <= width),
  );
  return fitting ?? Math.min(...sizes);
}

function fits(text: string, room: Room): boolean {
  return textWidth(text, room.size) <= room.width;
}

/** The longest beginning of a word that fits in a line, with its hyphen, and the rest; at least one character. */
function splitWord(word: string, room: Room): readonly [string, string] {
  const breaks = word.includes(SOFT_HYPHEN) ? softBreaks(word) : syllableBreaks(word);
  for (const at of breaks.toReversed()) {
    const head = word.slice(0, at).replaceAll(SOFT_HYPHEN, "");
    const hyphened = head.endsWith("-") ? head : `${head}-`;
    if (fits(hyphened, room)) return [hyphened, word.slice(at)];
  }
  const characters = [...word];
  let count = Math.max(1, characters.length - 1);
  while (count > 1 && !fits(characters.slice(0, count).join(""), room)) count--;
  return [characters.slice(0, count).join(""), characters.slice(count).join("")];
}

function softBreaks(word: string): readonly number[] {
  return [...word.matchAll(/\u00ad|-/g)].map(({ index }) => index + 1).filter((at) => at < word.length);
}

const LEAST_LETTERS = 4;

function syllableBreaks(word: string): readonly number[] {
  const breaks: number[] = [];
  for (let at = LEAST_LETTERS; at <= word.length - LEAST_LETTERS; at++) {
    const here = word[at] ?? "";
    const afterHyphen = word[at - 1] === "-";
    const syllable = /\p{L}/u.test(here) && !VOWEL.includes(here) && VOWEL.includes(word[at + 1] ?? " ");
    const hasVowelBefore = [...word.slice(0, at)].some((letter) => VOWEL.includes(letter));
    if (afterHyphen || (syllable && hasVowelBefore && /\p{L}/u.test(word[at - 1] ?? ""))) breaks.push(at);
  }
  return breaks;
}

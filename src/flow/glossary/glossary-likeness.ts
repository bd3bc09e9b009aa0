import { distance } from "fastest-levenshtein";

/** The surest first. A "part" is a whole word of a longer name, or the other way round: "media" is a part of "ansaittu media", not a misspelt "mediaani". */
export const SURENESS = ["same", "inflected", "part", "misspelt", "near"] as const;

/**
 * How surely a text means a name. Between kinds the better one always wins; within a kind the lower `off` does: the share of the text that the
 * name leaves unexplained.
 */
export interface Likeness {
  readonly kind: (typeof SURENESS)[number];
  /** 0 to 1. */
  readonly off: number;
}

/** What is left around the term when people ask in a whole sentence ("mikäs se CLV olikaan"), and what no name is told from another by. */
const SMALL_WORDS = new Set(
  "mikä mikäs mitä mitäs on oli olikaan tarkoittaa tarkoitti se what is are does do mean means the a an of".split(" "),
);
/** After a Finnish stem: perhaps a consonant or two that the stem changed, perhaps the vowels of a plural, then a case. */
const ENDING =
  /^[kdtnlvs]?[sdtnk]?[eiuyaäoöj]{0,2}(?:n|t|a|ä|tt?a|tt?ä|ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|ksi|n[aä]|den|t?ten|h[aäeiouyö]n|seen|siin|s|es)?$/;
const SHORT_ENDING = /^(?:[ni]|t|s|i?t?[aä]|i?ss[aä]|i?st[aä]|i?ll[aä]|i?lt[aä]|i?lle|i?ksi|[iae]n|ien)$/;
const CLITIC = /(?:k(?:in|aan|ään)|h[aä]n|k[oö]|n?s[aä]|mme|nne)$/;

/** The words of a text as they are compared: small letters, no quotes or hyphens, an abbreviation without its ending ("CLV:n" is clv). */
export function comparedWords(text: string): readonly string[] {
  const words = text
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}:'’]+/u)
    .map((word) => word.replace(/[:'’]\p{L}*$/u, "").replace(/[:'’]/gu, ""))
    .filter((word) => word !== "");
  const telling = words.filter((word) => !SMALL_WORDS.has(word));
  return telling.length > 0 ? telling : words;
}

/** Undefined when the text and the name have nothing in common. Both as `comparedWords` gives them. */
export function likeness(text: readonly string[], name: readonly string[]): Likeness | undefined {
  const [said, meant] = [text.join(""), name.join("")];
  if (said === "" || meant === "") return undefined;
  if (said === meant) return { kind: "same", off: 0 };
  const inflected = wholeOrWordByWord(text, name, unexplained);
  if (inflected !== undefined) return { kind: "inflected", off: inflected };
  if (text.length !== name.length && overlaps(text, name, sameWord))
    return { kind: "part", off: 1 - shorter(text, name).length / longer(text, name).length };
  const slips = wholeOrWordByWord(text, name, (word, base) => unexplained(word, base) ?? misspelt(word, base));
  if (slips !== undefined) return { kind: "misspelt", off: slips };
  const off = overlaps(text, name, pieceOf) ? 0.4 : distance(said, meant) / Math.max(said.length, meant.length);
  return off <= 0.45 ? { kind: "near", off } : undefined;
}

type Measure = (word: string, base: string) => number | undefined;

/** "elinkaari arvon" is measured as one word, "ansaitun median" word by word: there each word has an ending of its own. */
function wholeOrWordByWord(text: readonly string[], name: readonly string[], measure: Measure): number | undefined {
  const whole = measure(text.join(""), name.join(""));
  if (whole !== undefined || text.length !== name.length) return whole;
  const parts = text.flatMap((word, at) => measure(word, name[at] ?? "") ?? []);
  return parts.length === text.length ? parts.reduce((sum, part) => sum + part, 0) / parts.length : undefined;
}

/**
 * The share of an inflected word that is not the base; undefined when it is no form of it. Finnish changes at most the last two letters of a
 * base ("hajonta", "hajonnan"), in words in -nen three ("strateginen", "strategisen").
 */
function unexplained(word: string, base: string): number | undefined {
  if (word === base) return 0;
  if (base.endsWith("nen") && word.startsWith(`${base.slice(0, -3)}s`))
    return unexplained(word, `${base.slice(0, -3)}se`);
  const plain = word.length - base.length > 2 ? word.replace(CLITIC, "") : word;
  const kept = sharedStart(plain, base);
  const lost = base.length - kept;
  const ending = plain.slice(kept);
  const isForm =
    base.length <= 4 ? lost === 0 && SHORT_ENDING.test(ending) : lost <= 2 && ending !== "" && ENDING.test(ending);
  return isForm ? (lost + ending.length) / word.length : undefined;
}

/** The same for a word with a slip or two in it, whatever its ending; short words are not guessed at. */
function misspelt(word: string, base: string): number | undefined {
  const allowed = base.length >= 9 ? 2 : base.length >= 5 ? 1 : 0;
  const starts = [word, ...[-1, 0, 1].map((more) => word.slice(0, base.length + more))];
  const slips = Math.min(...starts.map((start) => distance(start, base)));
  return slips <= allowed && word.length - base.length <= 6 ? (slips + 1) / (base.length + 1) : undefined;
}

/** Whether each word of the shorter one has its fellow in the longer one. */
function overlaps(text: readonly string[], name: readonly string[], fellows: (one: string, other: string) => boolean) {
  const all = longer(text, name);
  return shorter(text, name).every((word) => all.some((other) => fellows(word, other) || fellows(other, word)));
}

function sameWord(word: string, base: string): boolean {
  return unexplained(word, base) !== undefined;
}

/** "lupaus" of "arvolupaus": Finnish compounds. */
function pieceOf(piece: string, word: string): boolean {
  return sameWord(piece, word) || (piece.length >= 4 && (word.startsWith(piece) || word.endsWith(piece)));
}

function shorter(text: readonly string[], name: readonly string[]): readonly string[] {
  return text.length <= name.length ? text : name;
}

function longer(text: readonly string[], name: readonly string[]): readonly string[] {
  return text.length <= name.length ? name : text;
}

function sharedStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

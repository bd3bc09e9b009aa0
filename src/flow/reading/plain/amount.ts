import type { Language } from "../../../text/text.ts";
import { isFiller } from "./fillers.ts";
import { fold } from "./normalise.ts";
import { numberInWords } from "./number-words.ts";
import { NUMERAL, readNumeral } from "./numeral.ts";

/** What a text says as a number: none, several (a range, a list), or the ways to read the one that stands in it. */
export type Amount =
  | { readonly kind: "none" }
  | { readonly kind: "several" }
  | {
      readonly kind: "one";
      readonly ways: readonly { readonly number: number; readonly decimals: number }[];
      /** Why to ask first: the numeral's marks can be meant in two ways, or other words stand around it. */
      readonly doubt: "none" | "marks" | "words";
    };

export interface AmountRule {
  readonly language: Language;
  /** The most decimals that make sense here. */
  readonly decimals: number;
  /** What may stand by the number and changes nothing: "€", "%", "kpl". In lower case. */
  readonly units: readonly string[];
  /** Whether single letters stand for thousands and millions, as with euros: "12 t€", "3 m€". */
  readonly euros: boolean;
}

const APPROXIMATE = new Set(
  "n ca noin suunnilleen arviolta reilu reilut vajaa vajaat approx approximately around roughly circa nearly almost jotain jotakin".split(
    " ",
  ),
);
const SCALES = new Map<string, number>(
  [
    [1e3, "k tuhat tuhatta tuhannen thousand grand"],
    [1e6, "milj mio mn miljoona miljoonaa miljoonan million millions"],
    [1e9, "mrd bn miljardi miljardia billion"],
    [1e2, "sataa hundred"],
  ].flatMap(([scale, list]) =>
    String(list)
      .split(" ")
      .map((word): [string, number] => [word, Number(scale)]),
  ),
);
const EURO_SCALES = new Map<string, number>([
  ["t", 1e3],
  ["te", 1e3],
  ["ke", 1e3],
  ["tonni", 1e3],
  ["tonnia", 1e3],
  ["m", 1e6],
  ["me", 1e6],
]);
const MINUS = new Set(["miinus", "minus", "-"]);

/** What most people write, and what can be read in one way only: "12 500", "86 500,50 €", "-5", "33 %". */
const USUAL = /^(-?)(\d{1,3}(?: \d{3}){1,3}|\d{1,9})(?:[.,](\d{1,2}))? ?([€%])?$/;

function usualWay(
  sign: string,
  whole: string,
  decimals: string,
): { readonly number: number; readonly decimals: number } {
  const kept = decimals.endsWith("0") ? decimals.replace(/0+$/, "") : decimals;
  const number = Number(`${whole.replaceAll(" ", "")}.${kept}`);
  return { number: sign === "-" && number !== 0 ? -number : number, decimals: kept.length };
}

/** Reads a normalised text of at most a few hundred characters as one number. */
export function readAmountText(text: string, rule: AmountRule): Amount {
  const usual = USUAL.exec(text);
  if (usual) {
    const [, sign = "", whole = "", decimals = "", unit] = usual;
    if (unit === undefined || rule.units.includes(unit))
      return { kind: "one", ways: [usualWay(sign, whole, decimals)], doubt: "none" };
  }
  const plain = text.replace(/[,.]?-+$/, "");
  const found = plain.match(NUMERAL);
  if (!found) return inWords(plain, rule);
  const [written = "", ...others] = found;
  if (others.length > 0) return { kind: "several" };
  const at = plain.indexOf(written);
  const before = around(plain.slice(0, at), rule);
  const after = around(plain.slice(at + written.length), rule);
  const scale = before.scale * after.scale;
  const numeral = readNumeral(written, rule.language, scale === 1 ? rule.decimals : 6);
  if (!numeral) return { kind: "none" };
  const sign = before.minus || after.minus ? -1 : 1;
  const ways = numeral.ways.map((way) => scaled(way, scale, sign));
  return { kind: "one", ways, doubt: numeral.sure ? (before.plain && after.plain ? "none" : "words") : "marks" };
}

/** Exact for what people write: 1.1 × 1,000 is 1,100, not 1,100.0000000000002. */
function scaled(
  way: { text: string; decimals: number },
  scale: number,
  sign: number,
): { number: number; decimals: number } {
  if (scale === 1) return { number: sign * Number(way.text) || 0, decimals: way.decimals };
  const zeros = Math.round(Math.log10(scale));
  const decimals = Math.max(0, way.decimals - zeros);
  return { number: sign * Number((Number(way.text) * scale).toFixed(decimals)) || 0, decimals };
}

function inWords(plain: string, rule: AmountRule): Amount {
  if (plain.length > 120) return { kind: "none" };
  const tokens = plain.split(/[^\p{L}\p{N}%€$']+/u).filter((token) => token !== "");
  const minus = MINUS.has(tokens[0] ?? "");
  const kept = tokens.filter(
    (token, index) =>
      !(index === 0 && minus) && !rule.units.includes(token) && !APPROXIMATE.has(fold(token)) && !isSurelyFiller(token),
  );
  const number = numberInWords(kept);
  if (number === undefined) return { kind: "none" };
  const way = { number: minus && number !== 0 ? -number : number, decimals: Number.isInteger(number) ? 0 : 1 };
  return { kind: "one", ways: [way], doubt: "none" };
}

/** "one" would be a filler nowhere, but "a", "on" and "noin" are. */
function isSurelyFiller(token: string): boolean {
  return isFiller(token) && numberInWords([token]) === undefined;
}

/** What stands before or after the numeral. */
function around(text: string, rule: AmountRule): { scale: number; minus: boolean; plain: boolean } {
  const found = { scale: 1, minus: false, plain: true };
  if (text === "") return found;
  for (const part of text.split(/[\s.,;:!?()~"'”“]+/).flatMap((token) => partsOf(token, rule))) {
    if (rule.units.includes(part)) continue;
    const bigger = SCALES.get(part) ?? (rule.euros ? EURO_SCALES.get(part) : undefined);
    if (bigger !== undefined) found.scale *= bigger;
    else if (MINUS.has(part)) found.minus = true;
    else if (!isHarmless(part)) found.plain = false;
  }
  return found;
}

function isHarmless(part: string): boolean {
  return part === "" || part === "+" || APPROXIMATE.has(fold(part)) || isFiller(part);
}

/** "t€" is "t" and "€", "-€" is "-" and "€". */
function partsOf(token: string, rule: AmountRule): readonly string[] {
  if (rule.units.includes(token)) return [token];
  return token.split(/(?<=[€%$+-])|(?=[€%$+-])/);
}

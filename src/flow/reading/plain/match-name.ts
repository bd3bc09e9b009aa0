import { distance } from "fastest-levenshtein";
import { bare, fold, normalise } from "./normalise.ts";
import { mayBeSameWord } from "./stem.ts";

/** Things that can be named, ready for comparing. */
export interface NameList {
  /** For each thing its names as typed in lower case: an exact match of these beats one without dots and accents. */
  readonly exact: ReadonlyMap<string, readonly number[]>;
  readonly folded: ReadonlyMap<string, readonly number[]>;
  readonly things: readonly { readonly names: readonly string[]; readonly words: readonly (readonly string[])[] }[];
}

export type Match =
  | {
      readonly kind: "one";
      readonly index: number;
      /** False: ask first. */
      readonly sure: boolean;
      /** Whether letters had to be changed: reason to ask where another thing of nearly the same name may exist. */
      readonly typo: boolean;
    }
  | { readonly kind: "several"; readonly indexes: readonly number[] }
  | { readonly kind: "none" };

/** `ids` match only when typed as they are; `names` also by their beginning, inflected, or with a small typo. */
export function nameList(
  things: readonly { readonly ids: readonly string[]; readonly names: readonly string[] }[],
): NameList {
  const exact = new Map<string, number[]>();
  const folded = new Map<string, number[]>();
  const add = (map: Map<string, number[]>, name: string, index: number) => {
    const indexes = map.get(name) ?? [];
    if (!indexes.includes(index)) map.set(name, [...indexes, index]);
  };
  const prepared = things.map(({ ids, names }, index) => {
    const whole = names.map(normalise).filter((name) => name !== "");
    for (const name of [...whole, ...whole.map(bare), ...ids.map(normalise)]) {
      if (name === "") continue;
      add(exact, name, index);
      add(folded, fold(name), index);
    }
    const plain = [...new Set(whole.map((name) => fold(bare(name))).filter((name) => name !== ""))];
    return { names: plain, words: plain.map(wordsOfName) };
  });
  return { exact, folded, things: prepared };
}

function wordsOfName(name: string): string[] {
  return name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}

const NOTHING: Match = { kind: "none" };

/** The thing whose whole name (or id) a normalised text is. */
export function matchWhole(text: string, list: NameList): Match {
  const plain = bare(text);
  return oneOf(
    list.exact.get(text) ?? list.exact.get(plain) ?? list.folded.get(fold(text)) ?? list.folded.get(fold(plain)) ?? [],
  );
}

/**
 * The thing that a normalised text names: by its whole name or id, an unambiguous beginning (two letters or more), an inflected form, the beginning
 * of one of its words (three letters or more), or a small typo. A typo is sure when the name is long enough and no other is near.
 */
export function matchName(text: string, list: NameList): Match {
  const whole = matchWhole(text, list);
  if (whole.kind !== "none") return whole;
  const typed = fold(bare(text));
  if (typed.length < 2 || typed.length > 200) return NOTHING;
  const words = wordsOfName(typed);
  const { things } = list;
  const where = (test: (thing: NameList["things"][number]) => boolean): Match =>
    oneOf(things.flatMap((thing, index) => (test(thing) ? [index] : [])));
  const tests: readonly ((thing: NameList["things"][number]) => boolean)[] = [
    (thing) => thing.names.some((name) => name.startsWith(typed)),
    (thing) => thing.words.some((name) => name.length > 0 && isForm(words, name)),
    (thing) => typed.length >= 3 && thing.words.some((name) => name.some((word) => word.startsWith(typed))),
  ];
  for (const test of tests) {
    const match = where(test);
    if (match.kind !== "none") return match;
  }
  return nearest(typed, list);
}

function oneOf(indexes: readonly number[]): Match {
  const [index, ...others] = indexes;
  if (index === undefined) return NOTHING;
  return others.length === 0 ? { kind: "one", index, sure: true, typo: false } : { kind: "several", indexes };
}

/** "sadulle" of "satu virtanen", "virtaselle" of either word: all typed words stand in order among the name's words. */
function isForm(typed: readonly string[], name: readonly string[]): boolean {
  if (typed.length === 0) return false;
  for (let from = 0; from + typed.length <= name.length; from++) {
    if (typed.every((word, index) => mayBeSameWord(word, name[from + index] ?? ""))) return true;
  }
  return false;
}

function nearest(typed: string, { things }: NameList): Match {
  if (typed.length < 4 || typed.length > 80) return NOTHING;
  let best = Number.POSITIVE_INFINITY;
  let second = Number.POSITIVE_INFINITY;
  let indexes: number[] = [];
  things.forEach((thing, index) => {
    const far = Math.min(
      ...thing.names.map((name) => typos(typed, name)),
      ...thing.words.flat().map((word) => typos(typed, word)),
    );
    if (far < best) {
      second = best;
      best = far;
      indexes = [index];
    } else if (far === best) {
      indexes.push(index);
    } else if (far < second) {
      second = far;
    }
  });
  const [index] = indexes;
  if (index === undefined || best > Math.floor(typed.length / 3)) return NOTHING;
  if (indexes.length > 1) return { kind: "several", indexes };
  const small = (best === 1 && typed.length >= 5) || (best === 2 && typed.length >= 8);
  return { kind: "one", index, sure: small && second > best + 1, typo: true };
}

/** Letters to change; infinite where lengths are far apart or the digits differ, for "tuote 2" is no typo of "tuote 1". */
function typos(typed: string, name: string): number {
  if (
    Math.abs(typed.length - name.length) > 3 ||
    typed.replace(/\D+/g, " ").trim() !== name.replace(/\D+/g, " ").trim()
  ) {
    return Number.POSITIVE_INFINITY;
  }
  return distance(typed, name);
}

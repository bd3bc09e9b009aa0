import { distance } from "fastest-levenshtein";
import { LIST_MARK } from "./list-mark.ts";
import { bare, fold, normalise } from "./normalise.ts";
import { mayBeSameWord } from "./stem.ts";

interface Named {
  /** Match only when typed as they are. */
  readonly ids: readonly string[];
  /** Match also by their beginning, inflected, or with a small typo. */
  readonly names: readonly string[];
}

interface Thing {
  /** Folded. */
  readonly names: readonly string[];
  readonly words: readonly (readonly string[])[];
}

/** Things that can be named, made ready for comparing when first needed: most replies are a number. */
export interface NameList {
  readonly named: readonly Named[];
  /** Whole names and ids as typed in lower case: an exact match of these beats one without dots and accents. */
  readonly exact: () => ReadonlyMap<string, readonly number[]>;
  readonly folded: () => ReadonlyMap<string, readonly number[]>;
  readonly things: () => readonly Thing[];
  /** Whether a name holds what else sets the items of a list apart: "Rakenne ja resurssit". */
  readonly haveMarks: () => boolean;
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

export function nameList(named: readonly Named[]): NameList {
  return {
    named,
    exact: once(() => byName(named, (name) => name)),
    folded: once(() => byName(named, fold)),
    things: once(() => named.map(({ names }) => thing(names))),
    haveMarks: once(() => named.some(({ names }) => names.some((name) => LIST_MARK.test(name)))),
  };
}

function once<T extends object | boolean>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function byName(named: readonly Named[], key: (name: string) => string): Map<string, number[]> {
  const found = new Map<string, number[]>();
  named.forEach(({ ids, names }, index) => {
    const whole = names.map(normalise);
    for (const name of new Set([...whole, ...whole.map(bare), ...ids.map(normalise)].map(key))) {
      if (name === "") continue;
      const indexes = found.get(name);
      if (indexes) indexes.push(index);
      else found.set(name, [index]);
    }
  });
  return found;
}

function thing(names: readonly string[]): Thing {
  const folded = new Set(names.map((name) => fold(bare(normalise(name)))));
  folded.delete("");
  return { names: [...folded], words: [...folded].map(wordsOfName) };
}

function wordsOfName(name: string): string[] {
  return name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}

const NOTHING: Match = { kind: "none" };

/** The thing whose whole name (or id) a normalised text is. */
export function matchWhole(text: string, list: NameList): Match {
  const exact = list.exact();
  const known = exact.get(text);
  if (known) return oneOf(known);
  const plain = bare(text);
  const folded = list.folded();
  return oneOf(exact.get(plain) ?? folded.get(fold(text)) ?? folded.get(fold(plain)) ?? []);
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
  const things = list.things();
  for (const test of [begins, isFormOf, beginsWord]) {
    const found: number[] = [];
    for (const [index, one] of things.entries()) if (test(one, typed, words)) found.push(index);
    if (found.length > 0) return oneOf(found);
  }
  return nearest(typed, things);
}

function begins({ names }: Thing, typed: string): boolean {
  return names.some((name) => name.startsWith(typed));
}

function isFormOf({ words }: Thing, _: string, typed: readonly string[]): boolean {
  return words.some((name) => isForm(typed, name));
}

function beginsWord({ words }: Thing, typed: string): boolean {
  return typed.length >= 3 && words.some((name) => name.some((word) => word.startsWith(typed)));
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

function nearest(typed: string, things: readonly Thing[]): Match {
  if (typed.length < 4 || typed.length > 80) return NOTHING;
  const most = Math.floor(typed.length / 3);
  const digits = digitsOf(typed);
  let best = most + 1;
  let second = best;
  let indexes: number[] = [];
  things.forEach((one, index) => {
    let far = most + 1;
    for (const name of one.names) far = Math.min(far, typos(typed, digits, name, most));
    for (const words of one.words) for (const word of words) far = Math.min(far, typos(typed, digits, word, most));
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
  if (index === undefined || best > most) return NOTHING;
  if (indexes.length > 1) return { kind: "several", indexes };
  const small = (best === 1 && typed.length >= 5) || (best === 2 && typed.length >= 8);
  return { kind: "one", index, sure: small && (second > best + 1 || second > most), typo: true };
}

/** Letters to change; infinite where there are more than `most`, or the digits differ: "tuote 2" is no typo of "tuote 1". */
function typos(typed: string, digits: string, name: string, most: number): number {
  if (Math.abs(typed.length - name.length) > most || digitsOf(name) !== digits) return Number.POSITIVE_INFINITY;
  return distance(typed, name);
}

function digitsOf(text: string): string {
  return /\d/.test(text) ? text.replace(/\D+/g, " ").trim() : "";
}

import { distance } from "fastest-levenshtein";
import { stems as roughStems } from "../../flow/reading/plain/stem.ts";
import { basesOf, stemsOf } from "./forms.ts";

/** The words of many names, found by what may be forms of them. Each word's forms are worked out once, however many names have it. */
export class WordForms {
  readonly #ids = new Map<string, Set<string>>();
  /** Stem → the words that it is a stem of. */
  readonly #stems = new Map<string, Set<string>>();
  readonly #rough = new Map<string, Set<string>>();

  add(word: string, id: string): void {
    if (!this.#ids.has(word)) {
      for (const stem of stemsOf(word)) add(this.#stems, stem, word);
      for (const key of roughKeys(word)) add(this.#rough, key, word);
    }
    add(this.#ids, word, id);
  }

  /** A word that nobody has any more keeps its place: it finds nobody. */
  take(word: string, id: string): void {
    this.#ids.get(word)?.delete(id);
  }

  /** By the cases of Finnish. */
  ofForm(word: string): ReadonlySet<string> {
    return this.#by(this.#stems, basesOf(word));
  }

  /** By the endings and sounds that the reading of answers lets pass. */
  ofRough(word: string): ReadonlySet<string> {
    return this.#by(this.#rough, roughKeys(word));
  }

  beginning(word: string): ReadonlySet<string> {
    const ids = new Set<string>();
    if (word.length < 2) return ids;
    for (const [known, of] of this.#ids) if (known.startsWith(word)) for (const id of of) ids.add(id);
    return ids;
  }

  /** With one letter changed, with two in a long word; in whatever case it stands. */
  near(word: string): ReadonlySet<string> {
    const most = word.length >= 9 ? 2 : word.length >= 5 ? 1 : 0;
    const bases = most === 0 ? [] : basesOf(word).filter((base) => base.length >= 4);
    const ids = new Set<string>();
    for (const [stem, words] of this.#stems)
      if (bases.some((base) => isNear(base, stem, most)) || isNearForm(word, stem, most))
        for (const known of words) for (const id of this.#ids.get(known) ?? []) ids.add(id);
    return ids;
  }

  /** By the long beginning of a word, with one letter changed. */
  nearBeginning(word: string): ReadonlySet<string> {
    const ids = new Set<string>();
    for (const [known, of] of this.#ids) if (isNearBeginning(word, known)) for (const id of of) ids.add(id);
    return ids;
  }

  #by(map: ReadonlyMap<string, ReadonlySet<string>>, keys: readonly string[]): ReadonlySet<string> {
    const ids = new Set<string>();
    for (const key of keys)
      for (const word of map.get(key) ?? []) for (const id of this.#ids.get(word) ?? []) ids.add(id);
    return ids;
  }
}

export function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const known = map.get(key);
  if (known) known.add(value);
  else map.set(key, new Set([value]));
}

function roughKeys(word: string): readonly string[] {
  return roughStems(word)
    .filter((stem) => stem.length >= 3)
    .map((stem) => word.charAt(0) + stem);
}

/** The cases in which customers are spoken of most. */
const USUAL_ENDINGS = ["lle", "lta", "lla", "n", "sta", "ssa"] as const;

/** The slip is in the ending: "virtaselel". */
function isNearForm(word: string, stem: string, most: number): boolean {
  const isAlike = stem.length >= 4 && word.startsWith(stem.slice(0, 3));
  return isAlike && most > 0 && USUAL_ENDINGS.some((ending) => isNear(word, stem + ending, most));
}

const LONG_BEGINNING = 6;

function isNearBeginning(word: string, known: string): boolean {
  const { length } = word;
  if (length < LONG_BEGINNING || known.length <= length || known[0] !== word[0]) return false;
  return [length - 1, length, length + 1].some((until) => isNear(word, known.slice(0, until), 1));
}

/** Digits are not letters: "tuote 2" is no typo of "tuote 1". */
function isNear(one: string, other: string, most: number): boolean {
  if (Math.abs(one.length - other.length) > most || other.length < 4 || distance(one, other) > most) return false;
  return one.replace(/\D/gu, "") === other.replace(/\D/gu, "");
}

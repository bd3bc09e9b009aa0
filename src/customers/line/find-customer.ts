import type { Found, NameIndex } from "../search/name-index.ts";
import { isCompanyForm, tellingWords } from "../search/name-key.ts";
import type { Token } from "./tokens.ts";

/** A customer whom some words of a line name. */
export interface NamedAt {
  readonly at: number;
  readonly length: number;
  /** The best first; several: it is asked which. */
  readonly ids: readonly string[];
  /** False: a guess. */
  readonly sure: boolean;
}

export type Finder = Pick<NameIndex, "search" | "named" | "ofPerson">;

const LONGEST = 6;
/** A shorter word is hardly the misspelt one of a name. */
const LEAST_MISSPELT = 5;
const ENDS_NAME = /(?:lle|lta|lla|sta|ssa)$/u;
/** So far behind the verb a name may begin: "soitin tänään aamulla virtaselle". */
const FURTHEST = 4;
/** Words that begin no customer's name in a spoken line. Folded. */
const BESIDE: ReadonlySet<string> = new Set(
  (
    "the to with at from by mr mrs ms our my a an for about on in ja seka and sitten then tanaan eilen aamulla iltapaivalla illalla aamupaivalla juuri just " +
    "nyt askon asken taas uudestaan again today yesterday this morning se ne han oli on ei en kun mutta han siella asiakkaalle asiakkaan customer kanssa luona"
  ).split(" "),
);

/**
 * The customer named between two places: by the longest of its names where the first word stands that can begin one; else by a near spelling, by a
 * name that begins later ("mikalle virtasen konepajalla"), by a contact person's name. Sure is only what leaves no word out, or what several words
 * of a name tell ("tarjouksen virtasen konepajalle").
 */
export function findCustomer(tokens: readonly Token[], from: number, to: number, finder: Finder): NamedAt | undefined {
  const starts = startsIn(tokens, from, to);
  const [first, ...later] = starts;
  if (first === undefined) return undefined;
  const person = (at: number) => longestAt(tokens, at, to, (words) => finder.ofPerson(words));
  const leftOut = (found: NamedAt | undefined) => {
    if (!found) return undefined;
    return isPersonOf(found, tokens.slice(first, found.at), finder) ? found : withNames(tokens, first, found);
  };
  const named = namedAt(tokens, first, to, finder);
  if (named) return withMisspelt(tokens, named, to, finder);
  return (
    firstAt(later, (at) => severalWords(tokens, namedAt(tokens, at, to, finder))) ??
    guessedAt(tokens, first, to, finder, 2) ??
    leftOut(firstAt(later, (at) => namedAt(tokens, at, to, finder))) ??
    person(first) ??
    leftOut(firstAt(later, person)) ??
    guessedAt(tokens, first, to, finder, 1)
  );
}

/** Nor is a later word of its name left over where that one is misspelt: "paijat hitsauksele". */
function withMisspelt(tokens: readonly Token[], named: NamedAt, to: number, finder: Finder): NamedAt {
  // Its case stands at the end of a name: "aallolle" is whole.
  if (ENDS_NAME.test(tokens[named.at + named.length - 1]?.word ?? "")) return named;
  const more = guessedAt(tokens, named.at, to, finder, named.length + 1);
  if (!more?.ids.every((id) => named.ids.includes(id))) return named;
  const added = tokens.slice(named.at + named.length, more.at + more.length);
  return added.every(({ word }) => word.length >= LEAST_MISSPELT) ? { ...more, sure: named.sure } : named;
}

/** A guess; names right before it ("Tampereen Terälle") are part of what the customer was called. */
function withNames(tokens: readonly Token[], first: number, found: NamedAt): NamedAt {
  let { at } = found;
  while (at > first && /^\p{Lu}/u.test(tokens[at - 1]?.raw ?? "") && !tokens[at - 1]?.endsClause) at -= 1;
  return { ...found, at, length: found.length + found.at - at, sure: false };
}

/** Two words or more of one name are no chance. */
function severalWords(tokens: readonly Token[], found: NamedAt | undefined): NamedAt | undefined {
  if (!found || found.ids.length > 1) return undefined;
  const text = tokens
    .slice(found.at, found.at + found.length)
    .map(({ raw }) => raw)
    .join(" ");
  return tellingWords(text).length > 1 ? found : undefined;
}

/** Whether the words before a customer's name are the name of somebody there. */
function isPersonOf({ ids }: NamedAt, before: readonly Token[], finder: Finder): boolean {
  const persons = finder.ofPerson(before.map(({ word }) => word));
  return ids.some((id) => persons.includes(id));
}

/** The customer whose name begins exactly there, without any guess. */
export function namedAt(tokens: readonly Token[], at: number, to: number, finder: Finder): NamedAt | undefined {
  if (BESIDE.has(tokens[at]?.word ?? "")) return undefined;
  return longestAt(tokens, at, to, (words, text) => {
    const whole = finder.search(text);
    return whole?.how === "name" ? whole.ids : finder.named(words);
  });
}

function longestAt(
  tokens: readonly Token[],
  at: number,
  to: number,
  find: (words: readonly string[], text: string) => readonly string[],
): NamedAt | undefined {
  for (let length = Math.min(LONGEST, to - at); length > 0; length--) {
    const some = tokens.slice(at, at + length);
    // A name does not go over a comma, and ends in no joining word; "oy" belongs to it.
    if (some.slice(0, -1).some(({ endsClause }) => endsClause) || BESIDE.has(some.at(-1)?.word ?? "")) continue;
    const text = some.map(({ raw }) => raw).join(" ");
    const words = tellingWords(text);
    if (words.length === 0 || words.every(isCompanyForm)) continue;
    const ids = find(words, text);
    if (ids.length > 0) return { at, length, ids, sure: true };
  }
  return undefined;
}

/** What is nearly a name: a typo, or the beginning of one. */
function guessedAt(
  tokens: readonly Token[],
  at: number,
  to: number,
  finder: Finder,
  least: number,
): NamedAt | undefined {
  for (let length = Math.min(4, to - at); length >= least; length--) {
    const some = tokens.slice(at, at + length);
    if (some.slice(0, -1).some(({ endsClause }) => endsClause)) continue;
    const text = some.map(({ raw }) => raw).join(" ");
    const found: Found | undefined = text.replace(/\P{L}/gu, "").length < 4 ? undefined : finder.search(text);
    if (found) return { at, length, ids: found.ids, sure: found.how === "person" };
  }
  return undefined;
}

function startsIn(tokens: readonly Token[], from: number, to: number): readonly number[] {
  const starts: number[] = [];
  for (let at = from; at < Math.min(to, from + FURTHEST); at++) {
    if (!BESIDE.has(tokens[at]?.word ?? "")) starts.push(at);
    if (tokens[at]?.endsClause) break;
  }
  return starts;
}

function firstAt(starts: readonly number[], find: (at: number) => NamedAt | undefined): NamedAt | undefined {
  for (const at of starts) {
    const found = find(at);
    if (found) return found;
  }
  return undefined;
}

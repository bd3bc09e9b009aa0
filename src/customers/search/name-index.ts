import { nameKey, tellingWords, wordsOf } from "./name-key.ts";
import { phoneKeys, wholePhone } from "./phone-key.ts";
import { add, WordForms } from "./word-forms.ts";

/** Who can be found, and by what. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly businessId: string;
  readonly contactPersons: readonly { readonly name: string; readonly phone?: string }[];
}

export interface Found {
  /**
   * "name": the whole name or business id; "form": forms of words of the name; "person": a contact person's name or phone; "beginning": the beginning of a
   * word; "typo": letters had to be changed, so that it is asked first.
   */
  readonly how: "name" | "form" | "person" | "beginning" | "typo";
  /** The best first; several: it is asked which. */
  readonly ids: readonly string[];
}

const LONGEST_TEXT = 200;
const MOST_WORDS = 8;
/** Of a word that is two. */
const LEAST_PART = 4;
const COMPARE = new Intl.Collator("fi").compare;

interface Kept extends Named {
  readonly words: readonly string[];
}

/** Finds customers by what people say and type of them, among ten thousand in a millisecond (bench `customers.search`). */
export class NameIndex {
  readonly #kept = new Map<string, Kept>();
  /** Name key or business id → who has it. */
  readonly #whole = new Map<string, Set<string>>();
  readonly #words = new WordForms();
  readonly #people = new WordForms();
  /** Phone number → who has it. */
  readonly #phones = new Map<string, Set<string>>();

  /** Adds one, or puts it in the place of what was known of it. */
  put(named: Named): void {
    this.remove(named.id);
    const kept = { ...named, words: tellingWords(named.name) };
    this.#kept.set(named.id, kept);
    for (const key of wholeKeys(kept)) add(this.#whole, key, named.id);
    for (const word of kept.words) this.#words.add(word, named.id);
    for (const word of wordsOfPeople(kept)) this.#people.add(word, named.id);
    for (const key of phonesOf(kept)) add(this.#phones, key, named.id);
  }

  remove(id: string): void {
    const kept = this.#kept.get(id);
    if (!kept) return;
    this.#kept.delete(id);
    for (const key of wholeKeys(kept)) this.#whole.get(key)?.delete(id);
    for (const word of kept.words) this.#words.take(word, id);
    for (const word of wordsOfPeople(kept)) this.#people.take(word, id);
    for (const key of phonesOf(kept)) this.#phones.get(key)?.delete(id);
  }

  /** By whole names, inflected forms, contact persons, beginnings of words and small typos, in this order: the first that finds somebody. */
  search(text: string): Found | undefined {
    const words = tellingWords(text.slice(0, LONGEST_TEXT));
    if (words.length === 0 || words.length > MOST_WORDS) return undefined;
    for (const key of [words.join(" "), numberKey(text)]) {
      const whole = this.#whole.get(key);
      if (whole && whole.size > 0) return { how: "name", ids: this.#ranked(whole, words) };
    }
    const phone = wholePhone(text);
    if (phone !== undefined) return this.#ofPhone(phone, words);
    const spellings = spellingsOf(words);
    const tries: readonly (readonly [Found["how"], (word: string) => Iterable<string>])[] = [
      ["form", (word) => this.#words.ofForm(word)],
      ["form", (word) => this.#words.ofRough(word)],
      ["person", (word) => this.#people.ofForm(word)],
      ["beginning", (word) => this.#words.beginning(word)],
      ["typo", (word) => this.#nearly(word)],
    ];
    for (const [how, find] of tries)
      for (const some of how === "typo" ? [words] : spellings) {
        const ids = allOf(some, find);
        if (ids.size > 0) return { how, ids: this.#ranked(ids, some) };
      }
    return undefined;
  }

  /** Those of that very name, whatever the form of the company, or of that business id. */
  called({ name, businessId }: Pick<Named, "name" | "businessId">): readonly string[] {
    const keys = [numberKey(businessId), nameKey(name)];
    return [...new Set(keys.flatMap((key) => [...(key === "" ? [] : (this.#whole.get(key) ?? []))]))];
  }

  /** Those whose names have a form of each of these words (folded): for reading whole sentences, where a guess would do harm. */
  named(words: readonly string[]): readonly string[] {
    for (const some of spellingsOf(words)) {
      const ids = allOf(some, (word) => this.#words.ofForm(word));
      if (ids.size > 0) return this.#ranked(ids, some);
    }
    return [];
  }

  /** Those who have a contact person of whom each of these words is a name. */
  ofPerson(words: readonly string[]): readonly string[] {
    return this.#ranked(
      allOf(words, (word) => this.#people.ofForm(word)),
      words,
    );
  }

  /** Not every word has its typo: "orimatilan saha" is Orimattilan Sahakone. */
  #nearly(word: string): Iterable<string> {
    const words = this.#words;
    return [...words.near(word), ...words.nearBeginning(word), ...words.ofForm(word), ...words.beginning(word)];
  }

  #ofPhone(phone: string, words: readonly string[]): Found | undefined {
    const ids = [...this.#phones].flatMap(([known, of]) => (known.endsWith(phone) ? [...of] : []));
    return ids.length === 0 ? undefined : { how: "person", ids: this.#ranked(new Set(ids), words) };
  }

  /** Names of which more is said first, then in their order. */
  #ranked(ids: ReadonlySet<string>, words: readonly string[]): readonly string[] {
    const found = [...ids].flatMap((id) => this.#kept.get(id) ?? []);
    const rest = ({ words: all }: Kept) => Math.max(0, all.length - words.length);
    return found
      .sort((a, b) => rest(a) - rest(b) || COMPARE(a.name, b.name) || (a.id < b.id ? -1 : 1))
      .map(({ id }) => id);
  }
}

function wholeKeys({ words, businessId }: Kept): readonly string[] {
  const number = numberKey(businessId);
  return number === "" ? [words.join(" ")] : [words.join(" "), number];
}

/** "1234567-8" and "12345678" are one; "" where there are no digits. */
function numberKey(text: string): string {
  const key = text.replace(/[\s-]/gu, "").toUpperCase();
  return /\d{6}/u.test(key) ? key : "";
}

function phonesOf({ contactPersons }: Named): readonly string[] {
  return contactPersons.flatMap(({ phone = "" }) => phoneKeys(phone));
}

function wordsOfPeople({ contactPersons }: Named): readonly string[] {
  return contactPersons.flatMap(({ name }) => wordsOf(name));
}

/** Whoever is found by every word. */
function allOf(words: readonly string[], find: (word: string) => Iterable<string>): ReadonlySet<string> {
  let found: Set<string> | undefined;
  for (const word of words) {
    const ids = new Set(find(word));
    found = found === undefined ? ids : new Set([...found].filter((id) => ids.has(id)));
    if (found.size === 0) return found;
  }
  return found ?? new Set();
}

/** The words as they are, with two of them written as one, and with one of them as two: dictation sets words apart as it likes. */
function spellingsOf(words: readonly string[]): readonly (readonly string[])[] {
  const joined = words
    .slice(1)
    .map((word, nth) => [...words.slice(0, nth), `${words[nth]}${word}`, ...words.slice(nth + 2)]);
  const split = words.flatMap((word, nth) =>
    Array.from({ length: Math.max(0, word.length - 2 * LEAST_PART + 1) }, (_, at) => [
      ...words.slice(0, nth),
      word.slice(0, at + LEAST_PART),
      word.slice(at + LEAST_PART),
      ...words.slice(nth + 1),
    ]),
  );
  return [words, ...joined, ...split];
}

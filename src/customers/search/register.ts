import { setImmediate as nextTurn } from "node:timers/promises";
import type { Customer } from "../customer.ts";
import { type Named, NameIndex } from "./name-index.ts";

/** So many are put into the index in a few milliseconds. */
const AT_ONCE = 250;
/** Beside so many times as many who are in order, some are few. */
const FEW = 20;
const COMPARE = new Intl.Collator("fi").compare;

/** What lists and searches need to know of a customer. */
export type Entry = Pick<
  Customer,
  | "_id"
  | "name"
  | "businessId"
  | "town"
  | "person"
  | "segment"
  | "class"
  | "field"
  | "kept"
  | "dueOn"
  | "limitOn"
  | "contactPersons"
  | "revision"
>;

/** A company's customers as one read-only picture, in the order of their names. */
export interface Register {
  readonly entries: ReadonlyMap<string, Entry>;
  /** The same in the order of their names; ended relationships too. */
  readonly ordered: () => readonly Entry[];
  readonly index: Pick<NameIndex, "search" | "called" | "named" | "ofPerson">;
}

/** The picture as it is kept up. */
export class KeptRegister implements Register {
  readonly entries = new Map<string, Entry>();
  newest = 0;
  askedAt = Number.NEGATIVE_INFINITY;
  /** Changes made here that a reading under way may have missed. */
  changes = 0;
  /** How often customers had been taken out when it was read. */
  readonly removed: number;
  readonly #index = new NameIndex();
  /** Whom the index does not know yet as they are now: it is needed by searches only, and takes as long as reading them all. */
  readonly #unindexed = new Map<string, Named>();
  #ordered: readonly Entry[] = [];
  /** New or renamed since. */
  readonly #misplaced = new Set<string>();
  /** Whether those in order are as they are now. */
  #isNow = true;

  constructor(removed: number) {
    this.removed = removed;
  }

  async warm(): Promise<void> {
    let put = 0;
    for (const [id, named] of this.#unindexed) {
      if (put > 0 && put % AT_ONCE === 0) await nextTurn();
      this.#index.put(named);
      this.#unindexed.delete(id);
      put += 1;
    }
    this.ordered();
  }

  get index(): Register["index"] {
    for (const named of this.#unindexed.values()) this.#index.put(named);
    this.#unindexed.clear();
    return this.#index;
  }

  take(all: readonly Customer[]): void {
    for (const customer of all) {
      this.newest = Math.max(this.newest, customer.changedAt);
      const known = this.entries.get(customer._id);
      if (known && known.revision >= customer.revision) continue;
      this.entries.set(customer._id, entryOf(customer));
      this.#isNow = false;
      if (known?.name !== customer.name) this.#misplaced.add(customer._id);
      if (known?.name !== customer.name || changedBeside(known, customer))
        this.#unindexed.set(customer._id, namedOf(customer));
    }
  }

  /** With few comparisons by a language: few who are new or renamed are put in their places, many sorted by the alphabet first (bench `customers.register`). */
  readonly ordered = (): readonly Entry[] => {
    const entryOfId = (id: string) => this.entries.get(id) ?? [];
    if (this.#misplaced.size > 0) {
      const fresh = [...this.#misplaced].flatMap(entryOfId);
      const standing = this.#ordered.flatMap(({ _id }) => (this.#misplaced.has(_id) ? [] : entryOfId(_id)));
      const isFew = fresh.length * FEW < standing.length;
      this.#ordered = isFew ? putIn(standing, fresh) : [...standing, ...byAlphabet(fresh)].sort(byName);
      this.#misplaced.clear();
      this.#isNow = true;
    }
    if (!this.#isNow) this.#ordered = this.#ordered.flatMap(({ _id }) => entryOfId(_id));
    this.#isNow = true;
    return this.#ordered;
  };
}

function putIn(standing: Entry[], fresh: readonly Entry[]): readonly Entry[] {
  for (const entry of fresh) {
    let low = 0;
    let high = standing.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = standing[middle];
      if (other && byName(other, entry) < 0) low = middle + 1;
      else high = middle;
    }
    standing.splice(low, 0, entry);
  }
  return standing;
}

/** In the Finnish alphabet å, ä and ö stand behind z. */
function byAlphabet(all: readonly Entry[]): readonly Entry[] {
  const keyed = all.map((entry) => ({
    entry,
    key: entry.name.toLowerCase().replace(/å/gu, "{").replace(/ä/gu, "|").replace(/ö/gu, "}"),
  }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ entry }) => entry);
}

function byName(a: Entry, b: Entry): number {
  return COMPARE(a.name, b.name) || (a._id < b._id ? -1 : 1);
}

function changedBeside(known: Entry, customer: Customer): boolean {
  return (
    known.businessId !== customer.businessId ||
    JSON.stringify(known.contactPersons) !== JSON.stringify(customer.contactPersons)
  );
}

function namedOf({ _id: id, name, businessId, contactPersons }: Customer): Named {
  return { id, name, businessId, contactPersons };
}

function entryOf(customer: Customer): Entry {
  const { _id, name, businessId, town, person, segment, kept, dueOn, limitOn, contactPersons, revision } = customer;
  const { class: inClass, field } = customer;
  const who = { _id, name, businessId, town, person, segment, contactPersons };
  return { ...who, class: inClass, field, kept, dueOn, limitOn, revision };
}

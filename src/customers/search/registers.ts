import { LRUCache } from "lru-cache";
import { companies } from "../../people/records.ts";
import type { Store } from "../../store/store.ts";
import { allCustomers, customersChangedSince } from "../find-customers.ts";
import { KeptRegister, type Register } from "./register.ts";

export interface Registers {
  of(company: string): Promise<Register>;
  /** Reads a company's register before anybody asks for it, with all that searches need; others get their turns meanwhile. */
  warm(company: string): Promise<void>;
  /** Something was changed here: the next `of` asks the store. */
  forget(company: string): void;
}

const KEPT_MS = 5_000;
/** Another process's clock may be behind this one's so much, and a write may be under way. */
const OVERLAP_MS = 15_000;
/** Customers of all companies together that are held at most. */
const MOST_ENTRIES = 200_000;

/** Registers in memory: read whole once, and after that only what has changed, until customers were taken out again by whatever process. */
export function createRegisters(store: Store, now: () => number): Registers {
  const kept = new LRUCache<string, KeptRegister>({
    max: 10_000,
    maxSize: MOST_ENTRIES,
    sizeCalculation: ({ entries }) => Math.max(1, entries.size),
  });
  const reading = new Map<string, Promise<KeptRegister>>();
  const read = async (company: string): Promise<KeptRegister> => {
    const known = kept.get(company);
    const changes = known?.changes;
    const askedAt = now();
    // Before the customers: whom somebody takes out meanwhile, the next look finds out.
    const { customersRemoved = 0 } = (await store.get(companies, company)) ?? {};
    const standing = known?.removed === customersRemoved ? known : undefined;
    const register = standing ?? new KeptRegister(customersRemoved);
    const all = standing
      ? await customersChangedSince(store, company, standing.newest - OVERLAP_MS)
      : await allCustomers(store, company);
    register.take(all);
    if (known?.changes === changes) register.askedAt = askedAt;
    return register;
  };
  const of = async (company: string): Promise<KeptRegister> => {
    const known = kept.get(company);
    if (known && now() - known.askedAt < KEPT_MS) return known;
    const before = reading.get(company);
    if (before) return before;
    const under = read(company);
    reading.set(company, under);
    const isCurrent = () => reading.get(company) === under;
    try {
      const register = await under;
      // What was forgotten meanwhile is read again. Its size may have grown.
      if (isCurrent()) kept.set(company, register);
      return register;
    } finally {
      if (isCurrent()) reading.delete(company);
    }
  };
  return {
    of,
    warm: async (company) => (await of(company)).warm(),
    forget(company) {
      const known = kept.get(company);
      if (known) known.changes += 1;
      if (known) known.askedAt = Number.NEGATIVE_INFINITY;
      reading.delete(company);
    },
  };
}

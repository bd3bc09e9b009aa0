import { LRUCache } from "lru-cache";
import type { Store } from "../../store/store.ts";
import { allCustomers, customersChangedSince } from "../find-customers.ts";
import { KeptRegister, type Register } from "./register.ts";

export interface Registers {
  of(company: string): Promise<Register>;
  /** Reads a company's register before anybody asks for it, with all that searches need; others get their turns meanwhile. */
  warm(company: string): Promise<void>;
  /** Something was changed here: the next `of` asks the store. */
  forget(company: string): void;
  /** Customers were removed here: the next `of` reads the store anew. */
  drop(company: string): void;
}

const KEPT_MS = 5_000;
/** Another process's clock may be behind this one's so much, and a write may be under way. */
const OVERLAP_MS = 15_000;
/** Customers of all companies together that are held at most. */
const MOST_ENTRIES = 200_000;

/** Registers in memory: read whole once, and after that only what has changed. */
export function createRegisters(store: Store, now: () => number): Registers {
  const kept = new LRUCache<string, KeptRegister>({
    max: 10_000,
    maxSize: MOST_ENTRIES,
    sizeCalculation: ({ entries }) => Math.max(1, entries.size),
  });
  const reading = new Map<string, Promise<KeptRegister>>();
  const read = async (company: string): Promise<KeptRegister> => {
    const known = kept.get(company);
    const register = known ?? new KeptRegister();
    const { changes } = register;
    const askedAt = now();
    const all = known
      ? await customersChangedSince(store, company, register.newest - OVERLAP_MS)
      : await allCustomers(store, company);
    register.take(all);
    register.askedAt = changes === register.changes ? askedAt : Number.NEGATIVE_INFINITY;
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
      // What was forgotten or dropped meanwhile is read again. Its size may have grown.
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
    drop(company) {
      kept.delete(company);
      reading.delete(company);
    },
  };
}

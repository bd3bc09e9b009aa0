import { z } from "zod";
import { collection } from "../store/collection.ts";
import type { Store } from "../store/store.ts";
import { BUCKETS } from "./outbox.ts";
import type { StoreClock } from "./store-clock.ts";

/** A process of Luotsi that said lately that it lives. Removed when it ends, or by others long after it was killed. */
export const processes = collection({
  name: "processes",
  schema: z.strictObject({
    _id: z.string(),
    /** By the store's clock, milliseconds since 1970. */
    seenAt: z.number(),
  }),
  indexes: [{ name: "seen", fields: ["seenAt"] }],
  queries: { seen: { equals: [], range: "seenAt" } },
});

/** The `nth` (from 0) of so many processes. */
export interface Share {
  readonly of: number;
  readonly nth: number;
}

export const ALONE: Share = { of: 1, nth: 0 };

const SAID_EVERY_MS = 5_000;
/** A process that has said nothing for so long is gone, or paused. */
const GONE_MS = 20_000;
const FORGOTTEN_MS = 60 * 60 * 1000;

/**
 * The processes that share one store, and so the platforms' limits and what is due. It is a way to share work, no promise: while processes come and
 * go two may count differently for some seconds, and what is exact (who sends what) is decided by claims.
 */
export interface Peers {
  /** This process's part, as it was known at the last look. */
  share(): Share;
  /** Says that this process lives and looks who else does, every few seconds however often it is called. Throws StoreUnavailable. */
  look(): Promise<void>;
  leave(): Promise<void>;
}

export function createPeers(ports: {
  readonly store: Store;
  readonly clock: StoreClock;
  readonly process: string;
}): Peers {
  const { store, clock, process } = ports;
  let known = ALONE;
  let lookedAt = Number.NEGATIVE_INFINITY;
  /** A store that has no clock of its own has one process. */
  let alone: boolean | undefined;

  async function say(now: number): Promise<void> {
    const said = await store.change(processes, process, { set: { seenAt: now } });
    if (said.kind === "missing") await store.insert(processes, { _id: process, seenAt: now });
  }

  return {
    share: () => known,
    look: async () => {
      alone ??= (await store.serverTime()) === undefined;
      const now = clock.now();
      if (alone || Math.abs(now - lookedAt) < SAID_EVERY_MS) return;
      await say(now);
      const seen = await store.find(processes, { name: "seen", equals: {} });
      const living = seen.filter(({ seenAt }) => seenAt > now - GONE_MS).map(({ _id }) => _id);
      const nth = living.sort().indexOf(process);
      known = nth < 0 ? ALONE : { of: living.length, nth };
      lookedAt = now;
      const forgotten = seen.filter(({ seenAt }) => seenAt < now - FORGOTTEN_MS);
      await Promise.all(forgotten.map(({ _id }) => store.remove(processes, _id)));
    },
    leave: async () => {
      if (alone === false) await store.remove(processes, process);
    },
  };
}

/** Which buckets a process takes, and which are others'. */
export function bucketsOf({ of, nth }: Share): {
  readonly mine: readonly number[];
  readonly others: readonly number[];
} {
  const all = Array.from({ length: BUCKETS }, (_, bucket) => bucket);
  const isMine = (bucket: number) => bucket % of === nth;
  return { mine: all.filter(isMine), others: all.filter((bucket) => !isMine(bucket)) };
}

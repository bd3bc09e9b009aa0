import type { Store } from "../store/store.ts";

/** DESIGN: "clock skew over 5 s against the database: claim nothing, log an error". */
const MOST_SKEW_MS = 5_000;
const LOOK_EVERY_MS = 60_000;
/** An answer that took longer than this says too little about when it was given. */
const SLOWEST_ANSWER_MS = 2_000;

/** The store's time as this process knows it: leases are compared by it, whatever the clocks of their writers say. */
export interface StoreClock {
  now(): number;
  /** Compares the clocks about once a minute; false while this process's own is so wrong that it must claim nothing. Throws StoreUnavailable. */
  isRight(): Promise<boolean>;
}

export function storeClock(ports: {
  readonly store: Pick<Store, "serverTime">;
  now(): number;
  readonly log: { error(fields: object, text: string): void };
}): StoreClock {
  const { store, now, log } = ports;
  let aheadMs = 0;
  let lookedAt = Number.NEGATIVE_INFINITY;

  async function look(): Promise<void> {
    const asked = now();
    const theirs = await store.serverTime();
    const answered = now();
    if (answered - asked > SLOWEST_ANSWER_MS) return;
    lookedAt = answered;
    aheadMs = theirs === undefined ? 0 : (asked + answered) / 2 - theirs;
    if (Math.abs(aheadMs) <= MOST_SKEW_MS) return;
    const ahead = Math.round(aheadMs / 1000);
    log.error(
      { aheadSeconds: ahead },
      "this machine's clock differs from the database's by more than 5 s: reminders and what other processes left are not touched here. Set the clock (NTP)",
    );
  }

  return {
    now: () => now() - aheadMs,
    isRight: async () => {
      const since = now() - lookedAt;
      // A clock that was set back is looked at as well.
      if (since >= LOOK_EVERY_MS || since < 0) await look();
      return Math.abs(aheadMs) <= MOST_SKEW_MS;
    },
  };
}

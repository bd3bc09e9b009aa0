import type { Store } from "../../../store/store.ts";
import { seqOf, webMessages } from "./web-message.ts";

/**
 * Gives each message its place in the company's order: microseconds since 1970, always more than the one before, also after a restart with
 * the clock set back. Needs no write of its own.
 */
export function createMessageOrder(store: Store, company: string, now: () => number): () => Promise<number> {
  let latest: number | undefined;
  let asked: Promise<number> | undefined;
  const readLatest = async () => {
    const [newest] = await store.find(webMessages, { name: "newest", equals: { company }, limit: 1 });
    return newest ? seqOf(newest) : 0;
  };
  return async () => {
    if (latest === undefined) {
      asked ??= readLatest();
      try {
        const stored = await asked;
        latest = Math.max(latest ?? 0, stored);
      } catch (error) {
        asked = undefined;
        throw error;
      }
    }
    latest = Math.max(latest + 1, Math.round(now() * 1000));
    return latest;
  };
}

import { hash } from "node:crypto";
import { LRUCache } from "lru-cache";

/** Keys that Microsoft takes back, and tokens that ran out meanwhile, are noticed within this time. */
const KEPT_MS = 5 * 60_000;

/**
 * Senders whose token was checked: Teams sends the same one for about an hour, so that its signature need not be checked at each turn. A token counts
 * only together with the service URL that it was checked for.
 */
export interface KnownSenders {
  has(authorization: string, serviceUrl: unknown): boolean;
  note(authorization: string, serviceUrl: unknown): void;
}

export function createKnownSenders(): KnownSenders {
  const known = new LRUCache<string, true>({ max: 500, ttl: KEPT_MS });
  // Kept by hash, so that no memory dump of the cache is a bunch of tokens.
  const keyOf = (authorization: string, serviceUrl: string) =>
    hash("sha256", `${serviceUrl}\n${authorization}`, "base64");
  return {
    has: (authorization, serviceUrl) =>
      typeof serviceUrl === "string" && known.get(keyOf(authorization, serviceUrl)) === true,
    note: (authorization, serviceUrl) => {
      if (typeof serviceUrl === "string") known.set(keyOf(authorization, serviceUrl), true);
    },
  };
}

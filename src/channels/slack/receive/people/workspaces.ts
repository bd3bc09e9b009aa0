import { LRUCache } from "lru-cache";
import { type Installation, installations } from "../../../../people/records.ts";
import type { Store } from "../../../../store/store.ts";

const KEPT_MS = 30_000;

/** The installation that serves a tenant of Slack's, kept for 30 s; undefined where Luotsi is not installed, and that is looked up anew each time. */
export function createWorkspaces(
  store: Store,
  now: () => number,
): (tenant: string) => Promise<Installation | undefined> {
  const kept = new LRUCache<string, Installation>({ max: 1_000, ttl: KEPT_MS, perf: { now } });
  return async (tenant) => {
    const known = kept.get(tenant);
    if (known) return known;
    const found = await store.get(installations, `slack/${tenant}`);
    if (!found || found.removedAt !== undefined) return undefined;
    kept.set(tenant, found);
    return found;
  };
}

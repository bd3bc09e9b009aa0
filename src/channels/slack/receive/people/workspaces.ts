import { LRUCache } from "lru-cache";
import { type Installation, installations } from "../../../../people/records.ts";
import type { Store } from "../../../../store/store.ts";
import { NotNow } from "../door/gate.ts";

const KEPT_MS = 30_000;

/** The installations that serve Slack's workspaces and organisations. */
export interface Workspaces {
  /** Kept for 30 s; undefined where Luotsi is not installed, and that is looked up anew each time. Throws NotNow while that is not certain yet, and where Luotsi was taken away and is coming back. */
  of(tenant: string): Promise<Installation | undefined>;
  forget(tenant: string): void;
}

/** `settled`: whether SLACK_BOT_TOKEN's own workspace is known by now; before that an unknown one may be it. */
export function createWorkspaces(store: Store, now: () => number, settled: () => boolean): Workspaces {
  const kept = new LRUCache<string, Installation>({ max: 1_000, ttl: KEPT_MS, perf: { now } });
  return {
    of: async (tenant) => {
      const known = kept.get(tenant);
      if (known) return known;
      const found = await store.get(installations, `slack/${tenant}`);
      if (!found || found.removedAt !== undefined) {
        if (!settled()) throw new NotNow("the workspace of SLACK_BOT_TOKEN is not known yet", { said: true });
        if (!found) return undefined;
        // Slack tells nothing of a workspace without the app: it has been added again there, and its new token is still to come.
        throw new NotNow(`${found._id} took Luotsi away, and has it again: it lacks its new token`);
      }
      kept.set(tenant, found);
      return found;
    },
    forget: (tenant) => {
      kept.delete(tenant);
    },
  };
}

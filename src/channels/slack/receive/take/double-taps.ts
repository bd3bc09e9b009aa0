import { LRUCache } from "lru-cache";
import { readTap } from "../../draw/read-tap.ts";
import type { ToldOf } from "../read/told.ts";

/** The second click of a double one comes within half a second, on a phone somewhat later. */
const DOUBLE_MS = 1_000;

type ToldTap = ToldOf<"tapped" | "tapped-in-view">;

/** Knows the second half of a double tap, which Slack tells as a tap of its own. */
export interface DoubleTaps {
  /**
   * Takes a tap, unless the same person has tapped the same button within a second before: then what it asks for is on its way already, and would come
   * twice. After a tap that failed the next one counts. Best effort: of what another process took it does not know, nor need it, for records change once all the same.
   */
  once<T>(told: ToldTap, take: () => Promise<T>): Promise<T | undefined>;
}

export function createDoubleTaps(): DoubleTaps {
  const taken = new LRUCache<string, number>({ max: 1_000 });
  return {
    once: async (told, take) => {
      const key = keyOf(told);
      if (key === undefined) return take();
      const sinceMs = told.at - (taken.get(key) ?? Number.NEGATIVE_INFINITY);
      // The very same tap told again is the coach's to know.
      if (sinceMs > 0 && sinceMs < DOUBLE_MS) return undefined;
      taken.set(key, told.at);
      try {
        return await take();
      } catch (error) {
        taken.delete(key);
        throw error;
      }
    },
  };
}

/** Who tapped which button where; undefined for what is no button of Luotsi's. A view is another one after each update. */
function keyOf(told: ToldTap): string | undefined {
  const action = readTap(told.action)?.action;
  if (action === undefined) return undefined;
  const where = told.kind === "tapped" ? [told.channel, told.ts] : [told.view.id, told.view.hash];
  return JSON.stringify([told.tenant, told.user, ...where, action]);
}

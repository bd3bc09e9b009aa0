import { LRUCache } from "lru-cache";
import { PostFailed } from "../../channel.ts";
import type { Place } from "../../place.ts";
import type { Reached } from "./address.ts";

/** For so long a round's card may still be under way. */
const UNDER_WAY_MS = 60_000;
const CARD_SECONDS = 2;

/**
 * Holds back what belongs under a round's card while that card may still be under way: they are told by different records, so either may be first. A card
 * that does not come (the round was opened before this channel was the team's) is not waited for longer: then it is said in the channel. Throws PostFailed.
 */
export function createCardWait(now: () => number): (place: Place, reached: Reached) => void {
  const missedSince = new LRUCache<string, number>({ max: 1_000 });
  return (place, { address, isCardThere = true }) => {
    if (place.kind !== "thread" || isCardThere) return;
    const key = `${address.conversation} ${place.round}`;
    const since = missedSince.get(key) ?? now();
    missedSince.set(key, since);
    if (now() - since < UNDER_WAY_MS)
      throw new PostFailed(`Round ${place.round} has no thread in Teams yet`, {
        retryAfterSeconds: CARD_SECONDS,
        waiting: true,
      });
  };
}

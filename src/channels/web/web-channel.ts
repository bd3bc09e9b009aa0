import { StoreUnavailable } from "../../store/store-errors.ts";
import { type Channel, HOME, PostFailed } from "../channel.ts";
import type { Announce } from "./live/announce.ts";
import type { MessageLog } from "./log/message-log.ts";
import { spotOf } from "./log/room.ts";

interface WebChannelParts {
  readonly company: string;
  readonly log: MessageLog;
  readonly announce: Announce;
  readonly now: () => number;
}

/** How long a typing sign stands when nothing follows. */
const TYPING_MS = 6_000;

/** The web chat as the coach speaks on it. A message is posted when it is stored: whether a page is open makes no difference. */
export function createWebChannel({ company, log, announce, now }: WebChannelParts): Channel {
  const own = (asked: string) => {
    if (asked !== company) throw new PostFailed(`The web chat belongs to ${company}, not to ${asked}`);
  };
  return {
    platform: "web",
    async post(asked, place, message, delivery) {
      own(asked);
      const stored = await storing(() => log.add(delivery, spotOf(place), now(), { kind: "coach", message }));
      await storing(() => announce.message(stored));
      return { message: stored._id, at: stored.at };
    },
    async edit(asked, _place, posted, message) {
      own(asked);
      if (posted === HOME) return;
      const stored = await storing(() => log.redraw(posted, message));
      if (!stored) throw new PostFailed(`There is no message ${posted} in the web chat`);
      await storing(() => announce.message(stored));
    },
    async find(asked, _place, delivery) {
      own(asked);
      const stored = await storing(() => log.get(delivery));
      return stored ? { message: stored._id, at: stored.at } : "absent";
    },
    async showTyping(asked, place) {
      own(asked);
      await storing(() => announce.typing(spotOf(place), now() + TYPING_MS));
    },
  };
}

/** The store is this platform: when it is away, so is the channel, and the message may have arrived. */
async function storing<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    if (!(cause instanceof StoreUnavailable)) throw cause;
    const { retryAfterSeconds } = cause;
    throw new PostFailed("The web chat's log could not be written", { cause, retryAfterSeconds, unclear: true });
  }
}

import { z } from "zod";
import { PostFailed } from "../../channel.ts";
import { MEND_SECONDS } from "./errors.ts";
import type { Spot } from "./reach.ts";
import { type SlackApi, SlackRefused } from "./slack-api.ts";

/** Under this type Luotsi's metadata travels with every message. */
const EVENT_TYPE = "luotsi_delivery";

/** What a message carries, so that it can be found: whose delivery it is, and the round whose thread begins under it. */
export function metadataOf(delivery: string, startsThread: string | undefined) {
  const event_payload = { delivery, ...(startsThread === undefined ? {} : { starts_thread: startsThread }) };
  return { event_type: EVENT_TYPE, event_payload };
}

export interface Found {
  readonly ts: string;
  readonly startsThread: string | undefined;
}

const pageSchema = z.object({
  messages: z.array(z.looseObject({ ts: z.string(), metadata: z.unknown().optional() })),
  has_more: z.boolean().optional(),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});
const metadataSchema = z.object({
  event_type: z.literal(EVENT_TYPE),
  event_payload: z.object({ delivery: z.string(), starts_thread: z.string().optional() }),
});

/** A sending of unknown fate is looked up when its lease is over, or when Luotsi is started again. */
const LOOK_BACK_MS = 7 * 24 * 3_600_000;
/** Five hundred messages. Apps outside the Marketplace get 15 a page and one page a minute: then the first page must do. */
const PAGES = 5;
const PAGE_SIZE = 100;

/**
 * Looks for the message that carries a delivery. "unknown" where Slack does not let Luotsi read that far; throws PostFailed (unclear) where Slack
 * may be asked again later.
 */
export async function findDelivery(
  api: Pick<SlackApi, "call">,
  { installation, channel, root }: Spot,
  delivery: string,
  now: number,
): Promise<Found | "absent" | "unknown"> {
  const where = root === undefined ? { channel } : { channel, ts: root };
  const method = root === undefined ? "conversations.history" : "conversations.replies";
  const oldest = Math.floor((now - LOOK_BACK_MS) / 1000);
  const asked = { ...where, oldest, limit: PAGE_SIZE, include_all_metadata: true };
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const answer = await asking(() => api.call(installation, method, { ...asked, cursor }), page);
    const read = pageSchema.safeParse(answer);
    if (!read.success) return "unknown";
    for (const { ts, metadata } of read.data.messages) {
      const carried = metadataSchema.safeParse(metadata).data?.event_payload;
      if (carried?.delivery === delivery) return { ts, startsThread: carried.starts_thread };
    }
    cursor = read.data.response_metadata?.next_cursor;
    if (!cursor) return read.data.has_more ? "unknown" : "absent";
  }
  return "unknown";
}

/** Undefined: Slack does not let this be read, or not further. */
async function asking<T>(ask: () => Promise<T>, page: number): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof PostFailed)) throw error;
    const { retryAfterSeconds } = error;
    const later =
      retryAfterSeconds !== undefined && !(error instanceof SlackRefused && retryAfterSeconds >= MEND_SECONDS);
    if (!later || page > 0) return undefined;
    throw new PostFailed(error.message, { cause: error, retryAfterSeconds, unclear: true });
  }
}

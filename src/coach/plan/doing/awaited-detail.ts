import type { Outcome } from "../../../channels/channel.ts";
import { placeKey } from "../../../channels/place.ts";
import { type AwaitedDetail, conversations } from "../../../conversations/conversation.ts";
import type { Response } from "../../../rounds/response.ts";
import { isSmallTalk } from "../../commands/small-talk.ts";
import { converse } from "../../converse.ts";
import type { Turn } from "../../turn.ts";

/** After this long what is written says something else. */
const AWAITED_MS = 60 * 60 * 1000;

type Awaited = Pick<AwaitedDetail, "action"> & { readonly verb: AwaitedDetail["verb"] };

/** Asks for what is missing of something that was said of an action. In the private chat what is written next is that. */
export function askDetail(turn: Turn, awaited: Awaited, question: string): Promise<Outcome> {
  const { incoming, event } = turn;
  const isPrivate = incoming.place.kind === "private";
  return converse(
    turn,
    [{ kind: "sentence", text: question }],
    isPrivate ? { awaited: { ...awaited, at: event.now } } : {},
  );
}

/** What was asked for last, where nothing else was said since. While a round's question waits, what is written is its answer. */
export async function awaitedDetail(turn: Turn, focus: Response | undefined): Promise<AwaitedDetail | undefined> {
  const { ports, incoming, event } = turn;
  if (incoming.kind !== "said" || incoming.place.kind !== "private") return undefined;
  if (focus && (focus.finishedAt === null || focus.asked !== null)) return undefined;
  const conversation = await ports.store.get(conversations, placeKey(incoming.place));
  const awaited = conversation?.awaited;
  if (!conversation || !awaited) return undefined;
  if (awaited.taken !== undefined) return awaited.taken === event.id ? awaited : undefined;
  if ((conversation.heardAt ?? 0) > awaited.at) return undefined;
  return event.now - awaited.at > AWAITED_MS || isSmallTalk(incoming.text) ? undefined : awaited;
}

/** It was said by this event: told of again, that means the same. */
export async function takeDetail({ ports, incoming, event }: Turn, awaited: AwaitedDetail): Promise<void> {
  await ports.store.change(conversations, placeKey(incoming.place), {
    set: { awaited: { ...awaited, taken: event.id } satisfies AwaitedDetail },
  });
}

import { placeKey } from "../../../../channels/place.ts";
import { conversations } from "../../../../conversations/conversation.ts";
import type { Turn } from "../../../turn.ts";

/** Under this key a private conversation notes when its person was asked for customers; it is gone when they gave them, or did something else. */
export const NAMES_ASKED = "customers-asked";

export interface NamesPrompt {
  readonly askedAt: number;
  /** Nothing was said or tapped in between. */
  readonly isNext: boolean;
}

/** The question for customers that stands there, where one does. */
export async function namesPrompt(turn: Turn): Promise<NamesPrompt | undefined> {
  const conversation = await conversationOf(turn);
  const askedAt = conversation?.told[NAMES_ASKED];
  return askedAt === undefined ? undefined : { askedAt, isNext: (conversation?.heardAt ?? 0) <= askedAt };
}

/** It is over: names were given, or it was something else that the person came for. */
export async function endNamesPrompt(turn: Turn): Promise<void> {
  const conversation = await conversationOf(turn);
  // Told again, what asked for them ends nothing.
  if (conversation?.told[NAMES_ASKED] === undefined || conversation.events.includes(turn.event.id)) return;
  await turn.ports.store.change(conversations, conversation._id, { unset: [`told.${NAMES_ASKED}`] });
}

function conversationOf({ ports, person }: Turn) {
  return ports.store.get(conversations, placeKey({ kind: "private", person: person._id }));
}

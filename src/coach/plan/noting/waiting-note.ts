import type { Outcome } from "../../../channels/channel.ts";
import { placeKey } from "../../../channels/place.ts";
import { conversations } from "../../../conversations/conversation.ts";
import { siblingKeys } from "../../../deliveries/standing.ts";
import { changeRecord } from "../../../rounds/change-record.ts";
import { plan, redrawRemembered } from "../../converse.ts";
import type { Tell } from "../../tell.ts";
import type { Turn } from "../../turn.ts";

/**
 * Something is asked before a written action is recorded. The question is one message, known by the message that it asks about: edited, that one is
 * asked about anew in its place.
 */
export function askOfNote(turn: Turn, once: string, tell: Tell): Promise<Outcome> {
  const { place } = turn.incoming;
  return plan(turn, place, [{ place, how: { kind: "view", key: keyOf(once) }, tell }], { told: [] });
}

/** Whether something is still asked about what was written. */
export async function isAsked({ ports, incoming }: Turn, once: string): Promise<boolean> {
  const key = keyOf(once);
  const conversation = await ports.store.get(conversations, placeKey(incoming.place));
  if (!conversation) return false;
  const isOnItsWay = Object.values(conversation.outbox).some(({ how }) => how.kind === "view" && how.key === key);
  return isOnItsWay || siblingKeys(conversation.messages, key).length > 0;
}

/** It is recorded, or its message is gone: the question gives way to a word. */
export function answerAsked(turn: Turn, once: string, text: string): Promise<void> {
  return redrawRemembered(turn, keyOf(once), { kind: "sentence", text });
}

/** Its question was answered by a tap, and is drawn anew by what it made. */
export async function forgetAsked({ ports, event, incoming }: Turn, once: string): Promise<void> {
  const after = { ...event, id: `${event.id}:asked` };
  const key = keyOf(once);
  await changeRecord(ports.store, conversations, placeKey(incoming.place), after, ({ messages }) =>
    messages[key] ? { planned: [], unset: [`messages.${key}`] } : { declined: "nothing" },
  );
}

function keyOf(once: string): string {
  return `asked:${once.replace(/[.$@]/gu, "_")}`;
}

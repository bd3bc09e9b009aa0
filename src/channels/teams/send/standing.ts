import { LRUCache } from "lru-cache";
import type { Message } from "../../../message/message.ts";

/** What this process knows of messages that stand in Teams: a tap is answered with the card that stands there now (the tap itself brings none). */
export interface Standing {
  /** A message was drawn: posted under that id, or about to be drawn anew. */
  drawn(id: string, message: Message): void;
  of(id: string): Message | undefined;
  /** Something begins to be sent to a conversation. */
  sending(conversation: string): void;
  /** Resolves when something begins to be sent to the conversation, or after the time given. */
  nextSending(conversation: string, milliseconds: number): Promise<void>;
}

export function createStanding(later: (milliseconds: number, work: () => void) => () => void): Standing {
  const messages = new LRUCache<string, Message>({ max: 1_000 });
  const waiting = new Map<string, Set<() => void>>();
  const sending = (conversation: string) => {
    for (const go of [...(waiting.get(conversation) ?? [])]) go();
  };
  return {
    drawn: (id, message) => void messages.set(id, message),
    of: (id) => messages.get(id),
    sending,
    nextSending: (conversation, milliseconds) =>
      new Promise((resolve) => {
        const all = waiting.get(conversation) ?? new Set();
        waiting.set(conversation, all);
        const go = () => {
          callOff();
          all.delete(go);
          if (all.size === 0 && waiting.get(conversation) === all) waiting.delete(conversation);
          resolve();
        };
        const callOff = later(milliseconds, go);
        all.add(go);
      }),
  };
}

/** "An answer within two seconds, or a typing sign" (DESIGN); the sign itself takes a while on its way. */
const SHOWN_AFTER_MS = 1_000;

/** The typing sign of each conversation: asked for early, shown only where the answer takes its time, so that quick answers cost no second request. */
export interface Typing {
  /** Shows the sign in a second, unless something is said there before. What it gives back takes the wish back; another's wish stays. */
  soon(conversation: string, show: () => Promise<unknown>): () => void;
  /** Something is being said. */
  over(conversation: string): void;
  /** Forgets all. */
  stop(): void;
}

/** `later` runs something after a while and gives back how to call it off. */
export function createTyping(later: (milliseconds: number, work: () => void) => () => void): Typing {
  const waiting = new Map<string, { readonly callOff: () => void; wishes: number }>();
  const over = (conversation: string) => {
    waiting.get(conversation)?.callOff();
    waiting.delete(conversation);
  };
  const begin = (conversation: string, show: () => Promise<unknown>) => {
    const callOff = later(SHOWN_AFTER_MS, () => {
      waiting.delete(conversation);
      // A sign that does not come is no loss: what it announces is sent, or fails, by itself.
      show().catch(() => undefined);
    });
    const begun = { callOff, wishes: 0 };
    waiting.set(conversation, begun);
    return begun;
  };
  return {
    over,
    soon: (conversation, show) => {
      const wished = waiting.get(conversation) ?? begin(conversation, show);
      wished.wishes += 1;
      return () => {
        wished.wishes -= 1;
        if (wished.wishes === 0 && waiting.get(conversation) === wished) over(conversation);
      };
    },
    stop: () => {
      for (const conversation of [...waiting.keys()]) over(conversation);
    },
  };
}

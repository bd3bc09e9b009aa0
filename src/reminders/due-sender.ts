import { inTurn } from "../deliveries/in-turn.ts";
import { type DuePorts, sendAllDue } from "./send-due.ts";

/** So many batches at once: while a slow platform holds up one of them, the others go on. */
const MOST_BATCHES = 4;

/** Sends what is due beside the clock's tick, which waits for no platform. */
export interface DueSender {
  /** Begins with what is due now, unless enough is under way. Never throws. */
  begin(): void;
  /** Begins nothing any more, and resolves when what is under way is over. */
  stop(): Promise<void>;
  /** Resolves when nothing is being sent. */
  settled(): Promise<void>;
}

export function createDueSender(ports: DuePorts): DueSender {
  const running = new Set<Promise<void>>();
  const turn = inTurn();
  const inTheirTurn = { ...ports, inTurn: <T>(work: () => Promise<T>) => turn("claim", work) };
  let stopped = false;

  async function work(): Promise<void> {
    try {
      await sendAllDue(inTheirTurn);
    } catch (error) {
      ports.log.warn({ err: error }, "what is due could not be claimed; the next tick tries again");
    }
  }

  async function settled(): Promise<void> {
    while (running.size > 0) await Promise.all(running);
  }

  return {
    begin: () => {
      if (stopped || running.size >= MOST_BATCHES) return;
      const one = work().finally(() => running.delete(one));
      running.add(one);
    },
    stop: () => {
      stopped = true;
      return settled();
    },
    settled,
  };
}

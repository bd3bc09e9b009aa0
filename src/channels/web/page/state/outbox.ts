import { Unreachable } from "./api.ts";
import type { Answer, Deed } from "./deed.ts";

/** Something on its way to the server. */
export interface Sending {
  /** The same at every attempt, so that the server records it once. */
  readonly eventId: string;
  readonly person: string;
  readonly deed: Deed;
}

interface Ports {
  readonly storage: Pick<Storage, "getItem" | "setItem" | "removeItem">;
  /** Throws Unreachable when it is to be repeated. */
  readonly send: (sending: Sending) => Promise<Answer>;
  readonly pause: (milliseconds: number) => Promise<void>;
}

export interface Watcher {
  /** Called at once, whenever the list has changed, and when an attempt has failed (`failing`: the next one comes by itself). */
  readonly changed: (waiting: readonly Sending[], failing: boolean) => void;
  /** Called with each answer, before the sending leaves the list. `earlier`: it was done before a reload of the page. */
  readonly answered: (sending: Sending, answer: Answer, earlier: boolean) => void;
}

export interface Outbox {
  add(sending: Sending): void;
  /** Tries at once what waits: the connection is back. */
  wake(): void;
  /** Until the returned function is called. What a reload left behind goes out once somebody watches. */
  watch(watcher: Watcher): () => void;
}

const KEY = "luotsi.outbox";
const LONGEST_PAUSE = 5_000;

/** Keeps what people of this tab did until the server has answered: in order, one at a time, over lost connections and reloads of the page. */
export function openOutbox({ storage, send, pause }: Ports): Outbox {
  let waiting = restore(storage);
  let failing = false;
  let draining = false;
  let wake: () => void = () => undefined;
  const earlier = new Set(waiting.map((sending) => sending.eventId));
  const watchers = new Set<Watcher>();
  const tell = () => {
    for (const watcher of watchers) watcher.changed(waiting, failing);
  };
  const keep = (next: readonly Sending[]) => {
    waiting = next;
    // A file is more than a browser keeps for a page: it is sent from here or not at all.
    const kept = next.filter(({ deed }) => deed.verb !== "file");
    if (kept.length === 0) storage.removeItem(KEY);
    else storage.setItem(KEY, JSON.stringify(kept));
    tell();
  };

  async function answerTo(sending: Sending): Promise<Answer> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        const answer = await send(sending);
        failing = false;
        return answer;
      } catch (error) {
        if (!(error instanceof Unreachable)) throw error;
        failing = true;
        tell();
        const woken = new Promise<void>((resolve) => {
          wake = resolve;
        });
        await Promise.race([pause(Math.min(500 * 2 ** attempt, LONGEST_PAUSE)), woken]);
      }
    }
  }

  async function drain(): Promise<void> {
    if (draining) return;
    draining = true;
    try {
      for (let first = waiting[0]; first !== undefined; first = waiting[0]) {
        const { eventId } = first;
        const answer = await answerTo(first);
        for (const watcher of watchers) watcher.answered(first, answer, earlier.has(eventId));
        keep(waiting.filter((other) => other.eventId !== eventId));
      }
    } finally {
      draining = false;
    }
  }

  return {
    add(sending) {
      keep([...waiting, sending]);
      void drain();
    },
    wake: () => wake(),
    watch(watcher) {
      watchers.add(watcher);
      watcher.changed(waiting, failing);
      void drain();
      return () => watchers.delete(watcher);
    },
  };
}

function restore(storage: Ports["storage"]): readonly Sending[] {
  const kept = storage.getItem(KEY);
  if (kept === null) return [];
  try {
    const list: unknown = JSON.parse(kept);
    return Array.isArray(list) ? list.filter(isSending) : [];
  } catch {
    storage.removeItem(KEY);
    return [];
  }
}

function isSending(value: unknown): value is Sending {
  if (typeof value !== "object" || value === null) return false;
  return (
    "eventId" in value &&
    typeof value.eventId === "string" &&
    "person" in value &&
    typeof value.person === "string" &&
    "deed" in value &&
    typeof value.deed === "object" &&
    value.deed !== null &&
    "verb" in value.deed
  );
}

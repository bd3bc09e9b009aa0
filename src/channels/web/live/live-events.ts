import type { EventView } from "../api.ts";

/** Tells open pages what happened. Remembers the latest, so that a page that lost its connection for a moment misses nothing. */
export interface LiveEvents {
  emit(to: ReadonlySet<string>, event: EventView): void;
  /**
   * Calls `tell` for each event to the person from now on, and first for those after the event `since`; where these are not known any more,
   * for one `reload`. Returns how to stop.
   */
  listen(person: string, since: string | undefined, tell: Tell): () => void;
  /** Ends every listening, and those that come later at once: for a process that is about to stop. */
  close(): void;
}

export interface Told {
  /** What `since` understands, in this process. */
  readonly id: string;
  /** Null only tells the id. */
  readonly event: EventView | null;
}

/** Given null when there will be no more. */
export type Tell = (told: Told | null) => void;

interface Happened extends Told {
  readonly event: EventView;
  readonly to: ReadonlySet<string>;
}

const REMEMBERED = 1_000;

/** `epoch` sets this process apart from the ones before it. */
export function createLiveEvents(epoch: string): LiveEvents {
  const happened: Happened[] = [];
  const listeners = new Set<{ readonly person: string; readonly tell: Tell }>();
  let count = 0;
  let closed = false;
  const idOf = (number: number) => `${epoch}-${number}`;

  /** What came after `since`; undefined when that is not known. */
  function missed(since: string): readonly Happened[] | undefined {
    const oldest = count - happened.length;
    const at = happened.findIndex((one) => one.id === since);
    if (at >= 0) return happened.slice(at + 1);
    return since === idOf(oldest) ? happened : undefined;
  }

  return {
    emit(to, event) {
      count += 1;
      const one = { id: idOf(count), to, event };
      happened.push(one);
      if (happened.length > REMEMBERED) happened.shift();
      for (const listener of listeners) if (to.has(listener.person)) listener.tell(one);
    },
    listen(person, since, tell) {
      if (closed) {
        tell(null);
        return () => undefined;
      }
      const listener = { person, tell };
      listeners.add(listener);
      const known = since === undefined ? [] : missed(since);
      for (const one of known ?? []) if (one.to.has(person)) tell(one);
      tell({ id: idOf(count), event: known ? null : { kind: "reload" } });
      return () => {
        listeners.delete(listener);
      };
    },
    close() {
      closed = true;
      for (const listener of listeners) listener.tell(null);
      listeners.clear();
    },
  };
}

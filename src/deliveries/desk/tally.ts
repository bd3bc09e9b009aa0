import type { Result } from "../carrier.ts";
import { isGivenUp, messagesOf, noteOf } from "../note.ts";
import type { Outgoing, Speaker } from "../outbox.ts";

/** What is to be noted, all of it that was known at one moment. */
export interface Drawn {
  readonly note: ReturnType<typeof noteOf>;
  readonly finished: ReadonlySet<string>;
  readonly givenUp: readonly Outgoing[];
  readonly results: number;
}

/** What became of an outbox's things since its record was last told. */
export interface Tally {
  /** So many tasks are to be done for a thing. */
  begin(entry: string, tasks: number): void;
  hasBegun(entry: string): boolean;
  /** Nothing is left to be done for it. */
  isOver(entry: string): boolean;
  add(result: Result): "go on" | "blocked";
  /** What was posted and is not noted yet. */
  messages(): Speaker["messages"];
  /** When something that failed is to be tried again. */
  retryAt(): number | undefined;
  draw(): Drawn | undefined;
  /** The record was told this. */
  noted(drawn: Drawn): void;
}

/** `now` is this process's clock, by which things were planned; `storeNow` the store's, by which they wait. */
export function createTally(now: () => number, storeNow: () => number): Tally {
  /** Thing → tasks that are not over; −1 once its record knows that it is finished. */
  const undone = new Map<string, number>();
  let results: readonly Result[] = [];
  let givenUp: readonly Outgoing[] = [];
  let retryAt: number | undefined;

  return {
    begin: (entry, tasks) => undone.set(entry, tasks),
    hasBegun: (entry) => undone.has(entry),
    isOver: (entry) => (undone.get(entry) ?? 1) <= 0,
    add: (result) => {
      const { entry } = result.task;
      if (result.kind === "failed" && !isGivenUp(result, now())) {
        results = [...results, result];
        retryAt = Math.min(retryAt ?? Number.POSITIVE_INFINITY, storeNow() + result.retryAfterSeconds * 1000);
        return "blocked";
      }
      if (result.kind === "failed") givenUp = [...givenUp, entry];
      results = [...results, { ...result, kind: "done" }];
      undone.set(entry.id, (undone.get(entry.id) ?? 1) - 1);
      return "go on";
    },
    messages: () => messagesOf(results),
    retryAt: () => retryAt,
    draw: () => {
      const finished = new Set([...undone].flatMap(([entry, tasks]) => (tasks === 0 ? [entry] : [])));
      if (results.length === 0 && finished.size === 0) return undefined;
      return { note: noteOf(results, finished), finished, givenUp, results: results.length };
    },
    noted: (drawn) => {
      results = results.slice(drawn.results);
      givenUp = givenUp.slice(drawn.givenUp.length);
      for (const entry of drawn.finished) undone.set(entry, -1);
    },
  };
}

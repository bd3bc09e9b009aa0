import type { Posted } from "../channels/channel.ts";
import type { Collection } from "../store/collection.ts";
import type { Json } from "../store/store.ts";
import { type CarrierPorts, createCarrier, keyOf, type Result } from "./carrier.ts";
import { inTurn } from "./in-turn.ts";
import { LEASE_MS, type Outgoing, type Speaker, waitingIn } from "./outbox.ts";
import { listUnsettled } from "./unsettled.ts";

/** A record's collection, as far as sending needs to know it. */
export type SpeakerCollection<T extends Speaker = Speaker> = Collection<T, string>;

/** Sends what stands in outboxes, in order, and notes what was sent by one more write. */
export interface Courier {
  /** Sends the outbox of a record that this process has just written. Never throws: what fails stays in the outbox for a later sweep. */
  send<T extends Speaker>(collection: SpeakerCollection<T>, record: T): void;
  /** Takes over an outbox whose sender is gone: asks the platform what arrived before anything is repeated. */
  recover<T extends Speaker>(collection: SpeakerCollection<T>, record: T): Promise<void>;
  /** Where a record's message of that key stands, also in the moment between its posting and the note of it. */
  standing(record: Speaker, key: string): Posted | undefined;
  /** Resolves when nothing is being sent. */
  settled(): Promise<void>;
}

/** Of an earlier try it is known that it failed: whether it arrived is no question. */
function isKnown({ state, attempts }: Outgoing): boolean {
  return state === "sending" && attempts > 0;
}

/** After this many tries a sending is listed as failed and left alone. */
const MOST_ATTEMPTS = 8;

type Failed = Extract<Result, { kind: "failed" }>;

/** What can never succeed has been tried often enough. */
function attemptsOf({ entry, hopeless }: Failed): number {
  return hopeless ? MOST_ATTEMPTS : entry.attempts + 1;
}

export function createCourier(ports: CarrierPorts): Courier {
  const { store, now, log } = ports;
  const inFlight = new Set<string>();
  const running = new Set<Promise<void>>();
  const carrier = createCarrier(ports, inTurn());

  async function sendAll<T extends Speaker>(
    collection: SpeakerCollection<T>,
    record: T,
    recovering: boolean,
  ): Promise<void> {
    const waiting = waitingIn(record).filter((entry) => !inFlight.has(entry.id));
    if (waiting.length === 0) return clearIfEmpty(collection, record);
    for (const entry of waiting) inFlight.add(entry.id);
    try {
      const results: Result[] = [];
      for (const entry of waiting) {
        const result = await carrier.send(record, entry, recovering);
        results.push(result);
        if (result.kind === "failed") break;
      }
      await note(collection, record, results, recovering ? waiting.filter(isKnown) : waiting);
    } finally {
      for (const { id } of waiting) {
        inFlight.delete(id);
        carrier.justPosted.delete(id);
      }
    }
  }

  async function note<T extends Speaker>(
    collection: SpeakerCollection<T>,
    record: T,
    results: readonly Result[],
    known: readonly Outgoing[],
  ): Promise<void> {
    const sent = results.filter((result) => result.kind === "done");
    const failed = results.find((result) => result.kind === "failed");
    const messages = Object.fromEntries(
      sent.flatMap(({ key, posted }) =>
        key && posted ? [[`messages.${key}`, { id: posted.message, at: posted.at }]] : [],
      ),
    );
    const unset = sent.map(({ entry }) => `outbox.${entry.id}`);
    if (failed) {
      if (attemptsOf(failed) >= MOST_ATTEMPTS) await listUnsettled(store, record, failed.entry, "given-up", now());
      const untried = known.filter(({ id }) => !results.some(({ entry }) => entry.id === id));
      const set = { ...messages, ...stillToSend(untried), ...afterFailure(record, failed) };
      await store.change(collection, record._id, { unset, set });
      return;
    }
    const emptied = await store.change(collection, record._id, {
      when: { outboxRevision: record.outboxRevision },
      unset,
      set: { ...messages, sendAt: null },
    });
    // Someone added to the outbox meanwhile and sends it: its lease stays.
    if (emptied.kind === "unmet") await store.change(collection, record._id, { unset, set: messages });
  }

  function afterFailure(record: Speaker, failed: Failed) {
    const { entry, unclear, retryAfterSeconds } = failed;
    const attempts = attemptsOf(failed);
    const state = attempts >= MOST_ATTEMPTS ? "failed" : unclear ? "unclear" : "sending";
    if (state === "failed")
      log.error({ company: record.company, record: record._id, delivery: entry.id }, "gave up sending");
    return {
      [`outbox.${entry.id}.state`]: state,
      [`outbox.${entry.id}.attempts`]: attempts,
      sendAt: now() + retryAfterSeconds * 1000,
    };
  }

  /** What stands behind a failed one was not tried: nobody need ask the platform whether it arrived. */
  function stillToSend(untried: readonly Outgoing[]): { readonly [path: string]: Json } {
    return Object.fromEntries(
      untried.flatMap(({ id, state, attempts }) => [
        [`outbox.${id}.state`, state],
        [`outbox.${id}.attempts`, Math.max(1, attempts)],
      ]),
    );
  }

  async function clearIfEmpty<T extends Speaker>(collection: SpeakerCollection<T>, record: T): Promise<void> {
    if (record.sendAt === null || waitingIn(record).length > 0) return;
    await store.change(collection, record._id, {
      when: { outboxRevision: record.outboxRevision },
      set: { sendAt: null },
    });
  }

  function track(work: Promise<void>, record: Speaker): Promise<void> {
    const tracked = work
      .catch((error: unknown) =>
        log.warn({ company: record.company, record: record._id, err: error }, "sending is left for the next sweep"),
      )
      .finally(() => running.delete(tracked));
    running.add(tracked);
    return tracked;
  }

  return {
    send: (collection, record) => {
      if (waitingIn(record).length > 0) void track(sendAll(collection, record, false), record);
    },
    recover: async (collection, record) => {
      const known = waitingIn(record).filter(isKnown);
      // Should this process vanish too, nobody knows any more whether these arrived.
      const doubtful = Object.fromEntries(known.map(({ id }) => [`outbox.${id}.state`, "unclear"]));
      const claimed = await store.change(collection, record._id, {
        when: { sendAt: record.sendAt, outboxRevision: record.outboxRevision },
        set: { ...doubtful, sendAt: now() + LEASE_MS },
      });
      if (claimed.kind !== "changed") return;
      const { document } = claimed;
      const outbox = { ...document.outbox, ...Object.fromEntries(known.map((entry) => [entry.id, entry])) };
      await track(sendAll(collection, { ...document, outbox }, true), record);
    },
    standing: (record, key) => {
      const waiting = waitingIn(record).findLast(({ how }) => keyOf(how) === key);
      const noted = record.messages[key];
      return (
        (waiting && carrier.justPosted.get(waiting.id)) ?? (noted ? { message: noted.id, at: noted.at } : undefined)
      );
    },
    settled: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

import { type Channel, type Posted, PostFailed } from "../channels/channel.ts";
import { type Place, placeKey } from "../channels/place.ts";
import type { Message } from "../message/message.ts";
import type { Collection } from "../store/collection.ts";
import type { Store } from "../store/store.ts";
import { inTurn } from "./in-turn.ts";
import { LEASE_MS, type Outgoing, type Speaker, waitingIn } from "./outbox.ts";

/** A record's collection, as far as sending needs to know it. */
export type SpeakerCollection<T extends Speaker = Speaker> = Collection<T, string>;

export interface CourierPorts {
  readonly store: Store;
  /** The channel on which a place is reached now; undefined when it is not connected. */
  channelFor(company: string, place: Place): Promise<Channel | undefined>;
  /** The words and card of what is to be told, from the state at this moment; undefined when there is nothing to say any more. */
  draw(company: string, place: Place, tell: Outgoing["tell"]): Promise<Message | undefined>;
  /** The platform's id of a round's view, once it is posted. */
  findView(round: string, key: string): Promise<string | undefined>;
  now(): number;
  wait(milliseconds: number): Promise<void>;
  log: { warn(fields: object, text: string): void; error(fields: object, text: string): void };
  /** DESIGN: "progress cards at most one edit in 3 s". */
  readonly redrawEveryMs: number;
}

/** Sends what stands in outboxes, in order, and notes what was sent by one more write. */
export interface Courier {
  /** Sends the outbox of a record that this process has just written. Never throws: what fails stays in the outbox for a later sweep. */
  send<T extends Speaker>(collection: SpeakerCollection<T>, record: T): void;
  /** Takes over an outbox whose sender is gone: asks the platform what arrived before anything is repeated. */
  recover<T extends Speaker>(collection: SpeakerCollection<T>, record: T): Promise<void>;
  /** Resolves when nothing is being sent. */
  settled(): Promise<void>;
}

type Result =
  | { readonly kind: "done"; readonly entry: Outgoing; readonly key?: string; readonly posted?: Posted }
  | {
      readonly kind: "failed";
      readonly entry: Outgoing;
      readonly unclear: boolean;
      readonly retryAfterSeconds: number;
    };

/** After this many tries a sending is listed as failed and left alone. */
const MOST_ATTEMPTS = 8;

export function createCourier(ports: CourierPorts): Courier {
  const { store, now, log } = ports;
  const inFlight = new Set<string>();
  const running = new Set<Promise<void>>();
  const atPlace = inTurn();
  const redrawn = new Map<string, number>();

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
        const result = await atPlace(placeKey(entry.place), () => sendOne(record, entry, recovering));
        results.push(result);
        if (result.kind === "failed") break;
      }
      await note(collection, record, results);
    } finally {
      for (const entry of waiting) inFlight.delete(entry.id);
    }
  }

  async function sendOne(record: Speaker, entry: Outgoing, recovering: boolean): Promise<Result> {
    try {
      const channel = await ports.channelFor(record.company, entry.place);
      if (!channel) return { kind: "failed", entry, unclear: false, retryAfterSeconds: 300 };
      // A definite failure ("attempts" counted, state "sending") needs no question; a sender that vanished does.
      if (entry.state === "unclear" || (recovering && entry.attempts === 0)) {
        const found = await lookUp(channel, record, entry);
        if (found) return found;
      }
      return await carry(channel, record, entry);
    } catch (error) {
      const failed = error instanceof PostFailed ? error : undefined;
      log.warn({ company: record.company, record: record._id, delivery: entry.id, err: error }, "not sent yet");
      return {
        kind: "failed",
        entry,
        unclear: failed?.unclear ?? false,
        retryAfterSeconds: failed?.retryAfterSeconds ?? 2 ** entry.attempts,
      };
    }
  }

  /** Whether a sending of unknown fate needs no repeating: it arrived, or its class says that silence does less harm. */
  async function lookUp(channel: Channel, record: Speaker, entry: Outgoing): Promise<Result | undefined> {
    if (keyIfKnown(record, entry) !== undefined || entry.how.kind === "edit" || entry.how.kind === "redraw")
      return undefined;
    const found = await channel.find(record.company, entry.place, entry.id);
    if (found === "absent") return undefined;
    if (found === "unknown") {
      log.warn(
        { company: record.company, record: record._id, delivery: entry.id, class: entry.class },
        "unclear whether this was sent",
      );
      return entry.class === "reminder" ? { kind: "done", entry } : undefined;
    }
    return done(entry, found);
  }

  async function carry(channel: Channel, record: Speaker, entry: Outgoing): Promise<Result> {
    const { how, place } = entry;
    const standing =
      how.kind === "edit" ? how.message : how.kind === "redraw" ? await viewOf(how) : keyIfKnown(record, entry);
    if (how.kind === "redraw" && standing === undefined) return { kind: "done", entry };
    if (how.kind === "post" && place.kind === "private") await channel.showTyping(record.company, place);
    const message = await ports.draw(record.company, place, entry.tell);
    if (!message) return { kind: "done", entry };
    if (standing !== undefined) {
      await channel.edit(record.company, place, standing, message);
      return { kind: "done", entry };
    }
    return done(entry, await channel.post(record.company, place, message, entry.id));
  }

  /** Redraws of one view are spaced out; what they show is read after the wait, so the last one shows the latest. */
  async function viewOf(how: { readonly round: string; readonly key: string }): Promise<string | undefined> {
    const key = `${how.round} ${how.key}`;
    const free = redrawn.get(key) ?? 0;
    const wait = free - now();
    redrawn.set(key, Math.max(free, now()) + ports.redrawEveryMs);
    if (redrawn.size > 10_000) redrawn.clear();
    if (wait > 0) await ports.wait(wait);
    return ports.findView(how.round, how.key);
  }

  async function note<T extends Speaker>(
    collection: SpeakerCollection<T>,
    record: T,
    results: readonly Result[],
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
      await store.change(collection, record._id, { unset, set: { ...messages, ...afterFailure(record, failed) } });
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

  function afterFailure(record: Speaker, { entry, unclear, retryAfterSeconds }: Extract<Result, { kind: "failed" }>) {
    const attempts = entry.attempts + 1;
    const state = attempts >= MOST_ATTEMPTS ? "failed" : unclear ? "unclear" : "sending";
    if (state === "failed")
      log.error({ company: record.company, record: record._id, delivery: entry.id }, "gave up sending");
    return {
      [`outbox.${entry.id}.state`]: state,
      [`outbox.${entry.id}.attempts`]: attempts,
      sendAt: now() + retryAfterSeconds * 1000,
    };
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
      const claimed = await store.change(collection, record._id, {
        when: { sendAt: record.sendAt },
        set: { sendAt: now() + LEASE_MS },
      });
      if (claimed.kind === "changed") await track(sendAll(collection, claimed.document, true), record);
    },
    settled: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

/** The platform's id of the owner's view, where it stands already. */
function keyIfKnown(record: Speaker, { how }: Outgoing): string | undefined {
  return how.kind === "view" ? record.messages[how.key]?.id : undefined;
}

function done(entry: Outgoing, posted: Posted): Result {
  const { how } = entry;
  const key = how.kind === "view" ? how.key : how.kind === "post" ? how.remember : undefined;
  return key === undefined ? { kind: "done", entry } : { kind: "done", entry, key, posted };
}

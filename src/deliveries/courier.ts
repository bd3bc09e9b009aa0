import type { Posted } from "../channels/channel.ts";
import type { Collection } from "../store/collection.ts";
import { type CarrierPorts, createCarrier, keyOf } from "./carrier.ts";
import { type Desk, openDesk } from "./desk/desk.ts";
import { inTurn } from "./in-turn.ts";
import { claimOf, holdingOf, type Sender } from "./lease.ts";
import { inDoubt } from "./note.ts";
import { once } from "./once.ts";
import { type Speaker, waitingIn } from "./outbox.ts";
import type { StoreClock } from "./store-clock.ts";

/** A record's collection, as far as sending needs to know it. */
export type SpeakerCollection<T extends Speaker = Speaker> = Collection<T, string>;

export interface CourierPorts extends CarrierPorts {
  readonly clock: StoreClock;
  /** This process's name among the senders: another one at each start. */
  readonly process: string;
}

/**
 * Sends what stands in outboxes and notes what was sent by one more write.
 *
 * One process at a time sends a record's outbox: whoever adds to it becomes its sender in that same write, unless another one is. Promised is the order
 * of one record's things on each installation; and of all that one process sends to one place of an installation, the order in which it was asked;
 * reminders have an order of their own, and hold nothing up.
 * Things of different records that different processes send to one place may overtake each other. Redraws and Homes wait for their time and hold
 * nothing up.
 */
export interface Courier {
  /** This process as a sender, for the event that it is about to write. */
  sender(): Sender;
  /** Sends the outbox of a record that this process has just written. Never throws: what fails stays in the outbox for a later sweep. */
  send<T extends Speaker>(collection: SpeakerCollection<T>, record: T): void;
  /**
   * Becomes the sender of an outbox whose time has come or whose sender is gone, and begins to send: what a vanished sender may have sent is asked of
   * the platform before it is repeated. Resolves when it is the sender, or someone else is.
   */
  recover<T extends Speaker>(collection: SpeakerCollection<T>, record: T): Promise<void>;
  /** Renews the leases of what takes long: to be called every few seconds. Never throws. */
  keep(): Promise<void>;
  /** Of how many records this process is the sender now. */
  underWay(): number;
  /** Where a record's message of that key stands, also in the moment between its posting and the note of it. */
  standing(record: Speaker, key: string): Posted | undefined;
  /** Resolves when nothing is being sent. */
  settled(): Promise<void>;
}

export function createCourier(ports: CourierPorts): Courier {
  const { store, clock, log, process } = ports;
  const carrier = once(createCarrier(ports, inTurn()));
  const desks = new Map<string, { readonly fence: number | null; readonly desk: Desk }>();
  const running = new Set<Promise<void>>();
  const sender = () => ({ id: process, now: clock.now() });

  function track(work: Promise<void>, record: Speaker): Promise<void> {
    const tracked = work
      .catch((error: unknown) =>
        log.warn({ company: record.company, record: record._id, err: error }, "sending is left for the next sweep"),
      )
      .finally(() => running.delete(tracked));
    running.add(tracked);
    return tracked;
  }

  /** Goes on where this process sends the record already. */
  function work(collection: SpeakerCollection, record: Speaker): void {
    const key = `${collection.name} ${record._id}`;
    const known = desks.get(key);
    if (known?.fence === record.fence) {
      known.desk.take(record);
      return;
    }
    const leave = () => {
      if (desks.get(key) === opened) desks.delete(key);
    };
    const desk = openDesk({ store, carrier, clock, now: ports.now, log }, collection, record, leave);
    const opened = { fence: record.fence, desk };
    desks.set(key, opened);
    void track(desk.work, record);
  }

  /** Someone may add to the outbox meanwhile: then it is claimed with what was added, unless they or another one became the sender. */
  async function claim(collection: SpeakerCollection, found: Speaker): Promise<void> {
    let record = found;
    while (!desks.has(`${collection.name} ${record._id}`)) {
      const holding = holdingOf(record, sender());
      const lease = claimOf(record, sender());
      const doubtful = holding === "theirs" || holding === "vanished" ? inDoubt(waitingIn(record)) : {};
      const claimed = await store.change(collection, record._id, {
        when: { ...lease.when, outboxRevision: record.outboxRevision },
        set: { ...doubtful, ...lease.set },
      });
      if (claimed.kind === "changed") work(collection, claimed.document);
      if (claimed.kind !== "unmet") return;
      const { fence, sendAt } = claimed.document;
      if (fence !== record.fence || sendAt !== record.sendAt) return;
      record = claimed.document;
    }
  }

  async function begin(collection: SpeakerCollection, record: Speaker): Promise<void> {
    const holding = holdingOf(record, sender());
    if (holding === "mine") return work(collection, record);
    if (holding === "free" || (holding === "vanished" && (await clock.isRight()))) await claim(collection, record);
  }

  return {
    sender,
    send: (collection, record) => {
      if (waitingIn(record).length > 0) void track(begin(collection, record), record);
    },
    recover: (collection, record) => track(claim(collection, record), record),
    keep: async () => {
      await Promise.all(
        [...desks.values()].map(({ desk }) =>
          desk.keep().catch((error) => log.warn({ err: error }, "a lease could not be renewed")),
        ),
      );
    },
    underWay: () => running.size,
    standing: (record, key) => {
      const waiting = waitingIn(record).findLast(({ how }) => keyOf(how) === key);
      const noted = record.messages[key];
      return (waiting && carrier.posted(waiting.id)) ?? (noted ? { message: noted.id, at: noted.at } : undefined);
    },
    settled: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

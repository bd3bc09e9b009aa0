import type { Collection } from "../../store/collection.ts";
import type { Changed, Store } from "../../store/store.ts";
import { inTurn } from "../in-turn.ts";
import { LEASE_MS } from "../lease.ts";
import type { OnceCarrier } from "../once.ts";
import { type Outgoing, type Speaker, waitingIn } from "../outbox.ts";
import type { StoreClock } from "../store-clock.ts";
import { listUnsettled } from "../unsettled.ts";
import { createBell } from "./bell.ts";
import { createHold } from "./hold.ts";
import { createLanes } from "./lanes.ts";
import { createTally } from "./tally.ts";

export interface DeskPorts {
  readonly store: Store;
  readonly carrier: OnceCarrier;
  readonly clock: StoreClock;
  now(): number;
  readonly log: { error(fields: object, text: string): void };
}

/** One record's outbox while this process is its sender. */
export interface Desk {
  /** The record as it stands after an addition of this process. */
  take(newer: Speaker): void;
  /** Renews the lease when little of it is left: what is being sent may take long. */
  keep(): Promise<void>;
  /** Resolves when all that could be sent was sent and noted, or someone else is the sender; rejects when it could not be noted. */
  readonly work: Promise<void>;
}

/**
 * Sends a record's outbox for as long as this process is its sender: each installation's things in order. What was sent in one go is noted by one write,
 * which also lets go of the lease; where someone added something meanwhile it does not go through, and what was added is sent as well. `left` is
 * called once the lease is let go of or lost, though something paced may still be under way.
 */
export function openDesk(
  { store, carrier, clock, now, log }: DeskPorts,
  collection: Collection<Speaker, string>,
  first: Speaker,
  left: () => void,
): Desk {
  let planning = 0;
  let trouble: { readonly error: unknown } | undefined;
  const bell = createBell();
  const tally = createTally(now, clock.now);
  const planned = inTurn();
  const written = inTurn();
  const hold = createHold({ store, clock, grown: () => void plan(), left }, collection, first);
  const lanes = createLanes({
    mayBegin: async () => {
      if (!hold.isMine()) await hold.renew().catch(fail);
      return hold.isMine();
    },
    carry: (task) => {
      const record = hold.record();
      return carrier.carry({ ...record, messages: { ...record.messages, ...tally.messages() } }, task, hold.isMine);
    },
    over: tally.add,
    drained: bell.ring,
  });
  const isWorking = () => planning > 0 || lanes.isWorking();

  function fail(error: unknown): void {
    trouble ??= { error };
    bell.ring();
  }

  /** Puts what is new in the outbox into the lanes. */
  async function plan(): Promise<void> {
    planning += 1;
    await planned("", async () => {
      const fresh = waitingIn(hold.record()).filter(({ id }) => !tally.hasBegun(id));
      const tasks = await Promise.all(fresh.map((entry) => carrier.tasksFor(hold.record(), entry)));
      for (const [nth, { id }] of fresh.entries()) tally.begin(id, tasks[nth]?.length ?? 0);
      lanes.add(tasks.flat());
    }).catch(fail);
    planning -= 1;
    bell.ring();
  }

  /** Tells the record what was sent, when there is something to tell; true while there is more to come. */
  async function note(): Promise<boolean> {
    if (trouble) throw trouble.error;
    if (hold.state() === "lost") return false;
    if (hold.state() === "let-go" && lanes.isPacing()) return true;
    const drawn = tally.draw();
    const goesOn = isWorking();
    if (goesOn && !drawn) return true;
    const { note: told = { unset: [], set: {} }, givenUp = [] } = drawn ?? {};
    for (const entry of givenUp) await listUnsettled(store, hold.record(), entry, "given-up", now());
    const lease = goesOn ? { sendAt: clock.now() + LEASE_MS } : lettingGo();
    const changed = await hold.write({
      when: goesOn ? {} : { outboxRevision: hold.record().outboxRevision },
      unset: told.unset,
      set: { ...told.set, ...lease },
      patient: true,
    });
    if (drawn && changed.kind === "changed") {
      tally.noted(drawn);
      givenUp.forEach(tellGivenUp);
    }
    return goesOnAfter(changed, goesOn);
  }

  function goesOnAfter(changed: Changed<Speaker>, goesOn: boolean): boolean {
    if (changed.kind === "missing" || hold.state() === "lost") return false;
    const isGrown = changed.kind === "unmet" || changed.document.outboxRevision < hold.record().outboxRevision;
    if (isGrown || goesOn) {
      // Let go already, and someone added: they are the sender now, and note the paced things' end as well.
      if (hold.state() === "let-go") return false;
      hold.see(changed.document);
      bell.ring();
      return true;
    }
    // What is paced may have ended while this was written.
    const more = lanes.isPacing() || tally.draw() !== undefined;
    // At once: what is added from now on needs a desk of its own.
    if (more) hold.letGo();
    else hold.lose();
    return more;
  }

  /** The lease once all that can be sent now was sent: null when nothing waits, else the time at which anyone may go on. */
  function lettingGo() {
    if (waitingIn(hold.record()).every(({ id }) => tally.isOver(id))) return { sendAt: null };
    const lease = clock.now() + LEASE_MS;
    const retryAt = tally.retryAt() ?? lease;
    return { sender: null, sendAt: lanes.isPacing() ? Math.min(retryAt, lease) : retryAt };
  }

  function tellGivenUp({ id }: Outgoing): void {
    log.error({ company: first.company, record: first._id, delivery: id }, "gave up sending");
  }

  async function run(): Promise<void> {
    try {
      await plan();
      do await bell.rung();
      while (await written("", note));
    } finally {
      hold.lose();
      await lanes.settled();
    }
  }

  return { take: hold.see, keep: () => written("", hold.renew), work: run() };
}

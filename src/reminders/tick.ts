import { closeRound, finishClosing } from "../assessment/close-round.ts";
import { movedTimes } from "../cadence/round-clock.ts";
import { conversations } from "../conversations/conversation.ts";
import { refreshHomes } from "../conversations/refresh-homes.ts";
import { contacts } from "../customers/contact.ts";
import { customers } from "../customers/customer.ts";
import { takePendingSavings } from "../customers/effects/apply-saving.ts";
import type { Courier, SpeakerCollection } from "../deliveries/courier.ts";
import { BUCKETS, type Speaker } from "../deliveries/outbox.ts";
import type { Peers } from "../deliveries/peers.ts";
import type { StoreClock } from "../deliveries/store-clock.ts";
import type { FlowLibrary } from "../flow/load-flows.ts";
import type { Directories } from "../people/directory.ts";
import { actions } from "../plan/action.ts";
import { runEffects } from "../plan/effects/run-effects.ts";
import { moveClosing } from "../rounds/move-closing.ts";
import { responses } from "../rounds/response.ts";
import { type Round, rounds } from "../rounds/round.ts";
import type { Store } from "../store/store.ts";
import { askClosedWeeks } from "./ask-closed-weeks.ts";
import { planContactNudges } from "./customers/plan-contact-nudges.ts";
import { tendCustomers } from "./customers/tend-customers.ts";
import type { DueSender } from "./due-sender.ts";
import { planNudges } from "./plan-nudges.ts";
import { planSlots } from "./plan-slots.ts";
import { remind } from "./remind.ts";

export interface TickPorts {
  readonly store: Store;
  readonly courier: Courier;
  readonly directories: Directories;
  readonly flows: FlowLibrary;
  readonly due: DueSender;
  readonly clock: StoreClock;
  readonly peers: Peers;
  /** Files of customers on their way in. */
  readonly imports: { sweep(now: number): Promise<void> };
  readonly log: { error(fields: object, text: string): void };
}

/**
 * Owns all that happens because time passes. Harmless twice, and in several processes at once: conditional writes decide who does what. A process
 * whose clock is wrong claims nothing.
 */
export type Tick = (now: number) => Promise<void>;

const ALL_BUCKETS = Array.from({ length: BUCKETS }, (_, bucket) => bucket);
/** At most this many of each kind at once; the rest waits for the next tick. */
const BATCH = 500;
/** Of weekly messages and nudges so many batches, for they come many at the same hour. */
const MOST_BATCHES = 20;
/** So long a saving to the register of customers may take, before another process finishes it. */
const SAVING_MS = 30_000;
/** Of so many records one process is the sender at most when it takes over more. */
const MOST_UNDER_WAY = 1_000;

export function createTick(ports: TickPorts): Tick {
  return async (now) => {
    if (!(await ports.clock.isRight())) return;
    await ports.peers.look();
    const due = await ports.store.find(rounds, { name: "due", equals: { bucket: ALL_BUCKETS }, to: now, limit: BATCH });
    for (const round of due) await attempt(ports, round, () => whatIsDue(ports, round, now));
    // Younger ones are still being written by the process that took them.
    await takePendingSavings(ports.store, { bucket: ALL_BUCKETS, before: now - SAVING_MS });
    await askClosedWeeks(ports, now, BATCH);
    await tendCustomers(ports, now, BATCH);
    await planDue(ports, now);
    await ports.imports.sweep(now);
    await sweep(ports, ports.clock.now());
  };
}

/** Plans batch by batch, and begins to send each before the next is planned. */
async function planDue(ports: TickPorts, now: number): Promise<void> {
  for (let nth = 0; nth < MOST_BATCHES; nth++) {
    const planned = [
      await planSlots(ports, now, BATCH),
      await planNudges(ports, now, BATCH),
      await planContactNudges(ports, now, BATCH),
    ];
    ports.due.begin();
    if (Math.max(...planned) < BATCH) return;
  }
}

/**
 * Begins to send what was left in outboxes by processes that are gone, and what is to be tried again. With `Infinity`, everything: right at the start
 * of the only process. Takes no more than what can be sent meanwhile; the rest is left to other processes and the next time.
 */
export async function sweep({ store, courier }: Pick<TickPorts, "store" | "courier">, until: number): Promise<void> {
  const to = Math.min(until, Number.MAX_SAFE_INTEGER);
  const take = async <T extends Speaker>(collection: SpeakerCollection<T>) => {
    const limit = Math.min(BATCH, MOST_UNDER_WAY - courier.underWay());
    if (limit < 1) return;
    const left = await store.find(collection, { name: "sending", equals: { bucket: ALL_BUCKETS }, to, limit });
    await Promise.all(left.map((record) => courier.recover(collection, record)));
  };
  await take(rounds);
  await take(responses);
  await take(conversations);
  await take(actions);
  await take(customers);
  await take(contacts);
}

async function whatIsDue(ports: TickPorts, round: Round, now: number): Promise<void> {
  if (round.effectsAt != null) return finishEffects(ports, round, now);
  if (round.state !== "open") return finishClosing(ports.store, round);
  // Closed weeks may have been said since it opened (DESIGN: promise 13).
  const moved = movedTimes(round, await ports.directories.of(round.company), now);
  if (moved) return move(ports, round, moved, now);
  if (round.closesAt !== null && round.closesAt <= now) return close(ports, round, now);
  if (round.remindAt !== null && round.remindAt <= now) return remind(ports, round, now);
  await ports.store.change(rounds, round._id, {
    when: { version: round.version },
    set: { dueAt: round.remindAt ?? round.closesAt },
  });
}

async function move(
  { store, courier }: TickPorts,
  round: Round,
  times: Pick<Round, "closesAt" | "remindAt">,
  now: number,
): Promise<void> {
  const event = { id: `move:${round._id}:${times.closesAt}:${times.remindAt}`, now, sender: courier.sender() };
  const taken = await moveClosing(store, round, times, event);
  if (taken.kind === "changed") courier.send(rounds, taken.record);
}

/** An agreement whose effects were cut short. */
async function finishEffects({ store, flows, courier }: TickPorts, round: Round, now: number): Promise<void> {
  const flow = flows.get(round.company, round.flow);
  if (!flow) throw new Error(`Round ${round._id} is agreed, but its flow is gone`);
  const event = { id: `effects:${round._id}:${round.effectsAt}`, now, sender: courier.sender() };
  const followed = await runEffects(store, round, flow, event);
  if (followed.round) courier.send(rounds, followed.round);
  for (const action of followed.actions) courier.send(actions, action);
}

async function close({ store, courier, flows }: TickPorts, round: Round, now: number): Promise<void> {
  const flow = flows.get(round.company, round.flow);
  if (!flow) throw new Error(`Round ${round._id} is due, but its flow is gone`);
  const event = { id: `close:${round._id}`, now, sender: courier.sender() };
  const taken = await closeRound(store, round, flow, event);
  if (taken.kind !== "changed") return;
  courier.send(rounds, taken.record);
  await refreshHomes({ store, courier }, [...round.invited, round.facilitator], event);
}

/** One round's trouble is not the next one's. */
async function attempt({ log }: TickPorts, round: Round, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error(
      { company: round.company, round: round._id, err: error },
      "a due round could not be handled; it stays due",
    );
  }
}

import type { Place } from "../../src/channels/place.ts";
import type { Target } from "../../src/channels/targets-for.ts";
import { type Conversation, conversations } from "../../src/conversations/conversation.ts";
import { type Courier, createCourier } from "../../src/deliveries/courier.ts";
import { emptyOutbox, type Outgoing, waitingIn } from "../../src/deliveries/outbox.ts";
import { storeClock } from "../../src/deliveries/store-clock.ts";
import { changeRecord } from "../../src/rounds/change-record.ts";
import type { Store } from "../../src/store/store.ts";
import { channelOf, type Platform } from "./platform.ts";

export const COMPANY = "firma";
export const TEAM: Place = { kind: "channel", team: "koneet" };

/** Holds a process up, or for good: what it has begun goes no further. */
class Gate {
  #open = Promise.resolve();
  #resume: (() => void) | undefined;

  close(): void {
    if (this.#resume) return;
    this.#open = new Promise((resolve) => {
      this.#resume = resolve;
    });
  }

  open(): void {
    this.#resume?.();
    this.#resume = undefined;
  }

  /** On either side of what happens outside, something else may come first. */
  async pass<T>(act: () => T | Promise<T>): Promise<T> {
    await aWhile(1);
    await this.#open;
    const done = await act();
    await aWhile(1);
    await this.#open;
    return done;
  }
}

/** One process that sends, on the world's store, platforms and clock. */
export class Process {
  readonly courier: Courier;
  readonly errors: string[] = [];
  readonly #world: World;
  readonly #gate = new Gate();
  readonly #store: Store;
  #added = 0;
  readonly #name: string;
  /** By how much its clock is ahead. */
  aheadMs = 0;

  constructor(world: World, name: string) {
    this.#world = world;
    this.#name = name;
    const pass = <T>(act: () => T | Promise<T>) => this.#gate.pass(act);
    this.#store = {
      ...world.store,
      get: (collection, id) => pass(() => world.store.get(collection, id)),
      find: (collection, query) => pass(() => world.store.find(collection, query)),
      insert: (collection, document) => pass(() => world.store.insert(collection, document)),
      change: (collection, id, change) =>
        pass(async () => {
          const changed = await world.store.change(collection, id, change);
          const [event] = change.push?.events?.values ?? [];
          if (changed.kind === "changed") world.added.push(...(world.said.get(String(event)) ?? []));
          return changed;
        }),
      serverTime: () => Promise.resolve(world.now),
    };
    const now = () => world.now + this.aheadMs;
    const log = { warn: () => undefined, error: (_: object, text: string) => this.errors.push(text) };
    const targets = world.platforms.map(
      (platform, nth): Target => ({
        installation: `${platform.name}/T.${nth}`,
        channel: channelOf(platform, pass, () => world.now),
        first: nth === 0,
      }),
    );
    this.clock = storeClock({ store: this.#store, now, log });
    this.courier = createCourier({
      store: this.#store,
      clock: this.clock,
      process: name,
      targetsFor: () => Promise.resolve(targets),
      homesOf: () => Promise.resolve(targets),
      draw: (_company, _place, { text }) => Promise.resolve({ text: String(text), blocks: [], language: "fi" }),
      findView: async (id) => {
        const record = await world.store.get(conversations, id);
        return record && { place: record.place, messages: record.messages };
      },
      now,
      wait: (milliseconds) => world.wait(milliseconds),
      log,
      redrawEveryMs: 3_000,
    });
  }

  readonly clock: ReturnType<typeof storeClock>;

  /** Someone says something here: the record is written, and its courier told. */
  async adds(
    texts: readonly string[],
    how: Outgoing["how"] = { kind: "post" },
    kind: Outgoing["class"] = "conversation",
  ) {
    const event = { id: `${this.#name}-${this.#added++}`, now: this.#world.now + this.aheadMs };
    this.#world.said.set(event.id, texts);
    const planned = texts.map((text) => ({ place: this.#world.place, how, tell: { kind: "text", text }, class: kind }));
    const taken = await changeRecord(
      this.#store,
      conversations,
      this.#world.record,
      { ...event, sender: this.courier.sender() },
      () => ({ planned }),
    );
    if (taken.kind === "changed") this.courier.send(conversations, taken.record);
  }

  /** The clock calls: leases are renewed, and what is due is taken over. */
  async tick(): Promise<void> {
    await this.courier.keep();
    if (!(await this.clock.isRight())) return;
    const record = await this.#store.get(conversations, this.#world.record);
    if (record?.sendAt != null && record.sendAt <= this.clock.now()) await this.courier.recover(conversations, record);
  }

  stops(): void {
    this.#gate.close();
  }
  goesOn(): void {
    this.#gate.open();
  }
}

/** A record, the platforms on which it is told, and a clock. */
export class World {
  readonly store: Store;
  readonly record: string;
  readonly place: Place;
  readonly platforms: readonly Platform[];
  now = 1_000_000;
  readonly #waiting: { readonly at: number; readonly wake: () => void }[] = [];

  /** What was written to be said, in order. */
  readonly added: string[] = [];
  /** By event. */
  readonly said = new Map<string, readonly string[]>();

  constructor(store: Store, record: string, place: Place, platforms: readonly Platform[]) {
    this.store = store;
    this.record = record;
    this.place = place;
    this.platforms = platforms;
  }

  async begin(): Promise<void> {
    const record = { _id: this.record, company: COMPANY, place: this.place, told: {}, ...emptyOutbox(COMPANY) };
    await this.store.insert(conversations, record);
  }

  wait(milliseconds: number): Promise<void> {
    const at = this.now + milliseconds;
    return new Promise((wake) => this.#waiting.push({ at, wake }));
  }

  passes(milliseconds: number): void {
    this.now += milliseconds;
    for (const one of this.#waiting.filter(({ at }) => at <= this.now)) {
      this.#waiting.splice(this.#waiting.indexOf(one), 1);
      one.wake();
    }
  }

  async standing(): Promise<Conversation> {
    const record = await this.store.get(conversations, this.record);
    if (!record) throw new Error("the record is gone");
    return record;
  }

  /** Lets time pass until nothing waits, with these processes alive. */
  async ends(processes: readonly Process[]): Promise<void> {
    for (let nth = 0; nth < 100; nth++) {
      this.passes(31_000);
      for (const process of processes) {
        await process.tick();
        await process.courier.settled();
      }
      const record = await this.standing();
      if (waitingIn(record).length === 0 && record.sendAt === null) return;
    }
    throw new Error(`still waiting: ${JSON.stringify((await this.standing()).outbox)}`);
  }
}

/** Lets whatever is under way go on for a while. */
export async function aWhile(turns: number): Promise<void> {
  for (let nth = 0; nth < turns; nth++) await new Promise((resolve) => setImmediate(resolve));
}

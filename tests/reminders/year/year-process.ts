import { receiverOf } from "../../../src/cadence/receiver.ts";
import { type Channel, PostFailed } from "../../../src/channels/channel.ts";
import type { Delivery } from "../../../src/deliveries/due/delivery.ts";
import { createDirectories, type Directories } from "../../../src/people/directory.ts";
import { planNudges } from "../../../src/reminders/plan-nudges.ts";
import { planSlots } from "../../../src/reminders/plan-slots.ts";
import { type PostPorts, postDelivery } from "../../../src/reminders/post-delivery.ts";
import { type DuePorts, sendAllDue } from "../../../src/reminders/send-due.ts";
import type { Store } from "../../../src/store/store.ts";

/** What has arrived: delivery → when, each time. */
export type Arrived = Map<string, number[]>;

/** At which of its calls of a port (the store's or the platform's) a process dies, and whether that call is still carried out. */
export interface Death {
  readonly atCall: number;
  readonly carriedOut: boolean;
}

class Died extends Error {
  override readonly name = "Died";
}

interface YearWorldParts {
  readonly store: Store;
  readonly arrived: Arrived;
  readonly logged: string[];
  readonly now: () => number;
  /** When somebody settled something last: until then what is known of people is up to date, and reading them all again would only cost time. */
  readonly settledAt: () => number;
}

/** One Luotsi among those on a store, until it dies: from then on none of its calls reaches anything. */
export class YearProcess {
  readonly #store: Store;
  readonly #name: string;
  readonly #world: YearWorldParts;
  readonly #directories: Directories;
  readonly #log;
  readonly #send: DuePorts["send"];
  #calls = 0;
  #death: Death | undefined;
  #isDead = false;

  constructor(world: YearWorldParts, name: string) {
    this.#name = name;
    this.#world = world;
    this.#log = {
      warn: () => undefined,
      error: (_: object, text: string) => void (this.isDead || world.logged.push(text)),
    };
    this.#store = this.#mortal(world.store);
    this.#directories = createDirectories(this.#store, world.settledAt);
    const target = { installation: "slack/T1", first: true, channel: this.#channel() };
    this.#send = postDelivery({
      store: this.#store,
      targetsFor: () => Promise.resolve([target]),
      draw: (delivery) => this.#draw(delivery),
      now: world.now,
      log: this.#log,
    });
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  /** One call of the clock. */
  async tick(death: Death | undefined): Promise<void> {
    this.#death = death;
    this.#calls = 0;
    const { now } = this.#world;
    const log = this.#log;
    try {
      const ports = { store: this.#store, directories: this.#directories, log };
      await planSlots(ports, now());
      await planNudges(ports, now());
      await sendAllDue({ store: this.#store, owner: this.#name, now, send: this.#send, log });
    } catch (error) {
      if (!this.isDead) throw error;
    }
  }

  /** As Slack does it: a message can be looked for by its delivery. */
  #channel(): Channel {
    const posted = (delivery: string) => ({ message: delivery, at: this.#world.now() });
    const { arrived } = this.#world;
    return {
      platform: "slack",
      post: (_company, _place, _message, delivery, _hurry, mayGo = () => true) =>
        this.#call(() => {
          if (!mayGo()) throw new PostFailed("not any more", { retryAfterSeconds: 1 });
          arrived.set(delivery, [...(arrived.get(delivery) ?? []), this.#world.now()]);
          return posted(delivery);
        }),
      find: (_company, _place, delivery) =>
        this.#call(() => (arrived.has(delivery) ? posted(delivery) : ("absent" as const))),
      edit: () => Promise.resolve(),
      showTyping: () => Promise.resolve(),
    };
  }

  /** There is always something to say, to whoever wants to hear it at this moment. */
  async #draw({ company, person }: Delivery): ReturnType<PostPorts["draw"]> {
    const { people } = await this.#directories.of(company);
    const standing = people.get(person);
    const hears = standing !== undefined && receiverOf(standing, people, this.#world.now())?._id === person;
    return hears ? { message: { text: "Viikon lista", blocks: [], language: "fi" }, shown: [] } : undefined;
  }

  async #call<T>(act: () => T | Promise<T>): Promise<T> {
    if (this.#isDead) throw new Died();
    this.#calls += 1;
    const dies = this.#death?.atCall === this.#calls;
    if (dies && !this.#death?.carriedOut) this.#isDead = true;
    if (this.#isDead) throw new Died();
    const done = await act();
    if (dies) this.#isDead = true;
    if (this.#isDead) throw new Died();
    return done;
  }

  #mortal(store: Store): Store {
    return {
      ...store,
      get: (collection, id) => this.#call(() => store.get(collection, id)),
      find: (collection, query) => this.#call(() => store.find(collection, query)),
      insert: (collection, document) => this.#call(() => store.insert(collection, document)),
      change: (collection, id, change) => this.#call(() => store.change(collection, id, change)),
    };
  }
}

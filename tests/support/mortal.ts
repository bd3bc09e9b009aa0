import type { Channel } from "../../src/channels/channel.ts";
import { PostFailed } from "../../src/channels/channel.ts";
import type { Store } from "../../src/store/store.ts";
import { StoreUnavailable } from "../../src/store/store-errors.ts";

/**
 * A process that is killed at one of its writes or calls to a platform, before it is carried out or right after; nothing reaches the outside from then
 * on. What it reads changes nothing, so dying there is the same as dying before what comes next.
 */
export class Mortal {
  #calls = 0;
  #dead = false;
  readonly #at: number;
  readonly #when: "before" | "after";

  constructor(at: number, when: "before" | "after") {
    this.#at = at;
    this.#when = when;
  }

  /** Whether it lived to be killed. */
  get dead(): boolean {
    return this.#dead;
  }

  readonly store = (store: Store): Store => {
    const gone = () => new StoreUnavailable("killed");
    return {
      get: (collection, id) => this.#look(() => store.get(collection, id), gone),
      getMany: (collection, ids) => this.#look(() => store.getMany(collection, ids), gone),
      find: (collection, query) => this.#look(() => store.find(collection, query), gone),
      insert: (collection, document) => this.#pass(() => store.insert(collection, document), gone),
      change: (collection, id, change) => this.#pass(() => store.change(collection, id, change), gone),
      remove: (collection, id) => this.#pass(() => store.remove(collection, id), gone),
      serverTime: () => store.serverTime(),
      close: () => Promise.resolve(),
    };
  };

  readonly channel = (channel: Channel): Channel => {
    const gone = () => new PostFailed("killed", { unclear: true });
    return {
      ...channel,
      post: (...sent) => this.#pass(() => channel.post(...sent), gone),
      edit: (...sent) => this.#pass(() => channel.edit(...sent), gone),
      find: (...asked) => this.#pass(() => channel.find(...asked), gone),
    };
  };

  async #look<T>(act: () => Promise<T>, gone: () => Error): Promise<T> {
    if (this.#dead) throw gone();
    return act();
  }

  async #pass<T>(act: () => Promise<T>, gone: () => Error): Promise<T> {
    if (this.#dead) throw gone();
    const isLast = ++this.#calls === this.#at;
    if (isLast) this.#dead = true;
    if (isLast && this.#when === "before") throw gone();
    const done = await act();
    // What was under way when it was killed may have been carried out; it hears no answer.
    if (this.#dead) throw gone();
    return done;
  }
}

import type { Store } from "../../src/store/store.ts";
import { StoreUnavailable } from "../../src/store/store-errors.ts";

export interface Faults {
  /** Nothing reaches the store. */
  away: boolean;
  /** The next so many writes are carried out, but their answers are lost. */
  loseAnswers: number;
  /** Called before each write is carried out, so that a test can stop there. */
  beforeWrite?: (() => void) | undefined;
}

/** For `beforeWrite`: so many writes are carried out, and then the process is gone, which writes nothing after that either. */
export function killedAfter(writes: number): () => void {
  let left = writes;
  return () => {
    left -= 1;
    if (left < 0) throw new StoreUnavailable("the process is gone");
  };
}

/** A store between which and Luotsi the network may fail. */
export function failingStore(store: Store, faults: Faults): Store {
  const read = <T>(act: () => Promise<T>): Promise<T> =>
    faults.away ? Promise.reject(new StoreUnavailable("away", { retryAfterSeconds: 1 })) : act();
  const write = async <T>(act: () => Promise<T>): Promise<T> => {
    const lost = await read(async () => {
      faults.beforeWrite?.();
      return act();
    });
    if (faults.loseAnswers > 0) {
      faults.loseAnswers -= 1;
      throw new StoreUnavailable("the answer was lost");
    }
    return lost;
  };
  return {
    get: (collection, id) => read(() => store.get(collection, id)),
    getMany: (collection, ids) => read(() => store.getMany(collection, ids)),
    find: (collection, query) => read(() => store.find(collection, query)),
    insert: (collection, document) => write(() => store.insert(collection, document)),
    change: (collection, id, change) => write(() => store.change(collection, id, change)),
    remove: (collection, id) => write(() => store.remove(collection, id)),
    serverTime: () => read(() => store.serverTime()),
    close: () => store.close(),
  };
}

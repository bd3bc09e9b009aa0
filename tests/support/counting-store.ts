import type { Store } from "../../src/store/store.ts";

/** What was asked of a store: "find responses", "change responses", "unmet responses" for a condition that did not hold. */
export class Counts {
  #all: string[] = [];

  note(what: string): void {
    this.#all.push(what);
  }

  /** All of it since the last time, in order. */
  take(): readonly string[] {
    return this.#all.splice(0);
  }
}

export function countingStore(store: Store, counts: Counts): Store {
  return {
    get: (collection, id) => {
      counts.note(`get ${collection.name}`);
      return store.get(collection, id);
    },
    getMany: (collection, ids) => {
      counts.note(`getMany ${collection.name}`);
      return store.getMany(collection, ids);
    },
    find: (collection, query) => {
      counts.note(`find ${collection.name}`);
      return store.find(collection, query);
    },
    insert: async (collection, document) => {
      counts.note(`insert ${collection.name}`);
      return store.insert(collection, document);
    },
    change: async (collection, id, change) => {
      const changed = await store.change(collection, id, change);
      counts.note(`${changed.kind === "unmet" ? "unmet" : "change"} ${collection.name}`);
      return changed;
    },
    remove: (collection, id) => {
      counts.note(`remove ${collection.name}`);
      return store.remove(collection, id);
    },
    serverTime: () => store.serverTime(),
    close: () => store.close(),
  };
}

import type { Collection } from "./collection.ts";
import { openEmbeddedStore } from "./embedded/open-embedded-store.ts";
import { type MongoStore, openMongoStore } from "./mongo/open-mongo-store.ts";
import type { Store } from "./store.ts";

export interface StoreOptions {
  /** Set: MongoDB and nothing else, even when it cannot be reached. */
  readonly mongodbUri?: string | undefined;
  /** The folder of the embedded store's file. */
  readonly dataDir: string;
  readonly collections: readonly Collection[];
}

/** Opens the store that the environment chose; throws StoreNotOpened with the way to mend it. Neither database's package is loaded unless chosen. */
export function openStore({ mongodbUri, dataDir, collections }: StoreOptions): Promise<Store | MongoStore> {
  return mongodbUri
    ? openMongoStore({ uri: mongodbUri, collections })
    : openEmbeddedStore({ folder: dataDir, collections });
}

import type { Collection } from "../collection.ts";
import type { Store } from "../store.ts";
import { StoreNotOpened } from "../store-errors.ts";
import { closeDatabaseFile, openDatabaseFile } from "./database-file.ts";
import { createEmbeddedStore } from "./embedded-store.ts";
import { sqliteCode, translated } from "./errors.ts";
import { prepareTables } from "./tables.ts";

export interface EmbeddedStoreOptions {
  /** Where `luotsi.db` lies; made when missing. */
  readonly folder: string;
  readonly collections: readonly Collection[];
}

/**
 * The store in one SQLite file, for one process at a time: a second one is refused, and `kill -9` leaves no stale lock. Throws
 * StoreNotOpened, with nothing overwritten, when the file is in use, damaged, foreign, newer than this program, or cannot be written.
 */
export async function openEmbeddedStore({ folder, collections }: EmbeddedStoreOptions): Promise<Store> {
  const file = await openDatabaseFile(folder);
  try {
    prepareTables(file, collections);
    return createEmbeddedStore(file, collections);
  } catch (error) {
    closeDatabaseFile(file);
    if (!sqliteCode(error)) throw error;
    const failure = translated(error, file.path);
    throw new StoreNotOpened(failure instanceof Error ? failure.message : `${file.path} could not be prepared.`, {
      cause: error,
    });
  }
}

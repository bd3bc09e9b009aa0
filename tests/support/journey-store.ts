import { rmSync } from "node:fs";
import { collections } from "../../src/collections.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";

/** Opens a journey's store in its folder: the embedded one, or with TEST_MONGODB_URI a database of its own on that server, or behind `through`. */
export async function openJourneyStore(folder: string, through?: string): Promise<Store> {
  const server = through ?? process.env.TEST_MONGODB_URI;
  const mongodbUri = server === undefined ? undefined : databaseAddress(server, folder);
  const store = await openStore({ mongodbUri, dataDir: folder, collections });
  // The journey's clock stands where it is put: the server's has nothing to say.
  return { ...store, serverTime: () => Promise.resolve(undefined) };
}

/** Leaves nothing behind, neither in the folder nor on the server. */
export async function dropJourneyStore(folder: string): Promise<void> {
  const server = process.env.TEST_MONGODB_URI;
  if (server !== undefined) {
    const { MongoClient } = await import("mongodb");
    const client = await MongoClient.connect(server);
    await client.db(databaseOf(folder)).dropDatabase();
    await client.close();
  }
  rmSync(folder, { recursive: true, force: true });
}

function databaseOf(folder: string): string {
  return folder.split(/[\\/]/).at(-1) ?? "journey";
}

function databaseAddress(server: string, folder: string): string {
  const address = new URL(server);
  address.pathname = `/${databaseOf(folder)}`;
  return address.href;
}

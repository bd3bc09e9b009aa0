import type { Db, MongoClient } from "mongodb";
import type { Collection } from "../collection.ts";
import type { Store } from "../store.ts";
import { StoreNotOpened } from "../store-errors.ts";
import { isOtherReplicaSet, isRefusedUser } from "./errors.ts";
import { makeIndexes, missingIndexes } from "./indexes.ts";
import { databaseOf, hostsOf, namesUser } from "./mongo-address.ts";
import { createMongoStore } from "./mongo-store.ts";
import { within } from "./within.ts";

export interface MongoStoreOptions {
  /** MONGODB_URI; its path names the database, "luotsi" where it names none. */
  readonly uri: string;
  readonly collections: readonly Collection[];
  /** Another database than the one that the address names. */
  readonly database?: string;
  /**
   * Limit of each stage of an operation (finding a server, getting a connection, connecting, waiting for the answer), 5 s unless told. The
   * driver has no limit of the whole: its `timeoutMS` has no effect since 7.8 (mongodb.com/docs/drivers/node, "Limit Server Execution Time").
   */
  readonly stageMs?: number;
}

/** The store, and the database in which it lies: for the clock, whose library keeps its own jobs there. Closed with the store. */
export interface MongoStore extends Store {
  readonly database: Db;
}

/**
 * The store in MongoDB: a single server, a replica set or Atlas; any number of processes. Throws StoreNotOpened within seconds when the
 * server cannot be reached or refuses; neither message nor cause ever holds the address's user or password.
 */
export async function openMongoStore({
  uri,
  collections,
  database,
  stageMs = 5_000,
}: MongoStoreOptions): Promise<MongoStore> {
  const name = database ?? databaseOf(uri);
  // The majority gets less than the whole stage, so that the server itself says that it did not answer and the connection can be kept.
  const client = await clientOf(uri, stageMs, { socketTimeoutMS: stageMs, wtimeoutMS: stageMs * 0.8 });
  try {
    // Looking up the hosts of a mongodb+srv address has no limit of its own.
    await within(stageMs + 500, client.connect());
    await client.db(name).command({ ping: 1 });
    const missing = await missingIndexes(client.db(name), collections);
    if (missing.length > 0) await withPatience(uri, stageMs, (patient) => makeIndexes(patient.db(name), missing));
    const opened = client.db(name);
    const store = createMongoStore({ client, database: opened, collections, answerWithinMs: 2 * stageMs + 2_000 });
    return { ...store, database: opened };
  } catch (error) {
    await client.close();
    if (error instanceof StoreNotOpened) throw error;
    throw new StoreNotOpened(mend(error, uri));
  }
}

/** A client that waits for as long as the server works: making an index over many documents takes minutes. */
async function withPatience(uri: string, stageMs: number, work: (client: MongoClient) => Promise<void>): Promise<void> {
  const client = await clientOf(uri, stageMs, { socketTimeoutMS: 0 });
  try {
    await work(client);
  } finally {
    await client.close();
  }
}

interface Limits {
  readonly socketTimeoutMS: number;
  readonly wtimeoutMS?: number;
}

async function clientOf(uri: string, stageMs: number, { socketTimeoutMS, wtimeoutMS }: Limits): Promise<MongoClient> {
  const { MongoClient } = await import("mongodb");
  try {
    return new MongoClient(uri, {
      appName: "luotsi",
      readPreference: "primary",
      writeConcern: { w: "majority", journal: true, ...(wtimeoutMS === undefined ? {} : { wtimeoutMS }) },
      retryWrites: true,
      retryReads: true,
      ignoreUndefined: true,
      socketTimeoutMS,
      serverSelectionTimeoutMS: stageMs,
      waitQueueTimeoutMS: stageMs,
      connectTimeoutMS: stageMs,
    });
  } catch {
    // The driver's message may quote the address with its password.
    throw new StoreNotOpened(
      "MONGODB_URI is no address of MongoDB. Write it as mongodb://host:27017/luotsi or mongodb+srv://user:password@host/luotsi, " +
        "with special characters of the password percent-encoded.",
    );
  }
}

function mend(error: unknown, uri: string): string {
  const hosts = hostsOf(uri);
  if (isRefusedUser(error, namesUser(uri)))
    return `MongoDB at ${hosts} refused the user. Check the user, password and rights in MONGODB_URI.`;
  if (isOtherReplicaSet(error))
    return `MongoDB at ${hosts} answers, but does not belong to the replica set that MONGODB_URI names. Write its name after replicaSet=, or leave that out.`;
  const name = error instanceof Error ? error.name : "unknown";
  return (
    `MongoDB at ${hosts} could not be reached or opened (${name}). Check that it runs and that MONGODB_URI and the network lead to it ` +
    "(on Atlas: the access list). Leave MONGODB_URI empty to store in a file under DATA_DIR."
  );
}

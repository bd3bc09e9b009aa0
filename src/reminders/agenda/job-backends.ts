import type { Db } from "@agendajs/mongo-backend";
import type { AgendaBackend } from "agenda";
import type { Store } from "../../store/store.ts";
import { storeJobs } from "./store-jobs.ts";

/** Agenda's jobs in the collection `jobs` of our own store. */
export function storeBackend(store: Store): AgendaBackend {
  const repository = storeJobs(store);
  return { name: "Luotsi's store", repository, ownsConnection: false, connect: noConnection, disconnect: noConnection };
}

/**
 * Agenda's own jobs in MongoDB, over the connection that the store has opened, with its limits and its write concern. Agenda's journal of
 * events is left out: it would make a collection that nobody reads.
 */
export async function mongoBackend(database: Db): Promise<AgendaBackend> {
  const { MongoJobRepository } = await import("@agendajs/mongo-backend");
  const repository = new MongoJobRepository({ mongo: database, db: { collection: "agendaJobs" } });
  return {
    name: "MongoDB",
    repository,
    ownsConnection: false,
    connect: () => repository.connect(),
    disconnect: noConnection,
  };
}

/** The store opens and closes the connection. */
async function noConnection(): Promise<void> {
  return undefined;
}

import type { Db, MongoClient, Collection as Raw } from "mongodb";
import { checkChange } from "../check-change.ts";
import type { Collection, Stored } from "../collection.ts";
import { fitting, toStore } from "../fit.ts";
import { inTurns } from "../in-turns.ts";
import { resolveQuery } from "../resolve-query.ts";
import { checkedId } from "../scalars.ts";
import type { Changed, Store } from "../store.ts";
import { StoreMisused, StoreUnavailable } from "../store-errors.ts";
import { isTaken, translated } from "./errors.ts";
import { guarded, matching, type RawDocument } from "./filters.ts";
import { serverTimeOf } from "./server-time.ts";
import { updateOf } from "./update.ts";
import { within } from "./within.ts";

export interface MongoStoreParts {
  readonly client: MongoClient;
  readonly database: Db;
  readonly collections: readonly Collection[];
  /** After this time a call ends in StoreUnavailable, whatever the driver is still trying. */
  readonly answerWithinMs: number;
}

/** The port over a connected client whose indexes are made. A change is one findOneAndUpdate, with its conditions in the filter. */
export function createMongoStore({ client, database, collections, answerWithinMs }: MongoStoreParts): Store {
  const declared = new Map(collections.map(({ name }) => [name, database.collection<RawDocument>(name)]));
  const underWay = new Set<Promise<unknown>>();
  let closed = false;

  function raw(collection: Pick<Collection, "name">): Raw<RawDocument> {
    if (closed) throw new StoreUnavailable("The store is closed.");
    const found = declared.get(collection.name);
    if (!found) throw new StoreMisused(`The store was opened without the collection ${collection.name}.`);
    return found;
  }

  async function asking<R>(asked: string, work: () => Promise<R>): Promise<R> {
    const answer = work().finally(() => underWay.delete(answer));
    underWay.add(answer);
    try {
      return await within(answerWithinMs, answer);
    } catch (error) {
      throw translated(error, asked);
    }
  }

  return {
    async get(collection, id) {
      const from = raw(collection);
      const _id = checkedId(id, collection.name);
      const found = await asking(`get ${collection.name}`, () => from.findOne({ _id }));
      return found === null ? undefined : fitting(collection, found);
    },

    async getMany(collection, ids) {
      const from = raw(collection);
      const wanted = ids.map((id) => checkedId(id, collection.name));
      if (wanted.length === 0) return [];
      const found = await asking(`getMany ${collection.name}`, () => from.find({ _id: { $in: wanted } }).toArray());
      const byId = new Map(found.map((document) => [document._id, fitting(collection, document)]));
      return wanted.flatMap((id) => byId.get(id) ?? []);
    },

    async find(collection, query) {
      const from = raw(collection);
      const resolved = resolveQuery(collection, query);
      if (!resolved) return [];
      const { order, limit } = resolved;
      const found = await asking(`find ${collection.name}.${query.name}`, () =>
        from.find(matching(resolved), { sort: order === "_id" ? { _id: 1 } : { [order]: 1, _id: 1 }, limit }).toArray(),
      );
      return inTurns(found, (document) => fitting(collection, document));
    },

    async insert(collection, document) {
      const into = raw(collection);
      const fitted = fitting(collection, document);
      const stored = { ...toStore(collection, fitted), _id: fitted._id };
      return asking(`insert ${collection.name}`, async () => {
        try {
          await into.insertOne(stored);
          return "inserted";
        } catch (error) {
          if (isTaken(error)) return "exists";
          throw error;
        }
      });
    },

    async change<T extends Stored>(collection: Collection<T>, id: string, change: Parameters<Store["change"]>[2]) {
      const of = raw(collection);
      const _id = checkedId(id, collection.name);
      const checked = checkChange(collection, change);
      const filter = guarded(_id, checked);
      const update = updateOf(checked);
      return asking(`change ${collection.name}`, async (): Promise<Changed<T>> => {
        const changed = await (update
          ? of.findOneAndUpdate(filter, update, { returnDocument: "after" })
          : of.findOne(filter));
        if (changed !== null) return { kind: "changed", document: fitting(collection, changed) };
        // An update that matched nothing has waited for the majority as well, so what this read shows is durable.
        const standing = await of.findOne({ _id });
        return standing === null ? { kind: "missing" } : { kind: "unmet", document: fitting(collection, standing) };
      });
    },

    async remove(collection, id) {
      const from = raw(collection);
      const _id = checkedId(id, collection.name);
      const { deletedCount } = await asking(`remove ${collection.name}`, () => from.deleteOne({ _id }));
      return deletedCount === 1;
    },

    async serverTime() {
      if (closed) throw new StoreUnavailable("The store is closed.");
      return asking("serverTime", () => serverTimeOf(database));
    },

    async close() {
      if (closed) return;
      closed = true;
      await Promise.allSettled(underWay);
      await client.close();
    },
  };
}

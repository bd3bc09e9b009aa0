import type { Db } from "mongodb";
import type { Collection, Index } from "../collection.ts";
import { StoreNotOpened } from "../store-errors.ts";
import { isTaken, serverCode } from "./errors.ts";

/** An index that a collection declares and the database does not have, or has otherwise. */
export interface MissingIndex {
  readonly collection: string;
  readonly name: string;
  readonly key: { readonly [field: string]: 1 };
  readonly unique: boolean;
  /** One of the same name is there with other fields; it gives way. */
  readonly outdated: boolean;
}

const NAMESPACE_NOT_FOUND = 26;
const INDEX_NOT_FOUND = 27;

export async function missingIndexes(
  database: Db,
  collections: readonly Collection[],
): Promise<readonly MissingIndex[]> {
  const missing = await Promise.all(
    collections.map(async ({ name: collection, indexes }) => {
      const present = new Map((await indexesOf(database, collection)).map((index) => [index.name, index]));
      return indexes.flatMap((index) => {
        const wanted = { collection, name: index.name, key: keyOf(index), unique: index.unique === true };
        const found = present.get(index.name);
        if (!found) return [{ ...wanted, outdated: false }];
        const same = sameKey(found.key, wanted.key) && (found.unique === true) === wanted.unique;
        return same ? [] : [{ ...wanted, outdated: true }];
      });
    }),
  );
  return missing.flat();
}

/** Makes them one after another; each may take long where many documents are. Others' indexes are left alone. */
export async function makeIndexes(database: Db, missing: readonly MissingIndex[]): Promise<void> {
  for (const { collection, name, key, unique, outdated } of missing) {
    const into = database.collection(collection);
    if (outdated) await unless(INDEX_NOT_FOUND, into.dropIndex(name), undefined);
    try {
      await into.createIndexes([{ name, key, ...(unique ? { unique } : {}) }]);
    } catch (error) {
      if (!isTaken(error)) throw error;
      throw new StoreNotOpened(
        `MongoDB's collection ${collection} holds documents that are alike where the unique index ${name} allows one. ` +
          "Remove the doubles and start again.",
      );
    }
  }
}

/** With the id at its end an index also gives the order of the results; in a unique one the id would undo the uniqueness. */
function keyOf(index: Index): MissingIndex["key"] {
  const fields = index.unique || index.fields.includes("_id") ? index.fields : [...index.fields, "_id"];
  return Object.fromEntries(fields.map((field) => [field, 1]));
}

/** The order of the fields counts. */
function sameKey(one: object, other: object): boolean {
  return JSON.stringify(Object.entries(one)) === JSON.stringify(Object.entries(other));
}

function indexesOf(database: Db, collection: string) {
  return unless(NAMESPACE_NOT_FOUND, database.collection(collection).indexes(), []);
}

async function unless<T, O>(code: number, asked: Promise<T>, otherwise: O): Promise<T | O> {
  try {
    return await asked;
  } catch (error) {
    if (serverCode(error) === code) return otherwise;
    throw error;
  }
}

import type Libsql from "libsql";
import type { Collection, Index } from "../collection.ts";
import { StoreNotOpened } from "../store-errors.ts";
import { type DatabaseFile, markOurs } from "./database-file.ts";
import { isTaken } from "./errors.ts";

const NAME = /^[A-Za-z][A-Za-z0-9-]*$/;
const PATH = /^[A-Za-z_][\w-]*(\.[\w-]+)*$/;

/** A collection's table, as SQL. Names come from declarations only; they are checked because they stand in SQL unescaped. */
export function tableOf(collection: Pick<Collection, "name">): string {
  if (!NAME.test(collection.name)) throw new Error(`"${collection.name}" cannot name a collection`);
  return `"c_${collection.name}"`;
}

/** What stands at a field path of a document, as SQL; the same words in index and query, which is how SQLite knows to use the index. */
export function fieldOf(path: string): string {
  if (!PATH.test(path)) throw new Error(`"${path}" cannot be a field`);
  if (path === "_id") return "_id";
  const steps = path.split(".").map((segment) => `."${segment}"`);
  return `json_extract(doc,'$${steps.join("")}')`;
}

/** Makes missing tables and indexes, makes changed indexes anew and drops those that are no longer declared; tables are never dropped. */
export function prepareTables({ database, path }: DatabaseFile, collections: readonly Collection[]): void {
  const wanted = new Map(collections.flatMap((one) => one.indexes.map((index) => indexSql(one, index))));
  database.exec("BEGIN IMMEDIATE");
  try {
    markOurs(database);
    for (const collection of collections)
      database.exec(
        `CREATE TABLE IF NOT EXISTS ${tableOf(collection)} (_id TEXT PRIMARY KEY NOT NULL, doc TEXT NOT NULL)`,
      );
    const present = presentIndexes(database);
    for (const [name, sql] of present) if (wanted.get(name) !== sql) database.exec(`DROP INDEX "${name}"`);
    for (const [name, sql] of wanted) if (present.get(name) !== sql) makeIndex(database, path, name, sql);
    database.exec("COMMIT");
  } catch (error) {
    if (database.inTransaction) database.exec("ROLLBACK");
    throw error;
  }
}

function indexSql(collection: Collection, index: Index): readonly [name: string, sql: string] {
  const name = `i_${collection.name}_${index.name}`;
  // With the id at its end an index also gives the order of the results; in a unique one the id would undo the uniqueness.
  const fields = index.unique || index.fields.includes("_id") ? index.fields : [...index.fields, "_id"];
  const kind = index.unique ? "UNIQUE INDEX" : "INDEX";
  return [name, `CREATE ${kind} "${name}" ON ${tableOf(collection)} (${fields.map(fieldOf).join(", ")})`];
}

function presentIndexes(database: Libsql.Database): ReadonlyMap<string, string> {
  const rows = database
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type='index' AND sql IS NOT NULL")
    .raw(true)
    .all();
  return new Map(rows.flatMap((row) => (Array.isArray(row) ? [[String(row[0]), String(row[1])] as const] : [])));
}

function makeIndex(database: Libsql.Database, path: string, name: string, sql: string): void {
  try {
    database.exec(sql);
  } catch (error) {
    if (!isTaken(error)) throw error;
    throw new StoreNotOpened(
      `${path}: documents are alike where the unique index ${name} allows one. Nothing was changed.`,
    );
  }
}

import type Libsql from "libsql";
import { type CheckedChange, checkChange } from "../check-change.ts";
import type { Collection, Stored } from "../collection.ts";
import { fitting, toStore } from "../fit.ts";
import { surelyFits } from "../fit-after.ts";
import { inTurns } from "../in-turns.ts";
import { resolveQuery } from "../resolve-query.ts";
import { checkedId } from "../scalars.ts";
import { refuseTooLarge } from "../storable.ts";
import type { Changed, Store } from "../store.ts";
import { StoredDocumentInvalid, StoreMisused, StoreUnavailable } from "../store-errors.ts";
import { applied, meets, valueAt } from "./apply-change.ts";
import { closeDatabaseFile, type DatabaseFile } from "./database-file.ts";
import { createDocumentCache } from "./document-cache.ts";
import { isTaken, translated } from "./errors.ts";
import { createFoundCache } from "./found-cache.ts";
import { createGroupCommit } from "./group-commit.ts";
import { type Bound, select } from "./select.ts";
import { tableOf } from "./tables.ts";

/** The port over an opened file whose tables are made. Reads see what is committed; writes share commits. */
export function createEmbeddedStore(file: DatabaseFile, collections: readonly Collection[]): Store {
  const { database, path } = file;
  const declared = new Map(collections.map((one) => [one.name, statementsOf(database, one)]));
  const selects = new Map<string, Libsql.Statement>();
  const cache = createDocumentCache();
  const found = createFoundCache();
  const commits = createGroupCommit(database, (error) => {
    // What the group's writes left there was undone with them.
    cache.clear();
    found.clear();
    return translated(error, path);
  });
  let closed = false;

  function statements(collection: Pick<Collection, "name">): Statements {
    if (closed) throw new StoreUnavailable("The store is closed.");
    const prepared = declared.get(collection.name);
    if (!prepared) throw new StoreMisused(`The store was opened without the collection ${collection.name}.`);
    return prepared;
  }

  function kept(sql: string): Libsql.Statement {
    const statement = selects.get(sql) ?? database.prepare(sql).raw(true);
    selects.set(sql, statement);
    return statement;
  }

  function reading<R>(read: () => R): R {
    try {
      return read();
    } catch (error) {
      throw translated(error, path);
    }
  }

  function standing<T extends Stored>(collection: Collection<T>, { byId }: Statements, id: string): T | undefined {
    const known = cache.get(collection, id);
    if (known) return known;
    const text = first(byId, [id]);
    return text === undefined ? undefined : cache.keep(collection, documentOf(collection, text), text);
  }

  return {
    async get(collection, id) {
      const prepared = statements(collection);
      checkedId(id, collection.name);
      return reading(() => standing(collection, prepared, id));
    },

    async getMany(collection, ids) {
      const prepared = statements(collection);
      for (const id of ids) checkedId(id, collection.name);
      return ids.flatMap((id) => reading(() => standing(collection, prepared, id)) ?? []);
    },

    async find(collection, query) {
      const prepared = statements(collection);
      const known = found.get(collection, query);
      if (known) return known.flatMap((id) => reading(() => standing(collection, prepared, id)) ?? []);
      const resolved = resolveQuery(collection, query);
      if (!resolved) return [];
      const asked = select(collection, resolved);
      const rows = reading(() => kept(asked.sql).all([...asked.values]));
      found.keep(
        collection,
        query,
        rows.map((row) => textOf(row, 1)),
      );
      // Not kept: a sweep would drive out what turns read.
      return inTurns(rows, (row) => cache.get(collection, textOf(row, 1)) ?? documentOf(collection, textOf(row)));
    },

    async insert(collection, document) {
      const { add } = statements(collection);
      const text = textOfDocument(collection, fitting(collection, document));
      return commits.write(() => {
        if (add.run([document._id, text]).changes !== 1) return "exists";
        found.wrote(collection, undefined, document);
        return "inserted";
      });
    },

    async change<T extends Stored>(collection: Collection<T>, id: string, change: Parameters<Store["change"]>[2]) {
      const prepared = statements(collection);
      const checked = checkChange(collection, change);
      checkedId(id, collection.name);
      return commits.write((): Changed<T> => {
        const document = standing(collection, prepared, id);
        if (document === undefined) return { kind: "missing" };
        if (!meets(document, checked)) return { kind: "unmet", document };
        const { changed, text } = afterChange(collection, document, checked);
        writeUnlessTaken(() => prepared.replace.run([text, id]), collection.name);
        found.wrote(collection, document, changed);
        return { kind: "changed", document: cache.keep(collection, changed, text) };
      }, change.patient);
    },

    async remove(collection, id) {
      const { drop } = statements(collection);
      checkedId(id, collection.name);
      return commits.write(() => {
        const removed = drop.run([id]).changes === 1;
        cache.drop(collection, id);
        found.wrote(collection, undefined, undefined);
        return removed;
      });
    },

    serverTime: () => Promise.resolve(undefined),

    async close() {
      if (closed) return;
      closed = true;
      commits.finish();
      reading(() => closeDatabaseFile(file));
    },
  };
}

interface Statements {
  readonly byId: Libsql.Statement<Bound[][]>;
  readonly add: Libsql.Statement<Bound[][]>;
  readonly replace: Libsql.Statement<Bound[][]>;
  readonly drop: Libsql.Statement<Bound[][]>;
}

function statementsOf(database: Libsql.Database, collection: Collection): Statements {
  const table = tableOf(collection);
  return {
    byId: database.prepare<Bound[][]>(`SELECT doc FROM ${table} WHERE _id = ?`).raw(true),
    add: database.prepare<Bound[][]>(`INSERT INTO ${table} (_id, doc) VALUES (?, ?) ON CONFLICT DO NOTHING`),
    replace: database.prepare<Bound[][]>(`UPDATE ${table} SET doc = ? WHERE _id = ?`),
    drop: database.prepare<Bound[][]>(`DELETE FROM ${table} WHERE _id = ?`),
  };
}

function first(statement: Libsql.Statement<Bound[][]>, values: Bound[]): string | undefined {
  const row = statement.get(values);
  return row === undefined ? undefined : textOf(row);
}

function textOf(row: unknown, column = 0): string {
  if (Array.isArray(row) && typeof row[column] === "string") return row[column];
  throw new Error("a row of documents is not one text");
}

/** A document as it stands after a change, and its text. Most changes need not read the whole of it again: their values were seen, the rest was before. */
function afterChange<T extends Stored>(
  collection: Collection<T>,
  before: T,
  change: CheckedChange,
): { readonly changed: T; readonly text: string } {
  const after = applied(before, change);
  if (!surelyFits(collection, change, before, (path) => valueAt(after, path))) {
    const changed = fitting(collection, after);
    return { changed, text: textOfDocument(collection, changed) };
  }
  const text = JSON.stringify(after);
  refuseTooLarge(text, collection.name);
  // It fits, so it is one of the collection's documents.
  return { changed: after as T, text };
}

function textOfDocument<T extends Stored>(collection: Collection<T>, document: T): string {
  return JSON.stringify(toStore(collection, document));
}

function documentOf<T extends Stored>(collection: Collection<T>, text: string): T {
  return fitting(collection, parsed(collection, text));
}

function parsed(collection: Pick<Collection, "name">, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's message quotes the text, which may be an answer.
    throw new StoredDocumentInvalid(`A document of ${collection.name} is no JSON: the data file is damaged.`);
  }
}

function writeUnlessTaken(write: () => unknown, name: string): void {
  try {
    write();
  } catch (error) {
    if (!isTaken(error)) throw error;
    throw new StoredDocumentInvalid(
      `A change in ${name} would give a document what a unique index allows to one only.`,
    );
  }
}

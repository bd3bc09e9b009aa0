import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync, statSync } from "node:fs";
import { join } from "node:path";
import type Libsql from "libsql";
import { StoreNotOpened } from "../store-errors.ts";
import { sqliteCode } from "./errors.ts";

/** "Luot" in ASCII: tells our file from another program's SQLite file. */
const APPLICATION_ID = 0x4c756f74;
/** How documents and indexes lie in the file. A newer number than ours belongs to a newer Luotsi. */
const FILE_VERSION = 1;

export interface DatabaseFile {
  readonly path: string;
  readonly database: Libsql.Database;
}

/**
 * Opens `<folder>/luotsi.db`, making both where they are missing, and holds its lock for as long as the process lives. Nothing is written
 * before the file is known to be ours, whole, and not newer than this program; else StoreNotOpened names the file and says how to mend it.
 */
export async function openDatabaseFile(folder: string): Promise<DatabaseFile> {
  const path = join(folder, "luotsi.db");
  const { default: Database } = await import("libsql");
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const database = new Database(path);
    try {
      takeLock(database);
      proveOurs(database, path);
      keepPrivate(path);
      setDurability(database);
    } catch (error) {
      database.close();
      throw error;
    }
    makeNameDurable(folder);
    return { path, database };
  } catch (error) {
    if (error instanceof StoreNotOpened) throw error;
    throw new StoreNotOpened(reason(error, path, folder), { cause: error });
  }
}

/** Marks a new file as ours; called in the transaction that makes its tables. */
export function markOurs(database: Libsql.Database): void {
  if (readRow(database, "PRAGMA user_version")[0] === FILE_VERSION) return;
  database.exec(`PRAGMA application_id=${APPLICATION_ID}; PRAGMA user_version=${FILE_VERSION}`);
}

/**
 * Lets go of the file. libsql keeps a connection open until its last prepared statement is garbage; so the lock is given back by leaving
 * WAL and exclusive mode first (an exclusive lock taken with WAL can only be left so: sqlite.org/pragma.html, locking_mode).
 */
export function closeDatabaseFile({ database }: DatabaseFile): void {
  try {
    readRow(database, "PRAGMA journal_mode=DELETE");
    readRow(database, "PRAGMA locking_mode=NORMAL");
    readRow(database, "SELECT count(*) FROM sqlite_schema");
  } finally {
    database.close();
  }
}

/** The first row's values. Always `raw`: libsql adds a member of its own to rows that are objects. */
export function readRow(database: Libsql.Database, sql: string): readonly unknown[] {
  const row = database.prepare(sql).raw(true).get();
  return Array.isArray(row) ? row : [];
}

function takeLock(database: Libsql.Database): void {
  database.exec("PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT");
}

function proveOurs(database: Libsql.Database, path: string): void {
  const [application] = readRow(database, "PRAGMA application_id");
  const [version] = readRow(database, "PRAGMA user_version");
  const [tables] = readRow(database, "SELECT count(*) FROM sqlite_schema");
  if (application !== APPLICATION_ID && !(application === 0 && version === 0 && tables === 0))
    throw new StoreNotOpened(`${path} is a database of another program. Set DATA_DIR to a folder of Luotsi's own.`);
  if (typeof version !== "number" || version > FILE_VERSION)
    throw new StoreNotOpened(
      `${path} was written by a newer Luotsi (file version ${version}, this one knows ${FILE_VERSION}). ` +
        "Start that version, or set DATA_DIR to another folder. Nothing was changed.",
    );
  const [verdict] = readRow(database, "PRAGMA quick_check(1)");
  if (verdict !== "ok") throw new StoreNotOpened(damaged(path));
}

/** Answers are nobody else's on the machine, whatever the folder's mode: SQLite gives the files beside it the mode of the database (Windows has no modes). */
function keepPrivate(path: string): void {
  if (process.platform === "win32") return;
  for (const file of [path, `${path}-wal`, `${path}-shm`]) {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found && found.uid === process.getuid?.() && (found.mode & 0o077) !== 0) chmodSync(file, 0o600);
  }
}

/** A commit returns only when its bytes are on the disk: sqlite.org/pragma.html, synchronous; fullfsync matters on macOS. */
function setDurability(database: Libsql.Database): void {
  const [mode] = readRow(database, "PRAGMA journal_mode=WAL");
  if (mode !== "wal") throw new Error(`journal_mode is ${mode} where wal was asked`);
  database.exec("PRAGMA synchronous=FULL; PRAGMA fullfsync=ON; PRAGMA checkpoint_fullfsync=ON");
}

/** A new file's name lies in its folder, which has a durability of its own; Windows cannot flush a folder and does not need to. */
function makeNameDurable(folder: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  fsyncSync(handle);
  closeSync(handle);
}

function damaged(path: string): string {
  return `${path} is damaged or no database. Nothing was changed: move it away to start empty, or restore it from a backup.`;
}

function reason(error: unknown, path: string, folder: string): string {
  const code = sqliteCode(error);
  if (code === "SQLITE_BUSY" || code === "SQLITE_LOCKED")
    return `${path} is in use: another Luotsi is running on it. Stop that one, or set DATA_DIR to another folder.`;
  if (code === "SQLITE_NOTADB" || code === "SQLITE_CORRUPT") return damaged(path);
  const detail =
    code ?? (error instanceof Error && "code" in error ? error.code : undefined) ?? "it could not be opened";
  return `${path} cannot be opened or written (${detail}). Check the rights and room of ${folder}, or set DATA_DIR to another folder.`;
}

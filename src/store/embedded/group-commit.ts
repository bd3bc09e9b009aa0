import type Libsql from "libsql";
import { sqliteCode } from "./errors.ts";

/** Writes that share one commit, and so one flush of the disk. */
export interface GroupCommit {
  /** Carries out `work` in the next commit; settles only after that commit is on the disk. What is patient waits a moment for a commit that comes anyhow. */
  write<T>(work: () => T, patient?: boolean): Promise<T>;
  /** Commits what is waiting. */
  finish(): void;
}

interface Waiting {
  /** Does its part of the transaction; what it returns tells the asker, once the commit is done. */
  readonly carryOut: () => () => void;
  readonly fail: (error: unknown) => void;
}

/** Bounds how long one commit keeps the event loop. */
const LARGEST_GROUP = 256;
/** For how long a commit waits for writes that are just coming: under load it costs more than the writes that it is for. */
const LONGEST_WAIT_MS = 20;
/** A turn of the event loop that took longer did some work, and where there is work there are more writes to come. */
const BUSY_MS = 0.03;
/** For how long what is patient waits for a commit of others. */
const PATIENCE_MS = 4;

/**
 * Writes asked for in one turn of the event loop, or in turns that follow one another without a pause, are carried out in one transaction. `work` does at
 * most one writing statement, as its last act: so a work that throws (a condition, a document that does not fit) fails alone, while SQLite's own failure
 * fails the whole group.
 */
export function createGroupCommit(database: Libsql.Database, translate: (error: unknown) => unknown): GroupCommit {
  const begin = database.prepare("BEGIN IMMEDIATE");
  const commit = database.prepare("COMMIT");
  let waiting: Waiting[] = [];
  let scheduled = false;
  let patience: NodeJS.Timeout | undefined;

  function schedule(): void {
    clearTimeout(patience);
    patience = undefined;
    if (scheduled) return;
    scheduled = true;
    const since = performance.now();
    const look = (before: number, lookedAt: number) => {
      const now = performance.now();
      const comes = waiting.length > before || now - lookedAt > BUSY_MS;
      if (comes && waiting.length < LARGEST_GROUP && now - since < LONGEST_WAIT_MS) {
        setImmediate(look, waiting.length, now);
        return;
      }
      scheduled = false;
      commitGroup();
    };
    setImmediate(look, 0, since);
  }

  function commitGroup(): void {
    const group = waiting.slice(0, LARGEST_GROUP);
    waiting = waiting.slice(LARGEST_GROUP);
    if (waiting.length > 0) schedule();
    if (group.length === 0) return;
    try {
      begin.run();
      const done = group.map(({ carryOut, fail }) => {
        try {
          return carryOut();
        } catch (error) {
          if (sqliteCode(error)) throw error;
          return () => fail(error);
        }
      });
      commit.run();
      for (const tell of done) tell();
    } catch (error) {
      rollBack(database);
      const translated = translate(error);
      for (const { fail } of group) fail(translated);
    }
  }

  return {
    write: (work, patient = false) =>
      new Promise((resolve, reject) => {
        waiting.push({
          carryOut: () => {
            const result = work();
            return () => resolve(result);
          },
          fail: reject,
        });
        if (!patient) schedule();
        else if (!scheduled) patience ??= setTimeout(schedule, PATIENCE_MS);
      }),
    finish: () => {
      while (waiting.length > 0) commitGroup();
    },
  };
}

/** After some failures SQLite has already rolled back by itself (sqlite.org/lang_transaction.html). */
function rollBack(database: Libsql.Database): void {
  if (database.inTransaction) database.exec("ROLLBACK");
}

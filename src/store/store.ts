import type { Collection, Scalar, Stored } from "./collection.ts";

/** A value that JSON can hold; what a change may set. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * A conditional change of one document, carried out as one atomic step. Paths are dotted ("answers.data-management.revision"); a segment
 * never contains "." or "$". All of `when` must hold, else nothing changes.
 */
export interface Change {
  /** Path → the value that must stand there. `null` is also met by a missing field. */
  readonly when?: { readonly [path: string]: Scalar };
  /** Path of an array of scalars → a value that must not be in it (the id of an event already taken). */
  readonly unlessHolds?: { readonly [path: string]: Scalar };
  readonly set?: { readonly [path: string]: Json };
  readonly unset?: readonly string[];
  readonly increase?: { readonly [path: string]: number };
  /** Path of an array → values added at its end; `keep` bounds its length, the oldest fall away. Creates the array where it is missing. */
  readonly push?: { readonly [path: string]: { readonly values: readonly Json[]; readonly keep?: number } };
  /** Path of an array of objects with an `id` → ids whose members are removed. */
  readonly pull?: { readonly [path: string]: readonly string[] };
  /** Nobody waits for it: it may wait some milliseconds for a write whose flush of the disk it can share. */
  readonly patient?: boolean;
}

export type Changed<T> =
  | { readonly kind: "changed"; readonly document: T }
  /** The document is there, but a condition did not hold; nothing was written. */
  | { readonly kind: "unmet"; readonly document: T }
  | { readonly kind: "missing" };

export interface Query<Q extends string = string> {
  readonly name: Q;
  /** One value, or several of which any may stand there, for each field of the shape's `equals`. */
  readonly equals: { readonly [field: string]: Scalar | readonly Scalar[] };
  readonly from?: number | string;
  readonly to?: number | string;
  /** At most this many documents; 1,000 unless told. */
  readonly limit?: number;
}

/**
 * Where Luotsi keeps everything. A promise that resolves means the change is durable: it survives `kill -9` and the loss of power.
 * Documents are validated by their collection's schema on the way in and out; a document that does not fit throws StoredDocumentInvalid.
 * What the port does not allow (an undeclared query, an object in a scalar's place, a path that the schema does not have) throws
 * StoreMisused before the database is asked.
 * The world's failures (server away, disk full, file damaged, answer lost) throw StoreUnavailable; then the change may or may not have happened.
 */
export interface Store {
  get<T extends Stored>(collection: Collection<T>, id: string): Promise<T | undefined>;
  /** The documents of those ids that exist, in the order of the ids. */
  getMany<T extends Stored>(collection: Collection<T>, ids: readonly string[]): Promise<readonly T[]>;
  find<T extends Stored, Q extends string>(collection: Collection<T, Q>, query: Query<Q>): Promise<readonly T[]>;
  /** Adds a document; "exists" when its id or a unique index is taken, and then nothing is written. */
  insert<T extends Stored>(collection: Collection<T>, document: T): Promise<"inserted" | "exists">;
  /**
   * Throws StoredDocumentInvalid, with nothing written, when a value does not fit its place or a unique index is taken. What only the whole
   * document shows (a missing sibling, a bound reached by `increase`) the embedded store sees before writing, MongoDB after it.
   */
  change<T extends Stored>(collection: Collection<T>, id: string, change: Change): Promise<Changed<T>>;
  /** Removes a document; true when it was there. */
  remove<T extends Stored>(collection: Collection<T>, id: string): Promise<boolean>;
  /** The time by the database's own clock, milliseconds since 1970; undefined where the store has no clock but this process's. */
  serverTime(): Promise<number | undefined>;
  /** Finishes what is under way and lets go of the file or the connections. */
  close(): Promise<void>;
}

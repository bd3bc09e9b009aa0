import type { z } from "zod";

/** What can be compared in a query or a guard. Nothing else reaches the database as a value, so no operator can be smuggled in. */
export type Scalar = string | number | boolean | null;

/** Every stored document has an opaque id; everything else is its room's business. */
export interface Stored {
  readonly _id: string;
}

/**
 * A query that some room asks. Its equality fields, then its range or sort field, must be a prefix of one declared index of the same
 * collection (proved by tests/store/query-shapes.test.ts). Results come in ascending order of `order`, then `_id`.
 */
export interface QueryShape {
  readonly equals: readonly string[];
  /** A field compared with `from` (inclusive) and `to` (inclusive); also the order of the results. */
  readonly range?: string;
  /** The order of the results where there is no range; default `_id`. */
  readonly order?: string;
}

export interface Index {
  readonly name: string;
  /** Field paths ("asked.step"), ascending. Only scalars may stand at them: both stores index values, not array members. */
  readonly fields: readonly string[];
  /** Its fields must always be there: a unique index without a value means different things to the two stores. */
  readonly unique?: boolean;
}

/** One kind of document: its schema, its indexes, and beside them the queries that they serve. */
export interface Collection<T extends Stored = Stored, Q extends string = string> {
  readonly name: string;
  readonly schema: z.ZodType<T>;
  readonly indexes: readonly Index[];
  readonly queries: { readonly [name in Q]: QueryShape };
}

/** Declares a collection; the type of its documents is inferred from the schema and the names of its queries are checked where used. */
export function collection<T extends Stored, const Q extends string>(declared: Collection<T, Q>): Collection<T, Q> {
  return declared;
}

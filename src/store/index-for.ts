import { safeParse, type z } from "zod";
import type { Collection, Index, QueryShape } from "./collection.ts";
import { segmentsOf } from "./paths.ts";
import { mayBeScalar, placesAt } from "./schema-at.ts";

/** Both stores keep this one by themselves. */
const BY_ID: Index = { name: "_id", fields: ["_id"], unique: true };

/**
 * The index that serves a query: its first fields are the query's equality fields in any order, then the field of the range or order.
 * An order by `_id` needs no field of its own: both adapters end each index that is not unique with `_id`.
 */
export function indexFor(indexes: readonly Index[], shape: QueryShape): Index | undefined {
  const order = shape.range ?? shape.order ?? "_id";
  return [BY_ID, ...indexes].find(({ fields }) => {
    const equal = fields.slice(0, shape.equals.length);
    if (!shape.equals.every((field) => equal.includes(field))) return false;
    const next = fields[shape.equals.length];
    return next === order || (order === "_id" && shape.equals.length > 0);
  });
}

/** What is wrong with a collection's indexes and queries, one sentence each; empty when each query has its index. */
export function indexProblems({ name, schema, indexes, queries }: Collection): readonly string[] {
  const unserved = Object.entries(queries)
    .filter(([, shape]) => !indexFor(indexes, shape))
    .map(([query, shape]) => {
      const fields = [...shape.equals, shape.range ?? shape.order ?? "_id"];
      return `${name}.${query} has no index that begins with ${fields.join(", ")}`;
    });
  const misplaced = indexes.flatMap((index) =>
    index.fields.flatMap((field) => {
      const places = placesAt(schema, segmentsOf(field)).filter((place) => mayBeScalar(place.schema));
      if (places.length === 0) return [`${name} indexes "${field}", where no scalar stands`];
      // SQLite lets a unique index hold many documents without a value, MongoDB one only.
      const mayBeMissing = places.some(({ schema: place }) => accepts(place, undefined) || accepts(place, null));
      return index.unique && mayBeMissing ? [`${name}'s unique index ${index.name} needs "${field}" always there`] : [];
    }),
  );
  return [...unserved, ...misplaced];
}

function accepts(schema: z.core.$ZodType, value: null | undefined): boolean {
  return safeParse(schema, value).success;
}

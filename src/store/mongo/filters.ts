import type { Filter } from "mongodb";
import type { CheckedChange } from "../check-change.ts";
import type { Scalar } from "../collection.ts";
import type { ResolvedQuery } from "../resolve-query.ts";

/** A document as the driver handles it, before and after its schema. */
export interface RawDocument {
  _id: string;
  [field: string]: unknown;
}

/** The document, if all conditions of a change hold. `$eq` and `$ne` say that what follows is a value, whatever it looks like. */
export function guarded(id: string, { when, unlessHolds }: CheckedChange): Filter<RawDocument> {
  const conditions: Filter<RawDocument>[] = [
    ...when.map(([path, value]) => ({ [path]: { $eq: value } })),
    ...unlessHolds.map(([path, value]) => ({ [path]: lacks(value) })),
  ];
  return { _id: id, ...(conditions.length > 0 ? { $and: conditions } : {}) };
}

/** `$ne: null` would also refuse a missing array. */
function lacks(value: Scalar) {
  return value === null ? { $not: { $elemMatch: { $eq: null } } } : { $ne: value };
}

/** `null` among the values is also met by a missing field, which is how MongoDB compares. */
export function matching({ equals, range }: ResolvedQuery): Filter<RawDocument> {
  const conditions: Filter<RawDocument>[] = equals.map(({ field, values }) => ({
    [field]: values.length === 1 ? { $eq: values[0] } : { $in: values },
  }));
  if (range) conditions.push({ [range.field]: bounds(range) });
  return conditions.length > 0 ? { $and: conditions } : {};
}

function bounds({ from, to }: NonNullable<ResolvedQuery["range"]>) {
  return { ...(from === undefined ? {} : { $gte: from }), ...(to === undefined ? {} : { $lte: to }) };
}

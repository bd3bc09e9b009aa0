import type { Collection, Scalar, Stored } from "./collection.ts";
import { isScalar, scalar } from "./scalars.ts";
import type { Query } from "./store.ts";
import { StoreMisused } from "./store-errors.ts";

/** A query with its shape filled in and every value proved to be a scalar: what an adapter turns into its own language. */
export interface ResolvedQuery {
  /** The declared field and the values of which one must stand there; never empty. `null` is also met by a missing field. */
  readonly equals: readonly { readonly field: string; readonly values: readonly Scalar[] }[];
  readonly range?: { readonly field: string; readonly from?: number | string; readonly to?: number | string };
  readonly order: string;
  readonly limit: number;
}

const DEFAULT_LIMIT = 1_000;

/** The query, checked against its declared shape; undefined when a field may have none of its values, so that nothing can be found. */
export function resolveQuery<T extends Stored>(collection: Collection<T>, query: Query): ResolvedQuery | undefined {
  const where = `${collection.name}.${query.name}`;
  const shape = Object.hasOwn(collection.queries, query.name) ? collection.queries[query.name] : undefined;
  if (!shape) throw new StoreMisused(`${where} is not a declared query.`);
  const stray = Object.keys(query.equals).find((field) => !shape.equals.includes(field));
  if (stray !== undefined) throw new StoreMisused(`${where} compares "${stray}", which its shape does not declare.`);
  const bounded = query.from !== undefined || query.to !== undefined;
  if (bounded && shape.range === undefined) throw new StoreMisused(`${where} has no range.`);

  if (query.from !== undefined && query.to !== undefined && typeof query.from !== typeof query.to)
    throw new StoreMisused(`${where} has a range between a text and a number.`);

  const equals = shape.equals.map((field) => ({ field, values: valuesOf(query.equals[field], `${where} ${field}`) }));
  const limit = query.limit ?? DEFAULT_LIMIT;
  if (!Number.isSafeInteger(limit) || limit < 1) throw new StoreMisused(`${where} needs a limit of at least 1.`);
  if (equals.some(({ values }) => values.length === 0)) return undefined;
  return {
    equals,
    order: shape.range ?? shape.order ?? "_id",
    limit,
    ...(shape.range !== undefined && bounded
      ? { range: { field: shape.range, ...bound("from", query.from, where), ...bound("to", query.to, where) } }
      : {}),
  };
}

function valuesOf(asked: Scalar | readonly Scalar[] | undefined, where: string): readonly Scalar[] {
  if (asked === undefined) throw new StoreMisused(`${where} has no value.`);
  if (!Array.isArray(asked)) return [scalar(asked, where)];
  return [...new Set(asked.map((value: unknown) => scalar(value, where)))];
}

function bound<Name extends "from" | "to">(name: Name, value: unknown, where: string) {
  if (value === undefined) return {};
  if (isScalar(value) && (typeof value === "string" || typeof value === "number")) return { [name]: value };
  throw new StoreMisused(`${where} needs a text or a finite number as "${name}".`);
}

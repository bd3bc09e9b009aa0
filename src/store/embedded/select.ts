import type { Collection, Scalar } from "../collection.ts";
import type { ResolvedQuery } from "../resolve-query.ts";
import { fieldOf, tableOf } from "./tables.ts";

/** Only these are ever bound: libsql ends the whole process when a boolean is bound. */
export type Bound = string | number | null;

export interface Select {
  readonly sql: string;
  readonly values: readonly Bound[];
}

/** A query as one SELECT that the collection's index serves. The SQL depends on the query's form only, so that statements can be kept. */
export function select(collection: Collection, query: ResolvedQuery): Select {
  const order = query.order === "_id" ? "_id" : `${fieldOf(query.order)}, _id`;
  const conditions = [...query.equals.map(({ field, values }) => equal(fieldOf(field), values)), ...range(query)];
  const where = conditions.length === 0 ? "" : `WHERE ${conditions.map(({ sql }) => sql).join(" AND ")} `;
  return {
    sql: `SELECT doc, _id FROM ${tableOf(collection)} ${where}ORDER BY ${order} LIMIT ?`,
    values: [...conditions.flatMap(({ values }) => values), query.limit],
  };
}

function equal(field: string, values: readonly Scalar[]): Select {
  const [first = null] = values;
  if (values.length === 1)
    return first === null ? { sql: `${field} IS NULL`, values: [] } : { sql: `${field} = ?`, values: [bound(first)] };
  const list = JSON.stringify(values);
  const any = `${field} IN (SELECT value FROM json_each(?))`;
  return { sql: values.includes(null) ? `(${any} OR ${field} IS NULL)` : any, values: [list] };
}

/** In SQLite every text is greater than every number; MongoDB compares within one type. So an open end stops at the type's border. */
function range({ range: asked }: ResolvedQuery): readonly Select[] {
  if (!asked) return [];
  const field = fieldOf(asked.field);
  const { from, to } = asked;
  const numbers = typeof (from ?? to) === "number";
  return [
    ...(from !== undefined
      ? [{ sql: `${field} >= ?`, values: [from] }]
      : numbers
        ? []
        : [{ sql: `${field} >= ''`, values: [] }]),
    ...(to !== undefined
      ? [{ sql: `${field} <= ?`, values: [to] }]
      : numbers
        ? [{ sql: `${field} < ''`, values: [] }]
        : []),
  ];
}

/** SQLite has no booleans: json_extract reads true as 1. */
function bound(value: Exclude<Scalar, null>): Bound {
  return typeof value === "boolean" ? Number(value) : value;
}

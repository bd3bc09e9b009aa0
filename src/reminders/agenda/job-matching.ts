import { isDeepStrictEqual } from "node:util";
import type { JobsQueryOptions, RemoveJobsOptions } from "agenda";
import type { JobRecord } from "./job-record.ts";

/** Whether a job is among those asked for. Nothing asked is no job, so that an empty wish never removes everything. */
export function matchesAsked(record: JobRecord, asked: RemoveJobsOptions): boolean {
  const { id, ids, name, names, notNames, data } = asked;
  if (Object.values(asked).every((wish) => wish === undefined)) return false;
  return (
    (id === undefined || record._id === id) &&
    (ids === undefined || ids.some((one) => one === record._id)) &&
    (name === undefined || record.name === name) &&
    (names === undefined || names.includes(record.name)) &&
    (notNames === undefined || !notNames.includes(record.name)) &&
    (data === undefined || holdsAll(record.data, data))
  );
}

/** The same for a query, which with nothing asked means every job. */
export function matchesQuery(record: JobRecord, asked: JobsQueryOptions): boolean {
  const { id, ids, name, names, search, data, includeDisabled = true } = asked;
  return (
    (id === undefined || record._id === id) &&
    (ids === undefined || ids.includes(record._id)) &&
    (name === undefined || record.name === name) &&
    (names === undefined || names.includes(record.name)) &&
    (search === undefined || record.name.toLowerCase().includes(search.toLowerCase())) &&
    (data === undefined || holdsAll(record.data, data)) &&
    (includeDisabled || !record.disabled)
  );
}

/** Whether a job has the values that make it the same one: dotted paths ("data.person") and what stands there. */
export function matchesUnique(record: JobRecord, unique: { readonly [path: string]: unknown }): boolean {
  return Object.entries(unique).every(([path, value]) => isDeepStrictEqual(valueAt(record, path), value));
}

/** Whether a value is, or holds at every depth, what is asked for. */
function holdsAll(value: unknown, asked: unknown): boolean {
  if (!isNode(asked)) return isDeepStrictEqual(value, asked);
  return isNode(value) && Object.entries(asked).every(([key, part]) => holdsAll(value[key], part));
}

function valueAt(document: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((node, key) => (isNode(node) ? node[key] : undefined), document);
}

function isNode(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

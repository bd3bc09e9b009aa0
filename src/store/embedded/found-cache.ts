import { LRUCache } from "lru-cache";
import type { Collection, QueryShape } from "../collection.ts";
import type { Query } from "../store.ts";
import { valueAt } from "./apply-change.ts";

/** So many answers to queries are kept, and none with more documents: turns ask for one person's few again and again; sweeps are not kept. */
const KEPT = 2_000;
const MOST_IDS = 8;

/** Which documents a query found, for as long as nothing was written that could change it: the file has no process but this one. */
export interface FoundCache {
  get(collection: Pick<Collection, "name">, query: Query): readonly string[] | undefined;
  keep(collection: Pick<Collection, "name">, query: Query, ids: readonly string[]): void;
  /** A document came (before is undefined), went (after is), or changed. */
  wrote(collection: Pick<Collection, "name" | "queries">, before: object | undefined, after: object | undefined): void;
  /** After writes that were undone. */
  clear(): void;
}

export function createFoundCache(): FoundCache {
  const kept = new LRUCache<string, { readonly writes: number; readonly ids: readonly string[] }>({ max: KEPT });
  /** Collection and query → how often something was written that it may find otherwise since. */
  const writes = new Map<string, number>();
  const fields = new Map<string, readonly (readonly [query: string, fields: readonly string[]])[]>();

  function fieldsOf({ name, queries }: Pick<Collection, "name" | "queries">) {
    const known =
      fields.get(name) ?? Object.entries(queries).map(([query, shape]) => [`${name} ${query}`, readBy(shape)] as const);
    fields.set(name, known);
    return known;
  }

  return {
    get: ({ name }, query) => {
      const found = kept.get(keyOf(name, query));
      return found?.writes === (writes.get(`${name} ${query.name}`) ?? 0) ? found.ids : undefined;
    },
    keep: ({ name }, query, ids) => {
      if (ids.length > MOST_IDS) return;
      kept.set(keyOf(name, query), { writes: writes.get(`${name} ${query.name}`) ?? 0, ids });
    },
    wrote: (collection, before, after) => {
      for (const [query, read] of fieldsOf(collection)) {
        const isSame = before && after && read.every((field) => valueAt(before, field) === valueAt(after, field));
        if (!isSame) writes.set(query, (writes.get(query) ?? 0) + 1);
      }
    },
    clear: () => kept.clear(),
  };
}

function readBy({ equals, range, order }: QueryShape): readonly string[] {
  return [...equals, ...(range === undefined ? [] : [range]), ...(order === undefined ? [] : [order])];
}

function keyOf(name: string, query: Query): string {
  return `${name} ${JSON.stringify(query)}`;
}

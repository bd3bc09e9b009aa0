import { LRUCache } from "lru-cache";
import type { Collection, Stored } from "../collection.ts";

/** So many characters of JSON are kept as documents; as objects they take about three times the room. */
const KEPT_CHARACTERS = 4_000_000;

/**
 * Documents as they are committed, read and validated once: one turn reads the same few again and again. It cannot be out of date, for the file has
 * one process and no write that another one could make. Everyone gets the same object, so it is frozen.
 */
export interface DocumentCache {
  get<T extends Stored>(collection: Collection<T>, id: string): T | undefined;
  /** Keeps a document whose text is or is about to be committed; gives it back. */
  keep<T extends Stored>(collection: Collection<T>, document: T, text: string): T;
  drop(collection: Pick<Collection, "name">, id: string): void;
  /** After writes that were undone. */
  clear(): void;
}

export function createDocumentCache(): DocumentCache {
  const kept = new LRUCache<string, Stored>({ maxSize: KEPT_CHARACTERS });
  const keyOf = ({ name }: Pick<Collection, "name">, id: string) => `${name} ${id}`;
  return {
    // What was kept under a collection's name fitted that collection's schema.
    get: <T extends Stored>(collection: Collection<T>, id: string) => kept.get(keyOf(collection, id)) as T | undefined,
    keep: (collection, document, text) => {
      freeze(document);
      kept.set(keyOf(collection, document._id), document, { size: text.length });
      return document;
    },
    drop: (collection, id) => {
      kept.delete(keyOf(collection, id));
    },
    clear: () => kept.clear(),
  };
}

/** What is frozen already was frozen with all that it holds. */
function freeze(value: unknown): void {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const member of Object.values(value)) freeze(member);
}

import { isKey } from "./paths.ts";
import { StoredDocumentInvalid } from "./store-errors.ts";

/** MongoDB refuses documents nested deeper than 100 (BSON limits); this leaves room for the path at which a value is set. */
const DEEPEST = 80;
/** MongoDB's limit of a document is 16 MB; about the same in both stores, so that no document fits one only. */
const LARGEST_BYTES = 16_000_000;
const MOST_BYTES_PER_CHARACTER = 3;

/** What is learnt about a value on the way through it. */
interface Tally {
  characters: number;
  hasUndefined: boolean;
}

/**
 * The same value as both stores can hold it: members that are undefined left out, as JSON does. Throws StoredDocumentInvalid for keys that
 * a path cannot address, for values nested too deep, and for values of more than 16 MB. `where` tells the path named in the error; keys
 * themselves are not named.
 */
export function storable(value: object, where: () => string): object;
export function storable(value: unknown, where: () => string): unknown;
export function storable(value: unknown, where: () => string): unknown {
  if (typeof value !== "object" || value === null) return value;
  const tally = { characters: 0, hasUndefined: false };
  inspect(value, where, tally, 0);
  if (tally.characters * MOST_BYTES_PER_CHARACTER > LARGEST_BYTES) refuseTooLarge(JSON.stringify(value), where());
  return tally.hasUndefined ? withoutUndefined(value) : value;
}

/** Throws StoredDocumentInvalid when a document's JSON is more than a store can hold. */
export function refuseTooLarge(json: string, where: string): void {
  if (json.length * MOST_BYTES_PER_CHARACTER > LARGEST_BYTES && Buffer.byteLength(json) > LARGEST_BYTES)
    throw new StoredDocumentInvalid(`${where}: more than 16 MB.`);
}

function inspect(value: unknown, where: () => string, tally: Tally, depth: number): void {
  if (typeof value === "string") tally.characters += value.length;
  if (typeof value !== "object" || value === null) {
    if (value === undefined) tally.hasUndefined = true;
    return;
  }
  if (depth > DEEPEST) throw new StoredDocumentInvalid(`${where()}: nested deeper than ${DEEPEST} levels.`);
  if (Array.isArray(value)) {
    for (const member of value) inspect(member, where, tally, depth + 1);
    return;
  }
  for (const [key, member] of Object.entries(value)) {
    if (!isKey(key))
      throw new StoredDocumentInvalid(`${where()}: a key is empty, or holds a dot, "$" or NUL, or is a reserved name.`);
    tally.characters += key.length;
    inspect(member, where, tally, depth + 1);
  }
}

function withoutUndefined(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((member) => withoutUndefined(member) ?? null);
  const kept = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(kept.map(([key, member]) => [key, withoutUndefined(member)]));
}

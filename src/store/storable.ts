import { isKey } from "./paths.ts";
import { StoredDocumentInvalid } from "./store-errors.ts";

/** MongoDB refuses documents nested deeper than 100 (BSON limits); this leaves room for the path at which a value is set. */
const DEEPEST = 80;

/** How much text a value holds, counted on the way. */
interface Tally {
  characters: number;
}

/**
 * The same value as both stores can hold it: members that are undefined left out, as JSON does. Throws StoredDocumentInvalid for keys that
 * a path cannot address and for values nested too deep. `where` begins the path named in the error; keys themselves are not named.
 */
export function storable(value: object, where: string, tally?: Tally): { readonly [key: string]: unknown };
export function storable(value: unknown, where: string, tally?: Tally): unknown;
export function storable(value: unknown, where: string, tally: Tally = { characters: 0 }): unknown {
  return copy(value, where, tally, 0);
}

function copy(value: unknown, where: string, tally: Tally, depth: number): unknown {
  if (typeof value === "string") tally.characters += value.length;
  if (typeof value !== "object" || value === null) return value;
  if (depth > DEEPEST) throw new StoredDocumentInvalid(`${where}: nested deeper than ${DEEPEST} levels.`);
  if (Array.isArray(value)) return value.map((member) => copy(member, where, tally, depth + 1) ?? null);
  const kept: { [key: string]: unknown } = {};
  for (const key of Object.keys(value)) {
    const member: unknown = Reflect.get(value, key);
    if (member === undefined) continue;
    if (!isKey(key))
      throw new StoredDocumentInvalid(`${where}: a key is empty, or holds a dot, "$" or NUL, or is a reserved name.`);
    tally.characters += key.length;
    kept[key] = copy(member, where, tally, depth + 1);
  }
  return kept;
}

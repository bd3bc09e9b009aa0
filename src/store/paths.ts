import { StoreMisused } from "./store-errors.ts";

const UNADDRESSABLE = /[.$\0]/;
const REACHES_PROTOTYPE: ReadonlySet<string> = new Set(["__proto__", "prototype", "constructor"]);

/** Whether a name may be a key of a stored object, and so a segment of a path: both stores can address it, and it is no operator. */
export function isKey(name: string): boolean {
  return name !== "" && !UNADDRESSABLE.test(name) && !REACHES_PROTOTYPE.has(name);
}

/** "answers.data-management.revision" → its segments; throws StoreMisused for a path that no document can have. */
export function segmentsOf(path: string): readonly string[] {
  const segments = path.split(".");
  if (!segments.every(isKey))
    throw new StoreMisused(`"${path}" is no path: segments are not empty and hold no "$" or reserved name.`);
  return segments;
}

/** Whether two paths touch the same value: the same path, or one inside the other. */
export function overlap(one: string, other: string): boolean {
  return one.length < other.length ? isWithin(other, one) : isWithin(one, other);
}

function isWithin(path: string, outer: string): boolean {
  return path.startsWith(outer) && (path.length === outer.length || path[outer.length] === ".");
}

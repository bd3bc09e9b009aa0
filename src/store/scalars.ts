import type { Scalar } from "./collection.ts";
import { StoreMisused } from "./store-errors.ts";

/**
 * Values come from people and platforms, so the types are not trusted here: an object in a scalar's place ({"$gt": ""}) must never reach
 * a database. NUL ends a text early in SQLite, so it is refused in what is compared.
 */
export function isScalar(value: unknown): value is Scalar {
  switch (typeof value) {
    case "string":
      return !value.includes("\0");
    case "number":
      return Number.isFinite(value);
    case "boolean":
      return true;
    default:
      return value === null;
  }
}

/** The value itself when it can be compared; `where` names it in the error. */
export function scalar(value: unknown, where: string): Scalar {
  if (isScalar(value)) return value;
  throw new StoreMisused(`${where} must be a text without NUL, a finite number, true, false or null.`);
}

export function checkedId(id: unknown, where: string): string {
  if (typeof id === "string" && id !== "" && !id.includes("\0")) return id;
  throw new StoreMisused(`An id in ${where} must be a text that is not empty and holds no NUL.`);
}

import type { CheckedChange } from "../check-change.ts";
import type { Scalar } from "../collection.ts";
import { StoredDocumentInvalid } from "../store-errors.ts";

type Node = { [key: string]: unknown };

/** Whether all of a change's conditions hold in a document. A missing field meets `null`. */
export function meets(document: unknown, change: CheckedChange): boolean {
  return (
    change.when.every(([path, value]) => (valueAt(document, path) ?? null) === value) &&
    change.unlessHolds.every(([path, value]) => !holds(valueAt(document, path), value))
  );
}

/** A document after a change; what the change does not touch is shared with the document as it was. Throws StoredDocumentInvalid where it cannot take it. */
export function applied(document: object, change: CheckedChange): object {
  const fresh = new Set<unknown>();
  const changed = opened(document, fresh);
  const at = (path: string, next: (now: unknown) => unknown) => place(changed, fresh, path, next);
  for (const [path, value] of change.set) at(path, () => value);
  for (const path of change.unset) remove(changed, fresh, path);
  for (const [path, amount] of change.increase) at(path, (now) => numberAt(path, now) + amount);
  for (const [path, { values, keep }] of change.push)
    at(path, (now) => {
      const all = [...arrayAt(path, now), ...values];
      return keep === undefined ? all : all.slice(-keep);
    });
  for (const [path, ids] of change.pull)
    if (valueAt(document, path) !== undefined)
      at(path, (now) => arrayAt(path, now).filter((member) => !hasId(member, ids)));
  return changed;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function member(node: unknown, key: string): unknown {
  return isNode(node) && Object.hasOwn(node, key) ? node[key] : undefined;
}

/** What stands at a path of a document; undefined where nothing does. */
export function valueAt(document: unknown, path: string): unknown {
  return path.includes(".") ? path.split(".").reduce<unknown>(member, document) : member(document, path);
}

/** A copy of a node that may be written to; one that is a copy already, itself. */
function opened(node: object, fresh: Set<unknown>): Node {
  const copy = { ...node };
  fresh.add(copy);
  return copy;
}

function place(changed: Node, fresh: Set<unknown>, path: string, next: (now: unknown) => unknown): void {
  const segments = path.split(".");
  const last = segments.pop();
  let node = changed;
  for (const segment of segments) {
    const below = Object.hasOwn(node, segment) ? node[segment] : {};
    if (!isNode(below)) throw cannotTake(path);
    const own = fresh.has(below) ? below : opened(below, fresh);
    node[segment] = own;
    node = own;
  }
  if (last === undefined) throw cannotTake(path);
  node[last] = next(member(node, last));
}

function remove(changed: Node, fresh: Set<unknown>, path: string): void {
  const last = path.slice(path.lastIndexOf(".") + 1);
  if (valueAt(changed, path) === undefined) return;
  const parent = path.slice(0, Math.max(0, path.lastIndexOf(".")));
  if (parent === "") delete changed[last];
  else
    place(changed, fresh, parent, (now) => {
      const own = isNode(now) && !fresh.has(now) ? opened(now, fresh) : now;
      if (isNode(own)) delete own[last];
      return own;
    });
}

function holds(array: unknown, value: Scalar): boolean {
  return Array.isArray(array) && array.includes(value);
}

function hasId(value: unknown, ids: readonly string[]): boolean {
  const id = member(value, "id");
  return typeof id === "string" && ids.includes(id);
}

function numberAt(path: string, now: unknown): number {
  if (now === undefined) return 0;
  if (typeof now === "number") return now;
  throw cannotTake(path);
}

function arrayAt(path: string, now: unknown): readonly unknown[] {
  if (now === undefined) return [];
  if (Array.isArray(now)) return now;
  throw cannotTake(path);
}

function cannotTake(path: string): StoredDocumentInvalid {
  return new StoredDocumentInvalid(`What stands at "${path}" cannot take this change.`);
}

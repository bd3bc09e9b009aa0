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

/** Carries out a change on a freshly parsed document, in place. Throws StoredDocumentInvalid where the document cannot take it. */
export function apply(document: unknown, change: CheckedChange): void {
  for (const [path, value] of change.set) place(document, path, () => value);
  for (const path of change.unset) remove(document, path);
  for (const [path, amount] of change.increase) place(document, path, (now) => numberAt(path, now) + amount);
  for (const [path, { values, keep }] of change.push)
    place(document, path, (now) => {
      const all = [...arrayAt(path, now), ...values];
      return keep === undefined ? all : all.slice(-keep);
    });
  for (const [path, ids] of change.pull) {
    if (valueAt(document, path) === undefined) continue;
    place(document, path, (now) => arrayAt(path, now).filter((member) => !hasId(member, ids)));
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function member(node: unknown, key: string): unknown {
  return isNode(node) && Object.hasOwn(node, key) ? node[key] : undefined;
}

function valueAt(document: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>(member, document);
}

function place(document: unknown, path: string, next: (now: unknown) => unknown): void {
  const segments = path.split(".");
  const last = segments.pop();
  let node = document;
  for (const segment of segments) {
    if (!isNode(node)) throw cannotTake(path);
    if (!Object.hasOwn(node, segment)) node[segment] = {};
    node = node[segment];
  }
  if (!isNode(node) || last === undefined) throw cannotTake(path);
  node[last] = next(member(node, last));
}

function remove(document: unknown, path: string): void {
  const segments = path.split(".");
  const last = segments.pop();
  const node = segments.reduce<unknown>(member, document);
  if (last !== undefined && isNode(node)) delete node[last];
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

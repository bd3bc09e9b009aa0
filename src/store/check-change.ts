import { z } from "zod";
import type { Collection, Scalar, Stored } from "./collection.ts";
import { overlap, segmentsOf } from "./paths.ts";
import { checkedId, isScalar, scalar } from "./scalars.ts";
import { elementsOf, mayBe, mayBeScalar, type Place, placesAt } from "./schema-at.ts";
import { storable } from "./storable.ts";
import type { Change } from "./store.ts";
import { StoredDocumentInvalid, StoreMisused } from "./store-errors.ts";

type At<V> = readonly (readonly [path: string, value: V])[];

/** A change whose paths exist in the collection's schema and do not overlap, and whose values fit where they are put. */
export interface CheckedChange {
  readonly when: At<Scalar>;
  readonly unlessHolds: At<Scalar>;
  readonly set: At<unknown>;
  readonly unset: readonly string[];
  readonly increase: At<number>;
  readonly push: At<{ readonly values: readonly unknown[]; readonly keep?: number }>;
  readonly pull: At<readonly string[]>;
}

/**
 * Throws StoreMisused for what a change may not ask, StoredDocumentInvalid for values that do not fit their place. What no single value
 * shows (a missing sibling, a bound reached by `increase`) is seen only in the whole document afterwards.
 */
export function checkChange<T extends Stored>(collection: Collection<T>, change: Change): CheckedChange {
  const at = (path: string) => placeIn(collection, path);
  const checked: CheckedChange = {
    when: entries(change.when).map(([path, value]) => [path, at(path).guard(value, mayBeScalar)]),
    unlessHolds: entries(change.unlessHolds).map(([path, value]) => [
      path,
      at(path).guard(value, (schema) => mayBe(schema, "array")),
    ]),
    set: entries(change.set).map(([path, value]) => [path, at(path).put(value)]),
    unset: (change.unset ?? []).map((path) => at(path).remove()),
    increase: entries(change.increase).map(([path, amount]) => [path, at(path).add(amount)]),
    push: entries(change.push).map(([path, { values, keep }]) => [path, at(path).append(values, keep)]),
    pull: entries(change.pull).map(([path, ids]) => [path, at(path).take(ids)]),
  };
  refuseOverlaps(collection.name, checked);
  return checked;
}

/** The paths that a change writes. */
export function pathsWritten(change: CheckedChange): readonly string[] {
  const { set, unset, increase, push, pull } = change;
  return [...unset, ...[...set, ...increase, ...push, ...pull].map(([path]) => path)];
}

function entries<V>(by: { readonly [path: string]: V } | undefined): readonly (readonly [string, V])[] {
  return by ? Object.entries(by).filter(([, value]) => value !== undefined) : [];
}

function placeIn<T extends Stored>(collection: Collection<T>, path: string) {
  const where = () => `${collection.name}.${path}`;
  const places = placesAt(collection.schema, segmentsOf(path));
  if (places.length === 0) throw new StoreMisused(`${collection.name} has no "${path}".`);
  const need = (rule: (schema: Place["schema"]) => boolean, what: string) => {
    if (!places.some(({ schema }) => rule(schema))) throw new StoreMisused(`${where()} cannot be ${what}.`);
  };
  const fitted = (schemas: readonly z.core.$ZodType[], value: unknown) => {
    for (const schema of schemas) {
      const read = z.safeParse(schema, value);
      if (read.success) return storable(read.data, where);
    }
    throw new StoredDocumentInvalid(`${where()}: the value does not fit there.`);
  };
  const schemas = places.map(({ schema }) => schema);
  return {
    guard(value: unknown, rule: (schema: Place["schema"]) => boolean): Scalar {
      need(rule, "compared so");
      return isScalar(value) ? value : scalar(value, where());
    },
    put: (value: unknown) => fitted(schemas, value),
    remove() {
      if (!places.some(({ removable }) => removable)) fitted(schemas, undefined);
      return path;
    },
    add(amount: number) {
      need((schema) => mayBe(schema, "number"), "increased");
      if (!Number.isFinite(amount)) throw new StoreMisused(`${where()} is increased by a finite number.`);
      return amount;
    },
    append(values: readonly unknown[], keep: number | undefined) {
      need((schema) => mayBe(schema, "array"), "pushed to");
      if (keep !== undefined && !(Number.isSafeInteger(keep) && keep > 0))
        throw new StoreMisused(`${where()} keeps at least 1.`);
      const elements = schemas.flatMap(elementsOf);
      return { values: values.map((value) => fitted(elements, value)), ...(keep === undefined ? {} : { keep }) };
    },
    take(ids: readonly string[]) {
      need((schema) => mayBe(schema, "array"), "pulled from");
      return ids.map((id) => checkedId(id, where()));
    },
  };
}

/** MongoDB refuses an update that touches one place twice (error 40, ConflictingUpdateOperators); an id never changes. */
function refuseOverlaps(name: string, change: CheckedChange): void {
  const paths = pathsWritten(change);
  const written = new Set<string>();
  for (const path of paths) {
    if (overlap(path, "_id")) throw new StoreMisused(`${name}._id never changes.`);
    if (written.has(path)) throw new StoreMisused(`${name}: one change writes "${path}" twice.`);
    written.add(path);
  }
  for (const path of paths)
    for (let dot = path.indexOf("."); dot !== -1; dot = path.indexOf(".", dot + 1)) {
      const outer = path.slice(0, dot);
      if (written.has(outer))
        throw new StoreMisused(`${name}: one change writes "${path}" and "${outer}", which overlap.`);
    }
}

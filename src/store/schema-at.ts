import { z } from "zod";

/** Where a path of a document may lead. */
export interface Place {
  readonly schema: z.core.$ZodType;
  /** A member of a record: it may always be left out, though its own schema does not say so. */
  readonly removable: boolean;
}

/** A collection's own fields, which nearly every change names: no more of them than its schema has. */
const fields = new WeakMap<z.core.$ZodType, Map<string, readonly Place[]>>();

/**
 * The places that a path may lead to: none when no document has such a path, several where the schema is a union on the way. Arrays are
 * not entered: their members have no stable path.
 */
export function placesAt(schema: z.core.$ZodType, segments: readonly string[]): readonly Place[] {
  const [field] = segments;
  if (segments.length !== 1 || field === undefined) return placesBelow(schema, segments, false);
  const known = fields.get(schema) ?? new Map<string, readonly Place[]>();
  fields.set(schema, known);
  const found = known.get(field) ?? placesBelow(schema, segments, false);
  // A record has any field.
  if (found.length > 0 && !found.some(({ removable }) => removable)) known.set(field, found);
  return found;
}

function placesBelow(schema: z.core.$ZodType, segments: readonly string[], removable: boolean): readonly Place[] {
  const [first, ...rest] = segments;
  if (first === undefined) return [{ schema, removable }];
  return bare(schema).flatMap((kind) =>
    members(kind, first).flatMap((member) => placesBelow(member, rest, kind._zod.def.type === "record")),
  );
}

/** The schemas of an array's members; none when no array may stand there. */
export function elementsOf(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  return bare(schema).flatMap((kind) => {
    const { def } = kind._zod;
    if (def.type === "array") return [def.element];
    return isAnything(def.type) ? [ANYTHING] : [];
  });
}

/** Whether a value of this kind (or anything) may stand there. */
export function mayBe(schema: z.core.$ZodType, type: "array" | "number"): boolean {
  return bare(schema).some(({ _zod: { def } }) => def.type === type || isAnything(def.type));
}

/** Whether a value that can be compared may stand there: not only objects and arrays. */
export function mayBeScalar(schema: z.core.$ZodType): boolean {
  return bare(schema).some(({ _zod: { def } }) => !["array", "object", "record", "tuple", "never"].includes(def.type));
}

function isAnyText({ _zod: { def } }: z.core.$ZodType): boolean {
  return def.type === "string" && !("format" in def) && !("coerce" in def) && (def.checks ?? []).length === 0;
}

const ANYTHING = z.unknown();
const isAnything = (type: string) => type === "any" || type === "unknown";

/** Every change asks for the same few. */
const known = new WeakMap<z.core.$ZodType, readonly z.core.$ZodTypes[]>();

/** A schema without what is wrapped around it; one for each option of a union. */
export function bare(schema: z.core.$ZodType): readonly z.core.$ZodTypes[] {
  const kinds = known.get(schema) ?? unwrapped(schema);
  known.set(schema, kinds);
  return kinds;
}

function unwrapped(schema: z.core.$ZodType): readonly z.core.$ZodTypes[] {
  // Zod's own way to look into a schema: $ZodTypes is the union of all its kinds, told apart by `def.type` (zod.dev/library-authors).
  const kind = schema as z.core.$ZodTypes;
  const { def } = kind._zod;
  switch (def.type) {
    case "optional":
    case "nullable":
    case "nonoptional":
    case "default":
    case "prefault":
    case "readonly":
    case "catch":
      return bare(def.innerType);
    case "lazy":
      return bare(def.getter());
    case "union":
      return def.options.flatMap(bare);
    case "intersection":
      return [...bare(def.left), ...bare(def.right)];
    default:
      return [kind];
  }
}

/** The schemas of what stands under a key; none where no such key may be. */
export function members(kind: z.core.$ZodTypes, key: string): readonly z.core.$ZodType[] {
  const { def } = kind._zod;
  switch (def.type) {
    case "object": {
      const member = Object.hasOwn(def.shape, key) ? def.shape[key] : def.catchall;
      return member && member._zod.def.type !== "never" ? [member] : [];
    }
    case "record":
      return isAnyText(def.keyType) || z.safeParse(def.keyType, key).success ? [def.valueType] : [];
    case "any":
    case "unknown":
      return [ANYTHING];
    default:
      return [];
  }
}

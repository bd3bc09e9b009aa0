import { z } from "zod";
import { isRecord, type Path, valueAt } from "./path.ts";

/** The keys that may stand at the path of a file that follows the schema; none where the place is no object or its kind is unknown. */
export function knownKeys(schema: z.ZodType, value: unknown, path: Path): readonly string[] {
  let here = chosen(jsonSchema(schema), value);
  for (const [at, part] of path.entries()) {
    if (!isRecord(here)) return [];
    const next = typeof part === "number" ? here.items : child(here, part);
    here = chosen(next, valueAt(value, path.slice(0, at + 1)));
  }
  return isRecord(here) && isRecord(here.properties) ? Object.keys(here.properties) : [];
}

const made = new WeakMap<z.ZodType, unknown>();

function jsonSchema(schema: z.ZodType): unknown {
  if (!made.has(schema)) made.set(schema, z.toJSONSchema(schema, { io: "input" }));
  return made.get(schema);
}

function child(schema: Readonly<Record<string, unknown>>, key: string): unknown {
  return isRecord(schema.properties) && key in schema.properties ? schema.properties[key] : schema.additionalProperties;
}

/** Of the shapes that a `kind` tells apart, the one that this value has. */
function chosen(schema: unknown, value: unknown): unknown {
  if (!isRecord(schema) || !Array.isArray(schema.oneOf)) return schema;
  const kind = isRecord(value) ? value.kind : undefined;
  return schema.oneOf.find(
    (shape) =>
      isRecord(shape) &&
      isRecord(shape.properties) &&
      isRecord(shape.properties.kind) &&
      shape.properties.kind.const === kind,
  );
}

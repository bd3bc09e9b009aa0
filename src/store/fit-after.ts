import { z } from "zod";
import { type CheckedChange, pathsWritten } from "./check-change.ts";
import type { Collection, Stored } from "./collection.ts";
import { bare, members } from "./schema-at.ts";

/**
 * Whether a document that fitted its schema surely fits after a change whose values fit where they are put, so that it need not be read as a whole again:
 * when all that was written stands in objects that stood there before, on a way without unions, refinements or transforms. False means that it has to be seen.
 */
export function surelyFits<T extends Stored>(
  { schema }: Pick<Collection<T>, "schema">,
  change: CheckedChange,
  before: object,
  valueAfter: (path: string) => unknown,
): boolean {
  const leaf = (path: string) => leafAt(schema, before, path);
  const refits = (path: string) => {
    const found = leaf(path);
    return found !== undefined && z.safeParse(found, valueAfter(path)).success;
  };
  return (
    pathsWritten(change).every((path) => leaf(path) !== undefined) &&
    change.increase.every(([path]) => refits(path)) &&
    [...change.push, ...change.pull].every(([path]) => isPlainArray(leaf(path)) || refits(path))
  );
}

/** The schema of what stands at a path, where the way there is plain and there in the document. */
function leafAt(schema: z.core.$ZodType, document: object, path: string): z.core.$ZodType | undefined {
  let at: z.core.$ZodType | undefined = schema;
  let node: unknown = document;
  for (const segment of path.split(".")) {
    const kind: z.core.$ZodTypes | undefined = at && plain(at);
    if (!kind || typeof node !== "object" || node === null) return undefined;
    at = members(kind, segment)[0];
    node = Object.hasOwn(node, segment) ? Reflect.get(node, segment) : undefined;
  }
  return at;
}

const known = new WeakMap<z.core.$ZodType, { readonly kind: z.core.$ZodTypes | undefined }>();

/** The object or record that a schema is, when nothing but their members decides whether they fit. */
function plain(schema: z.core.$ZodType): z.core.$ZodTypes | undefined {
  const found = known.get(schema) ?? { kind: plainKind(schema) };
  known.set(schema, found);
  return found.kind;
}

function plainKind(schema: z.core.$ZodType): z.core.$ZodTypes | undefined {
  const [kind, ...others] = bare(schema);
  if (!kind || others.length > 0 || !isUnchecked(schema)) return undefined;
  return kind._zod.def.type === "object" || kind._zod.def.type === "record" ? kind : undefined;
}

function isPlainArray(schema: z.core.$ZodType | undefined): boolean {
  const [kind, ...others] = schema ? bare(schema) : [];
  return kind?._zod.def.type === "array" && others.length === 0 && schema !== undefined && isUnchecked(schema);
}

/** Neither it nor what it wraps is refined. */
function isUnchecked(schema: z.core.$ZodType): boolean {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if ((def.checks ?? []).length > 0) return false;
  switch (def.type) {
    case "optional":
    case "nullable":
      return isUnchecked(def.innerType);
    case "object":
    case "record":
    case "array":
      return true;
    default:
      return false;
  }
}

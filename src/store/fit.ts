import type { z } from "zod";
import type { Collection, Stored } from "./collection.ts";
import { checkedId } from "./scalars.ts";
import { storable } from "./storable.ts";
import { StoredDocumentInvalid } from "./store-errors.ts";

/** A document as the collection's schema reads it; throws StoredDocumentInvalid, which names the fields that do not fit, never their values. */
export function fitting<T extends Stored>(collection: Collection<T>, document: unknown): T {
  const read = collection.schema.safeParse(document);
  if (read.success) return read.data;
  throw new StoredDocumentInvalid(`A document of ${collection.name} does not fit: ${misfits(read.error)}`);
}

/** A document that fits, as both stores can hold it. */
export function toStore<T extends Stored>(collection: Collection<T>, document: T): object {
  checkedId(document._id, collection.name);
  return storable(document, () => collection.name);
}

function misfits(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join(".") || "(whole)"}: ${issue.message}`).join("; ");
}

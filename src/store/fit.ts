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

/** MongoDB's limit of a document is 16 MB; about the same in both stores, so that no document fits one only. */
const LARGEST_DOCUMENT_BYTES = 16_000_000;
const MOST_BYTES_PER_CHARACTER = 3;

/** A document that fits, as both stores can hold it. */
export function toStore<T extends Stored>(collection: Collection<T>, document: T): { readonly [key: string]: unknown } {
  checkedId(document._id, collection.name);
  const tally = { characters: 0 };
  const stored = storable(document, collection.name, tally);
  const mayBeTooLarge = tally.characters * MOST_BYTES_PER_CHARACTER > LARGEST_DOCUMENT_BYTES;
  if (mayBeTooLarge && Buffer.byteLength(JSON.stringify(stored)) > LARGEST_DOCUMENT_BYTES)
    throw new StoredDocumentInvalid(`A document of ${collection.name} exceeds 16 MB.`);
  return stored;
}

function misfits(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join(".") || "(whole)"}: ${issue.message}`).join("; ");
}

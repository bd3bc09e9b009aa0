import { type Reading, type ReadRows, readRows } from "../exchange/read-rows.ts";
import { readTable } from "../exchange/read-table.ts";
import type { FileRefusal } from "../files/import-batch.ts";

/** A file as the rows that it says, or why nothing can be read from it. */
export type CustomerFile =
  | {
      readonly kind: "refused";
      readonly why: FileRefusal;
      /** Where no column holds names: those that there are. */
      readonly headings: readonly string[];
    }
  | Extract<ReadRows, { kind: "rows" }>;

export type ReadCustomers = (bytes: Uint8Array, reading: Reading) => Promise<CustomerFile>;

/** Reads a file here and now: a large one takes seconds, in which nothing else is done. */
export async function readCustomers(bytes: Uint8Array, reading: Reading): Promise<CustomerFile> {
  const table = await readTable(bytes);
  if (table.kind === "refused") return { kind: "refused", why: table.why, headings: [] };
  const read = readRows(table.rows, reading);
  return read.kind === "no-names" ? { kind: "refused", why: "no-names", headings: read.headings } : read;
}

import { z } from "zod";
import { collection } from "../../store/collection.ts";
import type { Store } from "../../store/store.ts";

/** A document of a database holds so much; base64 makes four of three. */
const BYTES_A_PIECE = 600_000;
const LINES_A_PIECE = 200;

/** A part of an import's file, or of the lines that tell what is wrong with its rows. `_id` is batch/kind/nth. */
export const batchPieceSchema = z.strictObject({
  _id: z.string(),
  company: z.string(),
  batch: z.string(),
  /** Base64; "" where it holds lines. */
  bytes: z.string(),
  lines: z.array(z.string()),
});

export const batchPieces = collection({
  name: "importPieces",
  schema: batchPieceSchema,
  indexes: [{ name: "batch", fields: ["company", "batch"] }],
  queries: { ofBatch: { equals: ["company", "batch"] } },
});

interface Batch {
  readonly _id: string;
  readonly company: string;
}

/** Keeps a file; how many pieces it came to. */
export async function keepBytes(store: Store, batch: Batch, bytes: Uint8Array): Promise<number> {
  const pieces = Math.ceil(bytes.length / BYTES_A_PIECE);
  for (let nth = 0; nth < pieces; nth++) {
    const part = Buffer.from(bytes.subarray(nth * BYTES_A_PIECE, (nth + 1) * BYTES_A_PIECE)).toString("base64");
    await store.insert(batchPieces, { ...pieceOf(batch, "bytes", nth), bytes: part });
  }
  return pieces;
}

/** The file again; undefined where a piece of it is gone. */
export async function keptBytes(store: Store, batch: Batch, pieces: number): Promise<Uint8Array | undefined> {
  const ids = Array.from({ length: pieces }, (_, nth) => pieceId(batch, "bytes", nth));
  const parts: Uint8Array[] = [];
  for (const id of ids) {
    const piece = await store.get(batchPieces, id);
    if (!piece) return undefined;
    parts.push(Buffer.from(piece.bytes, "base64"));
  }
  return new Uint8Array(Buffer.concat(parts));
}

export async function keepLines(store: Store, batch: Batch, lines: readonly string[]): Promise<void> {
  for (let nth = 0; nth * LINES_A_PIECE < lines.length; nth++)
    await store.insert(batchPieces, {
      ...pieceOf(batch, "lines", nth),
      lines: lines.slice(nth * LINES_A_PIECE, (nth + 1) * LINES_A_PIECE),
    });
}

/** Lines from the `from`th on; a page never stands in more than two pieces. */
export async function keptLines(store: Store, batch: Batch, from: number, count: number): Promise<readonly string[]> {
  const first = Math.floor(from / LINES_A_PIECE);
  const last = Math.floor((from + Math.max(0, count - 1)) / LINES_A_PIECE);
  const ids = [...new Set([first, last])].map((nth) => pieceId(batch, "lines", nth));
  const pieces = await store.getMany(batchPieces, ids);
  const at = from - first * LINES_A_PIECE;
  return pieces.flatMap(({ lines }) => lines).slice(at, at + count);
}

/** Nothing of a file stays once it is done with; of one that was imported, for a while only the lines. */
export async function removePieces(store: Store, { _id: batch, company }: Batch, only?: "bytes"): Promise<void> {
  const pieces = await store.find(batchPieces, { name: "ofBatch", equals: { company, batch }, limit: 10_000 });
  const gone = only === undefined ? pieces : pieces.filter(({ lines }) => lines.length === 0);
  for (const { _id } of gone) await store.remove(batchPieces, _id);
}

function pieceOf(batch: Batch, kind: "bytes" | "lines", nth: number) {
  return { _id: pieceId(batch, kind, nth), company: batch.company, batch: batch._id, bytes: "", lines: [] };
}

function pieceId({ _id }: Batch, kind: "bytes" | "lines", nth: number): string {
  return `${_id}/${kind}/${nth}`;
}

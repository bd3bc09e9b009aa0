import { sayPrivately } from "../../../../conversations/say-privately.ts";
import { removePieces } from "../../../../customers/files/batch-pieces.ts";
import { type FileRefusal, type ImportBatch, importBatches } from "../../../../customers/files/import-batch.ts";
import type { CoachPorts } from "../../../ports.ts";

export type ShowingPorts = Pick<CoachPorts, "store" | "courier" | "now">;

/** So long a process that works on a batch is trusted to. */
export const HELD_MS = 60_000;
/** What nobody says yes to is not kept, nor what was wrong with the rows of what was imported: it may hold personal data. */
export const WAITS_MS = 7 * 24 * 60 * 60 * 1000;

/** It stands so from now on, and shows it. */
export async function settle(
  ports: ShowingPorts,
  batch: ImportBatch,
  set: Partial<Omit<ImportBatch, "_id" | "company">> & Pick<ImportBatch, "state">,
): Promise<void> {
  const changed = await ports.store.change(importBatches, batch._id, { when: { state: batch.state }, set: { ...set } });
  if (changed.kind === "changed") await show(ports, changed.document, set.state);
}

/** Draws the import's own message anew, once for each standing of it. */
export function show(
  { store, courier, now }: ShowingPorts,
  { _id, company, person }: ImportBatch,
  standing: string,
): Promise<void> {
  const event = { id: `import:${_id}:${standing}`, now: now(), sender: courier.sender() };
  const tell = { kind: "register-import", batch: _id, page: 0 };
  return sayPrivately({ store, courier }, { company, person }, tell, event, { kind: "view", key: viewKey(_id) });
}

/** The event by which an import adds and changes customers. */
export function addingEvent(batch: string): string {
  return `import:${batch}`;
}

/** Under this key a private conversation remembers the message of an import. */
export function viewKey(batch: string): string {
  return `import:${batch}`;
}

export async function refuse(
  ports: ShowingPorts,
  batch: ImportBatch,
  refused: FileRefusal,
  headings: readonly string[] = [],
): Promise<void> {
  await settle(ports, batch, { state: "refused", refused, ignored: [...headings], heldUntil: null });
  await removePieces(ports.store, batch);
}

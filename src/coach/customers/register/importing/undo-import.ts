import type { Outcome } from "../../../../channels/channel.ts";
import { type ImportBatch, importBatches } from "../../../../customers/files/import-batch.ts";
import { converse, sentence } from "../../../converse.ts";
import type { Tap, Turn } from "../../../turn.ts";
import { toldInPrivate } from "../in-private.ts";
import type { RegisterButtonOf } from "../register-actions.ts";
import { batchFor } from "./import-turn.ts";
import { HELD_MS, show, viewKey, WAITS_MS } from "./standing.ts";

/** Later the salespeople have begun with those who were imported. */
const UNDONE_MS = 24 * 60 * 60 * 1000;

/** [Kumoa]: takes out again whom an import added, after the tap was acknowledged. */
export async function undoImport(turn: Tap, { batch }: RegisterButtonOf<"register-import-undo">): Promise<Outcome> {
  const found = await batchFor(turn, batch);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const { ports, event, say } = turn;
  if (event.now - (found.batch.doneAt ?? 0) > UNDONE_MS) return { kind: "taken", notice: say("exchange.undo.late") };
  const begun = await begin(turn, found.batch);
  if (!begun) return { kind: "taken", notice: say("exchange.undo.again") };
  await show(ports, begun, "undoing");
  ports.imports.takeBack(batch);
  return { kind: "taken" };
}

/** The import that this person brought and that was done last, in the time since. */
export async function latestImport(
  { ports, incoming, person, event }: Turn,
  since: number,
): Promise<ImportBatch | undefined> {
  const batches = await ports.store.find(importBatches, {
    name: "ofCompany",
    equals: { company: incoming.company },
    from: since - WAITS_MS,
  });
  const own = batches.filter((batch) => batch.person === person._id && (batch.doneAt ?? 0) >= since);
  // Told again, the word means the one that it undid.
  const before = own.find(({ undoneBy }) => undoneBy === event.id);
  const done = own.filter(({ state }) => state === "done");
  return before ?? done.toSorted((a, b) => (a.doneAt ?? 0) - (b.doneAt ?? 0)).at(-1);
}

/** "kumoa", where that import was the last thing: it is told anew, and becomes what comes of it. */
export async function undoByWord(turn: Turn, batch: ImportBatch): Promise<Outcome> {
  if (batch.added === 0) return sentence(turn, turn.say("exchange.undo.updates"));
  await begin(turn, batch);
  const place = { kind: "private", person: turn.person._id } as const;
  const tell = { kind: "register-import", batch: batch._id, page: 0 } as const;
  const told = await converse(turn, [tell], { place, remember: viewKey(batch._id) });
  turn.ports.imports.takeBack(batch._id);
  return toldInPrivate(turn, told);
}

/** Undefined where it was undone already, or nothing can be. */
async function begin({ ports, event }: Turn, { _id }: ImportBatch): Promise<ImportBatch | undefined> {
  const set = { state: "undoing", undoneBy: event.id, heldUntil: event.now + HELD_MS };
  const changed = await ports.store.change(importBatches, _id, { when: { state: "done" }, set });
  return changed.kind === "changed" ? changed.document : undefined;
}

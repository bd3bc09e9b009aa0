import type { Outcome } from "../../../../channels/channel.ts";
import type { FetchedFile, Incoming } from "../../../../channels/incoming.ts";
import { columnOf } from "../../../../customers/exchange/fields.ts";
import { readText } from "../../../../customers/exchange/read-table.ts";
import { removePieces } from "../../../../customers/files/batch-pieces.ts";
import { type ImportBatch, importBatches } from "../../../../customers/files/import-batch.ts";
import { bucketOf } from "../../../../deliveries/outbox.ts";
import { idFrom } from "../../../../people/id-from.ts";
import { sentence } from "../../../converse.ts";
import type { Said, Tap, Turn } from "../../../turn.ts";
import { inPrivate, turned } from "../in-private.ts";
import { mayOwn } from "../may.ts";
import type { RegisterButtonOf } from "../register-actions.ts";
import { HELD_MS, show } from "./standing.ts";

const MOST_BYTES = 20_000_000;
/** Reading takes a moment that somebody notices. */
const LARGE_BYTES = 500_000;
const LONGEST_NAME = 100;
const TABLES = /\.(?:csv|tsv|txt|tab|xlsx|xls|xlsm)$/iu;
const NO_COUNTS = { new: 0, update: 0, same: 0, nothing: 0, withProblems: 0 };
const HEADINGS = /^.*[;,\t|].*\r?\n/u;

/** Somebody sent a file: in the private chat a table of customers is read, and nothing else anywhere. */
export async function takeFile(turn: Turn<Extract<Incoming, { kind: "sent-file" }>>): Promise<Outcome> {
  const { incoming, say } = turn;
  const { file, place } = incoming;
  if (!file || place.kind !== "private") return sentence(turn, say("turn.noFiles"));
  if (file.kind === "several") return sentence(turn, say("exchange.refused.several"));
  if (!TABLES.test(file.name)) return sentence(turn, say("exchange.refused.kind"));
  if ((file.size ?? 0) > MOST_BYTES) return sentence(turn, say("exchange.refused.too-large"));
  const isLarge = (file.size ?? 0) > LARGE_BYTES;
  return begin(turn, { name: file.name, isLarge, fetch: () => file.read(MOST_BYTES) });
}

/** Rows pasted with their headings are a file without a name. Undefined for any other words. */
export async function takePasted(turn: Said): Promise<Outcome | undefined> {
  const { text } = turn.incoming;
  if (!HEADINGS.test(text)) return undefined;
  const table = readText(text);
  if (table.kind !== "table" || table.rows.length < 2) return undefined;
  const columns = (table.rows[0]?.cells ?? []).flatMap((cell) => columnOf(String(cell), []) ?? []);
  const isTable = columns.length >= 2 && columns.some((one) => one.kind === "field" && one.field === "name");
  if (!isTable) return undefined;
  const bytes = new TextEncoder().encode(text);
  return begin(turn, { name: "", isLarge: false, fetch: () => Promise.resolve({ kind: "bytes", bytes }) });
}

async function begin(
  turn: Turn,
  { name, isLarge, fetch }: { name: string; isLarge: boolean; fetch: () => Promise<FetchedFile> },
): Promise<Outcome> {
  const { ports, incoming, person, event, say } = turn;
  const { company } = incoming;
  const { people } = await ports.directories.fresh(company);
  if (!mayOwn(people.get(person._id))) return sentence(turn, say("customers.refused.mayNotImport"));
  const batch: ImportBatch = {
    _id: await idFrom(company, "import", event.id),
    company,
    person: person._id,
    name: name.slice(0, LONGEST_NAME),
    state: "reading",
    refused: null,
    columns: [],
    ignored: [],
    doubled: [],
    counts: NO_COUNTS,
    changes: [],
    pieces: 0,
    problems: 0,
    which: null,
    rows: 0,
    done: 0,
    added: 0,
    updated: 0,
    left: 0,
    doneAt: null,
    undoneBy: null,
    stayed: 0,
    createdAt: event.now,
    bucket: bucketOf(company),
    heldUntil: event.now + HELD_MS,
  };
  if ((await ports.store.insert(importBatches, batch)) === "exists") return { kind: "repeated" };
  if (isLarge) await show(ports, batch, "reading");
  ports.imports.read(batch, fetch);
  return { kind: "taken" };
}

/** [Tuo kaikki rivit]: begins, and goes on after the tap was acknowledged. */
export async function startImport(turn: Tap, button: RegisterButtonOf<"register-import">): Promise<Outcome> {
  const found = await batchFor(turn, button.batch);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const { ports, event, say, incoming, person } = turn;
  const { people } = await ports.directories.fresh(incoming.company);
  if (!mayOwn(people.get(person._id))) return { kind: "taken", notice: say("customers.refused.mayNotImport") };
  const { _id } = found.batch;
  const changed = await ports.store.change(importBatches, _id, {
    when: { state: "ready" },
    set: { state: "running", changes: [], which: button.which, heldUntil: event.now + HELD_MS },
  });
  if (changed.kind !== "changed") return { kind: "taken", notice: say("exchange.import.again") };
  await show(ports, changed.document, "running");
  ports.imports.run(_id);
  return { kind: "taken" };
}

export async function dropImport(turn: Tap, { batch: id }: RegisterButtonOf<"register-import-drop">): Promise<Outcome> {
  const found = await batchFor(turn, id);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const { ports, say } = turn;
  const changed = await ports.store.change(importBatches, id, {
    when: { state: "ready" },
    set: { state: "dropped", changes: [], heldUntil: null },
  });
  if (changed.kind !== "changed") return { kind: "taken", notice: say("exchange.import.again") };
  await removePieces(ports.store, found.batch);
  return turned(turn, { kind: "register-import", batch: id, page: 0 });
}

export async function turnImport(
  turn: Tap,
  { batch, page }: RegisterButtonOf<"register-import-page">,
): Promise<Outcome> {
  const found = await batchFor(turn, batch);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  return turned(turn, { kind: "register-import", batch, page });
}

/** How a file is brought. */
export async function tellHowToImport(turn: Turn): Promise<Outcome> {
  const { people } = await turn.ports.directories.fresh(turn.incoming.company);
  const key = mayOwn(people.get(turn.person._id)) ? "exchange.import.how" : "customers.refused.mayNotImport";
  return inPrivate(turn, { kind: "sentence", text: turn.say(key) });
}

/** An import that this person began. */
export async function batchFor(
  { ports, incoming, person, say }: Turn,
  id: string,
): Promise<{ readonly batch: ImportBatch } | { readonly notice: string }> {
  const batch = await ports.store.get(importBatches, id);
  const isOwn = batch?.company === incoming.company && batch.person === person._id;
  return batch && isOwn ? { batch } : { notice: say("exchange.import.gone") };
}

import { isoDateIn } from "../../../../calendar/iso-date.ts";
import type { FetchedFile } from "../../../../channels/incoming.ts";
import { sayPrivately } from "../../../../conversations/say-privately.ts";
import { importCustomers } from "../../../../customers/exchange/import-customers.ts";
import { keepBytes, keepLines, keptBytes, removePieces } from "../../../../customers/files/batch-pieces.ts";
import { type FileRefusal, type ImportBatch, importBatches } from "../../../../customers/files/import-batch.ts";
import { allCustomers } from "../../../../customers/find-customers.ts";
import type { ReadCustomers } from "../../../../customers/reading/read-customers.ts";
import { readRulebook } from "../../../../customers/rulebook.ts";
import { BUCKETS } from "../../../../deliveries/outbox.ts";
import type { CoachPorts } from "../../../ports.ts";
import { changeLines } from "./change-lines.ts";
import { problemLines, readFile } from "./read-file.ts";

/** Files of customers, worked on after what brought them was acknowledged. */
export interface Imports {
  /** Reads a file that a batch was begun for, and shows what would come of it. */
  read(batch: ImportBatch, fetch: () => Promise<FetchedFile>): void;
  /** Goes on with a batch that is running, from where it stands. */
  run(batch: string): void;
  /** Takes up what processes left that are gone. */
  sweep(now: number): Promise<void>;
  /** Resolves when nothing is being worked on here. */
  settled(): Promise<void>;
}

type ImportPorts = Pick<CoachPorts, "store" | "directories" | "registers" | "courier" | "now"> & {
  readonly readCustomers: ReadCustomers;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly log: { warn(fields: object, text: string): void };
};

/** So long a process that works on a batch is trusted to. */
export const HELD_MS = 60_000;
/** What nobody says yes to is not kept, nor what was wrong with the rows of what was imported: it may hold personal data. */
const WAITS_MS = 7 * 24 * 60 * 60 * 1000;
const ROWS_AT_ONCE = 500;
const ALL_BUCKETS = Array.from({ length: BUCKETS }, (_, bucket) => bucket);

export function createImports(ports: ImportPorts): Imports {
  const { store, now, log } = ports;
  const running = new Map<string, Promise<void>>();
  const track = (batch: string, work: () => Promise<void>): void => {
    if (running.has(batch)) return;
    const tracked = work()
      .catch((error: unknown) => log.warn({ batch, err: error }, "an import was cut short; it is taken up again"))
      .finally(() => running.delete(batch));
    running.set(batch, tracked);
  };
  return {
    read: (batch, fetch) => track(batch._id, async () => takeIn(ports, batch, await fetch())),
    run: (batch) => track(batch, () => carryOn(ports, batch)),
    sweep: async (at) => {
      const left = await store.find(importBatches, { name: "held", equals: { bucket: ALL_BUCKETS }, from: 0, to: at });
      for (const batch of left) {
        const { _id, heldUntil } = batch;
        const { state } = batch;
        // At the start of the only process whoever worked is gone; who has yet to answer or to mend rows is not.
        const isRead = state === "ready" || state === "done";
        if (isRead && (heldUntil ?? 0) > now()) continue;
        const claimed = await store.change(importBatches, _id, {
          when: { heldUntil },
          set: { heldUntil: now() + HELD_MS },
        });
        if (claimed.kind !== "changed" || running.has(_id)) continue;
        if (state === "running") track(_id, () => carryOn(ports, _id));
        else if (isRead) track(_id, () => forget(ports, batch));
        else track(_id, () => refuse(ports, batch, "cut"));
      }
    },
    settled: async () => {
      while (running.size > 0) await Promise.all(running.values());
    },
  };
}

async function takeIn(ports: ImportPorts, batch: ImportBatch, file: FetchedFile): Promise<void> {
  if (file.kind !== "bytes") return refuse(ports, batch, file.kind);
  const reader = await readerFor(ports, batch, () => true);
  if (!reader) return;
  const read = await readFile(file.bytes, reader, ports);
  if (read.kind === "refused") return refuse(ports, batch, read.why, read.headings);
  const { preview, columns, ignored, doubled } = read;
  const lines = await problemLines(read, reader, ports);
  const pieces = await keepBytes(ports.store, batch, file.bytes);
  await keepLines(ports.store, batch, lines);
  await settle(ports, batch, {
    state: "ready",
    columns: [...columns],
    ignored: [...ignored],
    doubled: [...doubled],
    counts: preview.counts,
    changes: [...changeLines(read, reader)],
    pieces,
    problems: lines.length,
    rows: preview.rows.length,
    heldUntil: ports.now() + WAITS_MS,
  });
}

/** Does rows after rows, noting how far it came: taken up again, the rows that were under way are done by the same event and change nothing twice. */
async function carryOn(ports: ImportPorts, id: string): Promise<void> {
  const { store, registers, now, courier } = ports;
  const begun = await store.get(importBatches, id);
  if (begun?.state !== "running") return;
  let batch: ImportBatch = begun;
  const { company, person, which } = batch;
  const event = { id: `import:${id}`, now: batch.createdAt, sender: courier.sender() };
  // Whom this import added stands in the register already where it was cut short: the file is read as it was then.
  const reader = await readerFor(ports, batch, ({ events }) => events[0] !== event.id);
  const bytes = await keptBytes(store, batch, batch.pieces);
  const read = reader && bytes ? await readFile(bytes, reader, ports) : undefined;
  if (!reader || read?.kind !== "read") return refuse(ports, batch, "cut");
  const { directory, today } = reader;
  const book = await readRulebook(store, directory.company);
  const { rows, counts } = read.preview;
  while (batch.done < rows.length) {
    const { done } = batch;
    const some = rows.slice(done, done + ROWS_AT_ONCE);
    const came = await importCustomers(
      store,
      { rows: some, counts },
      which ?? "good",
      { company, by: person, today, book },
      { ...event, now: now() },
    );
    const changed = await store.change(importBatches, id, {
      when: { done, state: "running" },
      set: { done: done + some.length, heldUntil: now() + HELD_MS },
      increase: { added: came.added, updated: came.updated, left: came.left.length },
    });
    // Another process has gone on with it meanwhile.
    if (changed.kind !== "changed") return;
    batch = changed.document;
    registers.forget(company);
    if (batch.done < rows.length) await show(ports, batch, `at:${batch.done}`);
  }
  await settle(ports, batch, { state: "done", heldUntil: batch.problems === 0 ? null : now() + WAITS_MS });
  await removePieces(store, batch, "bytes");
}

async function readerFor(
  { store, directories }: ImportPorts,
  { company, person, createdAt }: ImportBatch,
  isKnown: (customer: { readonly events: readonly string[] }) => boolean,
) {
  const directory = await directories.fresh(company);
  const whose = directory.people.get(person);
  if (!whose) return undefined;
  const [book, all] = await Promise.all([readRulebook(store, directory.company), allCustomers(store, company)]);
  const today = isoDateIn(createdAt, directory.company.timeZone);
  return { directory, person: whose, rules: book.rules, today, known: all.filter(isKnown) };
}

async function refuse(
  ports: ImportPorts,
  batch: ImportBatch,
  refused: FileRefusal,
  headings: readonly string[] = [],
): Promise<void> {
  await settle(ports, batch, { state: "refused", refused, ignored: [...headings], heldUntil: null });
  await removePieces(ports.store, batch);
}

/** A preview that nobody has answered, or an import whose rows nobody mends any more. */
async function forget(ports: ImportPorts, batch: ImportBatch): Promise<void> {
  if (batch.state === "ready") await settle(ports, batch, { state: "dropped", changes: [], heldUntil: null });
  else await ports.store.change(importBatches, batch._id, { set: { heldUntil: null, problems: 0 } });
  await removePieces(ports.store, batch);
}

async function settle(
  ports: ImportPorts,
  batch: ImportBatch,
  set: Partial<Omit<ImportBatch, "_id" | "company">> & Pick<ImportBatch, "state">,
): Promise<void> {
  const changed = await ports.store.change(importBatches, batch._id, { when: { state: batch.state }, set: { ...set } });
  if (changed.kind === "changed") await show(ports, changed.document, set.state);
}

/** Draws the import's own message anew, once for each standing of it. */
export function show(
  { store, courier, now }: Pick<ImportPorts, "store" | "courier" | "now">,
  { _id, company, person }: ImportBatch,
  standing: string,
): Promise<void> {
  const event = { id: `import:${_id}:${standing}`, now: now(), sender: courier.sender() };
  const tell = { kind: "register-import", batch: _id, page: 0 };
  return sayPrivately({ store, courier }, { company, person }, tell, event, { kind: "view", key: viewKey(_id) });
}

function viewKey(batch: string): string {
  return `import:${batch}`;
}

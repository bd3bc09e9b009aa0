import { isoDateIn } from "../../../../calendar/iso-date.ts";
import type { FetchedFile } from "../../../../channels/incoming.ts";
import { importCustomers } from "../../../../customers/exchange/import-customers.ts";
import { keepBytes, keepLines, keptBytes, removePieces } from "../../../../customers/files/batch-pieces.ts";
import { type ImportBatch, importBatches } from "../../../../customers/files/import-batch.ts";
import { allCustomers } from "../../../../customers/find-customers.ts";
import type { ReadCustomers } from "../../../../customers/reading/read-customers.ts";
import { readRulebook } from "../../../../customers/rulebook.ts";
import { BUCKETS } from "../../../../deliveries/outbox.ts";
import type { CoachPorts } from "../../../ports.ts";
import { changeLines } from "./change-lines.ts";
import { problemLines, readFile } from "./read-file.ts";
import { addingEvent, HELD_MS, refuse, type ShowingPorts, settle, show, WAITS_MS } from "./standing.ts";
import { takeBack } from "./take-back.ts";

/** Files of customers, worked on after what brought them was acknowledged. */
export interface Imports {
  /** Reads a file that a batch was begun for, and shows what would come of it. */
  read(batch: ImportBatch, fetch: () => Promise<FetchedFile>): void;
  /** Goes on with a batch that is running, from where it stands. */
  run(batch: string): void;
  /** Goes on with taking out whom a batch added. */
  takeBack(batch: string): void;
  /** Takes up what processes left that are gone. */
  sweep(now: number): Promise<void>;
  /** Resolves when nothing is being worked on here. */
  settled(): Promise<void>;
}

type ImportPorts = ShowingPorts &
  Pick<CoachPorts, "directories" | "registers"> & {
    readonly readCustomers: ReadCustomers;
    readonly wait: (milliseconds: number) => Promise<void>;
    readonly log: { warn(fields: object, text: string): void };
  };

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
    takeBack: (batch) => track(batch, () => takeBack(ports, batch)),
    sweep: async (at) => {
      const left = await store.find(importBatches, { name: "held", equals: { bucket: ALL_BUCKETS }, from: 0, to: at });
      for (const batch of left) {
        const { _id, heldUntil, state } = batch;
        // At the start of the only process whoever worked is gone; who has yet to answer or to mend rows is not.
        const isRead = state === "ready" || state === "done";
        if (isRead && (heldUntil ?? 0) > now()) continue;
        const claimed = await store.change(importBatches, _id, {
          when: { heldUntil },
          set: { heldUntil: now() + HELD_MS },
        });
        if (claimed.kind !== "changed" || running.has(_id)) continue;
        track(_id, () => takeUp(ports, batch));
      }
    },
    settled: async () => {
      while (running.size > 0) await Promise.all(running.values());
    },
  };
}

/** Goes on with what a process left that is gone, or ends what nobody answers. */
function takeUp(ports: ImportPorts, batch: ImportBatch): Promise<void> {
  switch (batch.state) {
    case "running":
      return carryOn(ports, batch._id);
    case "undoing":
      return takeBack(ports, batch._id);
    case "ready":
    case "done":
      return forget(ports, batch);
    case "reading":
    case "refused":
    case "dropped":
    case "undone":
      return refuse(ports, batch, "cut");
    default:
      return batch.state satisfies never;
  }
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
  const event = { id: addingEvent(id), now: batch.createdAt, sender: courier.sender() };
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
  const heldUntil = batch.problems === 0 ? null : now() + WAITS_MS;
  await settle(ports, batch, { state: "done", doneAt: now(), heldUntil });
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

/** A preview that nobody has answered, or an import whose rows nobody mends any more. */
async function forget(ports: ImportPorts, batch: ImportBatch): Promise<void> {
  if (batch.state === "ready") await settle(ports, batch, { state: "dropped", changes: [], heldUntil: null });
  else await ports.store.change(importBatches, batch._id, { set: { heldUntil: null, problems: 0 } });
  await removePieces(ports.store, batch);
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabaseFile } from "../../src/store/embedded/database-file.ts";
import { openEmbeddedStore } from "../../src/store/embedded/open-embedded-store.ts";
import { prepareTables, tableOf } from "../../src/store/embedded/tables.ts";
import { type Card, cards } from "../../tests/store/sample.ts";
import type { Figure } from "../figure.ts";
import { benchDocument, median } from "./documents.ts";

interface Inserter {
  /** Inserts the documents with so many in flight at any time. */
  insert(documents: readonly Card[], inFlight: number): Promise<void>;
  close(): Promise<void>;
}

const IN_FLIGHT = [1, 16, 64] as const;
const REPEATS = 15;

/**
 * Inserts a second through the store, against raw libsql with the same settings, tables, indexes and as many inserts a commit; the worst
 * of 1, 16 and 64 in flight. The two take turns on the same documents, and each turn's median counts.
 */
export async function measureStoreInsert(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "luotsi-bench-"));
  const ours = await openOurs(join(folder, "ours"));
  const raw = await openRaw(join(folder, "raw"));
  let made = 0;
  const documents = (count: number) => Array.from({ length: count }, () => benchDocument(made++));
  const figures: Figure[] = [];
  try {
    for (const inFlight of IN_FLIGHT) {
      const count = inFlight * Math.ceil(320 / inFlight);
      const seconds: { ours: number[]; raw: number[] } = { ours: [], raw: [] };
      for (let turn = 0; turn <= REPEATS; turn += 1) {
        const batch = documents(count);
        const taken = { ours: await secondsOf(ours, batch, inFlight), raw: await secondsOf(raw, batch, inFlight) };
        // The first turn warms up.
        if (turn === 0) continue;
        seconds.ours.push(taken.ours);
        seconds.raw.push(taken.raw);
      }
      const value = count / median(seconds.ours);
      const floor = count / median(seconds.raw);
      figures.push({
        name: "store.insert",
        value,
        unit: "inserts/s",
        floor,
        ratio: value / floor,
        better: "higher",
      });
    }
  } finally {
    await ours.close();
    await raw.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return figures.sort((one, other) => one.ratio - other.ratio).slice(0, 1);
}

async function secondsOf(inserter: Inserter, documents: readonly Card[], inFlight: number): Promise<number> {
  const from = performance.now();
  await inserter.insert(documents, inFlight);
  return (performance.now() - from) / 1000;
}

async function openOurs(folder: string): Promise<Inserter> {
  const store = await openEmbeddedStore({ folder, collections: [cards] });
  return {
    async insert(documents, inFlight) {
      let next = 0;
      const worker = async () => {
        for (let one = documents[next++]; one; one = documents[next++])
          if ((await store.insert(cards, one)) !== "inserted") throw new Error(`${one._id} was there already`);
      };
      await Promise.all(Array.from({ length: inFlight }, worker));
    },
    close: () => store.close(),
  };
}

async function openRaw(folder: string): Promise<Inserter> {
  const file = await openDatabaseFile(folder);
  prepareTables(file, [cards]);
  const { database } = file;
  const add = database.prepare(`INSERT INTO ${tableOf(cards)} (_id, doc) VALUES (?, ?)`);
  const begin = database.prepare("BEGIN IMMEDIATE");
  const commit = database.prepare("COMMIT");
  return {
    async insert(documents, inFlight) {
      for (let from = 0; from < documents.length; from += inFlight) {
        begin.run();
        for (const one of documents.slice(from, from + inFlight)) add.run([one._id, JSON.stringify(one)]);
        commit.run();
      }
    },
    async close() {
      database.close();
    },
  };
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { openEmbeddedStore } from "../../src/store/embedded/open-embedded-store.ts";
import { bundle, linesOf, run } from "../../tests/store/run-bundled.ts";
import { cards } from "../../tests/store/sample.ts";
import type { Figure } from "../figure.ts";
import { benchDocument, median } from "./documents.ts";

const DOCUMENTS = 100_000;
const REPEATS = 5;
const opening = z.object({ milliseconds: z.number(), rssMegabytes: z.number() });

/**
 * Opening a store of 100,000 documents in a fresh process, with its checks and one document read, and the process's memory then; the floor
 * is raw libsql on the same file with the same document read. The two take turns; medians count.
 */
export async function measureStoreOpen(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "luotsi-bench-"));
  const child = await bundle("bench/store/open-child.ts");
  try {
    await fill(folder);
    const taken: { ours: z.infer<typeof opening>[]; raw: z.infer<typeof opening>[] } = { ours: [], raw: [] };
    for (let turn = 0; turn < REPEATS; turn += 1)
      for (const which of ["ours", "raw"] as const) {
        const [line = ""] = await linesOf(run(process.execPath, [child.file, which, folder, benchDocument(777)._id]));
        taken[which].push(opening.parse(JSON.parse(line)));
      }
    const figure = (name: string, unit: string, of: (one: z.infer<typeof opening>) => number): Figure => {
      const value = median(taken.ours.map(of));
      const floor = median(taken.raw.map(of));
      return { name, value, unit, floor, ratio: value / floor, better: "lower" };
    };
    return [
      figure("store.open", "ms", ({ milliseconds }) => milliseconds),
      figure("store.open.rss", "MB", ({ rssMegabytes }) => rssMegabytes),
    ];
  } finally {
    child.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fill(folder: string): Promise<void> {
  const store = await openEmbeddedStore({ folder, collections: [cards] });
  for (let from = 0; from < DOCUMENTS; from += 250)
    await Promise.all(Array.from({ length: 250 }, (_, index) => store.insert(cards, benchDocument(from + index))));
  await store.close();
}

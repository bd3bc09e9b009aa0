import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundle } from "../../tests/store/run-bundled.ts";
import type { Figure } from "../figure.ts";
import { median } from "../store/documents.ts";
import { APP, buildApp } from "../support/build-app.ts";
import { type ServerOptions, startServer } from "../support/server-process.ts";

const REPEATS = 7;

/** From the start of the process, on an empty folder, to the first answer over HTTP; the floor is a bare HTTP server. The two take turns; medians count. */
export async function measureStart(): Promise<readonly Figure[]> {
  await buildApp();
  const bare = await bundle("bench/start/bare-server-child.ts");
  const taken: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  try {
    for (let turn = 0; turn < REPEATS; turn += 1) {
      taken.ours.push(
        await onEmptyFolder((DATA_DIR) => ({ args: APP, path: "/api/company", environment: { DATA_DIR } })),
      );
      taken.bare.push(await onEmptyFolder(() => ({ args: [bare.file], path: "/" })));
    }
  } finally {
    bare.remove();
  }
  const value = median(taken.ours);
  const floor = median(taken.bare);
  return [{ name: "start", value, unit: "ms", floor, ratio: value / floor, better: "lower" }];
}

async function onEmptyFolder(options: (folder: string) => ServerOptions): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "luotsi-bench-"));
  try {
    const server = await startServer(options(folder));
    await server.stop();
    return server.startedMs;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openEmbeddedStore } from "../../src/store/embedded/open-embedded-store.ts";
import { bundle, linesOf, run } from "./run-bundled.ts";
import { cards } from "./sample.ts";

const root = mkdtempSync(join(tmpdir(), "luotsi-process-"));
const newFolder = () => mkdtempSync(join(root, "store-"));
let openOnce: Awaited<ReturnType<typeof bundle>>;
let keepWriting: Awaited<ReturnType<typeof bundle>>;

beforeAll(async () => {
  openOnce = await bundle("tests/store/children/open-once.ts");
  keepWriting = await bundle("tests/store/children/keep-writing.ts");
});
afterAll(() => {
  openOnce.remove();
  keepWriting.remove();
  rmSync(root, { recursive: true, force: true });
});

async function missingOf(folder: string, ids: readonly string[]): Promise<readonly string[]> {
  const store = await openEmbeddedStore({ folder, collections: [cards] });
  const found = new Set((await store.getMany(cards, ids)).map(({ _id }) => _id));
  await store.close();
  return ids.filter((id) => !found.has(id));
}

test("a second process on the same file is refused and told why", async () => {
  const folder = newFolder();
  const store = await openEmbeddedStore({ folder, collections: [cards] });
  const [said] = await linesOf(run(process.execPath, [openOnce.file, folder]));
  await store.close();
  expect(said).toContain(join(folder, "luotsi.db"));
  expect(said).toContain("another Luotsi is running on it");
  expect(await linesOf(run(process.execPath, [openOnce.file, folder]))).toEqual(["opened"]);
});

test("kill -9 in the middle of writing loses nothing that was acknowledged and leaves no lock", async () => {
  const folder = newFolder();
  const child = run(process.execPath, [keepWriting.file, folder]);
  const acknowledged: string[] = [];
  for await (const id of child.lines) if (acknowledged.push(id) === 500) child.process.kill("SIGKILL");
  expect(await child.ended).toBeNull();
  expect(acknowledged.length).toBeGreaterThanOrEqual(500);
  expect(await missingOf(folder, acknowledged)).toEqual([]);
});

test("a disk without room is told as StoreUnavailable; what was acknowledged stays, and reading goes on", async () => {
  const folder = newFolder();
  // A limit on the size of files stands for a full disk: 4,096 blocks of 1,024 bytes.
  const limited = ["-c", 'ulimit -f 4096; exec "$0" "$@"', process.execPath, keepWriting.file, folder, "20000"];
  const said = await linesOf(run("bash", limited));
  const ids = said.filter((line) => line.startsWith("company/"));
  expect(said.at(-1)).toMatch(/^StoreUnavailable: .*luotsi\.db.*; reading works$/);
  expect(ids.length).toBeGreaterThan(50);
  expect(await missingOf(folder, ids)).toEqual([]);
});

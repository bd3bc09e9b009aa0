import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** The page as the build makes it, as it stands in src/. */
export async function buildPage(folder: string): Promise<void> {
  await promisify(execFile)(process.execPath, ["scripts/build.mjs", "--page-to", folder]);
}

/** The same in memory: file name → contents. */
export async function builtPage(): Promise<ReadonlyMap<string, Uint8Array>> {
  const folder = await mkdtemp(join(tmpdir(), "luotsi-page-"));
  await buildPage(folder);
  const names = await readdir(folder);
  const files = await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const));
  await rm(folder, { recursive: true, force: true });
  return new Map(files);
}

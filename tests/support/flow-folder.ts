import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach } from "vitest";
import { type Loaded, type LoadOptions, loadFlows, problemText } from "../../src/flow/load-flows.ts";

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder on disk with these files in it, path → text; gone after the test. */
export function folderOf(files: { readonly [path: string]: string }): string {
  const folder = mkdtempSync(join(tmpdir(), "luotsi-flows-"));
  made.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** What the loader says about a folder, as it is printed, with the folder's own name left out. */
export function problemsOf(folder: string, options?: LoadOptions): string[] {
  const loaded = loadFlows(folder, options);
  return loaded.ok ? [] : loaded.problems.map((problem) => problemText(problem).replaceAll(`${folder}/`, ""));
}

/** The flows of a folder that is in order; fails with the loader's words when it is not. */
export function flowsOf(folder: string, options?: LoadOptions): Extract<Loaded, { ok: true }>["value"] {
  const loaded = loadFlows(folder, options);
  if (!loaded.ok) throw new Error(loaded.problems.map(problemText).join("\n"));
  return loaded.value;
}

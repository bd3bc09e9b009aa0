import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { build } from "esbuild";

/** Bundles a TypeScript file, which Node 20 cannot run; the file lies inside the project, where it finds the packages. */
export async function bundle(entry: string): Promise<{ readonly file: string; remove(): void }> {
  await mkdir(join("dist", "run"), { recursive: true });
  const folder = mkdtempSync(join("dist", "run", "child-"));
  const file = join(folder, "child.mjs");
  await build({
    entryPoints: [entry],
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    outfile: file,
  });
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface Child {
  readonly process: ChildProcessWithoutNullStreams;
  /** Lines of the standard output as they come. */
  readonly lines: AsyncIterable<string>;
  /** Ends with the process: its exit code, or null when a signal ended it. */
  readonly ended: Promise<number | null>;
}

export function run(command: string, args: readonly string[]): Child {
  const child = spawn(command, args);
  child.stderr.pipe(process.stderr);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve(code));
  });
  return { process: child, lines: createInterface({ input: child.stdout }), ended };
}

/** Everything that the process says until it ends. */
export async function linesOf(child: Child): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of child.lines) lines.push(line);
  await child.ended;
  return lines;
}

import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, posix } from "node:path";

export interface SourceFile {
  /** From the project's folder, with "/": "src/coach/coach.ts". */
  readonly path: string;
  readonly text: string;
}

/** Every file under the folders whose name ends so. */
export function readSources(folders: readonly string[], endings: readonly string[]): readonly SourceFile[] {
  return folders
    .flatMap(filesUnder)
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .map((path) => ({ path, text: readFileSync(path, "utf8") }));
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name).replaceAll("\\", "/"))
    .flatMap((path) => (statSync(path).isDirectory() ? filesUnder(path) : [path]));
}

const STATEMENT = /^[ \t]*(?:import|export)\b(?<what>[^;"'`=]*?)\bfrom\s*["'](?<name>[^"']+)["']/gmu;
const BARE = /^[ \t]*import\s*["'](?<name>[^"']+)["']/gmu;
const CALL = /\b(?:import|require|createRequire\([^()]*\))\(\s*["'](?<name>[^"']+)["']\s*\)/gu;

interface Import {
  /** As written: "../store/store.ts", "hono/body-limit", "node:fs". */
  readonly name: string;
  /** Gone when the program runs: import type { … }. */
  readonly typesOnly: boolean;
}

const read = new WeakMap<SourceFile, readonly Import[]>();

/** What a file names in import statements, re-exports, import() and require(). */
export function importsOf(file: SourceFile): readonly Import[] {
  const known = read.get(file);
  if (known) return known;
  const found = [STATEMENT, BARE, CALL].flatMap((pattern) =>
    [...file.text.matchAll(pattern)].map(({ groups }) => ({
      name: groups?.name ?? "",
      typesOnly: /^\s+type\b/u.test(groups?.what ?? ""),
    })),
  );
  read.set(file, found);
  return found;
}

/** The files of the project that a file imports, as paths. */
export function importedFiles(file: SourceFile, which: { readonly withTypes: boolean }): readonly string[] {
  return importsOf(file)
    .filter(({ name, typesOnly }) => name.startsWith(".") && (which.withTypes || !typesOnly))
    .map(({ name }) => posix.normalize(`${dirname(file.path)}/${name}`));
}

/** The packages that a file imports, without what they are asked for inside: "hono/body-limit" is "hono", "node:fs" stays. */
export function importedPackages(file: SourceFile): readonly string[] {
  return importsOf(file)
    .filter(({ name }) => !name.startsWith("."))
    .map(({ name }) => (name.startsWith("@") ? name.split("/").slice(0, 2).join("/") : (name.split("/")[0] ?? name)));
}

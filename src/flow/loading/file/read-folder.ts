import { type Dirent, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { slug } from "../../step.ts";
import { type Draft, draftOf } from "../draft.ts";
import type { Problem } from "../problem.ts";
import { readYaml, type YamlFile } from "./yaml-file.ts";

const WORKBOOK_FILE = "workbook.yaml";

/** A folder of workbooks as it was found: each flow as far as it can be read, and each workbook's own file. */
export interface Folder {
  readonly flows: readonly Draft[];
  /** Workbook id → its workbook.yaml, undefined where there is none; in the order of the ids. */
  readonly workbooks: ReadonlyMap<string, YamlFile | undefined>;
  readonly problems: readonly Problem[];
}

/** Reads `<folder>/<workbook>/<flow>.yaml`. Anything else beside the workbooks' folders (a README, the schema) is left alone. */
export function readFolder(folder: string): Folder {
  if (!existsSync(folder))
    return { flows: [], workbooks: new Map(), problems: [wholeFile(folder, "there is no such folder")] };
  const flows: Draft[] = [];
  const workbooks = new Map<string, YamlFile | undefined>();
  const problems: Problem[] = [];
  for (const workbook of entriesOf(folder).filter((entry) => entry.isDirectory())) {
    const path = join(folder, workbook.name);
    const wrongName = slug.safeParse(workbook.name).error?.issues[0]?.message;
    if (wrongName !== undefined)
      problems.push(wholeFile(path, `a workbook's folder is called by its id: ${wrongName}`));
    const files = entriesOf(path).filter((entry) => entry.isFile());
    const own = files.some(({ name }) => name === WORKBOOK_FILE);
    workbooks.set(workbook.name, own ? readYamlFile(join(path, WORKBOOK_FILE)) : undefined);
    for (const { name } of files) {
      if (name.endsWith(".yml"))
        problems.push(wholeFile(join(path, name), "call it .yaml, other endings are not read"));
      if (!name.endsWith(".yaml") || name === WORKBOOK_FILE) continue;
      flows.push(draftOf(readYamlFile(join(path, name)), workbook.name, name.slice(0, -".yaml".length)));
    }
  }
  const yaml = [...flows.map(({ file }) => file), ...[...workbooks.values()].flatMap((file) => file ?? [])];
  return { flows, workbooks, problems: [...problems, ...yaml.flatMap((file) => file.problems)] };
}

/** A problem of a file or folder as such. */
export function wholeFile(file: string, problem: string): Problem {
  return { file, line: 1, column: 1, path: "", problem };
}

/** Sorted, so that every machine reads in the same order; hidden files are nobody's content. */
export function entriesOf(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith("."))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readYamlFile(path: string): YamlFile {
  return readYaml(path, readFileSync(path, "utf8"));
}

import { statSync } from "node:fs";
import { join } from "node:path";
import { checkFlow } from "./loading/checks/check-flow.ts";
import type { Registered } from "./loading/checks/check-names.ts";
import { checkReplaced } from "./loading/checks/check-replaced.ts";
import { checkWorkbooks } from "./loading/checks/check-workbook.ts";
import type { Draft, Shelf } from "./loading/draft.ts";
import { entriesOf, type Folder, readFolder, wholeFile } from "./loading/file/read-folder.ts";
import { type FlowLibrary, makeLibrary } from "./loading/flow-library.ts";
import { inOrder, type Problem } from "./loading/problem.ts";

export type { FlowLibrary } from "./loading/flow-library.ts";
export { type Problem, problemText } from "./loading/problem.ts";

/** `results` and `effects` are the names of the registered functions; left out, any name will do. */
export interface LoadOptions extends Registered {
  /** A folder of companies' own flows: `<companies>/<company id>/<workbook>/<flow>.yaml`. */
  readonly companies?: string;
}

export type Loaded =
  | { readonly ok: true; readonly value: FlowLibrary }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads all flows of the folder and of the companies, or says everything that is wrong with them, file by file from the top down. A company's
 * flow serves that company only; called like a built-in one, it stands in its place.
 */
export function loadFlows(path: string, { companies, ...registered }: LoadOptions = {}): Loaded {
  const builtIn = readFolder(path);
  const shelf = shelve(builtIn.flows);
  const problems = [
    ...checkFolder(path, builtIn, shelf, registered),
    ...(builtIn.flows.length === 0 && builtIn.problems.length === 0 ? [wholeFile(path, "holds no flows")] : []),
  ];
  const own = new Map<string, Folder>();
  const noFolder = companies === undefined ? undefined : noFolderAt(companies);
  if (noFolder !== undefined) problems.push(noFolder);
  for (const { path: company, id } of companies === undefined || noFolder ? [] : companyFolders(companies)) {
    const folder = readFolder(company);
    const all = new Map([...shelf, ...shelve(folder.flows)]);
    problems.push(
      ...checkFolder(company, folder, all, registered, builtIn),
      ...checkReplaced(folder.flows, shelf, all),
    );
    own.set(id, folder);
  }
  return problems.length > 0
    ? { ok: false, problems: inOrder(problems) }
    : { ok: true, value: makeLibrary(builtIn, own) };
}

function noFolderAt(companies: string): Problem | undefined {
  const found = statSync(companies, { throwIfNoEntry: false });
  if (found?.isDirectory()) return undefined;
  return wholeFile(companies, `FLOWS_DIR names this, but ${found ? "it is no folder" : "there is no such folder"}`);
}

function companyFolders(companies: string): { readonly id: string; readonly path: string }[] {
  const folders = entriesOf(companies).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => ({ id: name, path: join(companies, name) }));
}

/** The first of a name counts; the others are told to take another name. */
function shelve(flows: readonly Draft[]): Shelf {
  return new Map(flows.toReversed().map((draft) => [draft.name, draft]));
}

function checkFolder(path: string, folder: Folder, shelf: Shelf, registered: Registered, beside?: Folder): Problem[] {
  return [
    ...folder.problems,
    ...folder.flows.flatMap((draft) => checkFlow(draft, shelf, registered)),
    ...checkWorkbooks(path, folder, shelf, new Set(beside?.workbooks.keys())),
    ...usedTwice(folder.flows),
  ];
}

function usedTwice(flows: readonly Draft[]): Problem[] {
  return flows.flatMap((draft, at) => {
    const first = flows.slice(0, at).find(({ name }) => name === draft.name);
    return first === undefined
      ? []
      : [draft.file.problem(["id"], `another flow is called ${draft.name} already: ${first.file.file}`)];
  });
}

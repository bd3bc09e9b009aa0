import { join } from "node:path";
import type { Draft, Shelf } from "../draft.ts";
import { isRecord } from "../file/path.ts";
import { type Folder, wholeFile } from "../file/read-folder.ts";
import { schemaProblems } from "../file/schema-problems.ts";
import { guess } from "../nearest.ts";
import type { Problem } from "../problem.ts";
import { workbookSchema } from "../workbook.ts";
import { checkTone } from "./check-tone.ts";

/** Whether each workbook of the folder has its file, which lists every flow of the workbook once. `known` are workbooks that have a title already. */
export function checkWorkbooks(path: string, folder: Folder, shelf: Shelf, known: ReadonlySet<string>): Problem[] {
  return [...folder.workbooks].flatMap(([id, file]) => {
    const flows = folder.flows.filter((draft) => draft.folder === id);
    if (file !== undefined)
      return file.value === undefined
        ? []
        : [...schemaProblems(file, workbookSchema), ...checkTone(file), ...checkList(id, file, flows, shelf)];
    if (known.has(id)) return [];
    return [
      wholeFile(join(path, id, "workbook.yaml"), "missing: it gives the workbook's title and the order of its flows"),
    ];
  });
}

function checkList(
  id: string,
  file: NonNullable<ReturnType<Folder["workbooks"]["get"]>>,
  flows: readonly Draft[],
  shelf: Shelf,
): Problem[] {
  const listed = isRecord(file.value) && Array.isArray(file.value.flows) ? file.value.flows : [];
  const there = new Set([...shelf.values()].filter(({ folder }) => folder === id).map(({ name }) => name));
  const wrong = listed.flatMap((name, at) => {
    if (typeof name !== "string") return [];
    if (!there.has(name))
      return [file.problem(["flows", at], `no flow "${name}" in this workbook${guess(name, there)}`)];
    return listed.indexOf(name) < at ? [file.problem(["flows", at], `"${name}" is listed above already`)] : [];
  });
  const missing = flows.filter(({ name }) => !listed.includes(name));
  return [...wrong, ...missing.map(({ name }) => file.problem(["flows"], `does not list ${name}`))];
}

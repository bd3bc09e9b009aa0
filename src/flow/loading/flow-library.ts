import type { Flow } from "../flow.ts";
import { isRecord } from "./file/path.ts";
import type { Folder } from "./file/read-folder.ts";
import { type Workbook, workbookSchema } from "./workbook.ts";

/** All flows, as each company sees them. The same flow is always the same object, so what is derived from it can be kept beside it. */
export interface FlowLibrary {
  /** Those that have flows of their own. */
  readonly companies: readonly string[];
  get(company: string, flowId: string): Flow | undefined;
  /** Workbook by workbook, in the order in which they are offered. */
  all(company: string): readonly Flow[];
  workbooks(company: string): readonly Workbook[];
}

/** From folders without problems. */
export function makeLibrary(builtIn: Folder, own: ReadonlyMap<string, Folder>): FlowLibrary {
  const everyones = shelfOf([builtIn]);
  const companies = new Map([...own].map(([id, folder]) => [id, shelfOf([builtIn, folder])]));
  const of = (company: string) => companies.get(company) ?? everyones;
  return {
    companies: [...own.keys()],
    get: (company, flowId) => of(company).byId.get(flowId),
    all: (company) => of(company).flows,
    workbooks: (company) => of(company).workbooks,
  };
}

interface Shelf {
  readonly workbooks: readonly Workbook[];
  readonly flows: readonly Flow[];
  readonly byId: ReadonlyMap<string, Flow>;
}

/** Later folders stand before earlier ones: their flows replace those of the same id, their workbook.yaml its words and order. */
function shelfOf(folders: readonly Folder[]): Shelf {
  const byId = new Map<string, Flow>();
  for (const { flow } of folders.flatMap((folder) => folder.flows)) if (flow !== undefined) byId.set(flow.id, flow);
  const ids = [...new Set(folders.flatMap((folder) => [...folder.workbooks.keys()]))].sort();
  const workbooks = ids.flatMap((id) => workbookOf(id, folders, [...byId.values()]) ?? []);
  const flows = workbooks.flatMap((workbook) => workbook.flows);
  return { workbooks, flows, byId };
}

function workbookOf(id: string, folders: readonly Folder[], flows: readonly Flow[]): Workbook | undefined {
  const file = folders.map((folder) => folder.workbooks.get(id)).findLast((found) => found !== undefined);
  if (!isRecord(file?.value)) return undefined;
  const { flows: order, ...words } = workbookSchema.parse(file.value);
  const place = (flow: Flow) => (order.includes(flow.id) ? order.indexOf(flow.id) : order.length);
  const mine = flows.filter(({ workbook }) => workbook === id);
  return { id, ...words, flows: mine.toSorted((a, b) => place(a) - place(b)) };
}

import { LRUCache } from "lru-cache";
import { isoDateIn } from "../../../../calendar/iso-date.ts";
import type { FileSource, MadeFile } from "../../../../channels/file-source.ts";
import type { Contact } from "../../../../customers/contact.ts";
import { exportCsv, exportRows } from "../../../../customers/exchange/export-customers.ts";
import { type ExportFile, exportFiles } from "../../../../customers/files/export-file.ts";
import { allCustomers, promisesOf } from "../../../../customers/find-customers.ts";
import type { WriteWorkbook } from "../../../../customers/writing/write-in-thread.ts";
import { formatDate } from "../../../../flow/wording/format.ts";
import type { Directory } from "../../../../people/directory.ts";
import { type Language, words } from "../../../../text/text.ts";
import { personName } from "../../../draw/naming.ts";
import type { CoachPorts } from "../../../ports.ts";
import { mayAll, mayOwn } from "../may.ts";

/** The register as files. */
export interface Exports extends FileSource {
  /** Makes a file without noting that anybody has it: to tell its name and size. */
  look(company: string, person: string, file: string): Promise<MadeFile | undefined>;
}

type ExportPorts = Pick<CoachPorts, "store" | "directories" | "now"> & { readonly writeWorkbook: WriteWorkbook };

/** For how long a file that was asked for is given. */
export const GIVEN_MS = 15 * 60 * 1000;
/** What is asked for twice within a moment is made once. */
const KEPT = { maxSize: 50_000_000, ttl: 60_000, sizeCalculation: ({ bytes }: MadeFile) => Math.max(1, bytes.length) };
const TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

export function createExports({ store, directories, now, writeWorkbook }: ExportPorts): Exports {
  const kept = new LRUCache<string, MadeFile>(KEPT);

  async function allowed(company: string, person: string, id: string) {
    const file = await store.get(exportFiles, id);
    if (file?.company !== company || file.person !== person || now() > file.until) return undefined;
    const directory = await directories.fresh(company);
    const whose = directory.people.get(person);
    const may = file.of === "all" ? mayAll(whose) : mayOwn(whose);
    return may ? { file, directory } : undefined;
  }

  async function made(file: ExportFile, directory: Directory): Promise<MadeFile> {
    const known = kept.get(file._id);
    if (known) return known;
    const { company, person, format, of } = file;
    const { language, timeZone } = directory.people.get(person) ?? directory.company;
    const all = await allCustomers(store, company);
    const chosen = all
      .filter((one) => one.kept && (of === "all" || one.person === person))
      .toSorted((a, b) => a.name.localeCompare(b.name, language) || a._id.localeCompare(b._id));
    const promised = await promisesOf(store, company, chosen);
    const rows = exportRows(chosen, {
      language,
      nameOf: (id) => personName(directory, id, language),
      promisedOf: (id) => (promised.get(id) ?? []).map((one) => promiseText(one, language)).join("; "),
    });
    const bytes = format === "csv" ? new TextEncoder().encode(exportCsv(rows, language)) : await writeWorkbook(rows);
    const name = `${words(language)("exchange.file.name")}-${isoDateIn(file.at, timeZone)}.${format}`;
    const done = { name, type: TYPES[format], bytes };
    kept.set(file._id, done);
    return done;
  }

  return {
    look: async (company, person, id) => {
      const found = await allowed(company, person, id);
      return found && made(found.file, found.directory);
    },
    open: async (company, person, id) => {
      const found = await allowed(company, person, id);
      if (!found) return undefined;
      const file = await made(found.file, found.directory);
      await store.change(exportFiles, id, { when: { openedAt: null }, set: { openedAt: now() } });
      return file;
    },
  };
}

function promiseText({ promise, due }: Pick<Contact, "promise" | "due">, language: Language): string {
  return due === null ? promise : `${promise} (${formatDate(due, language)})`;
}

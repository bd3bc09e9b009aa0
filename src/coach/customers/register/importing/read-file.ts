import type { Customer } from "../../../../customers/customer.ts";
import { columnName } from "../../../../customers/exchange/fields.ts";
import {
  type Preview,
  type PreviewRow,
  previewOf,
  rowPreviewer,
} from "../../../../customers/exchange/preview-import.ts";
import { type Matched, matchRows, type Reading } from "../../../../customers/exchange/read-rows.ts";
import { readTable } from "../../../../customers/exchange/read-table.ts";
import type { FileRefusal } from "../../../../customers/files/import-batch.ts";
import type { Directory } from "../../../../people/directory.ts";
import { presentPeople } from "../../../../people/joining/join-people.ts";
import type { Person } from "../../../../people/records.ts";
import { type Language, words } from "../../../../text/text.ts";
import { personName } from "../../../draw/naming.ts";
import { mayAll } from "../may.ts";
import { problemWords, type Trouble } from "./problem-words.ts";

/** Whose file it is, and what it is read beside. */
export interface FileReader {
  readonly directory: Directory;
  readonly person: Person;
  readonly rules: Reading["rules"];
  /** The company's date. */
  readonly today: string;
  readonly known: readonly Customer[];
}

export type ReadFile =
  | { readonly kind: "refused"; readonly why: FileRefusal; readonly headings: readonly string[] }
  | {
      readonly kind: "read";
      readonly preview: Preview;
      readonly columns: readonly string[];
      readonly ignored: readonly string[];
      readonly doubled: readonly string[];
      /** What is wrong with each row that has something wrong, a line each. */
      readonly lines: readonly string[];
    };

/** So many rows take some milliseconds. */
const ROWS_AT_ONCE = 200;
const MOST_HEADINGS = 20;
const LONGEST_HEADING = 60;
const NAME = 40;

/** What would become of a file. It pauses between rows, since others are to be answered meanwhile. A salesperson's own customers are theirs to change; others' rows are told and left out. */
export async function readFile(bytes: Uint8Array, reader: FileReader, pause: () => Promise<void>): Promise<ReadFile> {
  const { directory, person, rules, today, known } = reader;
  const { language } = person;
  const table = await readTable(bytes);
  if (table.kind === "refused") return { kind: "refused", why: table.why, headings: [] };
  const people = presentPeople(directory).map(({ _id: id, name }) => ({ id, name }));
  const read = matchRows(table.rows, { language, today, rules, people });
  if (read.kind === "no-names") return { kind: "refused", why: "no-names", headings: shortened(read.headings) };
  const previewer = rowPreviewer(known, { person: person._id });
  const rows: PreviewRow[] = [];
  for (const [nth, row] of read.rows.entries()) {
    if (nth > 0 && nth % ROWS_AT_ONCE === 0) await pause();
    rows.push(previewer(read.read(row)));
  }
  const preview = previewOf(rows);
  const own = mayAll(person) ? { preview, denied: NOBODY } : ownOnly(preview, known, person._id);
  return {
    kind: "read",
    preview: own.preview,
    columns: read.columns.flatMap((column) => nameOf(column, language)),
    ignored: shortened(read.ignored),
    doubled: shortened(read.doubled),
    lines: own.preview.rows.flatMap((row) => lineOf(row, own.denied.has(row.number), directory, language)),
  };
}

const NOBODY: ReadonlySet<number> = new Set();

/** Rows about customers whom somebody else is in charge of, or gives away, become nothing. */
function ownOnly({ rows: all }: Preview, known: readonly Customer[], person: string) {
  const inCharge = new Map(known.map((customer) => [customer._id, customer.person]));
  const isOwn = ({ becomes }: PreviewRow): boolean => {
    switch (becomes.kind) {
      case "new":
        return becomes.content.person === person;
      case "update":
        return inCharge.get(becomes.customer) === person && (becomes.content.person ?? person) === person;
      case "same":
      case "nothing":
        return true;
      default:
        return becomes satisfies never;
    }
  };
  const denied = new Set(all.filter((row) => !isOwn(row)).map(({ number }) => number));
  const rows = all.map((row): PreviewRow => (denied.has(row.number) ? { ...row, becomes: { kind: "nothing" } } : row));
  const preview = previewOf(rows);
  const withProblems = rows.filter(({ number, problems }) => problems.length > 0 || denied.has(number)).length;
  return { preview: { rows, counts: { ...preview.counts, withProblems } }, denied };
}

function lineOf(
  { number: row, name, problems }: PreviewRow,
  isDenied: boolean,
  directory: Directory,
  language: Language,
): readonly string[] {
  const say = words(language);
  const troubles: readonly Trouble[] = [...problems, ...(isDenied ? [{ kind: "not-yours" } as const] : [])];
  if (troubles.length === 0) return [];
  const known = { language, nameOf: (person: string) => personName(directory, person, language) };
  const told = troubles.map((problem) => problemWords(problem, known)).join("; ");
  const called = name.slice(0, NAME);
  return [
    called === ""
      ? say("exchange.import.rowUnnamed", { row, problems: told })
      : say("exchange.import.row", { row, name: called, problems: told }),
  ];
}

function nameOf({ column, heading }: Matched, language: Language): readonly string[] {
  if (column.kind === "score") return [heading.slice(0, LONGEST_HEADING)];
  return [columnName(column.field, language) + (column.nth === 0 ? "" : ` ${column.nth + 1}`)];
}

function shortened(headings: readonly string[]): readonly string[] {
  return headings
    .filter((heading) => heading !== "")
    .slice(0, MOST_HEADINGS)
    .map((heading) => heading.slice(0, LONGEST_HEADING));
}

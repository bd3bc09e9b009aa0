import type { Customer } from "../../../../customers/customer.ts";
import { columnName } from "../../../../customers/exchange/fields.ts";
import {
  type Preview,
  type PreviewRow,
  previewOf,
  rowPreviewer,
} from "../../../../customers/exchange/preview-import.ts";
import type { Matched, Reading } from "../../../../customers/exchange/read-rows.ts";
import type { FileRefusal } from "../../../../customers/files/import-batch.ts";
import type { ReadCustomers } from "../../../../customers/reading/read-customers.ts";
import type { Directory } from "../../../../people/directory.ts";
import { presentPeople } from "../../../../people/joining/join-people.ts";
import type { Person } from "../../../../people/records.ts";
import { type Language, type Say, words } from "../../../../text/text.ts";
import { personName } from "../../../draw/naming.ts";
import { mayAll } from "../may.ts";
import { LONGEST_LINE, packed } from "./packed.ts";
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
      /** Rows about customers that are not theirs who brings them. */
      readonly denied: ReadonlySet<number>;
    };

interface ReadingPorts {
  readonly readCustomers: ReadCustomers;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** So many rows take some milliseconds. */
const ROWS_AT_ONCE = 200;
const MOST_HEADINGS = 20;
const LONGEST_HEADING = 60;
const NAME = 40;

/** What would become of a file. A salesperson's own customers are theirs to change; others' rows are told and left out. */
export async function readFile(bytes: Uint8Array, reader: FileReader, ports: ReadingPorts): Promise<ReadFile> {
  const { directory, person, rules, today, known } = reader;
  const { language } = person;
  const people = presentPeople(directory).map(({ _id: id, name }) => ({ id, name }));
  const read = await ports.readCustomers(bytes, { language, today, rules, people });
  if (read.kind === "refused") return { ...read, headings: shortened(read.headings) };
  const rows = await slowly(read.rows, rowPreviewer(known, { person: person._id, today }), ports);
  const preview = previewOf(rows);
  const own = mayAll(person) ? { preview, denied: NOBODY } : ownOnly(preview, known, person._id);
  return {
    kind: "read",
    ...own,
    columns: read.columns.flatMap((column) => nameOf(column, language)),
    ignored: shortened(read.ignored),
    doubled: shortened(read.doubled),
  };
}

/** What is wrong with each row that has something wrong, a line each. */
export async function problemLines(
  { preview, denied }: Extract<ReadFile, { kind: "read" }>,
  { directory, person }: FileReader,
  ports: ReadingPorts,
): Promise<readonly string[]> {
  const lines = await slowly(
    preview.rows,
    (row) => lineOf(row, denied.has(row.number), directory, person.language),
    ports,
  );
  return lines.flat();
}

/** Does it with one after the other. It pauses between, since others are to be answered meanwhile. */
async function slowly<One, Made>(
  all: readonly One[],
  make: (one: One) => Made,
  { wait }: Pick<ReadingPorts, "wait">,
): Promise<readonly Made[]> {
  const made: Made[] = [];
  for (const [nth, one] of all.entries()) {
    if (nth > 0 && nth % ROWS_AT_ONCE === 0) await wait(0);
    made.push(make(one));
  }
  return made;
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
  { number: row, name, problems, becomes }: PreviewRow,
  isDenied: boolean,
  directory: Directory,
  language: Language,
): readonly string[] {
  const say = words(language);
  const troubles: readonly Trouble[] = [...problems, ...(isDenied ? [{ kind: "not-yours" } as const] : [])];
  if (troubles.length === 0) return [];
  const known = { language, nameOf: (person: string) => personName(directory, person, language) };
  const isOut = becomes.kind === "nothing";
  const lineWith = (found: string) => {
    const told = { row, problems: found };
    if (name === "") return say(isOut ? "exchange.import.rowOutUnnamed" : "exchange.import.rowUnnamed", told);
    return say(isOut ? "exchange.import.rowOut" : "exchange.import.row", { ...told, name: name.slice(0, NAME) });
  };
  const found = troubles.map((problem) => `${problemWords(problem, known)}${inCharge(problem, becomes, say)}`);
  return packed(found, { longest: LONGEST_LINE - lineWith("").length, between: "; " }).map(lineWith);
}

/** Who is in charge where the file does not say who. */
function inCharge(problem: Trouble, { kind }: PreviewRow["becomes"], say: Say): string {
  if (!("field" in problem) || problem.field !== "person" || (kind !== "new" && kind !== "update")) return "";
  return `, ${say(`exchange.import.inCharge.${kind}`)}`;
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

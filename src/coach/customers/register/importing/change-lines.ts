import { changesIn } from "../../../../customers/exchange/changes-in.ts";
import { columnName } from "../../../../customers/exchange/fields.ts";
import type { PreviewRow } from "../../../../customers/exchange/preview-import.ts";
import { formatDate } from "../../../../flow/wording/format.ts";
import { words } from "../../../../text/text.ts";
import { personName } from "../../../draw/naming.ts";
import type { FileReader, ReadFile } from "./read-file.ts";

const MOST_LINES = 5;
const MOST_CHANGES = 4;
const NAME = 40;

/**
 * What the first rows would change of whom they are about, a line each, with when a new one would be asked for where the file says that. Those who would
 * be called otherwise come first: whether a name that is almost the same means them is for people to see.
 */
export function changeLines(
  { preview }: Extract<ReadFile, { kind: "read" }>,
  { directory, person, known }: Pick<FileReader, "directory" | "person" | "known">,
): readonly string[] {
  const { language } = person;
  const around = { language, nameOf: (id: string) => personName(directory, id, language) };
  const byId = new Map(known.map((customer) => [customer._id, customer]));
  const changesOf = ({ becomes }: PreviewRow): readonly string[] => {
    if (becomes.kind === "new" && becomes.toldNext !== null)
      return [`${columnName("nextContact", language)} ${formatDate(becomes.toldNext, language)}`];
    const customer = becomes.kind === "update" ? byId.get(becomes.customer) : undefined;
    return becomes.kind === "update" && customer ? changesIn(customer, becomes, around) : [];
  };
  const lines: string[] = [];
  const renaming = preview.rows.filter(isRenaming);
  for (const row of [...renaming, ...preview.rows.filter((one) => !isRenaming(one))]) {
    if (lines.length === MOST_LINES) break;
    const changes = changesOf(row).slice(0, MOST_CHANGES);
    const told = { row: row.number, name: row.name.slice(0, NAME), problems: changes.join("; ") };
    if (changes.length > 0) lines.push(words(language)("exchange.import.row", told));
  }
  return lines;
}

function isRenaming({ becomes }: PreviewRow): boolean {
  return becomes.kind === "update" && becomes.content.name !== undefined;
}

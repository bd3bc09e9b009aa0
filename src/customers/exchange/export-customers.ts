import Papa from "papaparse";
import writeXlsxFile from "write-excel-file/node";
import { type Language, words } from "../../text/text.ts";
import { lastContactOn } from "../clock/next-due.ts";
import { weeksText } from "../clock/weeks-text.ts";
import type { Customer, Worth } from "../customer.ts";
import { columnName, columnsFor, type Field, TOLD_ONLY } from "./fields.ts";
import { willText } from "./take-will.ts";

export interface Exporting {
  readonly language: Language;
  /** person → their name. */
  readonly nameOf: (person: string) => string;
}

/** A day by itself: a text in CSV, a date in a workbook. */
interface Day {
  readonly day: string;
}
type Value = string | number | Day;
export type Rows = readonly (readonly Value[])[];

/** The register as rows, the headings first: what an import in either language reads again. Contact persons beyond the first stand in columns of their own. */
export function exportRows(
  all: readonly Customer[],
  { language, nameOf, promisedOf }: Exporting & { readonly promisedOf?: (customer: string) => string },
): Rows {
  const most = Math.max(1, ...all.map(({ contactPersons }) => contactPersons.length));
  const columns = columnsFor(most);
  const say = words(language);
  const heading = [
    ...columns.map(({ field, nth }) => columnName(field, language, nth)),
    ...TOLD_ONLY.map((told) => say(told)),
  ];
  const rows = all.map((customer) => [
    ...columns.map(({ field, nth }) => cellOf(customer, field, nth, { language, nameOf })),
    customer.field === null ? "" : say(`customers.field.${customer.field}`),
    promisedOf?.(customer._id) ?? "",
  ]);
  return [heading, ...rows];
}

/** CSV as Excel opens it in that language: semicolons and decimal commas in Finnish; UTF-8 with its mark. No cell begins a formula. */
export function exportCsv(rows: Rows, language: Language): string {
  const decimal = (number: number) => (language === "fi" ? String(number).replace(".", ",") : String(number));
  const cells = rows.map((row) =>
    row.map((value) => (typeof value === "number" ? decimal(value) : withoutFormula(textOf(value)))),
  );
  return `\uFEFF${Papa.unparse(cells, { delimiter: language === "fi" ? ";" : ",", newline: "\r\n" })}`;
}

/** A workbook of one sheet. Texts are written as texts, which no program works out; what would become a formula when its cell is edited is guarded too. */
export async function exportXlsx(rows: Rows): Promise<Uint8Array> {
  const sheet = rows.map((row, nth) =>
    row.map((value) => {
      if (value === "") return null;
      if (typeof value === "number") return { value, type: Number };
      if (typeof value !== "string") return { value: new Date(value.day), type: Date, format: "yyyy-mm-dd" };
      return {
        value: isPlainNumber(value) ? value : withoutFormula(value),
        type: String,
        ...(nth === 0 ? { fontWeight: "bold" as const } : {}),
      };
    }),
  );
  return new Uint8Array(await writeXlsxFile(sheet, { stickyRowsCount: 1 }).toBuffer());
}

function textOf(value: string | Day): string {
  return typeof value === "string" ? value : value.day;
}

/** A phone number at most, which works nothing out. */
function isPlainNumber(text: string): boolean {
  return /^[+-]?[\d\s()./-]+$/u.test(text);
}

/** OWASP, "CSV Injection": a text that begins with one of these is worked out by spreadsheets, also behind spaces. */
function withoutFormula(text: string): string {
  return /^\s*[=+\-@\t\r\n＝＋－＠]/u.test(text) ? `'${text}` : text;
}

/** What stands in the register of a field, as a cell of a file; of contact persons the `nth`'s. */
export function cellOf(customer: Customer, field: Field, nth: number, { language, nameOf }: Exporting): Value {
  const say = words(language);
  const person = customer.contactPersons[nth];
  switch (field) {
    case "name":
    case "businessId":
    case "town":
    case "segment":
      return customer[field];
    case "person":
      return customer.person === null ? "" : nameOf(customer.person);
    case "contactName":
      return person?.name ?? "";
    case "contactRole":
      return person?.role ?? "";
    case "contactPhone":
      return person?.phone ?? "";
    case "contactEmail":
      return person?.email ?? "";
    case "products":
      return customer.products.join(", ");
    case "class":
      return customer.class ?? "";
    case "buys":
      return customer.buys ? say("customers.yes") : say("customers.no");
    case "present":
    case "potential":
      return worthOf(customer[field], language);
    case "lifecycle":
      return customer.lifecycle === null ? "" : say(`customers.lifecycle.${customer.lifecycle}`);
    case "will":
      return willText(customer.will, language);
    case "contactsPerYear":
    case "wishDays":
    case "worstDays":
      return customer.ownPlan?.[field] ?? "";
    case "closedWeeks":
      return weeksText(customer.closedWeeks);
    case "lastContact":
      return dayOf(lastContactOn(customer.clock));
    case "nextContact":
      return dayOf(customer.dueOn);
    default:
      return field satisfies never;
  }
}

function dayOf(day: string | null): Value {
  return day === null ? "" : { day };
}

function worthOf(worth: Worth | null, language: Language): Value {
  if (worth === null) return "";
  return worth.kind === "euros"
    ? worth.cents / 100
    : words(language)(worth.level === "high" ? "customers.high" : "customers.low");
}

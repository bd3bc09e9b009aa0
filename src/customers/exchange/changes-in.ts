import { formatDate, formatNumber } from "../../flow/wording/format.ts";
import type { Customer } from "../customer.ts";
import { cellOf, type Exporting } from "./export-customers.ts";
import { columnName, columnsFor, type Field } from "./fields.ts";
import type { PreviewRow } from "./preview-import.ts";

type Update = Extract<PreviewRow["becomes"], { kind: "update" }>;

/** What a row would change, a few words for each field as people read it: "Paikkakunta Lahti → Hollola". Scores are left out. */
export function changesIn(
  customer: Customer,
  { content, toldLast, toldNext }: Update,
  around: Exporting,
): readonly string[] {
  const clock = toldLast === null ? customer.clock : { ...customer.clock, toldLast };
  const told = { ...customer, ...content, clock, dueOn: toldNext ?? customer.dueOn };
  const after = { ...told, class: told.givenClass ?? customer.class };
  const persons = Math.max(1, customer.contactPersons.length, after.contactPersons.length);
  return columnsFor(persons).flatMap(({ field, nth }) => {
    const [stood, stands] = [customer, after].map((one) => shownCell(one, field, nth, around));
    if (stood === stands || stands === "") return [];
    return [`${columnName(field, around.language, nth)} ${stood === "" ? "" : `${stood} → `}${stands}`];
  });
}

function shownCell(customer: Customer, field: Field, nth: number, around: Exporting): string {
  const cell = cellOf(customer, field, nth, around);
  if (typeof cell === "number") return formatNumber(cell, around.language);
  return typeof cell === "string" ? cell : formatDate(cell.day, around.language);
}

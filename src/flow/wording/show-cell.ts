import type { Language } from "../../text/text.ts";
import type { CellValue } from "../answer-value.ts";
import type { FlowContext } from "../context.ts";
import type { Bilingual, Column, Question } from "../step.ts";
import { formatDate, formatMoney, formatNumber, formatPercent, formatQuarter } from "./format.ts";

/** The value of one field as text: "12 500,50 €", "8 h", "24.12.2026", "Satu Aalto, Jari Salo". */
export function showCell(
  field: Question | Column,
  value: CellValue,
  language: Language,
  context: FlowContext,
  labelOf: (option: string) => Bilingual | undefined,
): string {
  switch (value.kind) {
    case "text":
      return value.text;
    case "number": {
      const unit = field.kind === "number" ? field.unit?.[language] : undefined;
      return formatNumber(value.number, language) + (unit ? ` ${unit}` : "");
    }
    case "money":
      return formatMoney(value.cents, language);
    case "percent":
      return formatPercent(value.percent, language);
    case "date":
      return formatDate(value.date, language);
    case "quarter":
      return formatQuarter(value, language);
    case "choice":
      return labelOf(value.option)?.[language] ?? value.option;
    case "person":
      return value.people.map((id) => nameOf(context.people, id)).join(", ");
    case "customer":
      return value.customers.map((customer) => customer.name).join(", ");
    default:
      return value satisfies never;
  }
}

/** The name that goes with an id, or the id of someone who is gone. */
export function nameOf(named: readonly { readonly id: string; readonly name: string }[], id: string): string {
  return named.find((one) => one.id === id)?.name ?? id;
}

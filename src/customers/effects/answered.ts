import type { CellValue, Row } from "../../flow/answer-value.ts";
import type { Answers } from "../../flow/answers.ts";
import type { Flow } from "../../flow/flow.ts";
import type { NamedCustomer, RegisterChanges } from "./register-changes.ts";

/** What a flow's answers are turned into changes with. */
export interface Answered {
  readonly flow: Flow;
  /** Those that count. */
  readonly values: Answers;
  readonly language: "fi" | "en";
  /** The day (ISO) on which the last of them was given. */
  readonly on: string;
}

/** Says what the answers change in the register. Pure: what it says is shown before anything is written. */
export type Saving = (answered: Answered) => RegisterChanges;

type Cells = { readonly [column: string]: CellValue };

export function rowsIn(values: Answers, step: string): readonly Row[] {
  const value = values[step];
  return value?.kind === "table" ? value.rows : [];
}

export function textIn(cells: Cells, column: string, longest: number): string {
  const cell = cells[column];
  return cell?.kind === "text" ? cell.text.trim().slice(0, longest) : "";
}

export function optionIn(cells: Cells, column: string): string | undefined {
  const cell = cells[column];
  return cell?.kind === "choice" ? cell.option : undefined;
}

export function numberIn(cells: Cells, column: string): number | undefined {
  const cell = cells[column];
  return cell?.kind === "number" ? cell.number : undefined;
}

export function customerIn(cells: Cells, column: string): NamedCustomer | undefined {
  const cell = cells[column];
  return cell?.kind === "customer" ? cell.customers[0] : undefined;
}

export function textOf(values: Answers, step: string, longest: number): string {
  const value = values[step];
  return value?.kind === "text" ? value.text.trim().slice(0, longest) : "";
}

export function optionOf(values: Answers, step: string): string | undefined {
  const value = values[step];
  return value?.kind === "choice" ? value.option : undefined;
}

export function numberOf(values: Answers, step: string): number | undefined {
  const value = values[step];
  return value?.kind === "number" ? value.number : undefined;
}

export function customerOf(values: Answers, step: string): NamedCustomer | undefined {
  const value = values[step];
  return value?.kind === "customer" ? value.customers[0] : undefined;
}

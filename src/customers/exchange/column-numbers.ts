import { type Amount, type AmountRule, readAmountText } from "../../flow/reading/plain/amount.ts";
import { normalise } from "../../flow/reading/plain/normalise.ts";
import type { Cell } from "./read-table.ts";

export type ReadNumber =
  | { readonly kind: "number"; readonly number: number }
  /** Nothing in the column tells which of them was meant. */
  | { readonly kind: "two-ways"; readonly numbers: readonly number[] }
  | { readonly kind: "none" };

const EUROS = ["€", "eur", "euro", "euroa", "e", "kpl", "pcs"];

/** How the numbers of one column are read: a cell that can be read in two ways follows those that can be read in one. */
export function numbersOf(column: readonly Cell[]): (cell: Cell) => ReadNumber {
  const marks = new Set(
    column.slice(0, 5000).flatMap((cell) => (typeof cell === "string" ? (decimalMarkIn(cell) ?? []) : [])),
  );
  const [mark] = marks.size === 1 ? marks : [];
  return (cell) => {
    if (typeof cell === "number") return Number.isFinite(cell) ? { kind: "number", number: cell } : { kind: "none" };
    const text = normalise(cell);
    const rule: AmountRule = { language: mark === "." ? "en" : "fi", decimals: 6, units: EUROS, euros: true };
    const amount = readAmountText(text, rule);
    if (amount.kind !== "one" || amount.doubt === "words") return { kind: "none" };
    return oneOf(amount, text, mark);
  };
}

function oneOf(amount: Extract<Amount, { kind: "one" }>, text: string, mark: "," | "." | undefined): ReadNumber {
  const numbers = [...new Set(amount.ways.map(({ number }) => number))];
  const [number] = numbers;
  if (number === undefined) return { kind: "none" };
  const single = /^\D*\d{1,3}([.,])\d{3}\D*$/.exec(text)?.[1];
  if (single === undefined)
    return numbers.length === 1 || amount.doubt === "none" ? { kind: "number", number } : { kind: "two-ways", numbers };
  // "12.500" and "12,500": a decimal mark, or groups set apart.
  const digits = text.replace(/[^\d.,-]/g, "");
  const [grouped, decimal] = [Number(digits.replace(/[.,]/, "")), Number(digits.replace(",", "."))];
  if (mark === undefined) return { kind: "two-ways", numbers: [grouped, decimal] };
  return { kind: "number", number: single === mark ? decimal : grouped };
}

/** The decimal mark of a cell that can be read in one way only. */
function decimalMarkIn(cell: string): "," | "." | undefined {
  if (/\d[.\s']\d{3},\d|\d,\d{1,2}(?!\d)|\d{4,},\d/.test(cell)) return ",";
  if (/\d[,']\d{3}\.\d|\d\.\d{1,2}(?!\d)|\d{4,}\.\d/.test(cell)) return ".";
  return undefined;
}

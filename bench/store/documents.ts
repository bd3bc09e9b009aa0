import type { Card } from "../../tests/store/sample.ts";
import { card } from "../../tests/store/sample.ts";

/** A document as large as a person's answers to a flow of twelve steps: about 1 kB. */
export function benchDocument(number: number): Card {
  const step = (index: number) =>
    [`step-${index}`, { value: "asiakkaiden numerot ovat puhelimessa", revision: 1 }] as const;
  return {
    ...card(`company-${number % 200}`, number, { dueAt: number * 1000, events: ["event-1", "event-2"] }),
    _id: `card-${number}`,
    answers: Object.fromEntries(Array.from({ length: 12 }, (_, index) => step(index))),
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

import type { Figure } from "../figure.ts";

const HEADINGS = ["figure", "value", "floor", "ratio", "better", "unit"] as const;

/** One line of JSON, its numbers rounded to four digits. */
export function figureLine(figure: Figure): string {
  const { name, value, unit, floor, ratio, better } = figure;
  return JSON.stringify({ name, value: rounded(value), unit, floor: rounded(floor), ratio: rounded(ratio), better });
}

/** The figures as a table for reading, numbers to the right. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = [
    HEADINGS,
    ...figures.map(({ name, value, unit, floor, ratio, better }) => [
      name,
      shown(value),
      floor === 0 ? "" : shown(floor),
      floor === 0 ? "" : shown(ratio),
      better,
      unit,
    ]),
  ];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const numeric = (column: number) => column >= 1 && column <= 3;
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          numeric(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function shown(number: number): string {
  return rounded(number).toLocaleString("en", { maximumFractionDigits: 6 });
}

function rounded(number: number): number {
  return Number.isFinite(number) ? Number(number.toPrecision(4)) : 0;
}

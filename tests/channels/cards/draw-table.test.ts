import { describe, expect, test } from "vitest";
import type { CardElement } from "../../../src/channels/cards/adaptive-card.ts";
import { drawTable } from "../../../src/channels/cards/draw-table.ts";
import { fc } from "../../support/properties.ts";
import { elementsOf } from "./microsoft.ts";

const narrow = {
  caption: "T",
  columns: ["Kohta", "Nyt"],
  rows: [
    ["Tieto", "2"],
    ["Myynti", ""],
  ],
};
const wide = {
  caption: "Jakauma",
  columns: ["Kohta", "Vastaukset tasoilla 1–5", "Näkemykset", "Taso"],
  rows: [
    ["Suorituskyvyn mittaaminen", "2 / 1 / 0 / 2 / 0", "kaukana toisistaan", "2, Suunnattu"],
    ["Asiakastieto", "–", "", "avoinna"],
  ],
};

function lines(elements: readonly CardElement[]): readonly string[] {
  return elementsOf(elements).flatMap((element) =>
    element.type === "RichTextBlock" ? [element.inlines.map((run) => run.text).join("")] : [],
  );
}

describe("a table", () => {
  test("whose words fit beside each other on a phone is a table, each column as wide as its longest word wants", () => {
    const [, table] = drawTable(narrow);
    if (table?.type !== "Table") throw new Error("no table");
    expect(table.rows).toHaveLength(3);
    expect(table.columns.map(({ width }) => width)).toEqual([9, 6]);
  });

  test("has its rows one by one for clients without tables", () => {
    const [, table] = drawTable(narrow);
    if (table?.type !== "Table") throw new Error("no table");
    expect(lines(table.fallback.items)).toEqual(["Tieto", "2", "Myynti", ""]);
  });

  test("that would break words in the middle has its rows one by one everywhere", () => {
    const drawn = drawTable(wide);
    expect(drawn.some(({ type }) => type === "Table")).toBe(false);
    expect(lines(drawn)).toEqual([
      "Jakauma",
      "Suorituskyvyn mittaaminen",
      "Vastaukset tasoilla 1–5: 2 / 1 / 0 / 2 / 0",
      "Näkemykset: kaukana toisistaan",
      "Taso: 2, Suunnattu",
      "Asiakastieto",
      "Vastaukset tasoilla 1–5: –",
      "Taso: avoinna",
    ]);
  });

  test("of two columns that do not fit has labels and values, the longest label unbroken", () => {
    const rows = [
      ["Strategia", "2, Suunnattu"],
      ["Markkinointiviestintä", "2, Suunnattu"],
    ];
    const [, ...facts] = drawTable({ caption: "Tasot", columns: ["Kohta", "Taso"], rows });
    const widths = facts.map((fact) => (fact.type === "ColumnSet" ? fact.columns.map(({ width }) => width) : []));
    expect(widths).toEqual([
      [21, 13],
      [21, 13],
    ]);
    expect(lines(facts)).toEqual(rows.flat());
  });

  test("tells every value either way", () => {
    const cells = fc.array(fc.string({ unit: fc.constantFrom("a", "ä", " ", "3"), minLength: 1, maxLength: 20 }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(cells, fc.array(cells, { maxLength: 4 }), (columns, given) => {
        const rows = given.map((row) => row.slice(0, columns.length));
        const told = lines(drawTable({ caption: "T", columns, rows })).join("\n");
        for (const value of rows.flat()) expect(told).toContain(value);
      }),
    );
  });
});

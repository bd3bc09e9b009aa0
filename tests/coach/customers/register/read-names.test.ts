import { describe, expect, test } from "vitest";
import { readNames } from "../../../../src/coach/customers/register/adding/read-names.ts";
import { fc } from "../../../support/properties.ts";

const LINES: readonly (readonly [string, object])[] = [
  ["Virtasen Konepaja", { name: "Virtasen Konepaja", town: "" }],
  ["1. Virtasen Konepaja Oy", { name: "Virtasen Konepaja Oy" }],
  ["12) Virtasen Konepaja", { name: "Virtasen Konepaja" }],
  ["- Virtasen Konepaja;", { name: "Virtasen Konepaja" }],
  ["• 3T Tekniikka", { name: "3T Tekniikka" }],
  ["Virtanen, Oy", { name: "Virtanen Oy", town: "" }],
  ["Virtanen, Oy, Lahti", { name: "Virtanen Oy", town: "Lahti" }],
  ["Kuljetus Virtanen, Hollola", { name: "Kuljetus Virtanen", town: "Hollola" }],
  ["Kuljetus Virtanen – Hollola", { name: "Kuljetus Virtanen", town: "Hollola" }],
  ["Konepaja\tLahti", { name: "Konepaja", town: "Lahti" }],
  ["Saha, 1234567-1", { name: "Saha", businessId: "1234567-1" }],
  ["Saha, Mika Mäkelä", { contactPersons: [{ id: "h1", name: "Mika Mäkelä", role: "", phone: "", email: "" }] }],
  ["Saha, Mika, 040 555 0123", { town: "", contactPersons: [{ name: "Mika", phone: "040 555 0123" }] }],
  ["Saha, Lahti, Mika Mäkelä, +358 40 5550123", { town: "Lahti", contactPersons: [{ name: "Mika Mäkelä" }] }],
  ["Saha, mika@saha.example", { contactPersons: [{ name: "mika@saha.example", email: "mika@saha.example" }] }],
  ["Saha, puh. 03 123 4567", { contactPersons: [{ name: "03 123 4567", phone: "03 123 4567" }] }],
  ["K-Market Lahti-Keskusta", { name: "K-Market Lahti-Keskusta", town: "" }],
];

describe("customers as people list them", () => {
  test.each(LINES)("%s", (line, expected) => {
    const { customers, unread } = readNames(line, "jari");
    expect(unread).toEqual([]);
    expect(customers).toHaveLength(1);
    expect(customers[0]?.content).toMatchObject({ person: "jari", ...expected });
  });

  test("a heading is nobody, a line without letters is told, the same name twice is one", () => {
    const { customers, unread } = readNames("Asiakas\nNieminen Oy\n12345\n???\nnieminen\n\n", null);
    expect(customers.map(({ content }) => content.name)).toEqual(["Nieminen Oy"]);
    expect(unread).toEqual(["12345", "???"]);
  });

  test("whatever is written, nothing is lost: each line is a customer, one that stood before, a heading, or told", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 60 }), { maxLength: 20 }), (lines) => {
        const { customers, unread } = readNames(lines.join("\n"), null);
        expect(customers.length + unread.length).toBeLessThanOrEqual(lines.join("\n").split(/\r?\n/u).length);
        for (const { content } of customers) expect(content.name.trim()).not.toBe("");
      }),
    );
  });
});

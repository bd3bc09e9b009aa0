import { readSheet } from "read-excel-file/universal";
import { describe, expect, it, test } from "vitest";
import { NO_CARE } from "../../src/customers/care-plan.ts";
import { newClock } from "../../src/customers/clock/clock-events.ts";
import type { Customer } from "../../src/customers/customer.ts";
import { FIRST_RULES } from "../../src/customers/customer-rules.ts";
import { exportCsv, exportRows, exportXlsx } from "../../src/customers/exchange/export-customers.ts";
import { previewImport } from "../../src/customers/exchange/preview-import.ts";
import { readRows } from "../../src/customers/exchange/read-rows.ts";
import { readText } from "../../src/customers/exchange/read-table.ts";
import { fc } from "../support/properties.ts";
import { bookOf, criterion, sampleCustomer, TODAY } from "./sample-customer.ts";
import { READING, rowsOf, utf8 } from "./sample-files.ts";

const namesOf = { nameOf: (person: string) => READING.people.find(({ id }) => id === person)?.name ?? "" };

describe("an export", () => {
  const HOSTILE = ['=HYPERLINK("http://x";"y")', "+1+1", "-1+1", "@SUM(A1)", "\t=1", " =1", "＝1"];
  const customers = HOSTILE.map((name, nth) =>
    sampleCustomer({ _id: `k${nth}`, name, present: { kind: "euros", cents: -1250 } }),
  );

  it("holds no cell that a spreadsheet would work out, in CSV", () => {
    const csv = exportCsv(exportRows(customers, { language: "fi", ...namesOf }), "fi");
    const table = readText(csv.slice(1));
    const names = table.kind === "table" ? table.rows.slice(1).map(({ cells }) => String(cells[0])) : [];
    expect(names).toHaveLength(HOSTILE.length);
    expect(names.filter((name) => !name.startsWith("'"))).toEqual([]);
    expect(csv).toContain(";-12,5;");
    expect(csv.startsWith("\uFEFFAsiakas;Y-tunnus;")).toBe(true);
  });

  it("holds no formula in a workbook either, and numbers as numbers", async () => {
    const bytes = await exportXlsx(exportRows(customers, { language: "en", ...namesOf }));
    const sheet: readonly (readonly unknown[])[] = await readSheet(new Uint8Array(bytes).buffer);
    expect(sheet[0]?.[0]).toBe("Customer");
    expect(sheet[1]).toContain(-12.5);
    expect(sheet.slice(1).filter(([name]) => !String(name).trim().startsWith("'"))).toEqual([]);
  });

  it("holds days as days and phone numbers as they are in a workbook, which is read again without a change", async () => {
    const contactPersons = [{ id: "h1", name: "Mika", role: "", phone: "+358 40 777 888", email: "" }];
    const clock = newClock("2026-11-02", "2026-11-30");
    const one = sampleCustomer({ contactPersons, clock, dueOn: "2027-02-26" });
    const bytes = await exportXlsx(exportRows([one], { language: "fi", ...namesOf }));
    const sheet: readonly (readonly unknown[])[] = await readSheet(new Uint8Array(bytes).buffer);
    expect(sheet[1]).toEqual(
      expect.arrayContaining(["+358 40 777 888", new Date("2026-11-30"), new Date("2027-02-26")]),
    );
    const { rows } = previewImport((await rowsOf(bytes)).rows, [one], { person: null, today: TODAY });
    expect(rows.map(({ becomes, problems }) => [becomes.kind, problems])).toEqual([["same", []]]);
  });

  it("gives every contact person a column, and reads back what was guarded", async () => {
    const contactPersons = ["Mika", "Liisa"].map((name, nth) => ({
      id: `h${nth}`,
      name,
      role: "",
      phone: `+358 40 ${nth}`,
      email: "",
    }));
    const one = sampleCustomer({ contactPersons });
    const csv = exportCsv(exportRows([one], { language: "fi", ...namesOf }), "fi");
    expect(csv).toContain("'+358 40 1");
    const { rows } = previewImport((await rowsOf(utf8(csv))).rows, [one], { person: null, today: TODAY });
    expect(rows.map(({ becomes }) => becomes.kind)).toEqual(["same"]);
  });

  it("holds the own care plan, closed weeks, will, field and what is promised, and reads back what people said", async () => {
    const will = { importance: "necessary", will: "doubted", on: "2026-11-02" } as const;
    const ownPlan = { ...NO_CARE, wishDays: 30, worstDays: 45 };
    const closedWeeks = [{ from: 28, to: 31 }];
    const one = sampleCustomer({ will, ownPlan, closedWeeks, field: "growth" });
    const csv = exportCsv(exportRows([one], { language: "fi", ...namesOf, promisedOf: () => "tarjous" }), "fi");
    expect(csv).toContain("Yhteistyö;Yhteydenottoja vuodessa;Toive, päiviä;Raja, päiviä;Lomaviikot;");
    expect(csv).toContain("välttämätön, asiakas epäilee;;30;45;28–31;");
    expect(csv).toContain(";Kenttä;Luvattu");
    expect(csv).toContain(";kasvu;tarjous");
    const read = async (known: Customer) =>
      previewImport((await rowsOf(utf8(csv))).rows, [known], { person: null, today: TODAY }).rows.map(
        ({ becomes }) => becomes,
      );
    expect(await read(one)).toMatchObject([{ kind: "same" }]);
    const again = readText(csv.slice(1));
    expect(again.kind === "table" && readRows(again.rows, READING)).toMatchObject({ kind: "rows", ignored: [] });
    const bare = sampleCustomer();
    expect(await read(bare)).toMatchObject([
      { kind: "update", content: { ownPlan, closedWeeks, will: { ...will, on: TODAY } } },
    ]);
  });

  it("shows the class that scores give without making it one that people gave", async () => {
    const book = bookOf({}, { rules: { ...FIRST_RULES, criteria: [criterion("growth", 1)] } });
    expect(book.rules.criteria).toHaveLength(1);
    const one = sampleCustomer({ class: "A", scores: { growth: 5 } });
    const csv = exportCsv(exportRows([one], { language: "fi", ...namesOf }), "fi");
    const { rows } = previewImport((await rowsOf(utf8(csv))).rows, [one], { person: null, today: TODAY });
    expect(rows.map(({ becomes }) => becomes.kind)).toEqual(["same"]);
  });

  function readBack(name: string): string | false | undefined {
    const csv = exportCsv(exportRows([sampleCustomer({ name })], { language: "fi", ...namesOf }), "fi");
    const table = readText(csv.slice(1));
    const read = table.kind === "table" ? readRows(table.rows, READING) : undefined;
    return read?.kind === "rows" && read.rows[0]?.draft?.content.name;
  }

  test("of any text is read back as that text", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 40 }), (name) => {
        fc.pre(/\p{L}{2}/u.test(name) && !name.startsWith("'"));
        expect(readBack(name)).toBe(name.replace(/\s+/gu, " ").trim());
      }),
    );
  });

  test.each([
    [" @AA", "@AA"],
    ["\t\tAA", "AA"],
    ["＠AA", "＠AA"],
  ])("of what a spreadsheet might take for a formula is read back without its guard: %j", (name, plain) =>
    expect(readBack(name)).toBe(plain),
  );
});

import { describe, expect, it } from "vitest";
import type { FoundCustomers } from "../../../src/flow/context.ts";
import { fits } from "../../../src/flow/fits.ts";
import { readReply } from "../../../src/flow/reading/read-reply.ts";
import { readValues } from "../../../src/flow/reading/read-values.ts";
import { showRow } from "../../../src/flow/wording/show-answer.ts";
import { aFlow, anOption, aStep, questionIn, readerOf, reasonIn } from "./reader.ts";

const label = (fi: string) => ({ fi, en: fi });
const KONEPAJA = { id: "c-konepaja", name: "Virtasen Konepaja" };
const KULJETUS = { id: "c-kuljetus", name: "Kuljetus Virtanen" };

/** A register that answers as it is told. */
function finding(known: { readonly [said: string]: FoundCustomers }) {
  return (said: string) => known[said] ?? { customers: [], sure: false };
}

describe("naming customers of the register", () => {
  const step = aStep("customer");
  const reader = readerOf(aFlow([step]));
  const found = {
    konepajalle: { customers: [KONEPAJA], sure: true },
    virtanen: { customers: [KONEPAJA, KULJETUS], sure: true },
    konepsja: { customers: [KONEPAJA], sure: false },
  };
  const read = (text: string) =>
    readReply(step, text, { ...reader, context: { ...reader.context, findCustomers: finding(found) } });

  it("takes who is surely meant by the name in the register", () => {
    expect(read("konepajalle")).toEqual({ kind: "value", value: { kind: "customer", customers: [KONEPAJA] } });
  });

  it("asks which of several, and whether a near name is a new one", () => {
    expect(questionIn(read("virtanen")).labels).toEqual(["Virtasen Konepaja", "Kuljetus Virtanen", "virtanen (uusi)"]);
    expect(questionIn(read("konepsja")).labels).toEqual(["Virtasen Konepaja", "konepsja (uusi)"]);
  });

  it("takes a name that nobody has for a new customer", () => {
    const value = { kind: "customer", customers: [{ id: null, name: "Uusi Oy" }] };
    expect(read("Uusi Oy")).toEqual({ kind: "value", value });
  });
});

describe("a column that is there only where an earlier answer says so", () => {
  const criteria = aStep("choices", {
    id: "criteria",
    options: [anOption("sales", "Myynti"), anOption("fit", "Sopivuus")],
  });
  const table = aStep("table", {
    id: "scores",
    columns: [
      { kind: "text", id: "who", label: label("Kuka") },
      {
        kind: "number",
        id: "sales",
        label: label("Myynti"),
        min: 1,
        max: 5,
        when: { step: "criteria", includes: "sales" },
      },
      {
        kind: "number",
        id: "fit",
        label: label("Sopivuus"),
        min: 1,
        max: 5,
        when: { step: "criteria", includes: "fit" },
      },
    ],
  });
  const flow = aFlow([criteria, table]);
  const withFit = readerOf(flow, "fi", { criteria: { kind: "choices", options: ["fit"] } });

  it("is asked, typed and shown where it holds, and is not there where it does not", () => {
    const reading = readReply(table, "Leipomo; 4", withFit);
    expect(reading).toMatchObject({
      kind: "value",
      value: { rows: [{ cells: { who: { text: "Leipomo" }, fit: { number: 4 } } }] },
    });
    if (reading.kind !== "value" || reading.value.kind !== "table") throw new Error(reading.kind);
    const [row] = reading.value.rows;
    expect(row && showRow(table, row, "fi", withFit)).toEqual(["Leipomo", "4"]);
    expect(reasonIn(readReply(table, "Leipomo; 4; 5", withFit))).toContain("pitäisi olla 2");
    expect(readValues(table, { who: "Leipomo", fit: "4" }, withFit).ok).toBe(true);
    expect(fits(table, reading.value, withFit)).toBe(true);
  });

  it("makes an answer that lacks it be asked again once it holds", () => {
    const value = readReply(table, "Leipomo; 4", withFit);
    if (value.kind !== "value") throw new Error(value.kind);
    const both = readerOf(flow, "fi", { criteria: { kind: "choices", options: ["sales", "fit"] } });
    expect(fits(table, value.value, both)).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { formatMoney, formatNumber, formatPercent } from "../../../src/flow/wording/format.ts";
import { fc } from "../../support/properties.ts";
import { answerTo, aStep, questionIn, read, reasonIn } from "./reader.ts";

const money = aStep("money");
const number = aStep("number");
const fine = aStep("number", { decimals: 6 });
const whole = aStep("number", { decimals: 0, min: 0, max: 10_000, unit: { fi: "asiakasta", en: "customers" } });
const percent = aStep("percent");

describe("reading sums and numbers", () => {
  it.each([
    ["12 500,50 €", 1_250_050],
    ["12\u00a0500,50\u00a0€", 1_250_050],
    ["12500,5", 1_250_050],
    ["1.200", 120_000],
    ["1 200 300", 120_030_000],
    ["1,2 milj.", 120_000_000],
    ["1,5M€", 150_000_000],
    ["12 t€", 1_200_000],
    ["12k", 1_200_000],
    ["12 tonnia", 1_200_000],
    ["-5", -500],
    ["−5 €", -500],
    ["miinus viisi", -500],
    ["noin 200", 20_000],
    ["n. 200 euroa", 20_000],
    ["~200", 20_000],
    ["200,-", 20_000],
    ["kaksisataa", 20_000],
    ["kakskyt", 2000],
    ["puoli miljoonaa", 50_000_000],
    ["puolitoista miljoonaa", 150_000_000],
    ["kaksikymmentäviisi tuhatta", 2_500_000],
    ["two hundred and fifty thousand", 25_000_000],
    ["0", 0],
    ["-0", 0],
  ])("reads the sum %s", (text, cents) => {
    expect(answerTo(money, text)).toEqual({ kind: "money", cents });
  });

  it.each([
    ["€12,500.50", 1_250_050],
    ["1,200", 120_000],
    ["-€5.20", -520],
  ])("reads the sum %s in English", (text, cents) => {
    expect(answerTo(money, text, "en")).toEqual({ kind: "money", cents });
  });

  it("asks where marks can be meant in two ways", () => {
    expect(questionIn(read(money, "12.500,50"))).toEqual({
      question: "”12.500,50” on kahdella tavalla luettavissa. Tarkoititko 12 500,50 €?",
      labels: ["12 500,50 €"],
    });
    expect(questionIn(read(money, "12,500")).labels).toEqual(["12 500 €", "12,50 €"]);
    expect(questionIn(read(money, "12.500", "en")).labels).toEqual(["€12,500", "€12.50"]);
    expect(questionIn(read(fine, "1.234")).labels).toEqual(["1 234", "1,234"]);
    expect(answerTo(money, "0.500")).toEqual({ kind: "money", cents: 50 });
  });

  it("asks when other words stand around the number", () => {
    expect(questionIn(read(whole, "meillä on 42 ostajaa vuodessa")).labels).toEqual(["42 asiakasta"]);
    expect(answerTo(whole, "42 asiakasta")).toEqual({ kind: "number", number: 42 });
  });

  it("says what was understood and what fits", () => {
    expect(reasonIn(read(whole, "12k"))).toBe(
      "Sain luvun 12 000 asiakasta. Suurin, joka tähän käy, on 10 000 asiakasta.",
    );
    expect(reasonIn(read(whole, "-5"))).toBe("Sain luvun −5 asiakasta. Pienin, joka tähän käy, on 0 asiakasta.");
    expect(reasonIn(read(whole, "12,5"))).toBe("Sain luvun 12,5. Tähän tarvitaan kokonaisluku.");
    expect(reasonIn(read(number, "0,125"))).toBe("Sain luvun 0,125. Tähän käy enintään 2 desimaalia.");
    expect(reasonIn(read(money, "10–20"))).toContain("useampi luku");
    expect(reasonIn(read(money, "paljon", "en"))).toBe(
      "I could not get an amount from that. Write one amount in euros, for example €12,500.50.",
    );
    expect(reasonIn(read(money, "9".repeat(200)))).toContain("En saanut tästä summaa.");
  });

  it.each(["fi", "en"] as const)("reads back every number as it is written in %s", (language) => {
    const written = fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 6 }));
    fc.assert(
      fc.property(written, ([digits, decimals]) => {
        const amount = digits / 10 ** decimals;
        const step = aStep("number", { decimals });
        expect(answerTo(step, formatNumber(amount, language), language)).toEqual({
          kind: "number",
          number: amount || 0,
        });
      }),
    );
  });

  it.each(["fi", "en"] as const)("reads back every sum and percentage as it is written in %s", (language) => {
    fc.assert(
      fc.property(fc.integer({ min: -1e14, max: 1e14 }), (cents) => {
        expect(answerTo(money, formatMoney(cents, language), language)).toEqual({ kind: "money", cents });
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: -1e8, max: 1e8 }), (points) => {
        expect(answerTo(percent, formatPercent(points / 1e4, language), language)).toEqual({
          kind: "percent",
          percent: points / 1e4 || 0,
        });
      }),
    );
  });
});

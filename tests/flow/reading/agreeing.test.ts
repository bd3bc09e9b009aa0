import { describe, expect, it } from "vitest";
import { answerValueSchema } from "../../../src/flow/answer-value.ts";
import { readReply } from "../../../src/flow/reading/read-reply.ts";
import { readValues } from "../../../src/flow/reading/read-values.ts";
import { aFlow, anOption, aStep, read, readerOf, reasonIn } from "./reader.ts";

const label = (fi: string, en: string) => ({ fi, en });
const customers = aStep("table", {
  columns: [
    { kind: "customer", id: "customer", label: label("Asiakas", "Customer"), once: true },
    { kind: "number", id: "wish", label: label("Toive", "Wish"), optional: true },
    { kind: "number", id: "worst", label: label("Raja", "Limit"), optional: true, atLeast: "wish" },
  ],
});
const fields = aStep("table", {
  columns: [
    {
      kind: "choice",
      id: "field",
      label: label("Kenttä", "Field"),
      once: true,
      options: [anOption("growth", "Kasvu"), anOption("retention", "Pito")],
    },
    { kind: "percent", id: "share", label: label("Osuus", "Share"), min: 0, max: 100, inAll: 100 },
  ],
});
const [a, b] = ["a", "b"].map((id) =>
  aStep("number", { id, title: label(`Raja ${id}`, `Limit ${id}`), ...(id === "b" ? { below: "a" } : {}) }),
);

describe("what does not go together is refused where it is said", () => {
  it("a customer in two rows, by whatever name, known or new", () => {
    expect(reasonIn(read(customers, "Virtasen Konepajalle; 3\nTorin kahvila; 4\nvirtasen konepaja; 5"))).toBe(
      "”Virtasen Konepaja; 5”, Asiakas: Virtasen Konepaja on jo toisella rivillä. Yksi rivi riittää: muuta sitä. En kirjannut näistä yhtään.",
    );
    expect(reasonIn(read(customers, "Torin kahvila; 4\ntorin  Kahvila; 5"))).toContain("”torin Kahvila; 5”, Asiakas");
    expect(read(customers, "Virtasen Konepaja; 3\nKuljetus Virtanen; 4").kind).toBe("value");
  });

  it("a choice in two rows, and shares of more than all", () => {
    expect(reasonIn(read(fields, "Kasvu; 60\nPito; 70"))).toBe(
      "”Pito; 70 %”, Osuus: Rivit ovat yhteensä 130 %, ja enintään 100 % käy. Pienennä jotakin niistä. En kirjannut näistä yhtään.",
    );
    expect(reasonIn(read(fields, "Kasvu; 10\nKasvu; 20", "en"))).toBe(
      "“Kasvu; 20%”, Field: Kasvu stands in another row already. One row is enough: change that one. None of these was recorded.",
    );
    expect(read(fields, "Kasvu; 30,1\nPito; 69,9").kind).toBe("value");
  });

  it("a number that is less than the one beside it; an empty one asks for nothing", () => {
    expect(reasonIn(read(customers, "Virtasen Konepaja; 90; 60"))).toBe(
      "”Virtasen Konepaja; 90; 60”, Raja: Sain luvun 60. Sen pitää olla vähintään yhtä suuri kuin kohdan ”Toive” luku 90.",
    );
    for (const row of ["90; 90", "90", "; 60"])
      expect(read(customers, `Virtasen Konepaja; ${row}`).kind, row).toBe("value");
  });

  it("a row of a form that does not go with those that stand in the table", () => {
    const submitted = { customer: "Virtasen Konepaja", wish: "90", worst: "60" };
    const rows = (text: string) => {
      const reading = read(customers, text);
      return reading.kind === "value" && reading.value.kind === "table" ? reading.value.rows : [];
    };
    const reader = readerOf(aFlow([customers]));
    const mistakes = readValues(customers, submitted, reader, rows("Virtasen Konepaja; 3"));
    expect(mistakes.ok ? [] : Object.keys(mistakes.mistakes)).toEqual(["customer", "worst"]);
    expect(readValues(customers, { customer: "Virtasen Konepaja" }, reader, rows("Kuljetus Virtanen; 3")).ok).toBe(
      true,
    );
  });

  it("a number that is to be below an earlier one, whichever of them is said anew", () => {
    if (!a || !b) throw new Error("there are two limits");
    const flow = aFlow([a, b]);
    const told = (step: typeof a, text: string, answered: { readonly [id: string]: number }) => {
      const values = Object.entries(answered).map(([id, number]) => [
        id,
        answerValueSchema.parse({ kind: "number", number }),
      ]);
      return readReply(step, text, readerOf(flow, "fi", Object.fromEntries(values)));
    };
    expect(reasonIn(told(b, "4,5", { a: 4 }))).toBe(
      "Sain luvun 4,5. Sen pitää olla pienempi kuin kohdan ”Raja a” luku 4.",
    );
    expect(reasonIn(told(a, "3", { a: 4, b: 3 }))).toBe(
      "Sain luvun 3. Sen pitää olla suurempi kuin kohdan ”Raja b” luku 3.",
    );
    expect(told(b, "3", { a: 4 }).kind).toBe("value");
    expect(told(b, "3", {}).kind).toBe("value");
  });
});

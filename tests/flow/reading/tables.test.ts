import { describe, expect, it } from "vitest";
import { answerValueSchema } from "../../../src/flow/answer-value.ts";
import { readReply } from "../../../src/flow/reading/read-reply.ts";
import { readValue, readValues } from "../../../src/flow/reading/read-values.ts";
import { aFlow, anOption, answerTo, aStep, questionIn, read, readerOf, reasonIn } from "./reader.ts";

const label = (fi: string, en: string) => ({ fi, en });
const table = aStep("table", {
  columns: [
    { kind: "text", id: "name", label: label("Palvelu", "Service") },
    { kind: "money", id: "price", label: label("Hinta", "Price"), min: 0 },
    { kind: "date", id: "from", label: label("Alkaen", "From"), optional: true },
    { kind: "person", id: "owner", label: label("Kuka", "Who"), optional: true },
    {
      kind: "choice",
      id: "place",
      label: label("Missä", "Where"),
      optional: true,
      options: [anOption("here", "Täällä"), anOption("there", "Siellä")],
    },
  ],
  maxRows: 3,
});
const reader = readerOf(aFlow([table]));

const rows = (text: string) => {
  const reading = read(table, text);
  if (reading.kind !== "value" || reading.value.kind !== "table") throw new Error(JSON.stringify(reading));
  return reading.value.rows;
};

describe("reading a table typed as lines", () => {
  it("takes semicolons, tabs, bars and a heading line", () => {
    const cells = {
      name: { kind: "text", text: "Vuosihuolto" },
      price: { kind: "money", cents: 120_000 },
      from: { kind: "date", date: "2027-02-02" },
    };
    for (const text of [
      "Vuosihuolto; 1 200 €; 2.2.2027",
      "Vuosihuolto\t1200\t2.2.2027\t\t",
      "| Palvelu | Hinta | Alkaen | Kuka | Missä |\n|---|---|---|---|---|\n| Vuosihuolto | 1200 | 2.2.2027 | | |",
    ]) {
      expect(rows(text).map((row) => row.cells)).toEqual([cells]);
    }
  });

  it("takes commas, or a line a cell, where that can mean nothing else", () => {
    const service = { name: { kind: "text", text: "Vuosihuolto" }, price: { kind: "money", cents: 120_050 } };
    const from = { kind: "date", date: "2027-02-02" };
    expect(rows("Vuosihuolto, 1200,50").map((row) => row.cells)).toEqual([service]);
    expect(rows("Vuosihuolto, 1 200,50 €, 2.2.2027\nKorjaus, 80").map((row) => row.cells)).toEqual([
      { ...service, from },
      { name: { kind: "text", text: "Korjaus" }, price: { kind: "money", cents: 8_000 } },
    ]);
    expect(rows("Vuosihuolto\n1200,50\n2.2.2027\n\nKorjaus\n80").map((row) => row.cells)).toMatchObject([
      { ...service, from },
      { name: { text: "Korjaus" } },
    ]);
    for (const text of ["Vuosihuolto, Korjaus, 80", "Huollot, kesällä ja talvella", "Vuosihuolto\nKorjaus"])
      expect(read(table, text).kind).toBe("refused");
    const words = aStep("table", {
      columns: [1, 2].map((nth) => ({ kind: "text", id: `c${nth}`, label: label("Sana", "Word") })),
    });
    expect(read(words, "Messut, Turku").kind).toBe("refused");
  });

  it("quotes the row and names the column of each mistake, and stays short", () => {
    expect(reasonIn(read(table, "A; 1\nB; paljon"))).toBe(
      "”B; paljon”, Hinta: En saanut tästä summaa. Kirjoita yksi summa euroina, esimerkiksi 12 500,50 €. En kirjannut näistä yhtään.",
    );
    expect(reasonIn(read(table, "A\nB; 2"))).toMatch(
      /^”A”: sarakkeita on 1, pitäisi olla 2–5, välissä puolipisteet: .+; .+; .+; .+; .+\.$/u,
    );
    expect(reasonIn(read(table, "A; 5; ; ; Jossain"))).toBe(
      "”A; 5; Jossain”, Missä: En tunnistanut tästä vaihtoehtoa. Kirjoita numero tai nimi: 1 Täällä · 2 Siellä.",
    );
    const many = reasonIn(read(table, "A; x; x; x; x\nB; x; x; x; x\nC; x; x; x; x"));
    expect(many).toMatch(/Lisäksi \d+ muuta kohtaa kaipaa korjausta\./);
    expect(many.length).toBeLessThanOrEqual(300);
    expect(reasonIn(read(table, "A; 1\nB; 1\nC; 1\nD; 1"))).toBe("Sain rivejä 4, mukaan mahtuu enintään 3.");
  });

  it("asks about the one cell that can be read in two ways and keeps the rest", () => {
    const reading = read(table, "A; 1\nB; 12.500,50");
    expect(questionIn(reading).question).toBe(
      "”B; 12.500,50”, Hinta: ”12.500,50” on kahdella tavalla luettavissa. Tarkoititko 12 500,50 €?",
    );
    const [candidate] = reading.kind === "unclear" ? reading.candidates : [];
    expect(candidate?.value).toMatchObject({
      kind: "table",
      rows: [{ cells: { price: { cents: 100 } } }, { cells: { price: { cents: 1_250_050 } } }],
    });
  });

  it("gives rows ids that last: typing again keeps them, another thing gets another", () => {
    const before = rows("A; 1\nB; 2\nA; 3");
    expect(new Set(before.map((row) => row.id)).size).toBe(3);
    expect(rows("A; 1\nB; 2\nA; 3")).toEqual(before);
    const value = answerValueSchema.parse({
      kind: "table",
      rows: [{ id: "from-a-form", cells: { name: { kind: "text", text: "B" }, price: { kind: "money", cents: 1 } } }],
    });
    const again = readReply(table, "B; 5\nC; 6", { ...reader, answers: { [table.id]: value } });
    expect(again.kind === "value" && again.value.kind === "table" && again.value.rows[0]?.id).toBe("from-a-form");
  });
});

describe("reading forms", () => {
  it("reads a row's fields by column, picked ids among them", () => {
    const submitted = { name: " Vuosihuolto ", price: "1 200", from: "2027-02-02", owner: ["p-satu"], place: "there" };
    expect(readValues(table, submitted, reader)).toEqual({
      ok: true,
      value: {
        name: { kind: "text", text: "Vuosihuolto" },
        price: { kind: "money", cents: 120_000 },
        from: { kind: "date", date: "2027-02-02" },
        owner: { kind: "person", people: ["p-satu"] },
        place: { kind: "choice", option: "there" },
      },
    });
  });

  it("gives each field with a mistake its sentence", () => {
    const submitted = readValues(table, { price: "12,500", from: "31.2." }, reader);
    expect(submitted.ok ? {} : Object.keys(submitted.mistakes)).toEqual(["name", "price", "from"]);
    expect(submitted.ok ? "" : submitted.mistakes.name).toBe("Tämä kenttä tarvitaan. Kirjoita vastaus omin sanoin.");
  });

  it("reads a question of one field, several picks among them", () => {
    const step = aStep("choices", { options: [anOption("a", "Aa"), anOption("b", "Bee")] });
    expect(readValue(step, { [step.id]: ["a", "b"] }, readerOf(aFlow([step])))).toEqual({
      ok: true,
      value: { kind: "choices", options: ["a", "b"] },
    });
    expect(readValue(aStep("number"), {}, reader)).toMatchObject({ ok: false });
  });

  it("leaves a choice empty that has nothing to choose from", () => {
    const drawn = aStep("table", {
      columns: [
        { kind: "text", id: "name", label: label("Nimi", "Name") },
        { kind: "choice", id: "group", label: label("Ryhmä", "Group"), optionsFrom: "segments/groups" },
      ],
    });
    expect(answerTo(drawn, "A; jotain")).toMatchObject({ kind: "table", rows: [{ cells: { name: { text: "A" } } }] });
  });
});

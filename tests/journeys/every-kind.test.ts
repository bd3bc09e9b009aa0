import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FormValues } from "../../src/message/form.ts";
import { Journey, privately } from "../support/journey.ts";
import { responseOf, TEAM } from "../support/maturity-round.ts";

const ROUND = "koneet:every-kind:1";

describe("a flow with a step of every kind", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin({ flows: "tests/support/flows" });
    await journey.says("satu", "aloita huoltosuunnitelma", { in: TEAM });
    await journey.submits("satu", await journey.opensForm("satu", "Aloita kierros", TEAM), {}, TEAM);
  });
  afterEach(() => journey.end());

  it("is answered by typing all the way, in three sittings", async () => {
    await journey.taps("jari", "Vastaa", TEAM);
    for (const said of ["Koneen vuosihuolto", "42", "86 500 €", "33 %", "muualla pohjoismaissa"])
      await journey.says("jari", said);
    await goesOn("Varaosat jäävät tulliin");
    for (const said of ["1, 2", "puhelin", "3", "Satu kokoaa sopimukset", "5", "2.2.2032"]) await goesOn(said);
    await goesOn("Q3/2032");
    await goesOn("Vuosihuolto; 1200; 8; 40; 2.2.2032; Q1/2032; 1; Satu; Virtasen Konepaja");
    for (const said of ["valmis", "1", "satu", "Jari, Pekka", "Virtasen Konepaja", "2, 1, 4", "ohita"])
      await goesOn(said);
    expect(journey.sees("jari")).toContain("Kaikkiin kohtiin on vastattu.");
    const { answers } = await responseOf(journey, "jari", ROUND);
    expect(Object.fromEntries(Object.entries(answers).map(([step, { value }]) => [step, value]))).toMatchObject({
      "service-name": { text: "Koneen vuosihuolto" },
      "customer-count": { number: 42 },
      "yearly-sales": { cents: 8_650_000 },
      "contract-share": { percent: 33 },
      market: { option: "nordics" },
      channels: { options: ["phone", "email"] },
      "service-level": { level: 3 },
      stance: { position: 5 },
      "launch-date": { date: "2032-02-02" },
      "review-quarter": { year: 2032, quarter: 3 },
      services: { rows: [{ cells: { price: { cents: 120_000 }, owner: { people: ["satu"] } } }] },
      owner: { people: ["satu"] },
      helpers: { people: ["jari", "pekka"] },
      priorities: { options: ["speed", "price", "same-person"] },
      notes: { kind: "skipped" },
    });
  });

  it("shows what was answered when it goes back, and goes on from where it was when that is kept, by tap or by word", async () => {
    await journey.taps("jari", "Vastaa", TEAM);
    for (const said of ["Koneen vuosihuolto", "42"]) await journey.says("jari", said);
    await journey.says("jari", "edellinen");
    expect(journey.sees("jari")).toContain("Asiakkaita nyt · 2/");
    const form = journey.last(privately("jari")).message.blocks.find((block) => block.kind === "form");
    expect(form).toMatchObject({ form: { fields: [{ value: "42" }] } });
    for (const said of ["tauko", "jatka"]) await journey.says("jari", said);
    expect(journey.sees("jari")).toContain("Vastasit: 42 asiakasta.");
    await journey.says("jari", "edellinen");
    expect(journey.sees("jari")).toContain("Palvelun nimi · 1/");
    expect(journey.sees("jari")).toContain("Vastasit: Koneen vuosihuolto.");
    await journey.taps("jari", "Pidetään ennallaan");
    expect(journey.sees("jari")).toContain("Huollon myynti · 3/");
    await journey.says("jari", "edellinen");
    await journey.says("jari", "ohita");
    expect(journey.sees("jari")).toContain("Huollon myynti · 3/");
    await journey.says("jari", "500 €");
    const { answers } = await responseOf(journey, "jari", ROUND);
    expect(answers).toMatchObject({
      "service-name": { value: { text: "Koneen vuosihuolto" }, revision: 1 },
      "customer-count": { value: { number: 42 }, revision: 1 },
      "yearly-sales": { value: { cents: 50_000 } },
    });
    expect(journey.offers("jari", "Pidetään ennallaan")).toBe(false);
  });

  it("takes the same from forms in the message and from a table's rows", async () => {
    await journey.taps("jari", "Vastaa", TEAM);
    await journey.says("jari", "Koneen vuosihuolto");
    expect(await sends({ "customer-count": "moni" })).toMatchObject({
      kind: "taken",
      notice: expect.stringContaining("En saanut tästä lukua."),
    });
    await sends({ "customer-count": "42" });
    await sends({ "yearly-sales": "86 500 €" });
    await sends({ "contract-share": "33" });
    await journey.taps("jari", "Suomessa");
    await continues();
    await sends({ channels: ["phone", "email"] });
    await journey.taps("jari", "Puhelin");
    for (const said of ["3", "Satu kokoaa", "5", "2.2.2032", "Q3/2032"]) await goesOn(said);
    await continues();
    const form = await journey.opensForm("jari", "Uusi rivi");
    expect(await journey.submits("jari", form, { name: "", price: "paljon" })).toMatchObject({
      kind: "mistakes",
      mistakes: { name: expect.any(String), price: expect.any(String) },
    });
    const row = { name: "Vuosihuolto", price: "1 200", hours: "8" };
    await journey.submits("jari", form, row);
    await journey.submits("jari", await journey.opensForm("jari", "Uusi rivi"), { ...row, name: "Pikahuolto" });
    expect(journey.transcript(privately("jari"))).toContain("Pikahuolto");
    journey = await journey.restart();
    const edit = await journey.opensForm("jari", "2");
    await journey.submits("jari", edit, { price: "900" });
    await journey.taps("jari", "Poista: Vuosihuolto");
    await journey.taps("jari", "Rivit valmiit");
    const { answers } = await responseOf(journey, "jari", ROUND);
    expect(answers.services?.value).toMatchObject({
      rows: [{ cells: { name: { text: "Pikahuolto" }, price: { cents: 90_000 } } }],
    });
    expect(journey.sees("jari")).toContain("Kärkipalvelu");
  });

  /** Types, and goes on where a sitting ended. */
  async function goesOn(said: string): Promise<void> {
    await continues();
    await journey.says("jari", said);
  }

  async function continues(): Promise<void> {
    if (journey.offers("jari", "Jatketaan nyt")) await journey.taps("jari", "Jatketaan nyt");
  }

  /** Sends the form that stands in the question. */
  function sends(values: FormValues) {
    const { id, message } = journey.last(privately("jari"));
    const form = message.blocks.flatMap((block) => (block.kind === "form" ? [block.form] : []))[0];
    if (!form) throw new Error(`No form in: ${message.text}`);
    return journey.receive({
      ...journey.base("jari", privately("jari")),
      kind: "tapped",
      action: form.action,
      message: id,
      values,
    });
  }
});

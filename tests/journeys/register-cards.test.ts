import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FIRST_RULES } from "../../src/customers/customer-rules.ts";
import { allCustomers } from "../../src/customers/find-customers.ts";
import { saveRules } from "../../src/customers/save-rules.ts";
import { Journey } from "../support/journey.ts";
import { COMPANY } from "../support/sample-company.ts";

const CRITERIA = ["Ostot", "Kate"].map((name, nth) => ({
  id: `k${nth}`,
  name,
  weight: nth + 1,
  influenced: false,
  lever: "",
}));

describe("a customer's card", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
    const by = { company: COMPANY, by: null, now: 0 };
    await saveRules(journey.store, { ...FIRST_RULES, criteria: CRITERIA }, by);
    await journey.says("jari", "asiakas: Virtasen Konepaja, Lahti");
  });
  afterEach(() => journey.end());

  const one = async () => {
    const [customer] = await allCustomers(journey.store, COMPANY);
    if (!customer) throw new Error("there is nobody");
    return customer;
  };

  it("is filled in by a form, and tells where the class comes from", async () => {
    await journey.says("jari", "asiakas virtasen konepajan");
    const form = await journey.opensForm("jari", "Muokkaa");
    expect(form.fields.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["name", "person", "people", "score:k0", "score:k1", "contactsPerYear", "closedWeeks"]),
    );
    await journey.submits("jari", form, {
      people: "Mika Virtanen, ostaja, 040 555 0123, mika@virtanen.example",
      products: "huolto, varaosat",
      present: "12 500,50",
      potential: "suuri",
      "score:k0": "5",
      "score:k1": "3,5",
      will: "necessary/doubted",
      contactsPerYear: "12",
      closedWeeks: "28–31",
    });
    expect(journey.sees("jari")).toContain("Yhteyshenkilöt: Mika Virtanen, ostaja, 040 555 0123");
    expect(journey.sees("jari")).toContain("Luokka: A, pisteet 4");
    expect(journey.sees("jari")).toMatch(/Nykyinen arvo: 12\s500,50\s€/u);
    expect(journey.sees("jari")).toContain("Kenttä: strategiset");
    expect(journey.sees("jari")).toContain("12 yhteydenottoa vuodessa, oma suunnitelma");
    expect(journey.sees("jari")).toContain("Lomaviikot: 28–31");
    await journey.taps("jari", "Mistä luokka tulee?");
    expect(journey.sees("jari")).toContain("Kate: paino 2 × arvo 3,5");
    expect(journey.sees("jari")).toContain("12 / 3 = 4.");
    await journey.taps("jari", "Takaisin korttiin");
    expect(journey.sees("jari")).toContain("Luokka: A, pisteet 4");
    await journey.taps("jari", "Historia");
    expect(journey.sees("jari")).toContain("luokka muuttui: – → A");
    expect(journey.messages({ kind: "private", person: "jari" })).toHaveLength(2);
  });

  it("says what cannot be read, field by field, and keeps what stood there", async () => {
    await journey.says("jari", "asiakas virtasen konepaja");
    const form = await journey.opensForm("jari", "Muokkaa");
    const wrong = {
      name: " ",
      businessId: "1234567-8",
      present: "paljon",
      contactsPerYear: "400",
      closedWeeks: "99",
      "score:k0": "9",
    };
    const outcome = await journey.submits("jari", form, wrong);
    expect(outcome.kind === "mistakes" && Object.keys(outcome.mistakes).sort()).toEqual(Object.keys(wrong).sort());
    expect(await one()).toMatchObject({ name: "Virtasen Konepaja", town: "Lahti", revision: 1 });
  });

  it("changes only what the form changed: what somebody else did meanwhile stays", async () => {
    await journey.says("jari", "asiakas virtasen konepaja");
    const before = await journey.opensForm("jari", "Muokkaa");
    await journey.says("pekka", "asiakas virtasen konepaja");
    const other = await journey.opensForm("pekka", "Muokkaa");
    await journey.submits("pekka", other, { segment: "konepajat" });
    const shown = Object.fromEntries(
      before.fields.map((field) => [field.id, "value" in field ? (field.value ?? "") : ""]),
    );
    await journey.submits("jari", before, { ...shown, segment: "", town: "Hollola" });
    expect(await one()).toMatchObject({ town: "Hollola" });
  });

  it("hands over, ends and goes on", async () => {
    await journey.says("jari", "asiakas virtasen konepaja");
    await journey.submits("jari", await journey.opensForm("jari", "Muokkaa"), { person: "pekka" });
    expect(journey.sees("jari")).toContain("Vastuuhenkilö: Pekka Salo");
    await journey.submits("jari", await journey.opensForm("jari", "Päätä asiakkuus"), { why: "konkurssi" });
    expect(journey.sees("jari")).toContain("Asiakkuus on päättynyt. konkurssi");
    expect(await one()).toMatchObject({ kept: false, dueOn: null });
    await journey.taps("jari", "Jatka asiakkuutta");
    expect(await one()).toMatchObject({ kept: true, endedWhy: "" });
  });

  it("is found among many by what one says, also with a typo, and by its contact person", async () => {
    await journey.says("jari", "asiakkaat: Kuljetus Virtanen, Hollola\nMäkelän Saha, Mika Mäkelä");
    for (const words of ["hae mäkelän sahalle", "asiakas mika", "etsi mäkkelän saha"]) {
      await journey.says("jari", words);
      expect(journey.sees("jari"), words).toContain("Mäkelän Saha");
    }
    await journey.says("jari", "hae virtanen");
    expect(journey.sees("jari")).toMatch(
      /1 Kuljetus Virtanen[\s\S]*2 Virtasen Konepaja|1 Virtasen Konepaja[\s\S]*2 Kuljetus Virtanen/u,
    );
    await journey.says("jari", "hae teräskolmio");
    expect(journey.sees("jari")).toContain(
      "En löytänyt asiakasta ”teräskolmio”. Voit lisätä sen: asiakas: teräskolmio",
    );
    await journey.says("jari", "hae 040 555 1111");
    expect(journey.sees("jari")).toContain("En löytänyt numeroa ”040 555 1111” asiakkailta enkä yhteyshenkilöiltä.");
    await journey.says("jari", "asiakkaat luokittain");
    expect(journey.sees("jari")).toContain("1 ilman luokkaa 3 asiakasta");
    await journey.taps("jari", "1");
    expect(journey.sees("jari")).toContain("Asiakkaat, luokka –");
  });

  it("of another company is not there", async () => {
    const base = journey.base("jari", { kind: "private", person: "jari" });
    const action = JSON.stringify({ kind: "customer-card", customer: "somebody-elses" });
    const outcome = await journey.receive({ ...base, kind: "tapped", action, message: "m" });
    expect(outcome).toEqual({ kind: "taken", notice: "Tätä asiakasta ei ole enää." });
  });

  it("stands aside while a question waits that takes any words", async () => {
    await journey.says("satu", "aloita reflektio");
    await journey.taps("satu", "Itseksesi");
    const before = journey.sees("satu");
    await journey.says("satu", "asiakas haluaa nopeat toimitukset");
    expect(journey.sees("satu")).not.toContain("En löytänyt asiakasta");
    expect(journey.sees("satu")).not.toBe(before);
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { changeCustomer } from "../../src/customers/change-customer.ts";
import type { Customer, CustomerContent } from "../../src/customers/customer.ts";
import * as decide from "../../src/customers/decide.ts";
import { readRulebook } from "../../src/customers/rulebook.ts";
import { agrees, begins } from "../support/agreeing.ts";
import { answersAlone, beginsAlone, hasCustomers, register } from "../support/customer-flows.ts";
import { type Faults, failingStore, killedAfter } from "../support/failing-store.ts";
import { Journey, privately, thread } from "../support/journey.ts";
import { TEAM } from "../support/maturity-round.ts";
import { COMPANY } from "../support/sample-company.ts";

const ROWS =
  "virtasen konepajalle; Kyllä; Suuri; Suuri; Puitesopimus\nKoulukeittiö; Ei; Pieni; Suuri\nhiltunen; Kyllä; Suuri; Pieni";

const faults: Faults = { away: false, loseAnswers: 0 };
const edit = (content: Partial<CustomerContent>) => (customer: Customer) => decide.edit(customer, content);

describe("the value portfolio", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin({ wrap: (store) => failingStore(store, faults), errors: [] });
    await hasCustomers(journey, "jari", { "Virtasen Konepaja": {}, "Leipomo Hiltunen": {} });
  });
  afterEach(() => journey.end());

  it("shows one's own picture, saves nothing before it is said, and then gives each customer its field", async () => {
    await beginsAlone(journey, "jari", "arvosalkku");
    await answersAlone(journey, "jari", ["sanoin", ROWS, "ohita"]);
    const told = journey.transcript(privately("jari"));
    expect(told).toContain("Strategiset: Virtasen Konepaja.");
    expect(told).toContain("Hankinta: Koulukeittiö.");
    expect(told).toContain("Pito: Leipomo Hiltunen.");
    expect(journey.sees("jari")).toContain("Ennen tallennusta: Asiakkuuksien arvosalkku");
    expect(journey.sees("jari")).toContain("Rekisteriin lisätään, vastuuhenkilönä sinä: Koulukeittiö.");
    expect(journey.sees("jari")).toContain("Leipomo Hiltunen: kenttä: pito (uusi); nykyinen arvo: suuri (uusi)");
    expect(Object.keys(await register(journey))).toHaveLength(2);
    await journey.taps("jari", "Tallenna rekisteriin");
    expect(await register(journey)).toMatchObject({
      "Virtasen Konepaja": { field: "strategic", person: "jari" },
      Koulukeittiö: { field: "acquisition", person: "jari", buys: false },
      "Leipomo Hiltunen": { field: "retention" },
    });
    expect(journey.sees("jari")).toContain("Tallennettu rekisteriin: Asiakkuuksien arvosalkku");
    await journey.taps("jari", "Miten laskettiin?");
    expect(journey.sees("jari")).toContain("sen mukaan, mitä kustakin asiakkaasta vastattiin");
    await journey.taps("jari", "Näytä koko salkku");
    expect(journey.sees("jari")).toContain("Strategiset: Virtasen Konepaja.");
    await journey.says("priya", "show the portfolio");
    expect(journey.sees("priya")).toContain("Strategic: Virtasen Konepaja.");
  });

  it("leaves what people edited since as they have it, and shows anew what a changed answer would do", async () => {
    await beginsAlone(journey, "jari", "arvosalkku");
    await answersAlone(journey, "jari", ["sanoin", ROWS, "ohita"]);
    await journey.taps("jari", "Tallenna rekisteriin");
    const konepaja = (await register(journey))["Virtasen Konepaja"]?._id ?? "";
    const book = await readRulebook(journey.store, { _id: COMPANY });
    const byHand = edit({ potential: { kind: "level", level: "low" } });
    await changeCustomer(
      journey.store,
      { id: konepaja, book, by: "marja" },
      { id: "by hand", now: journey.now },
      byHand,
    );
    await journey.taps("jari", "Muuta: Asiakkaat");
    await journey.says("jari", `${ROWS}\nTorin kahvila; Kyllä; Pieni; Pieni`);
    expect(journey.sees("jari")).not.toMatch(/Koulukeittiö[\s\S]*2 .*Koulukeittiö/u);
    await journey.says("jari", "valmis");
    expect(journey.sees("jari")).toContain("Vastaukset muuttuivat: Asiakkuuksien arvosalkku");
    expect(journey.sees("jari")).toContain("Rekisteriin lisätään, vastuuhenkilönä sinä: Torin kahvila.");
    expect(journey.sees("jari")).not.toContain("Virtasen Konepaja:");
    await journey.taps("jari", "Tallenna rekisteriin");
    expect(await register(journey)).toMatchObject({
      "Virtasen Konepaja": { field: "retention" },
      "Torin kahvila": { field: "efficiency" },
    });
  });

  it("takes a customer once: a second row of the same is refused as it is typed, and in the row's form", async () => {
    await beginsAlone(journey, "jari", "arvosalkku");
    await answersAlone(journey, "jari", ["sanoin", `${ROWS}\nVirtasen Konepaja; Kyllä; Pieni; Pieni`]);
    expect(journey.sees("jari")).toContain("Kyllä; Pieni; Pieni”, Asiakas: Virtasen Konepaja on jo toisella rivillä.");
    const form = await journey.opensForm("jari", "Uusi rivi");
    const row = { customer: "Virtasen Konepaja", buys: "yes", present: "low", potential: "low" };
    const added = await journey.submits("jari", form, row);
    expect(added.kind).toBe("form");
    const again = await journey.submits("jari", form, row);
    expect(again).toMatchObject({ mistakes: { customer: expect.stringContaining("on jo toisella rivillä") } });
  });

  it("finishes what a crash cut short, once", async () => {
    await beginsAlone(journey, "jari", "arvosalkku");
    await answersAlone(journey, "jari", ["sanoin", ROWS, "ohita"]);
    // What is saved is written, and the first of the customers.
    faults.beforeWrite = killedAfter(2);
    await journey.taps("jari", "Tallenna rekisteriin").catch(() => undefined);
    faults.beforeWrite = undefined;
    for (let again = 0; again < 3; again++) await journey.at(60_000);
    const all = await register(journey);
    expect(all).toMatchObject({ Koulukeittiö: { field: "acquisition" }, "Leipomo Hiltunen": { field: "retention" } });
    expect(all["Virtasen Konepaja"]?.history.filter(({ did }) => did === "edited")).toHaveLength(1);
  });

  it("asks in passing whether who does not buy yet brings something all the same, alone and in the thread", async () => {
    const doubt = "Koulukeittiö: ei vielä osta, ja nykyinen arvo on ";
    await beginsAlone(journey, "jari", "arvosalkku");
    await journey.says("jari", "sanoin");
    await journey.says("jari", "Koulukeittiö; Ei; Pieni; Suuri");
    expect(journey.sees("jari")).not.toContain(doubt);
    await journey.says("jari", "Koulukeittiö; Ei; Suuri; Suuri");
    expect(journey.sees("jari")).toContain(`${doubt}Suuri. Jos se on tarkoitus, rivi käy näin.`);
    await begins(journey, "arvosalkku");
    for (const answer of ["euroina", "20000", "30000"]) await agrees(journey, "value-portfolio", answer);
    const rows = "Koulukeittiö; Ei; 12000; 90000\nTorin kahvila; Ei; 0; 9000";
    await agrees(journey, "value-portfolio", rows, () => {
      const told = journey.transcript(thread("koneet", "koneet:value-portfolio:1")).replaceAll("\u00a0", " ");
      expect(told).toContain(`${doubt}12 000 €.`);
      expect(told).not.toContain("Torin kahvila: ei vielä osta");
    });
  });

  it("is saved for a team by its facilitator or a manager, in euros with the thresholds of the company", async () => {
    await begins(journey, "arvosalkku");
    await agrees(journey, "value-portfolio", "euroina");
    await agrees(journey, "value-portfolio", "20000");
    await agrees(journey, "value-portfolio", "30000");
    await agrees(
      journey,
      "value-portfolio",
      "Virtasen Konepaja; Kyllä; 45000; 90000\nLeipomo Hiltunen; Kyllä; 5000; 31000",
    );
    await agrees(journey, "value-portfolio", "Strategiset; 20; Pitkät sopimukset\nTehostus; 50");
    const told = journey.transcript(TEAM);
    expect(told.replaceAll("\u00a0", " ")).toContain("Strategiset | 1 | 45 000 € | 20 %");
    const preview = journey.sees(TEAM).replaceAll("\u00a0", " ");
    expect(preview).toContain("Nykyisen arvon raja: 10 000 € → 20 000 €");
    expect(preview).toContain("Virtasen Konepaja: kenttä: strategiset (uusi); nykyinen arvo: 45 000 € (uusi)");
    await journey.taps("pekka", "Tallenna rekisteriin", TEAM);
    expect((await register(journey))["Leipomo Hiltunen"]?.field).toBeNull();
    await journey.taps("marja", "Tallenna rekisteriin", TEAM);
    expect(await register(journey)).toMatchObject({
      "Virtasen Konepaja": { field: "strategic", present: { kind: "euros", cents: 4_500_000 } },
      "Leipomo Hiltunen": { field: "growth" },
    });
    expect(journey.sees(TEAM)).toContain("Tallensi Marja Koski");
    await journey.taps("marja", "Miten laskettiin?", TEAM);
    const how = journey.sees(TEAM).replaceAll("\u00a0", " ");
    expect(how).toContain("vähintään 20 000 €");
    expect(how).toContain("Leipomo Hiltunen: nykyinen 5 000 €, potentiaalinen 31 000 €: kasvu");
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { contactsOf } from "../../src/customers/find-customers.ts";
import { people } from "../../src/people/records.ts";
import { actions } from "../../src/plan/action.ts";
import { agreesOn, hasCustomers, register } from "../support/customer-flows.ts";
import { Journey, thread } from "../support/journey.ts";
import { TEAM } from "../support/maturity-round.ts";
import { COMPANY } from "../support/sample-company.ts";

describe("what a customer tells and where it stands", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
    await hasCustomers(journey, "jari", { "Virtasen Konepaja": {}, "Leipomo Hiltunen": {} });
  });
  afterEach(() => journey.end());

  const actionsOfTeam = () =>
    journey.store.find(actions, { name: "ofTeam", equals: { company: COMPANY, team: "koneet", open: true } });

  it("shows the widest gap first, makes actions of what is mended, and logs the listening as a contact of its day", async () => {
    await agreesOn(journey, "customer-listening", [
      "virtasen konepajalle",
      "20.11.2026",
      "Tilaukset puolittuivat keväällä",
      "Asentaja tuli lauantaina",
      "8; 2; 4; Ostaja\n8; 1; 4; Käyttäjä\n1; 4; 3; Johto",
      "hävitty",
      "Toinen lupasi viikossa",
      "Toimitusaika vahvistukseen; 30.12.2026",
    ]);
    const told = journey.transcript(TEAM);
    // The mean of two levels of the customer's organisation: 1.5 beside 4.
    expect(told).toContain("Suurin ero: Yhteistyön sujuvuus. Asiakas antaa 1,5, te 4.");
    expect(told).toMatch(/Yhteistyön sujuvuus: Asiakas 1,5, Me 4; Tarpeet tunnetaan: Asiakas 4, Me 3/u);
    expect(told).toContain("Kuunneltiin: Virtasen Konepaja, 20.11.2026");
    expect(told).toContain("Kauppa hävittiin.");
    expect(told).toContain("Yhteistyön sujuvuus: Ostaja 2, Käyttäjä 1\n");
    expect(await actionsOfTeam()).toMatchObject([{ what: "Toimitusaika vahvistukseen", dueOn: "2026-12-30" }]);
    expect(told).toContain("Virtasen Konepaja, yhteydenotto kirjataan");
    // Luotsi's own words in it are the company's, whoever saves.
    await journey.store.change(people, "satu", { set: { language: "en" } });
    await journey.taps("satu", "Tallenna rekisteriin", TEAM);
    const customer = (await register(journey))["Virtasen Konepaja"];
    expect(customer?.clock.last).toMatchObject({ on: "2026-11-20" });
    const [contact] = await contactsOf(journey.store, { company: COMPANY, customer: customer?._id ?? "" });
    expect(contact).toMatchObject({ state: "made", on: "2026-11-20", purpose: "Asiakaskuuntelu" });
    expect(contact?.outcome).toContain("Suurin ero: Yhteistyön sujuvuus (asiakas 1,5, me 4). Kauppa hävittiin.");
    expect(contact?.notes).toContain("Käännekohdat: Tilaukset puolittuivat keväällä");
  });

  it("takes no day of listening that is still ahead", async () => {
    await agreesOn(journey, "customer-listening", ["virtasen konepajalle"]);
    const place = thread("koneet", "koneet:customer-listening:1");
    await journey.says("satu", "20.12.2026", { in: place, addressed: true });
    expect(journey.sees(place)).toContain("Viimeinen sopiva päivä on 23.11.2026.");
  });

  it("is begun by its name alone, also where that begins as a search for a customer", async () => {
    await journey.says("satu", "asiakaskuuntelu");
    const told = journey.sees("satu");
    for (const name of ["customer listening", "Customer interview"]) {
      await journey.says("satu", "apua");
      await journey.says("satu", name);
      expect(journey.sees("satu")).toBe(told);
    }
  });

  it("shows the weakest phase of the lifecycle and whose nobody's it is, and gives customers their phase", async () => {
    await agreesOn(journey, "lifecycle", [
      "Jari; Kutsutaan hallille; Käynnit; 4",
      "; Soitto kahden viikon päästä; Käyttäjät; 2",
      "Pekka; Vuosikeskustelu; Uudet palvelut; 3",
      "; Kysytään syy; Syyt; 3",
      "virtasen konepajalle; Ylläpito\nhiltunen; Synty",
      "Tarkistuslista käyttöönottoon; 30.12.2026",
    ]);
    const told = journey.transcript(TEAM);
    expect(told).toContain("Kehitys: Toimii nyt 2");
    expect(told).toContain("Ilman vastuuhenkilöä: kehitys ja luopuminen.");
    expect(await actionsOfTeam()).toMatchObject([{ what: "Tarkistuslista käyttöönottoon" }]);
    await journey.taps("marja", "Tallenna rekisteriin", TEAM);
    expect(await register(journey)).toMatchObject({
      "Virtasen Konepaja": { lifecycle: "upkeep" },
      "Leipomo Hiltunen": { lifecycle: "birth" },
    });
  });
});

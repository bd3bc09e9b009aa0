import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { customerRules } from "../../src/customers/customer-rules.ts";
import { agreesOn, hasCustomers, register } from "../support/customer-flows.ts";
import { Journey, thread } from "../support/journey.ts";
import { TEAM } from "../support/maturity-round.ts";
import { COMPANY } from "../support/sample-company.ts";

const ANSWERS = [
  "1, 2, 7",
  "Huoltosopimukset",
  "1; 2; Ei\n2; 3; Kyllä; Tarjotaan huoltoa\n3; 1; Kyllä",
  "4",
  "3",
  "2",
  "1.6.2027",
  "Virtasen Konepaja; 5; 4; 3\nhiltunen; 2; 2",
];

describe("classifying customers", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
    await hasCustomers(journey, "jari", {
      "Virtasen Konepaja": {},
      "Leipomo Hiltunen": { givenClass: "A" },
      "Torin kahvila": { scores: { sales: 3, growth: 3 } },
    });
  });
  afterEach(() => journey.end());

  it("asks for the values of the chosen criteria alone, and shows who would move before the rules are saved", async () => {
    await agreesOn(journey, "classification", ANSWERS);
    const told = journey.transcript(TEAM);
    // (2 × 5 + 3 × 4 + 1 × 3) / 6
    expect(told).toContain("Virtasen Konepaja | 4,17 | A");
    expect(told).toContain("Kasvun mahdollisuus: paino 3, myyjä voi vaikuttaa, Tarjotaan huoltoa");
    expect(journey.sees(TEAM)).toContain("Kasvun mahdollisuus: paino 3, myyjä voi vaikuttaa, Tarjotaan huoltoa (uusi)");
    expect(told).toContain("Leipomo Hiltunen | 2 | C, tiedossa 2/3 kriteeristä");
    expect(journey.sees(TEAM)).toContain("Virtasen Konepaja: luokka: A (uusi); nykyinen myynti: 5 (uusi);");
    expect(journey.sees(TEAM)).toContain("Luokissa nyt ja tallennuksen jälkeen: A 1 → 2, B 0 → 1, C 0, D 0.");
    expect(journey.sees(TEAM)).toContain("Torin kahvila: luokka: B (uusi)");
    expect(journey.sees(TEAM)).toContain("Käsin annettu luokka jää voimaan: Leipomo Hiltunen A (pisteistä C).");
    expect(await journey.store.get(customerRules, COMPANY)).toBeFalsy();
    await journey.taps("satu", "Miten laskettiin?", TEAM);
    expect(journey.sees(TEAM)).toContain("Virtasen Konepaja: (2 × 5 + 3 × 4 + 1 × 3) / 6 = 4,17, luokka A.");
    await journey.taps("satu", "Tallenna rekisteriin", TEAM);
    expect(await register(journey)).toMatchObject({
      "Virtasen Konepaja": { class: "A", scores: { sales: 5, growth: 4, own: 3 } },
      // Given by people.
      "Leipomo Hiltunen": { class: "A", scores: { sales: 2, growth: 2 } },
      // Not named in the flow, but valued before.
      "Torin kahvila": { class: "B" },
    });
    expect(await journey.store.get(customerRules, COMPANY)).toMatchObject({
      criteria: [
        { id: "sales", weight: 2 },
        { id: "growth", influenced: true },
        { id: "own", name: "Huoltosopimukset" },
      ],
      thresholds: { A: 4, B: 3, C: 2 },
      lookAgainOn: "2027-06-01",
    });
  });

  it("refuses at the question a limit that would cross the one above it", async () => {
    await agreesOn(journey, "classification", ANSWERS.slice(0, 4));
    const place = thread("koneet", "koneet:classification:1");
    await journey.says("satu", "4,5", { in: place });
    expect(journey.sees(place)).toContain("Sen pitää olla pienempi kuin kohdan ”A-luokan raja” luku 4.");
    expect(journey.offers(place, "Otetaan")).toBe(false);
  });
});

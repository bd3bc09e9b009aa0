import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { carePlans } from "../../src/customers/care-plan.ts";
import { NO_CONTACT_CONTENT } from "../../src/customers/contact.ts";
import { logContact } from "../../src/customers/log-contact.ts";
import { readRulebook } from "../../src/customers/rulebook.ts";
import { agrees } from "../support/agreeing.ts";
import { agreesOn, hasCustomers, register } from "../support/customer-flows.ts";
import { Journey, optionsOf, thread } from "../support/journey.ts";
import { TEAM } from "../support/maturity-round.ts";
import { COMPANY } from "../support/sample-company.ts";

const A_CLASS = Object.fromEntries(
  Array.from({ length: 12 }, (_, nth) => [`Asiakas ${String.fromCharCode(65 + nth)}`, { givenClass: "A" as const }]),
);
const ANSWERS = [
  "A; 52; ; ; Käynti; Puhelu\nKasvu; 6\nKaikki muut; 1; ; ; Sähköposti",
  "A; Vuosikatsaus; Koulutus uusille; Oma numero; Soitto toimituksen jälkeen; Kaksi uutta palvelua",
  "ohita",
];

describe("a care plan", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
    await hasCustomers(journey, "jari", A_CLASS);
  });
  afterEach(() => journey.end());

  /** So many contacts of Jari's in each of the last twelve weeks. */
  async function madeAWeek(count: number): Promise<void> {
    const book = await readRulebook(journey.store, { _id: COMPANY });
    const all = Object.values(await register(journey));
    for (let week = 0; week < 12; week++)
      for (let nth = 0; nth < count; nth++) {
        const on = new Date(Date.parse("2026-11-20") - week * 7 * 86_400_000).toISOString().slice(0, 10);
        const [id, customer] = [`made ${week} ${nth}`, all[nth]?._id ?? ""];
        const said = { id, company: COMPANY, customer, person: "jari", by: "jari", content: NO_CONTACT_CONTENT };
        await logContact(journey.store, book, { ...said, on, reached: true }, { id, now: journey.now });
      }
  }

  it("shows before it is saved what it asks of each in a week beside what happens now, and what would fit", async () => {
    await madeAWeek(4);
    await agreesOn(journey, "care-plan", ANSWERS);
    const preview = journey.sees(TEAM);
    expect(preview).toContain("Luokka A: 52 kertaa vuodessa, toive 7 päivää, raja 11 päivää (12 asiakasta)");
    expect(preview).toContain("(12 asiakasta); keinot käynti, puhelu; sisältö ”Vuosikatsaus”; koulutus");
    expect(preview).toContain("Kenttä: kasvu: 6 kertaa vuodessa");
    // 12 × 52 contacts over 48 open weeks.
    expect(preview).toContain("Jari Lahtinen | 12 | 4 | 13 | 13 kertaa vuodessa");
    expect(preview).toContain("Kaikille mahtuisi 13 yhteydenottoa vuodessa asiakasta kohti.");
    await journey.taps("satu", "Miten laskettiin?", TEAM);
    expect(journey.sees(TEAM)).toContain("avoimet viikot (48)");
    expect(journey.sees(TEAM)).toContain("Jari Lahtinen: (12 × 52) / 48 = 13 viikossa.");
    expect(await journey.store.find(carePlans, { name: "ofCompany", equals: { company: COMPANY } })).toEqual([]);
  });

  it("counts beside what is asked of each in a week all of their customers, of whom it is the sum", async () => {
    await hasCustomers(journey, "jari", { "Muu asiakas": {} });
    await agreesOn(journey, "care-plan", ["A; 52", "ohita", "ohita"]);
    expect(journey.sees(TEAM)).toContain("Jari Lahtinen | 13 | – | 13,1");
    await journey.taps("satu", "Miten laskettiin?", TEAM);
    expect(journey.sees(TEAM)).toContain("Jari Lahtinen: (12 × 52 + 1 × 4) / 48 = 13,1 viikossa.");
    expect(journey.sees(TEAM)).toContain("Jos toivetta ei anneta");
  });

  it("gives every customer of the class its cadence once it is saved, spread over the interval", async () => {
    await agreesOn(journey, "care-plan", ANSWERS);
    expect(journey.sees(TEAM)).toContain("Yhteydenottoja ei ole vielä kirjattu");
    await journey.taps("satu", "Tallenna rekisteriin", TEAM);
    const book = await readRulebook(journey.store, { _id: COMPANY });
    expect(book.plans.get("class/A")).toMatchObject({
      contactsPerYear: 52,
      means: ["visit", "phone"],
      content: "Vuosikatsaus",
      afterMarketing: "Soitto toimituksen jälkeen",
      goals: "Kaksi uutta palvelua",
    });
    expect(book.plans.get("field/growth")).toMatchObject({ contactsPerYear: 6, content: "" });
    const days = Object.values(await register(journey)).map(({ dueOn }) => dueOn ?? "");
    expect(days.every((day) => day >= "2026-11-23" && day <= "2026-11-30")).toBe(true);
    expect(new Set(days).size).toBeGreaterThan(4);
  });

  it("shows a plan that is changed as it is and as it would be, and takes one out whose row is gone", async () => {
    await agreesOn(journey, "care-plan", ANSWERS);
    await journey.taps("satu", "Tallenna rekisteriin", TEAM);
    const place = thread("koneet", "koneet:care-plan:1");
    const card = journey.messages(place).find(({ message }) => message.text.startsWith("Tahti"));
    const change = card && optionsOf(card.message).find(({ label }) => label === "Muuta");
    const tap = { kind: "tapped", action: change?.action ?? "", message: card?.id ?? "" } as const;
    await journey.receive({ ...journey.base("satu", place), ...tap });
    for (const row of ["A", "Kasvu"]) await journey.taps("satu", `Poista: ${row}`, place);
    await agrees(journey, "care-plan", "A; 26; ; ; Käynti; Puhelu");
    const preview = journey.sees(TEAM);
    expect(preview).toContain("Luokka A: 52 kertaa vuodessa, toive 7 päivää, raja 11 päivää → 26 kertaa vuodessa");
    expect(preview).toContain("Kenttä: kasvu: jää pois");
    expect(preview).toContain("Kaikki muut: kerran vuodessa, toive 365 päivää, raja 548 päivää, ennallaan");
    await journey.taps("satu", "Tallenna rekisteriin", TEAM);
    const book = await readRulebook(journey.store, { _id: COMPANY });
    expect(book.plans.get("class/A")).toMatchObject({ contactsPerYear: 26, content: "Vuosikatsaus" });
    expect(book.plans.get("field/growth")).toMatchObject({ contactsPerYear: null });
    await journey.says("pekka", "näytä hoitosuunnitelmat");
    expect(journey.sees("pekka")).toContain(
      "Luokka A: 26 kertaa vuodessa, toive 14 päivää, raja 21 päivää; keinot käynti",
    );
    expect(journey.sees("pekka")).not.toContain("Kenttä: kasvu");
  });

  it("may be a customer's own, by a form on its card; what that leaves out its class says", async () => {
    await agreesOn(journey, "care-plan", ANSWERS);
    await journey.taps("satu", "Tallenna rekisteriin", TEAM);
    await journey.says("jari", "hae asiakas a");
    await journey.taps("jari", "Hoitosuunnitelma");
    const form = await journey.opensForm("jari", "Oma suunnitelma");
    const refused = await journey.submits("jari", form, { wishDays: "0" });
    expect(refused).toMatchObject({ mistakes: { wishDays: "Kirjoita kokonaisluku väliltä 1–3650." } });
    const crossed = await journey.submits("jari", form, { wishDays: "90", worstDays: "60" });
    expect(crossed).toMatchObject({
      mistakes: { worstDays: expect.stringContaining("toivetta (90 päivää) lyhyempi") },
    });
    const counted = await journey.submits("jari", form, { contactsPerYear: "4", worstDays: "60" });
    expect(counted).toMatchObject({ mistakes: { worstDays: expect.stringContaining("(91 päivää)") } });
    const alone = await journey.submits("jari", form, { worstDays: "60" });
    expect(alone).toMatchObject({ mistakes: { worstDays: expect.stringContaining("tarvitsee rinnalleen toiveen") } });
    await journey.submits("jari", form, {
      contactsPerYear: "26",
      worstDays: "20",
      means: ["online"],
      goals: "Sopimus",
    });
    expect(journey.sees("jari")).toContain("26 yhteydenottoa vuodessa, oma suunnitelma");
    await journey.taps("jari", "Hoitosuunnitelma");
    const told = journey.sees("jari");
    expect(told).toContain("Toive 14 päivää, raja 20 päivää.");
    expect(told).toContain("Sisältö ja laatu: Vuosikatsaus");
    expect(told).toContain("Sovitut tavoitteet: Sopimus");
    const again = await journey.opensForm("jari", "Oma suunnitelma");
    const empty = { contactsPerYear: "", worstDays: "", means: [], goals: "" };
    await journey.submits("jari", again, empty);
    expect((await register(journey))["Asiakas A"]?.ownPlan).toBeNull();
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { contactsOf } from "../../src/customers/find-customers.ts";
import { changeContact } from "../../src/customers/log-contact.ts";
import { readRulebook } from "../../src/customers/rulebook.ts";
import { agreesOn, answersAlone, beginsAlone, hasCustomers, register } from "../support/customer-flows.ts";
import { Journey, privately } from "../support/journey.ts";
import { responseOf, TEAM } from "../support/maturity-round.ts";
import { COMPANY } from "../support/sample-company.ts";

const KONEPAJA =
  "virtasen konepajalle; Mika Salo; Nosturit seisovat; Huoltosopimus; Viime talven kulut; Sopimus kahdelle; 2.12.2026; Messuilla tavattu";
const SALO = "Rakennus Salo; ; Hallin ovet; Uusintahuolto; ; Tarjous pyydetään; 4.12.2026";
const HEAD = ["60000", "Vuosihuolto", "Pienet metallipajat"];

describe("a sales plan", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
    await hasCustomers(journey, "pekka", { "Virtasen Konepaja": { products: ["Nosturit"] } });
  });
  afterEach(() => journey.end());

  async function planned(name: string) {
    const customer = (await register(journey))[name]?._id ?? "";
    return contactsOf(journey.store, { company: COMPANY, customer });
  }

  it("puts its customers into the register with a dated contact for each, once it is saved", async () => {
    await beginsAlone(journey, "jari", "myyntisuunnitelma");
    await answersAlone(journey, "jari", [...HEAD, `${KONEPAJA}\n${SALO}`]);
    expect(journey.sees("jari")).toContain("Rekisteriin lisätään, vastuuhenkilönä sinä: Rakennus Salo.");
    expect(journey.sees("jari")).toContain("Virtasen Konepaja, suunniteltu yhteydenotto: Sopimus kahdelle");
    expect(await planned("Virtasen Konepaja")).toEqual([]);
    await journey.taps("jari", "Tallenna rekisteriin");
    const all = await register(journey);
    expect(all).toMatchObject({
      "Virtasen Konepaja": {
        products: ["Nosturit", "Vuosihuolto"],
        contactPersons: [{ name: "Mika Salo", phone: "" }],
        dueOn: "2026-12-02",
      },
      "Rakennus Salo": { person: "jari", dueOn: "2026-12-04" },
    });
    const [contact] = await planned("Virtasen Konepaja");
    expect(contact).toMatchObject({
      state: "planned",
      due: "2026-12-02",
      person: "pekka",
      purpose: "Sopimus kahdelle",
    });
    expect(contact?.notes).toContain("Tarve ja vaatimukset: Nosturit seisovat");
  });

  it("is seen by whoever calls: whose it is, the need and the offer, and nothing that was promised", async () => {
    await beginsAlone(journey, "jari", "myyntisuunnitelma");
    await answersAlone(journey, "jari", [...HEAD, KONEPAJA]);
    await journey.taps("jari", "Tallenna rekisteriin");
    const plan = "ke 2.12., Jari Lahtinen: Sopimus kahdelle. Tarve ja vaatimukset: Nosturit seisovat";
    await journey.says("pekka", "hae virtasen konepaja");
    const card = journey.sees("pekka");
    expect(card).toContain(`Suunniteltu: ${plan}; Tarjottu ratkaisu: Huoltosopimus`);
    expect(card).not.toContain("Luvattu");
    await journey.taps("pekka", "Historia");
    expect(journey.sees("pekka")).toContain("suunniteltu yhteydenotto ke 2.12., Jari Lahtinen: Sopimus kahdelle");
    await journey.says("pekka", "menossa Virtasen Konepajalle");
    expect(journey.sees("pekka")).toContain(`Suunniteltu: ${plan}`);
    await journey.at(Date.parse("2026-12-01T08:00:00Z") - journey.now);
    await journey.says("pekka", "yhteydenotot");
    const list = journey.sees("pekka");
    expect(list).toContain("suunniteltu ke 2.12.: Sopimus kahdelle");
    expect(list).toContain("Suunnitteli Jari Lahtinen. Tarve ja vaatimukset: Nosturit seisovat; Tarjottu ratkaisu");
  });

  it("stands on the card beside another's of the same day", async () => {
    for (const person of ["jari", "priya"]) {
      await beginsAlone(journey, person, "myyntisuunnitelma");
      await answersAlone(journey, person, [...HEAD, KONEPAJA]);
      await journey.taps(person, person === "priya" ? "Save to the register" : "Tallenna rekisteriin");
    }
    await journey.says("pekka", "hae virtasen konepaja");
    const planned = journey
      .sees("pekka")
      .match(/Suunniteltu: (.*)\n/u)?.[1]
      ?.split("; ");
    expect(planned?.toSorted()).toEqual([
      "ke 2.12., Jari Lahtinen: Sopimus kahdelle",
      "ke 2.12., Priya Shah: Sopimus kahdelle",
    ]);
  });

  it("takes a row with semicolons for a row, though it tells of a contact as well", async () => {
    await hasCustomers(journey, "jari", { "Rakennus Salo": {} });
    await beginsAlone(journey, "jari", "myyntisuunnitelma");
    await answersAlone(journey, "jari", HEAD);
    await journey.says("jari", "Rakennus Salo; ; ovet; huolto; ; soitin, sopimus; 4.12.");
    expect(journey.sees("jari")).not.toContain("Kumpi?");
    expect(journey.offers("jari", "Rivit valmiit")).toBe(true);
  });

  it("takes rows that are typed a step early for what they are, row by row, and goes on asking", async () => {
    await beginsAlone(journey, "jari", "myyntisuunnitelma");
    await answersAlone(journey, "jari", [...HEAD.slice(0, 2), KONEPAJA, SALO]);
    const answersOf = async () => (await responseOf(journey, "jari", "own:jari:sales-plan:1")).answers;
    expect((await answersOf()).group).toBeUndefined();
    expect(journey.transcript(privately("jari"))).toContain("Asiakasryhmä · 3/4");
    expect(journey.sees("jari")).toContain("Rakennus Salo");
    await journey.says("jari", HEAD[2] ?? "");
    expect(await answersOf()).toMatchObject({
      group: { value: { text: HEAD[2] } },
      rows: { value: { rows: [{}, {}] } },
    });
    await journey.taps("jari", "Tallenna rekisteriin");
    expect(await register(journey)).toMatchObject({ "Rakennus Salo": { dueOn: "2026-12-04" } });
  });

  it("follows its rows when it is saved again, and leaves alone what somebody has moved", async () => {
    await beginsAlone(journey, "jari", "myyntisuunnitelma");
    await answersAlone(journey, "jari", [...HEAD, `${KONEPAJA}\n${SALO}`]);
    await journey.taps("jari", "Tallenna rekisteriin");
    const book = await readRulebook(journey.store, { _id: COMPANY });
    const [moved] = await planned("Virtasen Konepaja");
    const set = { due: "2026-12-09" };
    await changeContact(
      journey.store,
      book,
      { id: moved?._id ?? "", set, by: "pekka" },
      { id: "moved", now: journey.now },
    );
    await journey.taps("jari", "Muuta: Asiakkaat");
    await journey.taps("jari", "Poista: Rakennus Salo");
    await journey.says("jari", KONEPAJA);
    await journey.taps("jari", "Rivit valmiit");
    await journey.taps("jari", "Tallenna rekisteriin");
    expect(await planned("Rakennus Salo")).toEqual([]);
    expect(await planned("Virtasen Konepaja")).toMatchObject([{ due: "2026-12-09", state: "planned" }]);
  });

  it("is a team's too: its customers come in nobody's charge, and whoever saves it has their contacts", async () => {
    await agreesOn(journey, "sales-plan", [...HEAD, SALO]);
    await journey.taps("satu", "Tallenna rekisteriin", TEAM);
    expect((await register(journey))["Rakennus Salo"]).toMatchObject({ person: null, dueOn: "2026-12-04" });
    expect(await planned("Rakennus Salo")).toMatchObject([{ person: "satu", due: "2026-12-04" }]);
  });
});

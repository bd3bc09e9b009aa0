import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { allCustomers } from "../../src/customers/find-customers.ts";
import { Journey, optionsOf } from "../support/journey.ts";
import { COMPANY } from "../support/sample-company.ts";

const TEN = [
  "1. Virtasen Konepaja Oy, Lahti",
  "2. Kuljetus Virtanen, Hollola",
  "3. Mäkelän Saha, Mika Mäkelä, 040 555 0123",
  "4. Hollolan Terästyö, 1234567-1",
  "- Nieminen Oy",
  "- Korhosen Leipomo",
  "Laine & Pojat",
  "Puusepänliike Salo; Heinola",
  "ABB",
  "Kone Oyj",
].join("\n");

describe("starting a register of customers small", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin({ startAt: "2026-11-18T09:00:00+02:00" });
  });
  afterEach(() => journey.end());

  const names = async () => (await allCustomers(journey.store, COMPANY)).map(({ name }) => name).sort();

  it("asks for ten names where there are none, and has a list of them for next Monday", async () => {
    await journey.says("jari", "asiakkaat");
    expect(journey.sees("jari")).toContain("Anna kymmenen asiakasta, yksi riville.");
    await journey.says("jari", TEN);
    expect(journey.sees("jari")).toContain("Lisäsin 10 asiakasta, vastuuhenkilö olet sinä: Virtasen Konepaja Oy");
    expect(journey.sees("jari")).toContain("Ensimmäinen lista tulee ma 23.11.");
    const all = await allCustomers(journey.store, COMPANY);
    expect(all).toHaveLength(10);
    expect(all.every(({ person }) => person === "jari")).toBe(true);
    expect(all.some(({ dueOn }) => dueOn !== null && dueOn <= "2026-11-23")).toBe(true);
    expect(all.find(({ name }) => name === "Virtasen Konepaja Oy")).toMatchObject({ town: "Lahti" });
    expect(all.find(({ name }) => name === "Mäkelän Saha")?.contactPersons).toMatchObject([
      { name: "Mika Mäkelä", phone: "040 555 0123" },
    ]);
    expect(all.find(({ name }) => name === "Hollolan Terästyö")).toMatchObject({ businessId: "1234567-1" });
    await journey.taps("jari", "Omat asiakkaat");
    expect(journey.sees("jari")).toContain("1–8 / 10");
    // Who has a list already is not told of a first one.
    await journey.says("jari", "asiakas: Padasjoen Paja");
    expect(journey.sees("jari")).toMatch(/Lisäsin asiakkaan Padasjoen Paja\. Vastuuhenkilö olet sinä\.\n/u);
  });

  it("knows the same list when it comes again, and takes it back whole", async () => {
    await journey.says("jari", "asiakkaat");
    await journey.says("jari", TEN);
    await journey.says("jari", "asiakkaat: Virtasen Konepaja, Lahti\nUusi Asiakas");
    expect(journey.sees("jari")).toContain("Lisäsin asiakkaan Uusi Asiakas.");
    expect(journey.sees("jari")).toContain("Oli jo listalla: Virtasen Konepaja Oy.");
    await journey.taps("jari", "Kumoa");
    expect(journey.sees("jari")).toContain("Lisäys on kumottu.");
    expect(await names()).toHaveLength(10);
    expect(await names()).not.toContain("Uusi Asiakas");
  });

  it("says who is there by that name already, whatever the form of the company, and adds another all the same", async () => {
    await journey.says("jari", "asiakkaat");
    await journey.says("jari", TEN);
    await journey.says("jari", "asiakas: Virtasen Konepaja");
    expect(journey.sees("jari")).toContain("Oli jo listalla: Virtasen Konepaja Oy.");
    await journey.taps("jari", "Avaa kortti");
    expect(journey.sees("jari")).toContain("Paikkakunta: Lahti");
    await journey.says("jari", "asiakkaat: Nieminen, Nastola\nMäkelän Saha Oy\nUusi Asiakas");
    expect(journey.sees("jari")).toContain("Olivat jo listalla: Nieminen Oy, Mäkelän Saha.");
    expect(await names()).toHaveLength(11);
    await journey.taps("jari", "Lisää silti");
    expect(journey.sees("jari")).toContain("Lisäsin 2 asiakasta, vastuuhenkilö olet sinä: Nieminen, Mäkelän Saha Oy");
    expect(await names()).toHaveLength(13);
    await journey.taps("jari", "Kumoa");
    expect(await names()).toHaveLength(11);
  });

  it("takes lines of one name in one list for one customer", async () => {
    await journey.says("jari", "lisää asiakas");
    const form = await journey.opensForm("jari", "Monta kerralla");
    await journey.submits("jari", form, { names: "Virtasen Konepaja Oy, Lahti\nvirtasen konepaja\nNieminen Oy" });
    expect(await names()).toEqual(["Nieminen Oy", "Virtasen Konepaja Oy"]);
    expect(journey.sees("jari")).toContain("\nLuettelossa useammin kuin kerran: Virtasen Konepaja Oy.\n");
  });

  it("reads phone and email off the end of a person's name, in lines, in a form and in a file", async () => {
    await journey.says("jari", "asiakas: Virtasen Konepaja Oy, Lahti, Sari Virtanen 040 123 4567");
    await journey.says(
      "jari",
      "Asiakas;Yhteyshenkilö;Rooli\nVirtasen Konepaja Oy;Sari Virtanen sari@virtanen.fi;ostaja, s@v",
    );
    expect(journey.sees("jari")).toContain("Sähköposti ”s@v” ei ole sähköpostiosoite");
    await journey.taps("jari", "Tuo kaikki rivit");
    const [one] = await allCustomers(journey.store, COMPANY);
    expect(one).toMatchObject({ town: "Lahti" });
    expect(one?.contactPersons).toEqual([
      { id: "h1", name: "Sari Virtanen", role: "ostaja", phone: "040 123 4567", email: "sari@virtanen.fi" },
    ]);
    await journey.says("jari", "hae virtasen konepaja");
    const form = await journey.opensForm("jari", "Muokkaa");
    const values = { name: "Virtasen Konepaja Oy", person: "jari" };
    const people = "Kalle, toimitusjohtaja, kalle@rautanen";
    const refused = await journey.submits("jari", form, { ...values, people });
    expect(refused).toMatchObject({ mistakes: { people: "”kalle@rautanen” ei ole sähköpostiosoite." } });
    await journey.submits("jari", form, { ...values, people: "Kaisa Mäkelä kaisa@sahakone.fi" });
    const [edited] = await allCustomers(journey.store, COMPANY);
    expect(edited?.contactPersons).toMatchObject([{ name: "Kaisa Mäkelä", email: "kaisa@sahakone.fi" }]);
  });

  it("lets no ended customer stand in the way of its namesake", async () => {
    await journey.says("jari", "asiakkaat: virtasen konepaja, Lahti\nHollolan Halli");
    await journey.says("jari", "hae virtasen konepaja");
    await journey.submits("jari", await journey.opensForm("jari", "Päätä asiakkuus"), { why: "" });
    await journey.says("jari", "asiakas: Virtasen Konepaja, Hollola");
    await journey.says("jari", "hae virtasen konepaja");
    expect(journey.sees("jari")).toContain("päättynyt · Lahti");
    await journey.says("jari", "soitin hollolan hallille, tilaa syksyllä");
    const form = await journey.opensForm("jari", "Korjaa");
    await journey.submits("jari", form, { customer: "Virtasen Konepaja", means: "phone", on: "2026-11-18" });
    expect(journey.sees("jari")).toContain("Virtasen Konepaja");
    const [halli] = (await allCustomers(journey.store, COMPANY)).filter(({ name }) => name === "Hollolan Halli");
    expect(halli?.clock.last).toBeNull();
  });

  it("tells customers of one name and town apart where one is to be chosen", async () => {
    await journey.says("jari", "asiakkaat: Nieminen Oy, 1234567-1\nNieminen, 0112038-9");
    await journey.says("jari", "soitin niemiselle, tilaa syksyllä");
    expect(optionsOf(journey.last({ kind: "private", person: "jari" }).message).map(({ label }) => label)).toEqual(
      expect.arrayContaining(["Nieminen, 0112038-9", "Nieminen Oy, 1234567-1"]),
    );
  });

  it("says the same of a form, where a town or a business id tells two apart", async () => {
    await journey.says("jari", "asiakkaat: Nastolan Paja\nNieminen Oy, Lahti");
    await journey.says("jari", "lisää asiakas");
    const form = await journey.opensForm("jari", "Lisää asiakas");
    const outcome = await journey.submits("jari", form, { name: "Nieminen" });
    expect(outcome).toMatchObject({ mistakes: { name: expect.stringContaining("Nieminen Oy on jo asiakkaissa.") } });
    await journey.submits("jari", form, { name: "Nastolan Paja Oy", town: "Nastola" });
    expect(journey.sees("jari")).toContain("Oli jo listalla: Nastolan Paja.");
    expect(await names()).toEqual(["Nastolan Paja", "Nastolan Paja Oy", "Nieminen Oy"]);
  });

  it("logs what is said of a contact once the list is there, and takes single lines for names no more", async () => {
    await journey.says("jari", "asiakkaat");
    await journey.says("jari", TEN);
    await journey.says("jari", "soitin mäkelän sahalle, tilaa syksyllä, soitan 3.9.");
    expect(journey.sees("jari")).not.toContain("Lisäsin asiakkaan");
    expect(journey.sees("jari")).toContain("Mäkelän Saha");
    await journey.says("jari", "hups, väärin");
    expect(await names()).toHaveLength(10);
  });

  it("tells a contact from a name also before there are names", async () => {
    await journey.says("jari", "asiakkaat");
    await journey.says("jari", "soitin virtasen konepajalle, tilaa syksyllä");
    expect(await names()).toEqual([]);
  });

  it("takes a name that comes next, asks about a line that may be none, and hears no thanks and no questions", async () => {
    await journey.says("jari", "asiakkaat");
    await journey.says("jari", "Nieminen Oy");
    expect(journey.sees("jari")).toContain("Lisäsin asiakkaan Nieminen Oy.");
    await journey.says("jari", "Korhosen Leipomo");
    expect(journey.sees("jari")).toContain("Lisätäänkö asiakas ”Korhosen Leipomo”?");
    await journey.taps("jari", "Lisää asiakas");
    expect(journey.sees("jari")).toContain("Lisäsin asiakkaan Korhosen Leipomo.");
    await journey.says("jari", "kiitos");
    await journey.says("jari", "entä jos niitä on lisää?");
    expect(await names()).toEqual(["Korhosen Leipomo", "Nieminen Oy"]);
  });

  it.each([
    "hei vaan, mitä kuuluu",
    "Ostin kahvia",
    "kukkuluuruu",
    "luokka A",
    "Jarin asiakkaat luokittain",
    "kortti virtasen konepaja",
    "Soitettu Hitsaamo Rautaselle, haluaa tarjouksen 1.12.",
  ])("adds nobody by “%s”, right after the question or after it was answered", async (line) => {
    await journey.says("jari", "asiakkaat");
    const form = await journey.opensForm("jari", "Monta kerralla");
    await journey.says("jari", line);
    expect(await names()).toEqual([]);
    await journey.submits("jari", form, { names: "Nieminen Oy" });
    await journey.says("jari", line);
    expect(journey.sees("jari")).not.toContain("Lisätäänkö");
    expect(await names()).toEqual(["Nieminen Oy"]);
  });

  it("awaits no names after another command", async () => {
    await journey.says("jari", "asiakkaat");
    await journey.says("jari", "toimenpiteet");
    await journey.says("jari", "Nieminen Oy");
    await journey.says("jari", "Nieminen Oy\nKorhosen Leipomo");
    expect(await names()).toEqual([]);
  });

  it("leaves alone what is written when nobody asked, or long after", async () => {
    await journey.says("jari", "Nieminen Oy\nKorhosen Leipomo");
    await journey.says("jari", "asiakkaat");
    await journey.at("2026-11-18T15:00:00+02:00");
    await journey.says("jari", "Nieminen Oy");
    expect(await names()).toEqual([]);
    await journey.says("jari", "Nieminen Oy\nKorhosen Leipomo");
    expect(await names()).toHaveLength(2);
  });

  it("through a form, with what a line could not be read from", async () => {
    await journey.says("jari", "lisää asiakas");
    const form = await journey.opensForm("jari", "Monta kerralla");
    expect(await journey.submits("jari", form, { names: "???\n---" })).toMatchObject({ kind: "mistakes" });
    await journey.submits("jari", form, { names: "Nieminen Oy\n???" });
    expect(journey.sees("jari")).toContain("En saanut nimeä: ”???”.");
    await journey.submits("jari", form, { names: "Nieminen Oy\n???" });
    expect(await names()).toEqual(["Nieminen Oy"]);
  });

  it("in English", async () => {
    await journey.says("priya", "customers");
    expect(journey.sees("priya")).toContain("There are no customers yet. Give me ten customers, one a line.");
    await journey.says("priya", "Smith Ltd, Leeds\nJones & Sons");
    expect(journey.sees("priya")).toContain("Added 2 customers with you in charge: Smith Ltd, Jones & Sons.");
    await journey.says("priya", "find customer smyth");
    expect(journey.sees("priya")).toContain("Did you mean this one?");
  });

  it("a channel hears of no customers: the answer comes in private", async () => {
    const outcome = await journey.says("jari", "asiakkaat", {
      in: { kind: "channel", team: "koneet" },
      addressed: true,
    });
    expect(outcome).toMatchObject({ kind: "taken" });
    expect(journey.messages({ kind: "channel", team: "koneet" })).toEqual([]);
    expect(optionsOf(journey.last({ kind: "private", person: "jari" }).message).map(({ label }) => label)).toContain(
      "Monta kerralla",
    );
  });
});

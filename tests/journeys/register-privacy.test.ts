import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { allCustomers, contactsOf } from "../../src/customers/find-customers.ts";
import { Journey, privately } from "../support/journey.ts";
import { COMPANY, DEFAULT_PEOPLE } from "../support/sample-company.ts";

const PEOPLE = {
  ...DEFAULT_PEOPLE,
  anna: { name: "Anna Laine", roles: ["admin"], teams: [] },
  veera: { name: "Veera Laakso", roles: ["salesperson"], teams: [] },
} as const;

describe("customers' data that is taken out and erased", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin({ people: PEOPLE });
    await journey.says("jari", "asiakkaat: Virtasen Konepaja, Mika Virtanen, 040 555 0123\n=Kaava Oy");
    await journey.says("pekka", "asiakas: Nieminen Oy, Lahti");
  });
  afterEach(() => journey.end());

  const all = () => allCustomers(journey.store, COMPANY);
  const file = async (person: string) => {
    const { blocks } = journey.last(privately(person)).message;
    const block = blocks.find(({ kind }) => kind === "file");
    if (block?.kind !== "file") throw new Error(journey.sees(person));
    const made = await journey.luotsi.files.open(COMPANY, person, block.file);
    return { id: block.file, size: block.size, text: made && new TextDecoder().decode(made.bytes), made };
  };

  it("a manager gets all as a file, a salesperson their own, a member nothing; formulas are no formulas", async () => {
    await journey.says("marja", "vie asiakkaat csv");
    expect(journey.sees("marja")).toContain("Tässä on 3 asiakasta tiedostona.");
    const { text, size, made } = await file("marja");
    expect(made?.bytes.length).toBe(size);
    expect(text?.split("\r\n")).toHaveLength(4);
    expect(text).toContain("'=Kaava Oy");
    await journey.says("jari", "vie asiakkaat");
    expect((await file("jari")).made?.name).toMatch(/^asiakkaat-2026-11-23\.xlsx$/u);
    await journey.says("pekka", "vie asiakkaat csv");
    expect((await file("pekka")).text).not.toContain("Konepaja");
    expect(journey.sees("pekka")).toContain("Tässä on ainoa oma asiakkaasi tiedostona.");
    await journey.says("veera", "vie asiakkaat csv");
    expect(journey.sees("veera")).toContain("yksikään ei ole sinun vastuullasi. Kaikki voi viedä esihenkilö");
    await journey.says("satu", "vie asiakkaat");
    expect(journey.sees("satu")).toContain("Asiakaslistan voi viedä ylläpitäjä tai esihenkilö, myyjä omansa.");
  });

  it("a file is called by the day that it is where its person is", async () => {
    await journey.at("2026-11-25T00:30:00+02:00");
    await journey.says("marja", "vie asiakkaat csv");
    expect((await file("marja")).made?.name).toBe("asiakkaat-2026-11-25.csv");
  });

  it("a file is given to nobody else, not after its time, and not to who may not any more", async () => {
    await journey.says("marja", "vie asiakkaat csv");
    const { id } = await file("marja");
    expect(await journey.luotsi.files.open(COMPANY, "jari", id)).toBeUndefined();
    expect(await journey.luotsi.files.open("other", "marja", id)).toBeUndefined();
    journey.now += 16 * 60 * 1000;
    expect(await journey.luotsi.files.open(COMPANY, "marja", id)).toBeUndefined();
  });

  it("an admin sees who has taken what and when, and nobody else does", async () => {
    await journey.says("marja", "vie asiakkaat csv");
    await file("marja");
    await journey.says("jari", "vie asiakkaat");
    await journey.says("anna", "viennit");
    expect(journey.sees("anna")).toMatch(/Marja Koski, 3 asiakasta, CSV, avattu ma 23\.11\./u);
    expect(journey.sees("anna")).toMatch(/Jari Lahtinen, 2 asiakasta, XLSX, ei avattu/u);
    await journey.says("marja", "viennit");
    expect(journey.sees("marja")).not.toContain("Jari Lahtinen, 2");
  });

  it("a contact person is erased by who is in charge, for good", async () => {
    await journey.says("jari", "hae virtasen konepajalle");
    expect(journey.sees("jari")).toContain("Yhteyshenkilöt: Mika Virtanen, 040 555 0123");
    await journey.taps("jari", "Yhteyshenkilöt");
    const asked = await journey.opensForm("jari", "1");
    expect(asked.fields).toMatchObject([{ kind: "note", text: expect.stringContaining("Mika Virtanen") }]);
    expect(JSON.stringify(await all())).toContain("Mika");
    const before = journey.messages(privately("jari")).length;
    expect(await journey.submits("jari", asked, {})).toMatchObject({ notice: "Poistin yhteyshenkilön tiedot." });
    // The card that showed them shows them no more.
    expect(journey.messages(privately("jari"))).toHaveLength(before);
    expect(await journey.submits("jari", asked, {})).toMatchObject({ kind: "taken" });
    expect(journey.sees("jari")).toContain("Yhteyshenkilöitä ei ole kirjattu.");
    expect(JSON.stringify(await all())).not.toContain("Mika");
    await journey.says("pekka", "hae virtasen konepaja");
    expect(journey.offers("pekka", "Poista tiedot")).toBe(false);
  });

  it("a customer's data is erased after it was said what goes: the name and the days stay", async () => {
    await journey.says("jari", "soitin virtasen konepajalle, Mika tilaa syksyllä");
    await journey.says("marja", "hae virtasen konepaja");
    await journey.taps("marja", "Poista tiedot");
    expect(journey.sees("marja")).toContain("Poistettua ei saa takaisin.");
    expect(journey.sees("marja")).toContain("Jo lähetetyt viestit jäävät keskusteluihin ennalleen.");
    await journey.taps("marja", "Poista tiedot");
    const customer = (await all()).find(({ name }) => name === "Virtasen Konepaja");
    expect(customer).toMatchObject({ contactPersons: [], kept: true });
    const [contact] = await contactsOf(journey.store, { company: COMPANY, customer: customer?._id ?? "" });
    expect(contact).toMatchObject({ state: "made", notes: "", promise: "" });
    expect(JSON.stringify([customer, contact])).not.toContain("Mika");
  });

  it("where the company says so, the data of who ended goes by itself after so many months", async () => {
    await journey.says("anna", "ylläpito");
    const defaults = await journey.opensForm("anna", "Muuta oletuksia");
    expect(await journey.submits("anna", defaults, { customerData: "0" })).toMatchObject({ kind: "mistakes" });
    await journey.submits("anna", defaults, { customerData: "6" });
    await journey.says("jari", "hae virtasen konepaja");
    const form = await journey.opensForm("jari", "Päätä asiakkuus");
    await journey.submits("jari", form, { why: "Mika lopetti" });
    expect(journey.sees("jari")).toContain("Asiakkuus on päättynyt. Mika lopetti");
    await journey.at("2027-04-20T04:00:00+03:00");
    await journey.at("2027-04-21T04:00:00+03:00");
    expect(JSON.stringify(await all())).toContain("Mika");
    await journey.at("2027-06-20T04:00:00+03:00");
    await journey.at("2027-06-21T04:00:00+03:00");
    expect(JSON.stringify(await all())).not.toContain("Mika");
    await journey.says("jari", "päättyneet asiakkaat");
    await journey.taps("jari", "1");
    await journey.taps("jari", "Jatka asiakkuutta");
    expect((await all()).every(({ kept }) => kept)).toBe(true);
  });
});

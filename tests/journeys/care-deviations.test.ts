import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { changeCustomer } from "../../src/customers/change-customer.ts";
import type { CustomerContent } from "../../src/customers/customer.ts";
import { edit } from "../../src/customers/decide.ts";
import { deviationDecisions } from "../../src/customers/deviations/decision.ts";
import { people } from "../../src/people/records.ts";
import { checkLimits } from "../coach/draw/check-message.ts";
import { care } from "../customers/sample-customer.ts";
import { Journey, privately } from "../support/journey.ts";
import { bookOf, keepsCustomer, wasContacted } from "../support/kept-customers.ts";
import { COMPANY } from "../support/sample-company.ts";
import { actionsNamed } from "../support/weekly.ts";

const DOUBTED = { importance: "necessary", will: "doubted", on: "2027-02-03" } as const;
const MONDAYS = ["2027-02-08", "2027-02-15", "2027-02-22", "2027-03-01"].map((day) => `${day}T09:00:00+02:00`);

describe("what deviates with customers", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin({ startAt: "2027-02-03T12:00:00+02:00" });
    await journey.at(1_000);
  });
  afterEach(() => journey.end());

  async function says(id: string, content: Partial<CustomerContent>, by: string): Promise<void> {
    const event = { id: `edit:${id}:${JSON.stringify(content)}`, now: journey.now };
    await changeCustomer(journey.store, { id, book: await bookOf(journey), by }, event, (one) => edit(one, content));
  }
  /** Jari's, of these classes, whose limit went by on 5 February. */
  async function keepsLate(classes: { readonly [name: string]: "A" | "C" }): Promise<void> {
    for (const [name, givenClass] of Object.entries(classes)) {
      const id = await keepsCustomer(journey, name, "jari", { givenClass, ownPlan: care(26) });
      await wasContacted(journey, id, "jari", "2027-01-14");
    }
  }
  const proposals = (person: string) => journey.count(person, "Ehdotan:");
  const decisions = () => journey.store.find(deviationDecisions, { name: "ofCompany", equals: { company: COMPANY } });

  it("is proposed to whoever is in charge, in their weekly message, and made an action there", async () => {
    const mika = { id: "m", name: "Mika Virtanen", role: "", phone: "040 555 0123", email: "" };
    const virtanen = await keepsCustomer(journey, "Virtasen Konepaja", "jari", { contactPersons: [mika] });
    await wasContacted(journey, virtanen, "jari", "2027-02-01");
    await says(virtanen, { will: DOUBTED }, "jari");
    await journey.at(MONDAYS[0] ?? "");
    expect(journey.sees("jari")).toContain("Viikko 6: yksi ehdotus asiakkaasta");
    expect(journey.sees("jari")).toContain(
      "Virtasen Konepaja: epäilee yhteistyötä ke 3.2. alkaen. Ehdotan: kysy, mikä epäilyttää. Mika Virtanen, 040 555 0123",
    );
    expect(proposals("pekka") + proposals("marja")).toBe(0);
    const form = await journey.opensForm("jari", "Tee toimenpide");
    expect(await journey.submits("jari", form, { what: "  " })).toMatchObject({ kind: "mistakes" });
    await journey.submits("jari", form, { team: "koneet", due: "2027-02-19" });
    expect(journey.sees("jari")).toContain("Virtasen Konepaja: sovittu ”Virtasen Konepaja: kysy, mikä epäilyttää");
    const [action] = await actionsNamed(journey, "Virtasen Konepaja");
    expect(action).toMatchObject({ dueOn: "2027-02-19", owners: { jari: { state: "accepted" } } });
    await journey.submits("jari", form, { team: "koneet", due: "2027-02-19" });
    expect((await actionsNamed(journey, "Virtasen Konepaja")).length).toBe(1);
    await journey.at(MONDAYS[1] ?? "");
    expect(proposals("jari")).toBe(0);
  });

  it("may be left for a reason, or ended by a contact, and is not proposed again", async () => {
    const virtanen = await keepsCustomer(journey, "Virtasen Konepaja", "jari");
    const leipomo = await keepsCustomer(journey, "Lahden Leipomo", "jari");
    for (const id of [virtanen, leipomo]) await says(id, { will: DOUBTED }, "jari");
    await journey.at(MONDAYS[0] ?? "");
    expect(proposals("jari")).toBe(1);
    await journey.taps("jari", "Otin yhteyttä");
    expect(journey.sees("jari")).toContain("[Kumoa]");
    const form = await journey.opensForm("jari", "Jätetään");
    expect(await journey.submits("jari", form, { why: "" })).toMatchObject({ kind: "mistakes" });
    expect(await journey.submits("jari", form, { why: "vaihtavat alaa" })).toMatchObject({
      notice: "Jätettiin, syynä ”vaihtavat alaa”",
    });
    expect(proposals("jari")).toBe(0);
    await journey.at(MONDAYS[1] ?? "");
    expect(proposals("jari")).toBe(0);
    expect((await decisions()).map(({ did, what }) => [did, what])).toEqual([["left", "vaihtavat alaa"]]);
  });

  it("reaches the manager a week later, by class and as what was agreed, without a name of anybody", async () => {
    const virtanen = await keepsCustomer(journey, "Virtasen Konepaja", "jari", { givenClass: "A" });
    const leipomo = await keepsCustomer(journey, "Lahden Leipomo", "pekka", { givenClass: "A" });
    await keepsCustomer(journey, "Hollolan Halli", "pekka", { givenClass: "B" });
    for (const id of [virtanen, leipomo]) await says(id, { will: DOUBTED }, "jari");
    await journey.at(MONDAYS[0] ?? "");
    expect(journey.count("marja", "Asiakkaat luokittain")).toBe(0);
    const form = await journey.opensForm("pekka", "Tee toimenpide");
    await journey.submits("pekka", form, { what: "Käynti Lahden Leipomossa", team: "koneet" });
    await journey.at(MONDAYS[1] ?? "");
    const told = journey.sees("marja");
    expect(told).toContain("Asiakkaat luokittain");
    expect(told).toContain("Luokka A: 2/2 rajoissa, yksi sopimatta");
    expect(told).toContain("Luokka B: 1/1 rajoissa");
    expect(told).toContain("Sovittu viikon aikana: Käynti Lahden Leipomossa");
    expect(told).not.toMatch(/Jari|Pekka/u);
    await journey.taps("marja", "Näytä asiakkaat");
    expect(journey.sees("marja")).toContain("Virtasen Konepaja: epäilee yhteistyötä ke 3.2. alkaen.");
    expect(journey.sees("marja")).not.toMatch(/Jari|Pekka|Lahden Leipomo:/u);
    await journey.says("marja", "kooste");
    expect(journey.sees("marja")).toContain("Luokka A: 2/2 rajoissa, yksi sopimatta");
    expect(journey.sees("marja")).not.toContain("Mikään ei odota sinua");
    await journey.says("jari", "mitä esihenkilö näkee");
    expect(journey.sees("jari")).toContain("Luokka A: 2/2 rajoissa, yksi sopimatta");
    expect(journey.sees("jari")).toContain("Virtasen Konepaja: epäilee yhteistyötä ke 3.2. alkaen.");
    await journey.says("pekka", "mitä esihenkilö näkee");
    expect(journey.sees("pekka")).not.toContain("Virtasen Konepaja");
    await wasContacted(journey, virtanen, "jari", "2027-02-16");
    await journey.at(MONDAYS[2] ?? "");
    // In the weekly message and in the digest that was asked for.
    expect(journey.count("marja", "Asiakkaat luokittain")).toBe(2);
  });

  it("once decided is not asked again in the same message; the contact that was agreed on closes its action", async () => {
    await keepsLate({ "Virtasen Konepaja": "A", "Lahden Leipomo": "A" });
    await journey.at(MONDAYS[0] ?? "");
    const form = await journey.opensForm("jari", "Tee toimenpide");
    await journey.submits("jari", form, { team: "koneet", due: "2027-02-12" });
    const decided = journey.sees("jari");
    expect(decided).toMatch(/(?:Virtasen Konepaja|Lahden Leipomo): sovittu ”/u);
    expect(decided).not.toContain("[Otin yhteyttä] [Ensi viikolla]");
    await journey.says("jari", "soitin virtasen konepajalle, kaikki hyvin");
    await journey.says("jari", "soitin lahden leipomolle, kaikki hyvin");
    expect(journey.transcript(privately("jari"))).toContain("Otit yhteyttä, joten merkitsin tehdyksi:");
    const [action] = await actionsNamed(journey, "Lahden Leipomo: ota yhteyttä", false);
    expect(action?.standing.kind).toBe("done");
    await journey.says("jari", "kumoa");
    expect(journey.transcript(privately("jari"))).toContain("Peruit yhteydenoton, joten avasin uudelleen: Lahden");
    const standing = async () => (await actionsNamed(journey, "Lahden Leipomo: ota yhteyttä")).map(({ open }) => open);
    expect(await standing()).toEqual([true]);
    await journey.says("jari", "soitin lahden leipomolle");
    expect(await standing()).toEqual([]);
  });

  it("is the limit of an important customer at once, in the place of its line in the list of contacts", async () => {
    await keepsLate({ "Virtasen Konepaja": "A", "Lahden Leipomo": "C" });
    await journey.at(MONDAYS[0] ?? "");
    const first = journey.sees("jari");
    expect(first).toContain("Virtasen Konepaja: raja ylittyi pe 5.2. Ehdotan: ota yhteyttä ja sovi seuraava kerta.");
    expect(first.split("Virtasen Konepaja").length).toBe(2);
    expect(first).not.toMatch(/Lahden Leipomo: .*Ehdotan/u);
    expect(first).toContain("Lahden Leipomo");
    await journey.at(MONDAYS[1] ?? "");
    expect(journey.sees("jari")).toMatch(/Lahden Leipomo: raja ylittyi .*Ehdotan/u);
    // Two in a row were left untouched: the third only asks.
    await journey.says("jari", "yhteydenotot");
    await journey.at(MONDAYS[2] ?? "");
    expect(journey.sees("marja")).toContain("Luokka A: 0/1 rajoissa");
  });

  it("keeps to the limits of all channels with the longest names, in English", async () => {
    await journey.store.change(people, "jari", { set: { language: "en" } });
    await journey.store.change(people, "marja", { set: { language: "en" } });
    const long = (nth: number) => `${nth} Kaakkois-Suomen Erikoiskonepajojen Yhteenliittymä `.padEnd(190, "ja muut ");
    for (let nth = 0; nth < 4; nth++) {
      const id = await keepsCustomer(journey, long(nth), "jari", { givenClass: "A" });
      await says(id, { will: DOUBTED }, "pekka");
    }
    await keepsCustomer(journey, long(9), "satu");
    await journey.store.change(people, "satu", { set: { leftAt: journey.now } });
    await journey.at(MONDAYS[0] ?? "");
    expect(journey.sees("jari")).toContain("doubts the co-operation since Wed 3 Feb. I propose: ask");
    expect(journey.sees("marja")).toContain("Satu Virtanen has left. One customer waits for a new person in charge.");
    await journey.at(MONDAYS[1] ?? "");
    expect(journey.sees("marja")).toContain("Class A: 4/4 within limits, four not agreed on");
    for (const person of ["jari", "marja"])
      for (const { message } of journey.messages(privately(person))) checkLimits(message);
  });

  it("is read by nobody who reads no digest", async () => {
    await journey.receive({
      ...journey.base("satu", { kind: "private", person: "satu" }),
      kind: "tapped",
      action: JSON.stringify({ kind: "deviation-list" }),
      message: "m",
    });
    expect(journey.sees("satu")).toContain("Tämän näkevät esihenkilöt");
  });
});

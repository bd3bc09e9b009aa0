import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addTo, beginFortnightly, contactsWith, customerCalled } from "../support/customers.ts";
import { channel, type Journey, privately } from "../support/journey.ts";

let journey: Journey;

beforeEach(async () => {
  // Wednesday
  journey = await beginFortnightly({ startAt: "2027-08-18T09:00:00+03:00" });
});
afterEach(() => journey.end());

describe("a contact logged by a line, as dictated in a car", () => {
  test("finds the customer in whatever case, logs what was said, and sets the next contact", async () => {
    await addTo(journey, "jari", { "Virtasen Konepaja Oy": {}, "Lehtosen Kuljetus": {} });
    await journey.says("jari", "soitin virtasen konepajalle, tilaa syksyllä, soitan 3.9.");
    expect(journey.sees("jari")).toBe(
      "Kirjattu: Virtasen Konepaja Oy, puhelu tänään, ”tilaa syksyllä”. Seuraava yhteydenotto pe 3.9.\n[Korjaa] [Kumoa]\n[Korjaa] [Kumoa]",
    );
    const [plan, made] = await contactsWith(journey, "Virtasen Konepaja Oy");
    expect(made).toMatchObject({
      state: "made",
      means: "phone",
      notes: "tilaa syksyllä",
      on: "2027-08-18",
      person: "jari",
    });
    expect(plan).toMatchObject({ state: "planned", due: "2027-09-03", person: "jari" });
    expect((await customerCalled(journey, "Virtasen Konepaja Oy")).dueOn).toBe("2027-09-03");
  });

  test("without a promise the interval starts anew at the contact", async () => {
    await addTo(journey, "jari", { "Virtasen Konepaja": { last: "2027-08-09" } });
    expect((await customerCalled(journey, "Virtasen Konepaja")).dueOn).toBe("2027-08-23");
    await journey.says("jari", "kävin eilen virtasen konepajalla");
    expect(journey.sees("jari")).toContain("Kirjattu: Virtasen Konepaja, käynti eilen. Seuraava yhteydenotto ti 31.8.");
  });

  test("somebody else's contact counts as well, and whoever has the customer in charge sees it so", async () => {
    await addTo(journey, "jari", { "Virtasen Konepaja": { last: "2027-08-09" } });
    await journey.says("priya", "called Virtasen Konepaja, wants an offer");
    expect(journey.sees("priya")).toContain(
      "Logged: Virtasen Konepaja, call today, “wants an offer”. Next contact Wed 1 Sep",
    );
    expect((await customerCalled(journey, "Virtasen Konepaja")).clock.last).toMatchObject({ by: "priya" });
  });

  test("a word takes back what was logged last, once, and nothing older", async () => {
    await addTo(journey, "jari", { "Virtasen Konepaja": { last: "2027-08-09" }, "Lehtosen Kuljetus": {} });
    await journey.says("jari", "kävin lehtosen kuljetuksella");
    journey.now += 60_000;
    await journey.says("jari", "soitin virtasen konepajalle");
    const said = { ...journey.base("jari", privately("jari")), kind: "said", addressed: true, message: "m" } as const;
    await journey.receive({ ...said, text: "kumoa" });
    expect(journey.sees("jari")).toContain("Otettu pois: Virtasen Konepaja");
    expect(await journey.receive({ ...said, text: "kumoa" })).toEqual({ kind: "repeated" });
    expect((await customerCalled(journey, "Virtasen Konepaja")).dueOn).toBe("2027-08-23");
    expect((await contactsWith(journey, "Lehtosen Kuljetus")).some(({ state }) => state === "made")).toBe(true);
    journey.now += 2 * 60 * 60 * 1000;
    await journey.says("jari", "kumoa");
    expect(journey.sees("jari")).toContain(
      "En löydä viimeisen tunnin ajalta asiakkaista mitään, minkä voisin kumota. Toimenpide muutetaan takaisin kortistaan",
    );
  });

  test("a word takes back a customer that was added since, before an earlier contact", async () => {
    await addTo(journey, "jari", { "Virtasen Konepaja": {} });
    journey.now += 60_000;
    await journey.says("jari", "soitin virtasen konepajalle");
    journey.now += 60_000;
    await journey.says("jari", "asiakas: Nastolan Paja Oy, Nastola");
    const said = { ...journey.base("jari", privately("jari")), kind: "said", addressed: true, message: "m" } as const;
    await journey.receive({ ...said, text: "kumoa" });
    await expect(customerCalled(journey, "Nastolan Paja Oy")).rejects.toThrow("There is no customer");
    expect(await journey.receive({ ...said, text: "kumoa" })).toEqual({ kind: "repeated" });
    expect(await contactsWith(journey, "Virtasen Konepaja")).toMatchObject([{ state: "made" }]);
    await journey.says("jari", "kumoa");
    expect(journey.sees("jari")).toContain("Otettu pois: Virtasen Konepaja");
  });

  test("one tap takes it back, and the clock stands as before", async () => {
    await addTo(journey, "jari", { "Virtasen Konepaja": { last: "2027-08-09" } });
    await journey.says("jari", "soitin virtasen konepajalle, soitan 3.9.");
    await journey.taps("jari", "Kumoa");
    expect(journey.sees("jari")).toBe("Otettu pois: Virtasen Konepaja, puhelu tänään.\n");
    expect((await customerCalled(journey, "Virtasen Konepaja")).dueOn).toBe("2027-08-23");
    expect(await contactsWith(journey, "Virtasen Konepaja")).toEqual([]);
  });

  test("one tap corrects it: means, day, next day, and which customer it was", async () => {
    await addTo(journey, "jari", { "Virtasen Konepaja": {}, "Lehtosen Kuljetus": {} });
    await journey.says("jari", "soitin virtasen konepajalle");
    const form = await journey.opensForm("jari", "Korjaa");
    await journey.submits("jari", form, {
      customer: "lehtosen kuljetukselle",
      means: "visit",
      on: "2027-08-17",
      next: "2027-08-30",
      measures: "tarjous huollosta, 25.8.\nnäyte",
    });
    // What was agreed on comes before it.
    expect(journey.sees("jari")).toContain("Kirjattu: Lehtosen Kuljetus, käynti eilen. Seuraava yhteydenotto ke 25.8.");
    expect(await contactsWith(journey, "Virtasen Konepaja")).toEqual([]);
    expect((await contactsWith(journey, "Lehtosen Kuljetus")).at(-1)?.measures).toMatchObject([
      { what: "tarjous huollosta", on: "2027-08-25" },
      { what: "näyte", on: null },
    ]);
    expect((await customerCalled(journey, "Virtasen Konepaja")).clock.last).toBeNull();
  });

  test("two candidates are asked, and one tap says which", async () => {
    await addTo(journey, "jari", { "Virtasen Konepaja": { town: "Lahti" }, "Kuljetus Virtanen": { town: "Hollola" } });
    await journey.says("jari", "soitin virtaselle, tilaa syksyllä");
    expect(journey.sees("jari")).toContain("Kumpi tai mikä näistä on ”virtaselle”?");
    await journey.taps("jari", "Kuljetus Virtanen, Hollola");
    expect(journey.sees("jari")).toContain("Kirjattu: Kuljetus Virtanen, puhelu tänään, ”tilaa syksyllä”.");
    expect(journey.offers("jari", "Kumoa")).toBe(true);
    expect(await contactsWith(journey, "Virtasen Konepaja")).toEqual([]);
  });

  test("who is not known is asked: a new customer is added with the contact, a known one picked by name", async () => {
    await addTo(journey, "jari", { "Lehtosen Kuljetus": {} });
    await journey.says("jari", "kävin metallimiehillä, pyysi tarjouksen");
    expect(journey.sees("jari")).toContain("En löydä asiakasta ”metallimiehillä”.");
    const form = await journey.opensForm("jari", "Kerro asiakas");
    await journey.submits("jari", form, { name: "Metallimiehet Oy", town: "Lahti" });
    expect(journey.sees("jari")).toContain("Kirjattu: Metallimiehet Oy, käynti tänään, ”pyysi tarjouksen”.");
    expect(await customerCalled(journey, "Metallimiehet Oy")).toMatchObject({ person: "jari", town: "Lahti" });

    await journey.says("jari", "soitin rahtimiehelle");
    const other = await journey.opensForm("jari", "Kerro asiakas");
    await journey.submits("jari", other, { name: "lehtosen kuljetus" });
    expect(journey.sees("jari")).toContain("Kirjattu: Lehtosen Kuljetus, puhelu tänään");
  });

  test("several customers in one line are refused with how to split it", async () => {
    await addTo(journey, "jari", { "Virtasen Konepaja": {}, "Lehtosen Kuljetus": {} });
    await journey.says("jari", "soitin virtasen konepajalle ja lehtosen kuljetukselle");
    expect(journey.sees("jari")).toContain(
      "Kirjoita erikseen: soitin virtasen konepajalle … · soitin lehtosen kuljetukselle …",
    );
    expect(await contactsWith(journey, "Virtasen Konepaja")).toEqual([]);
  });

  test("nobody answered: it is logged, and the clock goes on", async () => {
    await addTo(journey, "jari", { "Virtasen Konepaja": { last: "2027-08-09" } });
    await journey.says("jari", "soitin virtasen konepajalle, ei vastannut");
    expect(journey.sees("jari")).toContain("puhelu tänään, ei tavoitettu");
    expect((await customerCalled(journey, "Virtasen Konepaja")).dueOn).toBe("2027-08-23");
  });

  test("told twice by the platform it is logged and said once", async () => {
    await addTo(journey, "jari", { "Virtasen Konepaja": {} });
    const base = journey.base("jari", privately("jari"));
    const said = {
      ...base,
      kind: "said",
      text: "soitin virtasen konepajalle",
      message: "m1",
      addressed: false,
    } as const;
    await journey.receive(said);
    await journey.receive(said);
    expect(journey.count("jari", "Kirjattu: Virtasen Konepaja")).toBe(1);
    expect(await contactsWith(journey, "Virtasen Konepaja")).toHaveLength(1);
  });

  test("edited, the message changes the contact; corrected since or deleted, the contact stays and that is said", async () => {
    await addTo(journey, "jari", { "Virtasen Konepaja": {}, "Lehtosen Kuljetus": {} });
    const edit = (text: string) =>
      journey.receive({ ...journey.base("jari", privately("jari")), kind: "edited", text, message: "m-e1" });
    await journey.says("jari", "soitin virtasen konepajalle, tilaa");
    await edit("soitin virtasen konepajalle, tilaa");
    expect(journey.messages(privately("jari"))).toHaveLength(1);
    await edit("kävin lehtosen kuljetuksella, tilaa kaksi, soitan 3.9.");
    expect(journey.sees("jari")).toContain(
      "Kirjattu: Lehtosen Kuljetus, käynti tänään, ”tilaa kaksi”. Seuraava yhteydenotto pe 3.9.",
    );
    expect(await contactsWith(journey, "Virtasen Konepaja")).toEqual([]);
    expect(await contactsWith(journey, "Lehtosen Kuljetus")).toHaveLength(2);
    const form = await journey.opensForm("jari", "Korjaa");
    await journey.submits("jari", form, { outcome: "sopimus" });
    await edit("kävin lehtosen kuljetuksella, ei mitään");
    expect(journey.count("jari", "joten viestin muokkaus ei enää muuta sitä")).toBe(1);
    await journey.receive({ ...journey.base("jari", privately("jari")), kind: "deleted", message: "m-e1" });
    expect(journey.count("jari", "Viestin poistaminen ei poista yhteydenottoa.")).toBe(1);
    await journey.taps("jari", "Kumoa");
    expect(await contactsWith(journey, "Lehtosen Kuljetus")).toEqual([]);
  });

  test("in a channel it is heard when the coach is called by name, and told in private", async () => {
    await addTo(journey, "jari", { "Virtasen Konepaja": {} });
    await journey.says("jari", "soitin virtasen konepajalle", { in: channel("koneet") });
    expect(await contactsWith(journey, "Virtasen Konepaja")).toEqual([]);
    await journey.says("jari", "soitin virtasen konepajalle", { in: channel("koneet"), addressed: true });
    expect(journey.sees("jari")).toContain("Kirjattu: Virtasen Konepaja");
    expect(journey.messages(channel("koneet"))).toEqual([]);
  });

  test("talk that tells of no contact is as it was", async () => {
    await addTo(journey, "jari", { "Virtasen Konepaja": {} });
    await journey.says("jari", "virtasen konepaja on tärkeä asiakas");
    expect(journey.sees("jari")).not.toContain("Kirjattu");
  });
});

describe("while a question waits for words", () => {
  beforeEach(async () => {
    await addTo(journey, "jari", { "Virtasen Konepaja": {} });
    await journey.says("jari", "aloita reflektio");
    await journey.taps("jari", "Itseksesi");
  });
  const answer = "Tapasin Virtasen Konepajan ostajan, hinta ratkaisi";

  test("what may be either is asked, kept as an answer by one tap", async () => {
    await journey.says("jari", answer);
    expect(journey.sees("jari")).toContain(
      "Tämä voi olla yhteydenotto asiakkaaseen Virtasen Konepaja tai vastaus kysymykseen.",
    );
    await journey.taps("jari", "Vastaus kysymykseen");
    expect(await contactsWith(journey, "Virtasen Konepaja")).toEqual([]);
    await journey.says("jari", "vastaukseni");
    expect(journey.sees("jari")).toContain("hinta ratkaisi");
  });

  test("of a contact whose year is not clear it is asked when it is to be logged, and the question still waits", async () => {
    await journey.says("jari", "Tapasin Virtasen Konepajan ostajan 10.12., hinta ratkaisi");
    await journey.taps("jari", "Kirjaa yhteydenotto");
    expect(journey.sees("jari")).toContain("10.12. voi olla mennyt tai tuleva");
    expect(await contactsWith(journey, "Virtasen Konepaja")).toEqual([]);
  });

  test("or logged by one tap, and the question still waits", async () => {
    await journey.says("jari", answer);
    await journey.taps("jari", "Kirjaa yhteydenotto");
    expect(journey.transcript(privately("jari"))).toContain("Kirjattu: Virtasen Konepaja, tapaaminen tänään");
    expect(await contactsWith(journey, "Virtasen Konepaja")).toHaveLength(1);
    await journey.says("jari", "vastaukseni");
    expect(journey.sees("jari")).not.toContain("hinta ratkaisi");
  });

  test("an answer that names no known customer is an answer", async () => {
    await journey.says("jari", "Soitin kaikille vanhoille asiakkaille");
    expect(journey.count("jari", "En löydä asiakasta")).toBe(0);
  });
});

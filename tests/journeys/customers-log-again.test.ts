import { afterEach, beforeEach, expect, test } from "vitest";
import { addTo, beginFortnightly, contactsWith, customerCalled, planFor } from "../support/customers.ts";
import { type Journey, privately } from "../support/journey.ts";

let journey: Journey;

beforeEach(async () => {
  // Wednesday
  journey = await beginFortnightly({ startAt: "2027-08-18T09:00:00+03:00" });
});
afterEach(() => journey.end());

test("said twice in the same words it is logged once, unless a tap says that it was another", async () => {
  await addTo(journey, "jari", { "Virtasen Konepaja": {}, "Lehtosen Kuljetus": {} });
  const made = async () => (await contactsWith(journey, "Virtasen Konepaja")).filter(({ state }) => state === "made");
  await journey.says("jari", "soitin virtasen konepajalle, tilaa syksyllä");
  await journey.says("jari", "Soitin Virtasen konepajalle tilaa syksyllä");
  expect(journey.sees("jari")).toBe(
    "Tämä on jo kirjattu: Virtasen Konepaja, puhelu tänään, ”tilaa syksyllä”.\n[Kirjaa silti]\n[Kirjaa silti]",
  );
  expect(await made()).toHaveLength(1);
  const { seen, option } = journey.find(privately("jari"), "Kirjaa silti");
  const again = { kind: "tapped", action: option.action, message: seen.id } as const;
  await journey.receive({ ...journey.base("jari", privately("jari")), ...again });
  await journey.receive({ ...journey.base("jari", privately("jari")), ...again });
  expect(journey.sees("jari")).toContain("Kirjattu: Virtasen Konepaja, puhelu tänään");
  expect(await made()).toHaveLength(2);
  // Somebody else's, other words, and another day are no repetition.
  await journey.says("pekka", "soitin virtasen konepajalle, tilaa syksyllä");
  await journey.says("jari", "soitin virtasen konepajalle, tilaa talvella");
  journey.now += 24 * 60 * 60 * 1000;
  await journey.says("jari", "soitin virtasen konepajalle, tilaa syksyllä");
  expect(await made()).toHaveLength(5);
});

test("chosen on the next day it is of the day on which it was said", async () => {
  await addTo(journey, "jari", { "Virtasen Konepaja": {}, "Kuljetus Virtanen": {} });
  await journey.says("jari", "soitin virtaselle, soitan huomenna uudestaan");
  journey.now += 24 * 60 * 60 * 1000;
  await journey.taps("jari", "Kuljetus Virtanen");
  expect(journey.sees("jari")).toContain("Kirjattu: Kuljetus Virtanen, puhelu eilen.");
  expect((await customerCalled(journey, "Kuljetus Virtanen")).dueOn).toBe("2027-08-19");
});

test("edited on another day, it stays of the day on which it was written", async () => {
  await addTo(journey, "jari", { "Virtasen Konepaja": {} });
  const said = { ...journey.base("jari", privately("jari")), message: "m-1" };
  await journey.receive({ ...said, kind: "said", text: "soitin virtasen konepajalle", addressed: false });
  journey.now += 24 * 60 * 60 * 1000;
  const edited = { ...journey.base("jari", privately("jari")), message: "m-1" };
  await journey.receive({ ...edited, kind: "edited", text: "soitin virtasen konepajalle, tilaa syksyllä" });
  expect(await contactsWith(journey, "Virtasen Konepaja")).toMatchObject([
    { on: "2027-08-18", notes: "tilaa syksyllä" },
  ]);
});

test("edited, the day and the words of a promise change everywhere, and the message that told of it is drawn anew", async () => {
  await addTo(journey, "jari", { "Virtasen Konepaja": {} });
  const said = { ...journey.base("jari", privately("jari")), message: "m-1" };
  await journey.receive({
    ...said,
    kind: "said",
    text: "mailasin virtasen konepajalle. Soitan huomenna",
    addressed: false,
  });
  const told = journey.messages(privately("jari")).length;
  const edited = { ...journey.base("jari", privately("jari")), message: "m-1" };
  await journey.receive({ ...edited, kind: "edited", text: "mailasin virtasen konepajalle. Soitan 20.8." });
  expect(journey.messages(privately("jari"))).toHaveLength(told);
  expect(journey.sees("jari")).toContain(
    "Kirjattu: Virtasen Konepaja, sähköposti tänään. Seuraava yhteydenotto pe 20.8.",
  );
  await journey.says("jari", "yhteydenotot");
  expect(journey.sees("jari")).toContain("Virtasen Konepaja: sovittu pe 20.8.: Soitan 20.8.");
});

test("a new day for the same call stands instead of the one before; taken back, the one before stands again", async () => {
  await addTo(journey, "jari", { "Virtasen Konepaja": {} });
  const dueOn = async () => (await customerCalled(journey, "Virtasen Konepaja")).dueOn;
  await journey.says("jari", "soitin virtasen konepajalle, soitan 31.8.");
  journey.now += 24 * 60 * 60 * 1000;
  await journey.says("jari", "soitin virtasen konepajalle, ei ehtinyt vielä, soitan 7.9.");
  expect(journey.sees("jari")).toContain("Seuraava yhteydenotto ti 7.9.");
  expect(await dueOn()).toBe("2027-09-07");
  await journey.taps("jari", "Kumoa");
  expect(await dueOn()).toBe("2027-08-31");
  // Another promise is one more.
  await journey.says("jari", "mailasin virtasen konepajalle, käyn 9.9.");
  expect(journey.sees("jari")).toContain("Lupasit: käyn 9.9. Seuraava yhteydenotto ti 31.8.");
});

test("a promise stays the next contact until its day, whatever is logged and planned before", async () => {
  await addTo(journey, "jari", { "Virtasen Konepaja": {} });
  const next = async () => (await customerCalled(journey, "Virtasen Konepaja")).dueOn;
  await journey.says("jari", "soitin virtasen konepajalle, lupasin lähettää esitteen perjantaina");
  await journey.says("jari", "kävin virtasen konepajalla, kiire siellä");
  expect(journey.sees("jari")).toContain("Seuraava yhteydenotto pe 20.8.");
  expect(await next()).toBe("2027-08-20");
  // On its day any contact keeps it.
  journey.now += 2 * 24 * 60 * 60 * 1000;
  await journey.says("jari", "soitin virtasen konepajalle, sai esitteen");
  expect(await next()).toBe("2027-09-03");
  await journey.says("jari", "mailasin virtasen konepajalle, palaan 8.9.");
  await planFor(journey, { contactsPerYear: 52, worstDays: 8 });
  await journey.at("2027-08-21T04:00:00+03:00");
  expect(await next()).toBe("2027-09-08");
});

test("a new day is taken instead of the one to which it was put off, also where nobody answered", async () => {
  await addTo(journey, "jari", { "Virtasen Konepaja": { last: "2027-07-09" } });
  await journey.says("jari", "yhteydenotot");
  await journey.taps("jari", "Ensi viikolla");
  await journey.says("jari", "soitin virtasen konepajalle, ei vastannut, soitan 2.9.");
  expect((await customerCalled(journey, "Virtasen Konepaja")).dueOn).toBe("2027-09-02");
  await journey.says("jari", "kumoa");
  expect((await customerCalled(journey, "Virtasen Konepaja")).dueOn).toBe("2027-08-23");
});

test("a contact of an earlier day that is logged later promises what comes first, and all places tell that", async () => {
  await addTo(journey, "priya", { "Thames Gears": {} });
  await journey.says("priya", "called Thames Gears, I will call on 1 September");
  await journey.says("priya", "visited Thames Gears yesterday, promised samples by Friday");
  await journey.says("priya", "find Thames Gears");
  expect(journey.sees("priya")).toContain("Promised: samples by Friday; I will call on 1 September");
  expect(journey.sees("priya")).toMatch(/Next contact: Fri 20 Aug/u);
  await journey.says("priya", "contacts");
  expect(journey.sees("priya")).toContain("Thames Gears: agreed for Fri 20 Aug: promised samples by Friday");
});

test("what was moved after a call of the same day is what the line takes back, not the call", async () => {
  await addTo(journey, "jari", { "Virtasen Konepaja": {} });
  await journey.says("jari", "soitin virtasen konepajalle, tilaavat 20 kpl, soitan perjantaina");
  await journey.says("jari", "yhteydenotot");
  await journey.taps("jari", "Ensi viikolla");
  expect(journey.sees("jari")).toContain("Virtasen Konepaja: siirretty, ma 23.8.\n[Palauta]");
  await journey.taps("jari", "Palauta");
  expect((await customerCalled(journey, "Virtasen Konepaja")).dueOn).toBe("2027-08-20");
  expect((await contactsWith(journey, "Virtasen Konepaja")).map(({ state }) => state)).toEqual(["planned", "made"]);
  await journey.says("jari", "yhteydenotot");
  expect(journey.sees("jari")).toContain("Virtasen Konepaja: sovittu pe 20.8.: soitan perjantaina");
});

test("a time from which no day can be read is told, and so is a day without its year that may be last year's", async () => {
  await addTo(journey, "jari", { "Virtasen Konepaja": {} });
  await journey.says("jari", "soitin virtasen konepajalle, kysyn uudestaan 31.11.");
  expect(journey.sees("jari")).toContain(
    "Lupasit: kysyn uudestaan 31.11. Päivää 31.11. ei ole. Anna oikea kohdassa Korjaa, siihen asti päivä on suunnitelman mukaan. Seuraava yhteydenotto ke 1.9.",
  );
  await journey.says("jari", "mailasin virtasen konepajalle, jutellaan joulun jälkeen");
  expect(journey.sees("jari")).toContain("Lupasit: jutellaan joulun jälkeen. Tästä en saanut päivää");
  await journey.says("jari", "kävin virtasen konepajalla 10.12.");
  expect(journey.sees("jari")).toContain("10.12. voi olla mennyt tai tuleva, joten en kirjannut vielä mitään.");
  expect(await contactsWith(journey, "Virtasen Konepaja")).toHaveLength(2);
});

test("while a question waits that takes no words, a contact whose year is not clear is asked about", async () => {
  await addTo(journey, "jari", { "Virtasen Konepaja": {} });
  await journey.says("jari", "aloita arvosalkku");
  await journey.taps("jari", "Itseksesi");
  await journey.says("jari", "kävin virtasen konepajalla 10.12.");
  expect(journey.sees("jari")).toContain("10.12. voi olla mennyt tai tuleva, joten en kirjannut vielä mitään.");
});

test("a plan that was kept meanwhile is not made a contact by its old button", async () => {
  await addTo(journey, "jari", { "Virtasen Konepaja": {} });
  await journey.says("jari", "soitin virtasen konepajalle, soitan 19.8.");
  const [plan] = (await contactsWith(journey, "Virtasen Konepaja")).filter(({ state }) => state === "planned");
  await journey.at("2027-08-19T12:00:00+03:00");
  await journey.says("jari", "soitin virtasen konepajalle");
  const action = JSON.stringify({ kind: "contact-edit", contact: plan?._id, in: "logged" });
  const base = journey.base("jari", privately("jari"));
  const tapped = await journey.receive({ ...base, kind: "tapped", action, message: "m" });
  expect(tapped).toMatchObject({ notice: expect.stringContaining("Tämä on jo hoidettu.") });
});

test("the card tells what was agreed on last, and where it was moved to", async () => {
  await addTo(journey, "jari", { "Virtasen Konepaja": {} });
  await journey.says("jari", "soitin virtasen konepajalle, lähetän tarjouksen 20.8.");
  const seesCard = async () => {
    await journey.says("jari", "hae virtasen konepaja");
    return journey.sees("jari");
  };
  expect(await seesCard()).toContain("Luvattu: lähetän tarjouksen 20.8.\n");
  await journey.says("jari", "yhteydenotot");
  const move = await journey.opensForm("jari", "Siirrä");
  await journey.submits("jari", move, { on: "2027-08-27" });
  expect(await seesCard()).toContain("Luvattu: lähetän tarjouksen 20.8. (siirretty: pe 27.8.)\n");
});

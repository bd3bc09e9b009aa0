import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { placeKey } from "../../src/channels/place.ts";
import { conversations } from "../../src/conversations/conversation.ts";
import { addTo, beginFortnightly, contactsWith, customerCalled } from "../support/customers.ts";
import { type Journey, privately } from "../support/journey.ts";

let journey: Journey;

beforeEach(async () => {
  journey = await beginFortnightly();
  await addTo(journey, "jari", { "Virtasen Konepaja": { last: "2027-08-09" } });
});
afterEach(() => journey.end());

const dueOn = async () => (await customerCalled(journey, "Virtasen Konepaja")).dueOn;

describe("a day in a promise that was written in the form", () => {
  test("is that of the next contact, told at once and on its day", async () => {
    await journey.says("jari", "soitin virtasen konepajalle");
    const form = await journey.opensForm("jari", "Korjaa");
    await journey.submits("jari", form, { promise: "lähetän vahvistuksen pe" });
    expect(journey.sees("jari")).toContain("Lupasit: lähetän vahvistuksen pe. Seuraava yhteydenotto pe 20.8.\n");
    await journey.at("2027-08-20T07:00:00+03:00");
    expect(journey.sees("jari")).toContain("Määräpäivä pe 20.8.: yhteydenotto, Virtasen Konepaja");
  });

  test("gives way to the form's own day, and to one that is taken out alone", async () => {
    await journey.says("jari", "soitin virtasen konepajalle");
    const form = await journey.opensForm("jari", "Korjaa");
    await journey.submits("jari", form, { promise: "vahvistus to", next: "2027-08-25" });
    expect(await dueOn()).toBe("2027-08-25");
    await journey.submits("jari", await journey.opensForm("jari", "Korjaa"), { next: "" });
    expect(await dueOn()).toBe("2027-08-31");
    await journey.submits("jari", await journey.opensForm("jari", "Korjaa"), { promise: "vahvistus pe" });
    expect(await dueOn()).toBe("2027-08-20");
  });

  test("is read after a visit too", async () => {
    await journey.says("jari", "menossa virtaselle");
    await journey.at(121 * 60_000);
    const form = await journey.opensForm("jari", "Sovimme jatkosta");
    await journey.submits("jari", form, { agreed: "lähetän näytteet pe" });
    expect(await dueOn()).toBe("2027-08-20");
  });
});

test("nothing is logged for a day that is not there or still ahead, nor agreed on for one", async () => {
  await journey.says("jari", "kävin virtasen konepajalla 35.11.");
  expect(journey.sees("jari")).toContain(
    "Päivää 35.11. ei ole, joten en kirjannut vielä mitään. Mikä päivä se oli? Pelkkä päivä riittää.",
  );
  await journey.says("jari", "soitin virtasen konepajalle huomenna");
  expect(journey.sees("jari")).toContain("”huomenna” on vasta edessä, joten en kirjannut vielä mitään.");
  expect(await contactsWith(journey, "Virtasen Konepaja")).toEqual([]);
  await journey.says("jari", "soitin virtasen konepajalle, huomenna menee tarjous");
  const form = await journey.opensForm("jari", "Korjaa");
  expect(await journey.submits("jari", form, { measures: "huoltotarjous, 31.2." })).toMatchObject({
    kind: "mistakes",
    mistakes: { measures: expect.any(String) },
  });
});

describe("of a line whose day cannot be, the day alone is asked for", () => {
  const made = async () => {
    const [contact] = await contactsWith(journey, "Virtasen Konepaja");
    return contact && [contact.on, contact.notes];
  };

  test("and a day is the answer, however it is said", async () => {
    await journey.says("jari", "kävin virtasen konepajalla 32.7., tilaa syksyllä");
    await journey.says("jari", "33.7.");
    expect(journey.sees("jari")).toContain("Päivää 33.7. ei ole");
    await journey.says("jari", "31.7.");
    expect(journey.sees("jari")).toContain("Kirjattu: Virtasen Konepaja, käynti la 31.7., ”tilaa syksyllä”.");
    expect(await made()).toEqual(["2027-07-31", "tilaa syksyllä"]);
    const talk = await journey.store.get(conversations, placeKey(privately("jari")));
    expect(talk?.awaitedDay).toBeUndefined();
  });

  test("of a weekday the last one, of a day without its year the year", async () => {
    await journey.says("jari", "soitin virtasen konepajalle huomenna");
    await journey.says("jari", "to");
    expect(await made()).toEqual(["2027-08-12", ""]);
    await journey.taps("jari", "Kumoa");
    await journey.says("jari", "kävin virtasen konepajalla 10.12., katsoin koneet");
    expect(journey.sees("jari")).toContain("vaikka 2026");
    await journey.says("jari", "2026");
    expect(await made()).toEqual(["2026-12-10", "katsoin koneet"]);
  });

  test("while a question waits too, and once something else was said a day is no answer any more", async () => {
    await journey.says("jari", "aloita arvosalkku");
    await journey.taps("jari", "Itseksesi");
    await journey.says("jari", "kävin virtasen konepajalla 32.7.");
    await journey.says("jari", "31.7.");
    expect(await made()).toEqual(["2027-07-31", ""]);
    await journey.says("jari", "kävin virtasen konepajalla 32.7.");
    await journey.says("jari", "yhteydenotot");
    await journey.says("jari", "30.7.");
    expect(await contactsWith(journey, "Virtasen Konepaja")).toHaveLength(1);
  });
});

test("of several days in a promise the first is taken, and that is said", async () => {
  await journey.says("jari", "soitin virtasen konepajalle, kysyin tarjouksesta, palaan 24.8. ja 27.8.");
  expect(journey.sees("jari")).toContain(
    "puhelu tänään, ”kysyin tarjouksesta”. Lupasit: palaan 24.8. ja 27.8. Otin päivistä ensimmäisen. Toisen voit lisätä kohdassa Korjaa sovittuihin toimiin. Seuraava yhteydenotto ti 24.8.",
  );
});

test("of two promises the card shows both, and what was promised is not said twice", async () => {
  await journey.says("jari", "mailasin virtasen konepajalle, lähetän tarjouksen ke");
  await journey.says("jari", "soitin virtasen konepajalle, lupasin soittaa 25.8.");
  expect(journey.sees("jari")).toContain("Lupasit: soittaa 25.8. Seuraava yhteydenotto ke 18.8.");
  await journey.says("jari", "asiakas virtasen konepaja");
  expect(journey.sees("jari")).toContain("Luvattu: lähetän tarjouksen ke; soittaa 25.8.\n");
});

test("a promise of tomorrow counts from the day on which it was written, not from that of the contact", async () => {
  await journey.says("jari", "soitin eilen virtasen konepajalle, soitan huomenna");
  await journey.at("2027-08-18T12:00:00+03:00");
  await journey.says("jari", "asiakas virtasen konepaja");
  expect(journey.sees("jari")).toContain("Luvattu: ti 17.8. ”soitan huomenna”\n");
});

test("what somebody else promised for the same day stands on the card too, with whose it is", async () => {
  await journey.says("jari", "soitin virtasen konepajalle, soitan 25.8.");
  await journey.says("pekka", "mailasin virtasen konepajalle, lähetän tarjouksen 25.8.");
  await journey.says("jari", "asiakas virtasen konepaja");
  expect(journey.sees("jari")).toContain("Luvattu: soitan 25.8.; lähetän tarjouksen 25.8. (Pekka Salo)\n");
});

test("what was moved does not contradict the words in which it was promised", async () => {
  await journey.says("jari", "soitin virtasen konepajalle, soitan 25.8.");
  await journey.at("2027-08-23T07:00:00+03:00");
  await journey.submits("jari", await journey.opensForm("jari", "Siirrä"), { on: "2027-09-01" });
  await journey.at("2027-08-30T07:00:00+03:00");
  expect(journey.sees("jari")).toContain("Virtasen Konepaja: siirretty ke 1.9., luvattu: soitan 25.8.");
  await journey.says("jari", "asiakas virtasen konepaja");
  expect(journey.sees("jari")).toContain("Luvattu: soitan 25.8. (siirretty: ke 1.9.)\n");
  await journey.at("2027-09-02T09:00:00+03:00");
  await journey.says("jari", "yhteydenotot");
  expect(journey.sees("jari")).toContain("Virtasen Konepaja: piti olla ke 1.9., luvattu: soitan 25.8.");
});

test("a meeting of which no day is said is no promise", async () => {
  await journey.says("jari", "kävin virtasen konepajalla, palaveri, palaan asiaan viikolla 36");
  expect(journey.sees("jari")).toContain("käynti tänään, ”palaveri”. Lupasit: palaan asiaan viikolla 36.");
});

test("what was promised for a day that is over says so among what is late, and a substitute sees what was promised first", async () => {
  await journey.says("jari", "soitin virtasen konepajalle, lähetän tarjouksen pe");
  await addTo(journey, "jari", { "A-talo": {}, "B-talo": {}, Lahtinen: {} });
  await journey.says("jari", "kävin lahtisella, soitan 8.9.");
  await journey.at("2027-08-23T07:00:00+03:00");
  expect(journey.transcript(privately("jari"))).toContain(
    "Myöhässä\nVirtasen Konepaja: piti olla pe 20.8.: lähetän tarjouksen pe.",
  );
  await journey.says("jari", "yhteydenotot");
  expect(journey.sees("jari")).toContain(
    "Yhteydenotot\nMyöhässä\nVirtasen Konepaja: piti olla pe 20.8.: lähetän tarjouksen pe.",
  );
  await journey.says("jari", "lomalle 6.9.–12.9., sijainen Pekka");
  await journey.at("2027-09-07T09:00:00+03:00");
  await journey.says("pekka", "yhteydenotot");
  const seen = journey.sees("pekka");
  const at = (name: string) => seen.indexOf(name);
  expect(at("Virtasen Konepaja")).toBeGreaterThan(0);
  expect(at("Lahtinen: sovittu ke 8.9.")).toBeGreaterThan(at("Virtasen Konepaja"));
  expect(at("-talo")).toBeGreaterThan(at("Lahtinen: sovittu ke 8.9."));
});

test("with nothing due it is said that nothing is, and who is next", async () => {
  await journey.says("jari", "soitin virtasen konepajalle");
  await journey.says("jari", "yhteydenotot");
  expect(journey.sees("jari")).toBe(
    "Tällä viikolla ei ole yhteydenottoja. Seuraavana vuorossa on Virtasen Konepaja, ti 31.8.\n",
  );
});

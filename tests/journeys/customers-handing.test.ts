import { afterEach, beforeEach, expect, test } from "vitest";
import { addTo, beginFortnightly, contactsWith, customerCalled, NEXT_MONDAY } from "../support/customers.ts";
import { type Faults, failingStore, killedAfter } from "../support/failing-store.ts";
import { type Journey, privately } from "../support/journey.ts";

let faults: Faults;
let journey: Journey;

beforeEach(async () => {
  faults = { away: false, loseAnswers: 0 };
  const wrap = (store: Journey["store"]) => failingStore(store, faults);
  journey = await beginFortnightly({ wrap, errors: [] });
});
afterEach(() => journey.end());

const inCharge = async () => (await customerCalled(journey, "Virtasen Konepaja")).person;
const planIsWith = async () =>
  (await contactsWith(journey, "Virtasen Konepaja")).find(({ state }) => state === "planned")?.person;

async function hasPromised(): Promise<void> {
  await addTo(journey, "jari", { "Virtasen Konepaja": { last: "2027-08-09" } });
  await journey.says("jari", "soitin virtasen konepajalle, soitan 25.8.");
}

test("handed over it is the other's with all that was agreed, who is told; taken back by one tap, who had it is told too", async () => {
  await hasPromised();
  await journey.at(NEXT_MONDAY);
  const form = await journey.opensForm("jari", "Anna toiselle");
  expect(JSON.stringify(form.fields)).not.toContain("Jari Lahtinen");
  await journey.submits("jari", form, { to: "pekka" });
  expect(journey.sees("jari")).toContain("Virtasen Konepaja: nyt vastuussa Pekka Salo.\n[Ota takaisin]");
  expect(journey.sees("pekka")).toContain("Jari Lahtinen antoi sinulle asiakkaan Virtasen Konepaja.");
  expect(await inCharge()).toBe("pekka");
  await journey.says("pekka", "yhteydenotot");
  expect(journey.sees("pekka")).toContain("Virtasen Konepaja: sovittu ke 25.8.");
  await journey.taps("jari", "Ota takaisin");
  expect(await inCharge()).toBe("jari");
  expect(journey.transcript(privately("pekka"))).toContain(
    "Jari Lahtinen otti asiakkaan Virtasen Konepaja takaisin hoitoonsa.",
  );
  await journey.says("pekka", "yhteydenotot");
  expect(journey.sees("pekka")).toBe("Tällä viikolla ei ole yhteydenottoja.\n");
  await journey.at("2027-08-25T07:00:00+03:00");
  expect(journey.count("jari", "Määräpäivä ke 25.8.: yhteydenotto, Virtasen Konepaja")).toBe(1);
  expect(journey.count("pekka", "Määräpäivä")).toBe(0);
});

test("taken back by a tap that a kill cut short and that comes again, it comes with what was agreed", async () => {
  await hasPromised();
  await journey.at(NEXT_MONDAY);
  await journey.submits("jari", await journey.opensForm("jari", "Anna toiselle"), { to: "pekka" });
  const { seen, option } = journey.find(privately("jari"), "Ota takaisin");
  const base = journey.base("jari", privately("jari"));
  const tap = { ...base, kind: "tapped", action: option.action, message: seen.id } as const;
  faults.beforeWrite = killedAfter(1);
  await journey.receive(tap).catch(() => undefined);
  faults.beforeWrite = undefined;
  await journey.receive(tap);
  expect([await inCharge(), await planIsWith()]).toEqual(["jari", "jari"]);
  expect(journey.count("pekka", "otti asiakkaan Virtasen Konepaja takaisin hoitoonsa")).toBe(1);
});

test.each(["Anna toiselle", "Muokkaa"])(
  "handed over by “%s”, who gets it is told also where a kill came just after",
  async (way) => {
    await hasPromised();
    await journey.at(NEXT_MONDAY);
    if (way === "Muokkaa") await journey.says("jari", "asiakas virtasen konepaja");
    const form = await journey.opensForm("jari", way);
    // The plan with what follows from it, and the customer.
    faults.beforeWrite = killedAfter(4);
    await journey
      .submits("jari", form, way === "Muokkaa" ? { person: "pekka" } : { to: "pekka" })
      .catch(() => undefined);
    faults.beforeWrite = undefined;
    expect(await inCharge()).toBe("pekka");
    journey = await journey.restart({ wrap: (store) => store });
    expect(journey.count("pekka", "Jari Lahtinen antoi sinulle asiakkaan Virtasen Konepaja.")).toBe(1);
  },
);

test("given to another by the form of the customer, it goes with what was agreed too, who gets it is told, and the giver's lists forget it", async () => {
  await hasPromised();
  await journey.says("jari", "asiakas virtasen konepaja");
  await journey.submits("jari", await journey.opensForm("jari", "Muokkaa"), { person: "pekka" });
  expect([await inCharge(), await planIsWith()]).toEqual(["pekka", "pekka"]);
  expect(journey.count("pekka", "Jari Lahtinen antoi sinulle asiakkaan Virtasen Konepaja.")).toBe(1);
  const before = journey.count("jari", "Virtasen Konepaja");
  await journey.at(NEXT_MONDAY);
  await journey.says("jari", "yhteydenotot");
  await journey.says("jari", "viikkoviesti");
  expect(journey.count("jari", "Virtasen Konepaja")).toBe(before);
  expect(journey.count("jari", "Ota takaisin")).toBe(0);
});

test("handed over from the weekly message, only that message shows the way back", async () => {
  await addTo(journey, "jari", { "Virtasen Konepaja": { last: "2027-08-09" }, Lahtinen: { last: "2027-08-09" } });
  await journey.at(NEXT_MONDAY);
  await journey.submits("jari", await journey.opensForm("jari", "Anna toiselle"), { to: "pekka" });
  expect(journey.count("jari", "nyt vastuussa Pekka Salo")).toBe(1);
  await journey.says("jari", "yhteydenotot");
  await journey.at("2027-08-30T07:00:00+03:00");
  expect(journey.count("jari", "nyt vastuussa Pekka Salo")).toBe(1);
});

test("a line of an old message about a customer who was given to somebody else logs nothing, and says whose it is", async () => {
  await addTo(journey, "jari", { "Virtasen Konepaja": { last: "2027-08-09" } });
  await journey.at(NEXT_MONDAY);
  await journey.says("pekka", "asiakas virtasen konepaja");
  await journey.submits("pekka", await journey.opensForm("pekka", "Muokkaa"), { person: "pekka", town: "Lahti" });
  const tapped = await journey.taps("jari", "Otin yhteyttä");
  expect(tapped).toMatchObject({ notice: expect.stringContaining("on nyt vastuussa Pekka Salo.") });
  expect(await contactsWith(journey, "Virtasen Konepaja")).toEqual([]);
  expect(journey.sees("jari")).toContain("Virtasen Konepaja: nyt vastuussa Pekka Salo.\n[Asiakkaan tiedot]");
  await journey.taps("jari", "Asiakkaan tiedot");
  await journey.taps("jari", "Otin yhteyttä");
  expect(await contactsWith(journey, "Virtasen Konepaja")).toHaveLength(1);
});

test("so does a line of an old nudge", async () => {
  await hasPromised();
  await journey.at("2027-08-25T07:00:00+03:00");
  await journey.says("pekka", "anna virtasen konepaja minulle");
  expect(await planIsWith()).toBe("pekka");
  await journey.taps("jari", "Otin yhteyttä");
  expect(await planIsWith()).toBe("pekka");
  expect(journey.sees("jari")).toContain("Virtasen Konepaja: nyt vastuussa Pekka Salo.\n[Asiakkaan tiedot]");
});

test("handed over in words, it is as by a tap; what is not clear is said with the way", async () => {
  await hasPromised();
  await journey.says("jari", "anna virtasen konepaja Pekalle");
  expect(journey.sees("jari")).toContain("Virtasen Konepaja: nyt vastuussa Pekka Salo.\n[Ota takaisin]");
  expect([await inCharge(), await planIsWith()]).toEqual(["pekka", "pekka"]);
  expect(journey.count("pekka", "Jari Lahtinen antoi sinulle asiakkaan Virtasen Konepaja.")).toBe(1);
  await journey.says("jari", "anna virtasen konepaja Kyöstille");
  expect(journey.sees("jari")).toContain("En löydä, kuka on ”kyöstille”. Kirjoita etunimi");
  await journey.says("jari", "anna mattilan leipomo Pekalle");
  expect(journey.sees("jari")).toContain("En löydä asiakasta ”mattilan leipomo”.");
});

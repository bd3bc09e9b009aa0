import { afterEach, beforeEach, expect, test } from "vitest";
import { addTo, beginFortnightly, NEXT_MONDAY } from "../support/customers.ts";
import type { Journey } from "../support/journey.ts";

let journey: Journey;

beforeEach(async () => {
  journey = await beginFortnightly();
});
afterEach(() => journey.end());

test("the card, Home and the weekly list name one day on which the limit went by, also when it was put off beyond that", async () => {
  await addTo(journey, "jari", { "Virtasen Konepaja": { last: "2027-08-09" } });
  await journey.at("2027-08-30T07:00:00+03:00");
  const move = await journey.opensForm("jari", "Siirrä");
  await journey.submits("jari", move, { on: "2027-09-02" });
  await journey.says("jari", "asiakas Virtasen Konepaja");
  expect(journey.sees("jari")).toContain("Seuraava yhteydenotto: to 2.9., rajan ma 30.8. jälkeen");
  await journey.at("2027-09-06T07:00:00+03:00");
  expect(journey.sees("jari")).toContain("Virtasen Konepaja: raja ylittyi ti 31.8.");
  await journey.says("jari", "yhteydenotot");
  expect(journey.sees("jari")).toContain("Virtasen Konepaja: raja ylittyi ti 31.8.");
  await journey.says("jari", "asiakas Virtasen Konepaja");
  expect(journey.sees("jari")).toContain("Seuraava yhteydenotto: to 2.9., raja ylittyi ti 31.8.");
});

test("words that mean another day by now stand behind the day on which they were said, and are not cut at the hour", async () => {
  await addTo(journey, "jari", { "Virtasen Konepaja": {} });
  await journey.says("jari", "soitin virtasen konepajalle, lupasin soittaa huomenna klo 9");
  await journey.at("2027-08-18T07:00:00+03:00");
  expect(journey.sees("jari")).toContain(
    "Virtasen Konepaja: sovittu ke 18.8.: ti 17.8. ”lupasin soittaa huomenna klo 9”.",
  );
  await journey.says("jari", "asiakas Virtasen Konepaja");
  expect(journey.sees("jari")).toContain("Luvattu: ti 17.8. ”soittaa huomenna klo 9”");
});

test("put back on the day that was agreed, it is agreed as before", async () => {
  await addTo(journey, "jari", { "Virtasen Konepaja": {} });
  await journey.says("jari", "soitin virtasen konepajalle, soitan 26.8.");
  await journey.at(NEXT_MONDAY);
  await journey.taps("jari", "Ensi viikolla");
  await journey.taps("jari", "Palauta");
  expect(journey.sees("jari")).toContain("Virtasen Konepaja: sovittu to 26.8.: soitan 26.8.");
  expect(journey.offers("jari", "Palauta")).toBe(false);
});

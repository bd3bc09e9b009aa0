import { afterEach, beforeEach, expect, test } from "vitest";
import { addTo, beginFortnightly, NEXT_MONDAY } from "../support/customers.ts";
import type { Journey } from "../support/journey.ts";

let journey: Journey;

beforeEach(async () => {
  journey = await beginFortnightly();
  await addTo(journey, "jari", { "Virtasen Konepaja": { last: "2027-08-09" } });
});
afterEach(() => journey.end());

async function seesHistory(): Promise<string> {
  await journey.says("jari", "asiakas virtasen konepaja");
  await journey.taps("jari", "Historia");
  return journey.sees("jari");
}

test("why a contact was not needed stands in the history with who said so, and on the card as long as it holds", async () => {
  await journey.at(NEXT_MONDAY);
  await journey.submits("jari", await journey.opensForm("jari", "Ei tarvita nyt"), { why: "lomautukset" });
  await journey.says("jari", "asiakas virtasen konepaja");
  expect(journey.sees("jari")).toContain("Seuraava yhteydenotto: ma 6.9., ei tarvita nyt: lomautukset\n");
  expect(await seesHistory()).toContain("ma 23.8. yhteydenottoa ei tarvita nyt: lomautukset (Jari Lahtinen)\n");
  await journey.says("jari", "soitin virtasen konepajalle");
  await journey.says("jari", "asiakas virtasen konepaja");
  expect(journey.sees("jari")).not.toContain("lomautukset");
});

test("a visit at which nobody was met stands in the history as that", async () => {
  await journey.says("jari", "menossa virtaselle");
  await journey.at(121 * 60_000);
  await journey.taps("jari", "En tavannut");
  expect(await seesHistory()).toContain("ti 17.8. käynti, ei tavoitettu\n");
});

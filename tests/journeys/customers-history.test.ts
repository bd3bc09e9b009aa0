import { afterEach, beforeEach, expect, test } from "vitest";
import { addTo, beginFortnightly, customerCalled, NEXT_MONDAY } from "../support/customers.ts";
import type { Journey } from "../support/journey.ts";

let journey: Journey;

beforeEach(async () => {
  journey = await beginFortnightly();
  await addTo(journey, "jari", { "Virtasen Konepaja": { last: "2027-08-09" } });
});
afterEach(() => journey.end());

async function seesHistory(reader = "jari"): Promise<string> {
  await journey.says(reader, "asiakas virtasen konepaja");
  await journey.taps(reader, "Historia");
  return journey.sees(reader);
}

test("why a contact was not needed stands in the history with who said so, and on the card as long as it holds", async () => {
  await journey.at(NEXT_MONDAY);
  await journey.submits("jari", await journey.opensForm("jari", "Ei tarvita nyt"), { why: "lomautukset" });
  await journey.says("jari", "asiakas virtasen konepaja");
  expect(journey.sees("jari")).toContain("Seuraava yhteydenotto: ma 6.9., ei tarvita nyt: lomautukset\n");
  expect(await seesHistory()).toContain("ma 23.8. yhteydenottoa ei tarvita nyt: lomautukset\n");
  expect(await seesHistory("marja")).toContain("yhteydenottoa ei tarvita nyt: lomautukset (Jari Lahtinen)\n");
  await journey.says("jari", "soitin virtasen konepajalle");
  await journey.says("jari", "asiakas virtasen konepaja");
  expect(journey.sees("jari")).not.toContain("lomautukset");
});

test("what was promised for a contact that is not needed is open no more, until it is needed again", async () => {
  await journey.says("jari", "soitin virtasen konepajalle, soitan 25.8.");
  await journey.at(NEXT_MONDAY);
  await journey.submits("jari", await journey.opensForm("jari", "Ei tarvita nyt"), { why: "lomautukset" });
  expect(journey.sees("jari")).toContain("ei tarvita nyt. Palaan tähän ma 6.9.\n[Palauta]");
  const card = async () => {
    await journey.says("jari", "asiakas virtasen konepaja");
    return journey.sees("jari");
  };
  expect(await card()).toContain("Seuraava yhteydenotto: ma 6.9., ei tarvita nyt: lomautukset\n");
  expect(await card()).not.toContain("Luvattu");
  await journey.taps("jari", "Palauta");
  expect((await customerCalled(journey, "Virtasen Konepaja")).dueOn).toBe("2027-08-25");
  expect(await card()).toContain("Luvattu: soitan 25.8.\n");
  await journey.submits("jari", await journey.opensForm("jari", "Ei tarvita nyt"), { why: "lomautukset" });
  await journey.at("2027-08-25T12:00:00+03:00");
  expect(journey.count("jari", "Määräpäivä")).toBe(0);
  await journey.submits("jari", await journey.opensForm("jari", "Korjaa"), { outcome: "harkitsee" });
  expect(await card()).not.toContain("Luvattu");
  await journey.submits("jari", await journey.opensForm("jari", "Korjaa"), { next: "2027-08-31" });
  expect(await card()).toContain("Luvattu: soitan 25.8. (siirretty: ti 31.8.)\n");
});

test("of what others did the history says who they were", async () => {
  await journey.says("satu", "soitin virtasen konepajalle, tilaa syksyllä");
  await journey.says("marja", "anna Virtasen Konepaja Sadulle");
  const seen = await seesHistory();
  expect(seen).toMatch(/ puhelu, tilaa syksyllä \(Satu Virtanen\)\n/u);
  expect(seen).toMatch(/ vastuuhenkilö vaihtui: Satu Virtanen \(Marja [^)]+\)\n/u);
  expect(await seesHistory("satu")).toMatch(/ puhelu, tilaa syksyllä\n/u);
});

test("a visit at which nobody was met stands in the history as that", async () => {
  await journey.says("jari", "menossa virtaselle");
  await journey.at(121 * 60_000);
  await journey.taps("jari", "En tavannut");
  expect(await seesHistory()).toContain("ti 17.8. käynti, ei tavoitettu\n");
});

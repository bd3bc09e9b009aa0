import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addTo, beginFortnightly, NEXT_MONDAY } from "../support/customers.ts";
import { type Journey, privately } from "../support/journey.ts";

let journey: Journey;

beforeEach(async () => {
  journey = await beginFortnightly();
});
afterEach(() => journey.end());

const weekly = () =>
  journey.messages(privately("jari")).find(({ message }) => message.text.startsWith("Viikko"))?.message;

describe("what was agreed on at a contact", () => {
  const card = async () => {
    await journey.says("jari", "asiakas Virtasen Konepaja");
    return journey.sees("jari");
  };

  test("stands on the card with its days, comes up on its day, and is done by the contact that is made then", async () => {
    await addTo(journey, "jari", { "Virtasen Konepaja": { last: "2027-08-09" } });
    await journey.says("jari", "soitin virtasen konepajalle, harkitsee");
    const form = await journey.opensForm("jari", "Korjaa");
    await journey.submits("jari", form, { measures: "tarjous kaapelista, 26.8.\nhuoltosopimus" });
    expect(await card()).toContain("Sovitut toimet: tarjous kaapelista (to 26.8.); huoltosopimus");
    expect(journey.sees("jari")).toContain("Seuraava yhteydenotto: to 26.8.");
    await journey.taps("jari", "Historia");
    expect(journey.sees("jari")).toContain("puhelu, harkitsee, tarjous kaapelista, huoltosopimus");
    await journey.at(NEXT_MONDAY);
    expect(weekly()?.text).toContain("Virtasen Konepaja: sovittu to 26.8.: tarjous kaapelista");
    await journey.at("2027-08-26T07:00:00+03:00");
    expect(journey.sees("jari")).toContain("Määräpäivä to 26.8.: yhteydenotto, Virtasen Konepaja");
    await journey.taps("jari", "Otin yhteyttä");
    expect(await card()).toContain("Sovitut toimet: huoltosopimus");
  });

  test("is given up with the contact", async () => {
    await addTo(journey, "jari", { "Virtasen Konepaja": { last: "2027-08-09" } });
    await journey.says("jari", "soitin virtasen konepajalle, harkitsee");
    const form = await journey.opensForm("jari", "Korjaa");
    await journey.submits("jari", form, { measures: "tarjous, 26.8." });
    await journey.says("jari", "kumoa");
    expect(await card()).not.toContain("Sovitut toimet");
  });
});

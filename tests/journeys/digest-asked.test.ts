import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { people } from "../../src/people/records.ts";
import { DAY, digestOf } from "../support/digest.ts";
import { Journey } from "../support/journey.ts";
import { onlyAction } from "../support/only-action.ts";

describe("an action that somebody was asked to take", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
    await journey.says("satu", "toimenpide: esite, Jari");
  });
  afterEach(() => journey.end());

  it("is told to a manager with who was asked and since when, as the team sees it, and can be asked again", async () => {
    await journey.at(6 * DAY);
    expect(await digestOf(journey, "marja")).toContain("Mikään ei odota sinua juuri nyt.");
    await journey.at(2 * DAY);
    const seen = await digestOf(journey, "marja");
    expect(seen).toContain("esite odottaa vastausta ma 23.11. alkaen. Kysytty: Jari Lahtinen.");
    expect(seen).toContain("[Otan tämän] [Kysy: Jari] [Anna jollekulle] [Pudota]");
    expect(seen).not.toContain("vailla tekijää");
    await journey.taps("marja", "Kysy: Jari");
    expect(journey.count("jari", "Marja Koski kysyy: otatko toimenpiteen ”esite”?")).toBe(1);
    await journey.taps("jari", "Otan tämän");
    expect((await onlyAction(journey)).owners.jari?.state).toBe("accepted");
    expect(await digestOf(journey, "marja")).toContain("Mikään ei odota sinua juuri nyt.");
  });

  it("has nobody while who was asked is away: there is only giving it to another", async () => {
    await journey.store.change(people, "jari", { set: { away: { until: "2026-12-31", substitute: null } } });
    await journey.at(8 * DAY);
    const seen = await digestOf(journey, "marja");
    expect(seen).toContain("esite on ollut vailla tekijää ma 23.11. alkaen.");
    expect(seen).not.toContain("Kysy: Jari");
  });
});

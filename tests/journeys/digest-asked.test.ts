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

describe("an action that stands still", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
    await journey.says("satu", "toimenpide: hinnasto verkkoon, minä, 27.11.");
  });
  afterEach(() => journey.end());

  const on = (day: string) => journey.at(`${day}T09:00:00+02:00`);
  const isTold = async () => (await digestOf(journey, "marja")).includes("hinnasto verkkoon on jumissa");

  it("says in later weeks when it was asked about last, and can be asked about again", async () => {
    await journey.says("satu", "jumissa: hinnasto, odottaa kuvia");
    await on("2026-12-01");
    await digestOf(journey, "marja");
    await journey.taps("marja", "Kysy: Satu");
    expect(journey.sees("marja")).toContain("Kysyin tästä ti 1.12.\n[Siirrä]");
    await on("2026-12-07");
    expect(await digestOf(journey, "marja")).toContain("Kysyin tästä ti 1.12.\n[Kysy: Satu]");
    await journey.taps("marja", "Kysy: Satu");
    expect(journey.sees("marja")).toContain("Kysyin tästä ma 7.12.");
    expect(journey.count("satu", "Marja Koski kysyy")).toBe(2);
  });

  it("is told when two weeks without a message have stood for a week, where its owner answers none any more", async () => {
    for (const day of ["2026-11-30", "2026-12-07", "2026-12-10"]) await on(day);
    await journey.says("jari", "jumissa: hinnasto, odottaa kuvia");
    await on("2026-12-14");
    expect(journey.sees("satu")).toContain("Jatketaanko");
    await on("2026-12-21");
    expect(await isTold()).toBe(false);
    await on("2026-12-28");
    expect(journey.count("satu", "Viikko")).toBe(2);
    expect(await isTold()).toBe(true);
  });

  it("is told a week after it was said where its owner wants no messages, and never while they are away", async () => {
    await journey.store.change(people, "satu", { set: { weeklyPace: "stopped" } });
    await on("2026-12-02");
    await journey.says("jari", "jumissa: hinnasto, odottaa kuvia");
    await on("2026-12-08");
    expect(await isTold()).toBe(false);
    await on("2026-12-09");
    expect(await isTold()).toBe(true);
    await journey.store.change(people, "satu", { set: { away: { until: "2026-12-31", substitute: null } } });
    await on("2026-12-10");
    expect(await isTold()).toBe(false);
  });
});

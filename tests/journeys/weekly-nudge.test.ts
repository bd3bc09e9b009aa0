import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { people } from "../../src/people/records.ts";
import { channel, Journey, privately } from "../support/journey.ts";
import { actionsNamed } from "../support/weekly.ts";

describe("the nudge on the day when something is due", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin({ startAt: "2026-11-30T12:00:00+02:00" });
    await journey.at(1_000);
  });
  afterEach(() => journey.end());

  const nudges = (person: string) => journey.count(person, "Määräpäivä");

  it("comes at the person's hour, once, with its buttons and why it came; answered in place", async () => {
    await journey.says("satu", "toimenpide: hinnasto verkkoon, minä, 3.12.");
    await journey.at("2026-12-03T08:59:00+02:00");
    expect(nudges("satu")).toBe(0);
    await journey.at("2026-12-03T09:00:00+02:00");
    await journey.at("2026-12-03T15:00:00+02:00");
    expect(nudges("satu")).toBe(1);
    expect(journey.sees("satu")).toMatch(
      /^Määräpäivä to 3\.12\.: hinnasto verkkoon\nhinnasto verkkoon to 3\.12\.\n\[Valmis\].*\nMuistutan kerran, koska määräpäivä on nyt\./u,
    );
    await journey.taps("satu", "Valmis");
    expect(journey.sees("satu")).toMatch(
      /^Määräpäivä to 3\.12\..*\nhinnasto verkkoon valmis to 3\.12\.\n\[Avaa uudelleen\]/u,
    );
  });

  it("tells of everything that is due that day in one message, first steps too", async () => {
    await journey.says("satu", "toimenpide: hinnasto verkkoon, minä, 3.12.");
    await journey.says("satu", "toimenpide: kuvat kuntoon, minä, 18.12.");
    const form = await journey.opensForm("satu", "Nimeä ensimmäinen askel");
    await journey.submits("satu", form, { deed: "Soitto kuvaajalle", deedOn: "2026-12-03" });
    await journey.at("2026-12-03T09:00:00+02:00");
    expect(nudges("satu")).toBe(1);
    expect(journey.sees("satu")).toMatch(/^Määräpäivä nyt: kaksi toimenpidettä\n/u);
    expect(journey.sees("satu")).toContain("kuvat kuntoon pe 18.12. · ensimmäinen askel to 3.12.: Soitto kuvaajalle");
  });

  it("is folded into the weekly message when both fall on one day, and waits for Monday over a weekend", async () => {
    await journey.says("satu", "toimenpide: hinnasto verkkoon, minä, 5.12.");
    await journey.at("2026-12-05T12:00:00+02:00");
    await journey.at("2026-12-07T09:00:00+02:00");
    expect(nudges("satu")).toBe(0);
    expect(journey.count("satu", "Viikko 50: yksi toimenpide")).toBe(1);
    await journey.says("satu", "muistuta perjantaisin klo 9");
    await journey.says("satu", "toimenpide: messut, minä, 12.12.");
    await journey.at("2026-12-12T12:00:00+02:00");
    await journey.at("2026-12-14T09:00:00+02:00");
    expect(journey.sees("satu")).toMatch(/^Määräpäivä la 12\.12\.: messut/u);
  });

  it("says nothing of what was done, moved or put off meanwhile, nor to who wants quiet", async () => {
    for (const what of ["a", "b", "c"]) await journey.says("satu", `toimenpide: ${what}, minä, 3.12.`);
    await journey.says("marja", "toimenpide: d, minä, 3.12.");
    await journey.says("marja", "hiljaa");
    await journey.at("2026-12-02T12:00:00+02:00");
    await journey.taps("satu", "Valmis");
    const tap = async (deed: string, name: string) =>
      journey.receive({
        ...journey.base("satu", privately("satu")),
        kind: "tapped",
        action: JSON.stringify({ kind: "plan-tap", deed, action: (await actionsNamed(journey, name))[0]?._id }),
        message: "m",
      });
    await tap("snooze", "a");
    await tap("stop", "b");
    await journey.at("2026-12-03T09:00:00+02:00");
    expect([nudges("satu"), nudges("marja")]).toEqual([0, 0]);
  });

  it("goes to the substitute while its owner is away, who is named; so does the weekly message's part", async () => {
    await journey.says("jari", "toimenpide: hinnasto verkkoon, minä, 8.12.", {
      in: channel("koneet"),
      addressed: true,
    });
    await journey.says("jari", "toimenpide: messuosasto, minä, 8.12.", { in: channel("myynti"), addressed: true });
    await journey.says("jari", "poissa 11.12. asti, sijainen satu");
    const before = journey.messages(privately("jari")).length;
    await journey.at("2026-12-07T09:00:00+02:00");
    expect(journey.sees("satu")).toMatch(
      /^Viikko 50: yksi toimenpide\nSijaisena\nhinnasto verkkoon Jari Lahtinen · ti 8\.12\.\n\[Valmis\] \[Menossa\] \[Jumissa\] \[Siirrä\]\n/u,
    );
    await journey.says("satu", "koti");
    expect(journey.sees("satu")).toMatch(
      /Sijaisena.*\nhinnasto verkkoon Jari Lahtinen · ti 8\.12\.\n\[Valmis\] \[Menossa\] \[Jumissa\] \[Siirrä\]/u,
    );
    expect(journey.sees("satu")).not.toContain("messuosasto");
    await journey.at("2026-12-08T07:00:00+02:00");
    await journey.at("2026-12-08T09:00:00+02:00");
    expect(journey.sees("satu")).toMatch(/^Määräpäivä ti 8\.12\.: hinnasto verkkoon\nhinnasto verkkoon Jari Lahtinen/u);
    expect(journey.count("satu", "messuosasto")).toBe(0);
    expect(journey.messages(privately("jari"))).toHaveLength(before);
    await journey.taps("satu", "Valmis");
    expect(await actionsNamed(journey, "hinnasto", false)).toHaveLength(1);
    await journey.at("2026-12-14T07:00:00+02:00");
    expect(journey.sees("jari")).toMatch(
      /^Viikko 51: yksi toimenpide\. Toinen merkitsi valmiiksi: hinnasto verkkoon\nAloita näistä\nmessuosasto myynti · ti 8\.12\./u,
    );
  });

  it("goes to the substitute also on the first day away, said before or on that very morning", async () => {
    await journey.says("satu", "muistuta tiistaisin klo 9");
    const toTeam = { in: channel("koneet"), addressed: true };
    await journey.says("jari", "toimenpide: hinnasto verkkoon, minä, 3.12.", toTeam);
    await journey.says("jari", "toimenpide: messuosasto, minä, 4.12.", toTeam);
    await journey.says("jari", "lomalle 3.12.–9.12., sijainen satu");
    await journey.at("2026-12-02T20:00:00+02:00");
    await journey.at("2026-12-03T09:00:00+02:00");
    expect(journey.sees("satu")).toMatch(/^Määräpäivä to 3\.12\.: hinnasto verkkoon\n/u);
    await journey.says("jari", "palasin");
    await journey.at("2026-12-04T06:30:00+02:00");
    await journey.says("jari", "poissa 9.12. asti, sijainen satu");
    await journey.at("2026-12-04T09:00:00+02:00");
    expect(journey.count("satu", "Määräpäivä pe 4.12.: messuosasto")).toBe(1);
    expect(nudges("jari")).toBe(0);
  });

  it("comes in English by the clocks of who speaks it", async () => {
    await journey.says("priya", "action: price list online, me, 3 Dec");
    await journey.at("2026-12-03T08:59:00+00:00");
    expect(journey.count("priya", "Due ")).toBe(0);
    await journey.at("2026-12-03T09:00:00+00:00");
    expect(journey.sees("priya")).toMatch(
      /^Due Thu 3 Dec: price list online\n.*\n.*\nI remind you once, because this is due now\./u,
    );
  });

  it("does not come to who has left", async () => {
    await journey.says("satu", "toimenpide: hinnasto verkkoon, minä, 3.12.");
    await journey.store.change(people, "satu", { set: { leftAt: journey.now } });
    await journey.at("2026-12-03T09:01:00+02:00");
    expect(nudges("satu")).toBe(0);
  });
});

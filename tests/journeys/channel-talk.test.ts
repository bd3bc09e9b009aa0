import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { channel, Journey, privately } from "../support/journey.ts";
import { answers, levelsOf, ROUND, responseOf, roundOf, starts, TEAM } from "../support/maturity-round.ts";

const MYYNTI = channel("myynti");

describe("in the team's channel", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
  });
  afterEach(() => journey.end());

  it("what looks like an answer is not recorded, and each person is told so once", async () => {
    await starts(journey);
    await journey.taps("jari", "Vastaa", TEAM);
    await journey.says("jari", "3", { in: TEAM });
    expect(journey.sees(TEAM)).toContain("Tätä en kirjannut. Kierrokseen vastataan yksityisesti");
    await journey.says("jari", "taso 2", { in: TEAM });
    await journey.says("jari", "en osaa sanoa", { in: TEAM });
    expect(journey.count(TEAM, "Tätä en kirjannut")).toBe(1);
    await journey.says("pekka", "neljä", { in: TEAM });
    expect(journey.count(TEAM, "Tätä en kirjannut")).toBe(2);
    expect((await responseOf(journey, "jari")).answers).toEqual({});
  });

  it("the bare word for actions lists them, and without what is to be done it is told how one is written", async () => {
    await journey.says("jari", "Toimenpiteet", { in: TEAM });
    expect(journey.sees(TEAM)).toContain("Toimenpiteet · koneet");
    await journey.says("jari", "toimenpiteet on tehty", { in: TEAM });
    expect(journey.messages(TEAM)).toHaveLength(1);
    for (const place of [TEAM, privately("jari")]) {
      await journey.says("jari", "toimenpide:", { in: place });
      expect(journey.sees(place)).toContain("Kirjoita vaikka ”toimenpide: hinnasto verkkoon, Satu, 15.12.”.");
    }
  });

  it("people's own talk is none of the coach's business", async () => {
    await starts(journey);
    const before = journey.seen.length;
    for (const talk of [
      "Moi kaikki, kuka vie auton huoltoon?",
      "ok",
      "kiitos 👍",
      "mennään kahville kolmelta",
      "tilanne",
    ])
      await journey.says("pekka", talk, { in: TEAM });
    expect(journey.seen.length).toBe(before);
  });

  it("whoever speaks to the coach by name and is not understood gets the way on", async () => {
    await journey.says("pekka", "tee kahvia", { in: TEAM, addressed: true });
    expect(journey.sees(TEAM)).toMatch(/En saanut tästä selvää\..*\[Mitä osaat\?\] \[Valitse aihe\]/su);
    await journey.says("pekka", "aihet", { in: TEAM, addressed: true });
    expect(journey.sees(TEAM)).toContain("Jos tarkoitit ”aiheet”");
    await journey.says("pekka", "missä mennään", { in: TEAM, addressed: true });
    expect(journey.sees(TEAM)).toContain("Missä mennään · koneet");
  });

  it("whoever says to start and not what is shown what there is", async () => {
    await journey.says("pekka", "aloita", { in: TEAM, addressed: true });
    expect(journey.sees(TEAM)).toContain("Digikypsyys");
  });

  it("a file is declined kindly", async () => {
    await journey.receive({ ...journey.base("jari", privately("jari")), kind: "sent-file" });
    expect(journey.sees("jari")).toContain("En osaa lukea tiedostoja.");
  });
});

describe("someone with several things open", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
  });
  afterEach(() => journey.end());

  it("answers the round that they touched last, and each question names its round", async () => {
    await starts(journey);
    await starts(journey, "pekka", {}, "myynti");
    await answers(journey, "jari", "2");
    await journey.taps("jari", "Vastaa", MYYNTI);
    await journey.says("jari", "4");
    expect(journey.sees("jari")).toContain("Digikypsyys, 1. kierros, myynti");
    expect(await levelsOf(journey, "jari", "myynti:digital-maturity:1")).toBe("4");
    await journey.taps("jari", "Vastaa", TEAM);
    await journey.says("jari", "3");
    expect(await levelsOf(journey, "jari")).toBe("2 3");
    expect(journey.sees("jari")).toContain("Digikypsyys, 1. kierros, koneet");
  });

  it("changes an answer of the round that is finished while another one waits", async () => {
    await starts(journey);
    await answers(journey, "jari", "2 2 2 2 2 2");
    await starts(journey, "pekka", {}, "myynti");
    await journey.taps("jari", "Vastaa", MYYNTI);
    await journey.taps("jari", "Vastaan uudelleen");
    await journey.says("jari", "3");
    await journey.taps("jari", "Muuta: Strategia");
    expect(journey.sees("jari")).toContain("Strategia · 1/6");
    await journey.says("jari", "5");
    expect(await levelsOf(journey, "jari")).toBe("5 2 2 2 2 2");
    expect(await levelsOf(journey, "jari", "myynti:digital-maturity:1")).toBe("3");
    await journey.says("jari", "4");
    expect(await levelsOf(journey, "jari", "myynti:digital-maturity:1")).toBe("3 4");
  });

  it("is offered their own answers from another team for 90 days, seen by nobody else", async () => {
    await starts(journey);
    await answers(journey, "jari", "2 3 2 4 2 2");
    await journey.closes("satu");
    await journey.at("2027-02-20T09:00:00+02:00");
    await starts(journey, "pekka", {}, "myynti");
    await journey.taps("jari", "Vastaa", MYYNTI);
    expect(journey.sees("jari")).toMatch(/Vastasit .*samoihin kysymyksiin 23\.11\.2026/u);
    expect(journey.transcript(MYYNTI)).not.toContain("samoihin kysymyksiin");
    await journey.taps("jari", "Käytän niitä");
    expect(journey.sees("jari")).toContain("Kaikkiin kohtiin on vastattu.");
    expect(await levelsOf(journey, "jari", "myynti:digital-maturity:1")).toBe("2 3 2 4 2 2");
    expect(journey.messages(MYYNTI).at(-1)?.message.text).toContain("1/2 vastannut");
  });

  it("is not offered answers that are older than 90 days, nor another person's", async () => {
    await starts(journey);
    await answers(journey, "jari", "2 3 2 4 2 2");
    await answers(journey, "satu", "1 1 1 1 1 1");
    await journey.at("2027-02-22T09:00:00+02:00");
    await starts(journey, "pekka", {}, "myynti");
    await journey.taps("jari", "Vastaa", MYYNTI);
    expect(journey.sees("jari")).toContain("Strategia · 1/6");
    const stolen = JSON.stringify({ kind: "reuse", round: "myynti:digital-maturity:1", from: `${ROUND}/satu` });
    const outcome = await journey.receive({
      ...journey.base("jari", privately("jari")),
      kind: "tapped",
      action: stolen,
      message: "m",
    });
    expect(outcome).toMatchObject({ notice: expect.stringContaining("Tämä nappi on vanha") });
    expect((await responseOf(journey, "jari", "myynti:digital-maturity:1")).answers).toEqual({});
  });

  it("keeps apart what two people answer at the same time", async () => {
    await starts(journey);
    await Promise.all([journey.taps("jari", "Vastaa", TEAM), journey.taps("pekka", "Vastaa", TEAM)]);
    for (const [mine, yours] of [
      ["2", "4"],
      ["3", "5"],
      ["1", "1"],
    ] as const)
      await Promise.all([journey.says("jari", mine), journey.says("pekka", yours)]);
    expect(await levelsOf(journey, "jari")).toBe("2 3 1");
    expect(await levelsOf(journey, "pekka")).toBe("4 5 1");
    expect(journey.transcript(privately("jari"))).not.toContain("Optimoitu.");
    expect((await roundOf(journey)).state).toBe("open");
  });
});

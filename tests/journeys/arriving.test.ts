import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { memberships, people } from "../../src/people/records.ts";
import { Journey, privately } from "../support/journey.ts";
import { answers, finishesRound, levelsOf, starts, TEAM } from "../support/maturity-round.ts";
import { COMPANY } from "../support/sample-company.ts";

describe("someone opens Luotsi", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
  });
  afterEach(() => journey.end());

  it("and hears once what it is, however often the platform tells", async () => {
    for (let nth = 0; nth < 3; nth++) await journey.opens("uusi");
    journey = await journey.restart();
    await journey.opens("uusi");
    expect(journey.messages(privately("uusi"))).toHaveLength(1);
    expect(journey.sees("uusi")).toMatch(/Olen Luotsi\..*\[Valitse aihe\]/su);
    await journey.taps("uusi", "Valitse aihe");
    expect(journey.sees("uusi")).toContain("Digikypsyys");
    await journey.taps("uusi", "Digikypsyys");
    expect(journey.sees("uusi")).toContain("Et ole vielä missään tiimissä.");
  });

  it("as a newcomer to a team, and hears once where it is going", async () => {
    await finishesRound(journey);
    await journey.store.insert(memberships, { _id: "koneet/uusi", company: COMPANY, team: "koneet", person: "uusi" });
    await journey.receive({ ...journey.base("uusi", TEAM), kind: "joined" });
    for (let nth = 0; nth < 3; nth++) await journey.opens("uusi");
    expect(journey.count("uusi", "Missä mennään · koneet")).toBe(1);
    expect(journey.sees("uusi")).toMatch(/Nostamme: asiakastieto/iu);
    expect(journey.sees("uusi")).toContain("Listaa nykyiset rekisterit");
    expect(journey.sees("uusi")).toMatch(/^Olet tullut tiimiin, joka on jo sopinut jostakin\./u);
    expect(journey.count("uusi", "Olen Luotsi.")).toBe(1);
    for (let nth = 0; nth < 3; nth++) await journey.opens("jari");
    expect(journey.count("jari", "Missä mennään")).toBe(0);
  });

  it("and finds last what waits for them: the news of the team come when nothing does", async () => {
    await finishesRound(journey);
    await journey.store.insert(memberships, { _id: "koneet/uusi", company: COMPANY, team: "koneet", person: "uusi" });
    await journey.receive({ ...journey.base("uusi", TEAM), kind: "joined" });
    await journey.says("satu", "toimenpide: hinnasto verkkoon, Uusi, 15.12.", { in: TEAM, addressed: true });
    const waiting = journey.sees("uusi");
    expect(waiting).toContain("Otan tämän");
    for (let nth = 0; nth < 2; nth++) await journey.opens("uusi");
    expect(journey.sees("uusi")).toBe(waiting);
    await journey.taps("uusi", "Otan tämän");
    await journey.opens("uusi");
    expect(journey.sees("uusi")).toContain("Missä mennään · koneet");
  });

  it("after nine days in the middle of a round, and finds where they were", async () => {
    await starts(journey, "satu", { date: "2026-12-10" });
    await journey.opens("jari");
    await answers(journey, "jari", "2 3 2");
    await journey.opens("jari");
    expect(journey.count("jari", "Jäit kohtaan")).toBe(0);
    await journey.at("2026-12-02T10:00:00+02:00");
    journey = await journey.restart();
    await journey.opens("jari");
    expect(journey.sees("jari")).toMatch(/Jäit kohtaan 4\/6, Asiakastieto\. Kolme vastaus/u);
    await journey.opens("jari");
    expect(journey.count("jari", "Jäit kohtaan")).toBe(1);
    await journey.says("jari", "kolme");
    expect(await levelsOf(journey, "jari")).toBe("2 3 2 3");
  });

  it("and goes on with nothing begun: the page shows what waits", async () => {
    await starts(journey, "satu");
    await journey.says("jari", "jatka");
    expect(journey.sees("jari")).toMatch(/Avoimet kierrokset\nDigikypsyys, 1\. kierros[^\n]*\n\[Vastaa\]/u);
    await journey.says("jari", "apua");
    expect(journey.sees("jari")).toContain("”aloita digikypsyys”");
  });

  it("and late in a round is counted among the invited once they answer", async () => {
    await starts(journey, "satu", { invited: ["satu", "jari"] });
    expect(journey.sees(TEAM)).toContain("0/2 vastannut");
    await answers(journey, "pekka", "2 3 2 4 2 2");
    expect(journey.sees(TEAM)).toContain("1/3 vastannut");
  });

  it("and has left the company: then a new round does not ask them", async () => {
    await journey.store.change(people, "pekka", { set: { leftAt: journey.now } });
    await starts(journey);
    expect(journey.sees(TEAM)).toContain("0/4 vastannut");
  });

  it("and brings it to a channel, where it says once who asked and what it will post", async () => {
    for (let nth = 0; nth < 2; nth++) await journey.receive({ ...journey.base("satu", TEAM), kind: "added" });
    await journey.receive({ ...journey.base("jari", TEAM), kind: "added" });
    expect(journey.messages(TEAM)).toHaveLength(1);
    expect(journey.sees(TEAM)).toMatch(
      /Satu Virtanen pyysi minut tälle kanavalle\..*Tänne kirjoitan vain.*\[Valitse aihe\]/su,
    );
    expect(journey.messages(privately("satu"))).toEqual([]);
  });

  it("and brings it to a channel without the platform telling who: then nobody is said to have asked", async () => {
    await journey.receive({ ...journey.base("satu", TEAM), kind: "added", byUnknown: true });
    expect(journey.sees(TEAM)).toMatch(/^Olen Luotsi\./u);
  });

  it("from another team, and may neither answer nor see what that team agreed on", async () => {
    await finishesRound(journey);
    const tap = (action: object) =>
      journey.receive({
        ...journey.base("uusi", privately("uusi")),
        kind: "tapped",
        action: JSON.stringify(action),
        message: "m",
      });
    const round = "koneet:digital-maturity:1";
    for (const kind of [
      "take-part",
      "object",
      "lift",
      "facilitate",
      "tallies",
      "close",
      "cancel",
      "who-sees",
      "accept",
    ])
      expect([kind, await tap({ kind, round })]).toEqual([
        kind,
        { kind: "taken", notice: expect.stringContaining("toisen tiimin") },
      ]);
    await tap({ kind: "where-we-are", team: "koneet" });
    await tap({ kind: "start", flow: "digital-maturity", team: "koneet" });
    expect(journey.transcript(privately("uusi"))).not.toMatch(/rekisterit|Nostamme|\[Aloita kierros\]/u);
  });
});

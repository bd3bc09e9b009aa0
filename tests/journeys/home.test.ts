import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { HOME } from "../../src/channels/channel.ts";
import { memberships } from "../../src/people/records.ts";
import { Homes } from "../support/home-channel.ts";
import { channel, Journey, optionsOf, privately } from "../support/journey.ts";
import { answers, closesAndAgrees, finishesRound, lifts, starts, TEAM } from "../support/maturity-round.ts";
import { COMPANY } from "../support/sample-company.ts";

describe("a person's own page", () => {
  let journey: Journey;
  let homes: Homes;
  beforeEach(async () => {
    homes = new Homes();
    journey = await Journey.begin({ channel: homes.before });
  });
  afterEach(() => journey.end());

  const opensHome = (person: string) =>
    journey.receive({ ...journey.base(person, privately(person)), kind: "opened", home: true });

  function tapsHome(person: string, label: string) {
    const option = optionsOf(homes.of(person)).find((one) => one.label === label);
    if (!option) throw new Error(`No ${label} on Home:\n${homes.of(person).text}`);
    return journey.receive({
      ...journey.base(person, privately(person)),
      kind: "tapped",
      action: option.action,
      message: HOME,
    });
  }

  it("is drawn where it was opened, and nothing is said in the chat, where the hello comes as ever", async () => {
    for (let nth = 0; nth < 3; nth++) await opensHome("uusi");
    expect(journey.messages(privately("uusi"))).toEqual([]);
    expect(homes.of("uusi").text).toContain("Liity tiimisi kanavalle");
    await journey.opens("uusi");
    expect(journey.count("uusi", "Olen Luotsi.")).toBe(1);
  });

  it("says what is late by the same decision as the weekly message, and that first", async () => {
    await journey.says("jari", "toimenpide: hinnasto, minä, 26.11.", { in: TEAM, addressed: true });
    await journey.says("satu", "toimenpide: messut, Jari, 27.11.");
    await journey.says("satu", "toimenpide: esite, Jari, Q1/2027");
    await journey.at(1_000);
    await opensHome("jari");
    expect(homes.of("jari").text).not.toContain("myöhässä");
    await journey.at("2026-11-30T09:00:30+02:00");
    expect(journey.sees("jari")).toMatch(/Myöhässä\nhinnasto[\s\S]*messut .*· myöhässä/u);
    await opensHome("jari");
    expect(homes.of("jari").text).toMatch(
      /hinnasto .*to 26\.11\. · myöhässä\n[\s\S]*messut .*pe 27\.11\. · myöhässä\n[\s\S]*esite .*ehdotettu/u,
    );
  });

  it("shows the round that waits, then how far one is, and leads into the private chat", async () => {
    await starts(journey);
    await opensHome("jari");
    expect(homes.of("jari").text).toContain("Digikypsyys, 1. kierros, koneet: Et ole vielä vastannut. Sulkeutuu");
    expect(await tapsHome("jari", "Vastaa")).toMatchObject({ notice: expect.stringContaining("yksityisessä") });
    expect(journey.sees("jari")).toContain("· 1/6");
    for (const level of "232".split("")) await journey.says("jari", level);
    await opensHome("jari");
    expect(homes.of("jari").text).toContain("3/6 vastattu.");
    await tapsHome("jari", "Jatka");
    expect(journey.sees("jari")).toContain("· 4/6");
  });

  it("is drawn anew when the person has answered all, and when the round closes and is agreed", async () => {
    await opensHome("jari");
    await starts(journey);
    expect(homes.of("jari").text).toContain("Et ole vielä vastannut.");
    const before = homes.timesOf("jari");
    await answers(journey, "jari", "2 2 3 4 2");
    expect(homes.timesOf("jari")).toBe(before);
    await journey.says("jari", "3");
    expect(homes.of("jari").text).toContain("Olet vastannut kaikkeen.");
    for (const person of ["satu", "pekka", "marja"]) await answers(journey, person, "2 2 3 4 2 3");
    await closesAndAgrees(journey);
    expect(homes.of("jari").text).not.toContain("Avoimet kierrokset");
    await lifts(journey);
    expect(homes.of("jari").text).toContain("Nostamme: asiakastieto");
    expect(homes.timesOf("pekka")).toBe(0);
  });

  it("is drawn anew when the clock closes a round, and when a round is cancelled", async () => {
    await opensHome("jari");
    await starts(journey);
    await journey.at("2026-11-27T09:00:00+02:00");
    expect(homes.of("jari").text).not.toContain("Avoimet kierrokset");
    await journey.says("satu", "peru kierros");
    await journey.taps("satu", "Peru kierros");
    await starts(journey);
    expect(homes.of("jari").text).toContain("Digikypsyys, 2. kierros");
    await journey.says("satu", "peru kierros");
    await journey.taps("satu", "Peru kierros");
    expect(homes.of("jari").text).not.toContain("Digikypsyys, 2. kierros");
    expect(() => journey.find(privately("satu"), "Peru kierros")).toThrow("Nothing to tap");
  });

  it("leads the facilitator to the card, and tells where it came", async () => {
    await starts(journey);
    await opensHome("satu");
    expect(homes.of("satu").text).toContain("koneet: Digikypsyys, 1. kierros, 0/5 vastannut.");
    expect(await tapsHome("satu", "Avaa vetäjän kortti")).toMatchObject({ notice: expect.any(String) });
    expect(journey.sees("satu")).toContain("Sulje nyt");
  });

  it("shows a manager how the teams stand, never who has not answered; others do not see that part", async () => {
    await finishesRound(journey);
    await opensHome("marja");
    expect(homes.of("marja").text).toMatch(/Tiimiesi tilanne\nkoneet: Kierroksia ei ole auki\. Nostettu asiakastieto/u);
    await journey.says("marja", "aloita seuraava taso", { in: TEAM });
    await opensHome("pekka");
    expect(homes.of("pekka").text).not.toContain("Tiimiesi tilanne");
    for (const name of ["Jari", "Pekka", "Priya"]) expect(homes.of("marja").text).not.toContain(name);
  });

  it("shows a newcomer where a team is that has not chosen yet what it lifts", async () => {
    await opensHome("pekka");
    expect(homes.of("pekka").text).toMatch(/Tiimiesi tilanne\nkoneet: Kierroksia ei ole auki\./u);
    await starts(journey);
    await answers(journey, "pekka", "2 3 2 4 2 2");
    await opensHome("pekka");
    expect(homes.of("pekka").text).not.toContain("Tiimiesi tilanne");
  });

  it("shows a newcomer first where the team is going, with its picture", async () => {
    await finishesRound(journey);
    await journey.store.insert(memberships, { _id: "koneet/uusi", company: COMPANY, team: "koneet", person: "uusi" });
    await journey.receive({ ...journey.base("uusi", TEAM), kind: "joined" });
    await starts(journey, "satu", { invited: ["uusi", "priya"] });
    for (const person of ["uusi", "priya"]) await opensHome(person);
    expect(homes.of("uusi").blocks.filter(({ kind }) => kind === "picture")).toHaveLength(1);
    expect(homes.of("uusi").text).toMatch(/Olen Luotsi\.[\s\S]*Missä mennään[\s\S]*Avoimet kierrokset/u);
    expect(homes.of("priya").text).toMatch(/Open rounds[\s\S]*Where we are/u);
  });

  it("comes as a message by word, turns its pages in place, and is kept out of the channel", async () => {
    await finishesRound(journey);
    for (const word of ["koti", "oma sivu", "etusivu", "home", "/luotsi", ""]) {
      await journey.says("jari", word, { addressed: true });
      expect(journey.sees("jari"), word).toContain("Oma sivusi");
    }
    const seen = journey.messages(TEAM).length;
    expect(await journey.says("pekka", "", { in: TEAM, addressed: true })).toEqual({
      kind: "taken",
      notice: "Oma sivusi on yksityisessä keskustelussamme.",
      inPrivate: true,
    });
    expect(journey.messages(TEAM)).toHaveLength(seen);
    expect(journey.sees("pekka")).toContain("[Valitse aihe]");
    const { id } = journey.last(privately("pekka"));
    const turn = { kind: "tapped", message: id, action: '{"kind":"home","section":"results","page":0}' } as const;
    await journey.receive({ ...journey.base("pekka", privately("pekka")), ...turn });
    expect(journey.last(privately("pekka")).id).toBe(id);
    expect(journey.sees("pekka")).toContain("[Oma sivu]");
    await journey.taps("pekka", "Oma sivu");
    expect(journey.sees("pekka")).toContain("Oma sivusi");
  });

  it("of someone in many teams shows the most urgent and the way to all of it, page by page", async () => {
    const teams = Array.from({ length: 12 }, (_, nth) => `tiimi-${nth + 10}`);
    await journey.end();
    journey = await Journey.begin({ channel: homes.before, people: { satu: { name: "Satu Virtanen", teams } } });
    for (const team of teams) await starts(journey, "satu", {}, team);
    await journey.taps("satu", "Vastaa", channel("tiimi-21"));
    await journey.says("satu", "2");
    await opensHome("satu");
    expect(homes.of("satu").text).toContain("Digikypsyys, 1. kierros, tiimi-21: 1/6 vastattu.");
    expect(homes.of("satu").text.match(/Et ole vielä vastannut/gu)).toHaveLength(3);
    await tapsHome("satu", "Näytä kaikki (12)");
    expect(homes.of("satu").text).toMatch(/Avoimet kierrokset[\s\S]*Sivu 1\/2/u);
    await tapsHome("satu", "Seuraavat");
    expect(homes.of("satu").text.match(/Et ole vielä vastannut/gu)).toHaveLength(2);
    await tapsHome("satu", "Edelliset");
    await tapsHome("satu", "Oma sivu");
    expect(homes.of("satu").text).toContain("Oma sivusi");
    const gone = { kind: "tapped", action: '{"kind":"home","section":"gone","page":7}', message: HOME } as const;
    await journey.receive({ ...journey.base("satu", privately("satu")), ...gone });
    expect(homes.of("satu").text).toContain("Oma sivusi");
  });

  it("keeps nobody from answering: a question still waits behind it", async () => {
    await starts(journey);
    await answers(journey, "jari", "2");
    await journey.says("jari", "koti");
    await journey.says("jari", "3");
    await journey.says("jari", "koti");
    expect(journey.sees("jari")).toContain("2/6 vastattu.");
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { actions } from "../../src/plan/action.ts";
import { channel, Journey, optionsOf, privately } from "../support/journey.ts";
import { onlyAction } from "../support/only-action.ts";
import { COMPANY } from "../support/sample-company.ts";

const TEAM = channel("koneet");

describe("an action that someone has taken", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
    await journey.says("satu", "toimenpide: hinnasto verkkoon, minä, 15.12.");
  });
  afterEach(() => journey.end());

  it("gets its first step, is under way, stuck for a reason, moving again, moved and done, each in place", async () => {
    const deed = await journey.opensForm("satu", "Nimeä ensimmäinen askel");
    expect(deed.fields).toContainEqual(expect.objectContaining({ id: "deedOn", value: "2026-11-30" }));
    await journey.submits("satu", deed, { deed: "Pyydetään kuvat" });
    expect(journey.sees("satu")).toContain("Ensimmäinen askel: Pyydetään kuvat, ma 30.11.");
    await journey.taps("satu", "Menossa");
    expect(journey.sees("satu")).toContain("Tilanne: menossa");
    const why = await journey.opensForm("satu", "Jumissa");
    expect(await journey.submits("satu", why, { why: " " })).toMatchObject({
      mistakes: { why: "Kerro lyhyesti syy." },
    });
    await journey.submits("satu", why, { why: "Kuvat puuttuvat." });
    expect(journey.sees("satu")).toContain("Tilanne: jumissa ma 23.11. alkaen: Kuvat puuttuvat");
    await journey.taps("satu", "Jatkuu taas");
    const when = await journey.opensForm("satu", "Siirrä");
    expect(await journey.submits("satu", when, { due: "1.1.2020" })).toMatchObject({ kind: "mistakes" });
    await journey.submits("satu", when, { due: "Q1/2027" });
    expect(journey.sees("satu")).toContain("Q1/2027");
    await journey.taps("satu", "Valmis");
    expect(journey.messages(privately("satu"))).toHaveLength(1);
    const [action] = await journey.store.find(actions, {
      name: "ofTeam",
      equals: { company: COMPANY, team: "koneet", open: false },
    });
    expect(action?.history.map(({ did }) => did)).toEqual([
      "proposed",
      "edited",
      "going",
      "blocked",
      "going",
      "moved",
      "done",
    ]);
  });

  it("is handed over, declined, and then nobody's: the card says so", async () => {
    const form = await journey.opensForm("satu", "Luovuta");
    expect(await journey.submits("satu", form, { to: "uusi" })).toMatchObject({ kind: "mistakes" });
    await journey.submits("satu", form, { to: "jari" });
    expect(journey.sees("jari")).toContain("Satu Virtanen ehdottaa tätä sinulle.");
    await journey.taps("jari", "Ei minun");
    expect(journey.count("satu", "Kukaan ei ole vielä ottanut tätä.")).toBe(1);
    expect((await onlyAction(journey)).owners).toMatchObject({ jari: { state: "declined" } });
  });

  it("sleeps until next week or for good, for its owner only, and the plan stays", async () => {
    expect(await journey.taps("satu", "Ensi viikolla")).toMatchObject({
      notice: "Palaan tähän ma 30.11., ja suunnitelma pysyy ennallaan.",
    });
    expect(await onlyAction(journey)).toMatchObject({
      dueOn: "2026-12-15",
      snoozed: { satu: { until: "2026-11-30" } },
    });
    expect(journey.sees("satu")).toContain("Tilanne: sovittu · palaan tähän ma 30.11.");
    for (const [asks, seen] of [
      ["satu", "ti 15.12. · palaan tähän ma 30.11."],
      ["marja", "ti 15.12."],
    ] as const) {
      await journey.says(asks, "toimenpiteet");
      const [row] = optionsOf(journey.last(privately(asks)).message);
      expect(row && "sign" in row ? row.sign : "").toMatch(new RegExp(`${seen}$`, "u"));
    }
    expect(await journey.taps("satu", "Muistuta taas")).toMatchObject({ notice: "Muistutan sinua tästä taas." });
    expect((await onlyAction(journey)).snoozed).toEqual({});
  });

  it("tells where it came from and who has done what to it, with the whole of a reason", async () => {
    const why = `${"kuvaaja on sairas ja sijaista haetaan, ".repeat(6)}loppu`;
    const form = await journey.opensForm("satu", "Jumissa");
    await journey.submits("satu", form, { why });
    const hand = await journey.opensForm("satu", "Luovuta");
    await journey.submits("satu", hand, { to: "jari" });
    await journey.taps("jari", "Ei minun");
    await journey.taps("jari", "Historia");
    expect(journey.sees("jari")).toContain("Jari Lahtinen · ei ottanut tätä");
    await journey.taps("satu", "Historia");
    expect(journey.sees("satu").split("\n").slice(0, 5)).toEqual([
      "hinnasto verkkoon",
      "Tuli kirjoitetusta viestistä.",
      "ma 23.11. · Satu Virtanen · ehdotti toiselle: Jari Lahtinen",
      `ma 23.11. · Satu Virtanen · merkitsi, että on jumissa: ${why}`,
      "ma 23.11. · Satu Virtanen · kirjasi",
    ]);
  });

  it("is dropped with a reason, and can be opened again", async () => {
    const form = await journey.opensForm("satu", "Pudota");
    await journey.submits("satu", form, { why: "Asiakas perui." });
    expect(journey.sees("satu")).toContain("Tilanne: pudotettu ma 23.11.: Asiakas perui");
    await journey.taps("satu", "Avaa uudelleen");
    expect(journey.sees("satu")).toContain("Tilanne: sovittu");
  });

  it("is nobody else's business outside the team, whatever button comes back", async () => {
    const { _id } = await onlyAction(journey);
    for (const button of [
      { kind: "plan-tap", deed: "done", action: _id },
      { kind: "plan-form", form: "edit", action: _id },
      { kind: "plan-open", action: _id },
      { kind: "plan-history", action: _id },
      { kind: "plan-list", of: { kind: "team", team: "koneet" }, page: 0 },
    ]) {
      const tapped = {
        ...journey.base("uusi", privately("uusi")),
        kind: "tapped",
        action: JSON.stringify(button),
        message: "m",
      } as const;
      expect(await journey.receive(tapped)).toMatchObject({
        notice: "Tämä on toisen tiimin asia. Liity ensin sen kanavalle.",
      });
    }
    expect(journey.messages(privately("uusi"))).toEqual([]);
    expect((await onlyAction(journey)).standing.kind).toBe("planned");
  });

  it("tapped twice at once changes once", async () => {
    const [first, second] = await Promise.all([journey.taps("satu", "Valmis"), journey.taps("satu", "Valmis")]);
    expect([first, second].filter(({ kind }) => kind === "taken")).toHaveLength(2);
    const closed = await journey.store.find(actions, {
      name: "ofTeam",
      equals: { company: COMPANY, team: "koneet", open: false },
    });
    expect(closed[0]?.history.filter(({ did }) => did === "done")).toHaveLength(1);
  });
});

describe("a team with much under way", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
  });
  afterEach(() => journey.end());

  it("is told so once, and which wait is a tap each", async () => {
    for (const what of ["yksi", "kaksi", "kolme", "neljä", "viisi"])
      await journey.says("satu", `toimenpide: ${what}, minä`);
    expect(journey.count(TEAM, "Mitkä odottavat vuoroaan?")).toBe(1);
    expect(journey.sees(TEAM)).toContain("Tiimillä koneet on nyt neljä toimenpidettä työn alla.");
    await journey.taps("jari", "2", TEAM);
    expect(journey.sees(TEAM)).toContain("on nyt neljä toimenpidettä");
    await journey.taps("jari", "1", TEAM);
    expect(journey.sees(TEAM)).toContain("Työn alla on nyt enintään kolme toimenpidettä.");
  });

  it("reaches all of them page by page, and weeks later those that are under way then", async () => {
    for (let nth = 1; nth <= 10; nth++) await journey.says("satu", `toimenpide: asia ${nth}, minä, ${nth}.12.`);
    const { option, seen } = journey.find(TEAM, "1");
    const tap = (action: string) =>
      journey.receive({ ...journey.base("jari", TEAM), kind: "tapped", message: seen.id, action });
    await tap(JSON.stringify({ kind: "plan-many-live", team: "koneet", page: 0 }));
    expect(journey.sees(TEAM)).toContain("1–5/10");
    await journey.taps("jari", "Näytä lisää", TEAM);
    expect(journey.sees(TEAM)).toContain("6–10/10");
    await journey.says("satu", "valmis: asia 1");
    await journey.says("satu", "valmis: asia 2");
    await journey.at("2027-02-01T12:00:00+02:00");
    await tap(option.action);
    expect(journey.sees(TEAM)).toContain("on nyt kahdeksan toimenpidettä");
    expect(journey.sees(TEAM)).not.toMatch(/asia [12]\b/u);
  });
});

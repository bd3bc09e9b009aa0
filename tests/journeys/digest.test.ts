import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { people, teams } from "../../src/people/records.ts";
import { actions } from "../../src/plan/action.ts";
import { DAY, digestOf } from "../support/digest.ts";
import { Journey, privately } from "../support/journey.ts";
import { answers, roundOf, starts, TEAM } from "../support/maturity-round.ts";
import { onlyAction } from "../support/only-action.ts";

describe("a manager's digest", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
  });
  afterEach(() => journey.end());

  /** Satu has an action that has been stuck since now. */
  async function satuIsStuck(): Promise<void> {
    await journey.says("satu", "toimenpide: hinnasto verkkoon");
    await journey.taps("satu", "Otan tämän");
    const form = await journey.opensForm("satu", "Jumissa");
    await journey.submits("satu", form, { why: "odottaa kuvia" });
  }

  it("tells of what stands still only when its owner has had it for a week, and without names", async () => {
    await satuIsStuck();
    await journey.at(6 * DAY);
    expect(await digestOf(journey, "marja")).toContain("Mikään ei odota sinua juuri nyt.");
    await journey.at(1.5 * DAY);
    const seen = await digestOf(journey, "marja");
    expect(seen).toContain("hinnasto verkkoon on jumissa ma 23.11. alkaen (odottaa kuvia).");
    expect(seen).toContain("[Kysy: Satu] [Siirrä] [Pudota]");
    expect(seen).not.toContain("Virtanen");
  });

  it("says while it is empty what it will hold and when it comes, and what a manager sees", async () => {
    const seen = await digestOf(journey, "marja");
    expect(seen).toContain("Kooste kertoo, mitä tiimeissäsi on viikossa valmistunut");
    expect(seen).toContain("Viikkoviesti tulee maanantaisin klo 9");
    await journey.taps("marja", "Mitä esihenkilö näkee?");
    expect(journey.sees("marja")).toContain("Koosteessa juuri nyt: ei mitään");
    await digestOf(journey, "jari");
    expect(journey.offers("jari", "Mitä esihenkilö näkee?")).toBe(true);
    await satuIsStuck();
    await journey.at(8 * DAY);
    expect(await digestOf(journey, "marja")).not.toContain("Kooste kertoo");
  });

  it("tells of what is late a week after its owner was really told, though messages could not be sent before", async () => {
    await journey.says("satu", "toimenpide: hinnasto verkkoon, minä, 27.11.");
    // Nothing ran on the Mondays in between: their messages were never sent.
    await journey.at("2026-12-07T09:00:00+02:00");
    expect(journey.count("satu", "Viikko")).toBe(1);
    expect(await digestOf(journey, "marja")).not.toContain("hinnasto verkkoon oli määrä");
    await journey.at("2026-12-14T09:00:00+02:00");
    expect(await digestOf(journey, "marja")).toContain("hinnasto verkkoon oli määrä saada valmiiksi");
  });

  it("asks the owner by a message that says who asks, once a week", async () => {
    await satuIsStuck();
    await journey.at(8 * DAY);
    await digestOf(journey, "marja");
    const { option, seen } = journey.find(privately("marja"), "Kysy: Satu");
    expect(await journey.taps("marja", "Kysy: Satu")).toMatchObject({
      notice: "Kysyin sinun nimissäsi: Satu Virtanen.",
    });
    expect(journey.sees("marja")).toContain("(odottaa kuvia). Kysyin tästä ti 1.12.\n[Siirrä]");
    expect(journey.offers("marja", "Kysy: Satu")).toBe(false);
    expect(journey.count("satu", "Marja Koski kysyy: mitä kuuluu toimenpiteelle ”hinnasto verkkoon”")).toBe(1);
    expect(journey.offers("satu", "Jatkuu taas")).toBe(true);
    const tap = { ...journey.base("marja", privately("marja")), kind: "tapped", message: seen.id } as const;
    expect(await journey.receive({ ...tap, action: option.action })).toMatchObject({
      notice: "Tätä on kysytty jo tällä viikolla.",
    });
    expect(journey.count("satu", "Marja Koski kysyy")).toBe(1);
    await journey.taps("satu", "Jatkuu taas");
    expect(await digestOf(journey, "marja")).toContain("Mikään ei odota sinua juuri nyt.");
  });

  it("drops an action with a reason, tells its owner, and can be undone by them and in place", async () => {
    await satuIsStuck();
    await journey.at(8 * DAY);
    await digestOf(journey, "marja");
    const form = await journey.opensForm("marja", "Pudota");
    expect(await journey.submits("marja", form, { why: "" })).toMatchObject({ kind: "mistakes" });
    await journey.submits("marja", form, { why: "Ei tänä vuonna." });
    expect(journey.count("marja", "Mikään ei odota sinua juuri nyt.")).toBe(1);
    expect(journey.count("satu", "Marja Koski pudotti toimenpiteen ”hinnasto verkkoon”.")).toBe(1);
    expect(journey.sees("satu")).toContain("Ei tänä vuonna");
    await journey.taps("satu", "Avaa uudelleen");
    expect((await onlyAction(journey)).standing).toEqual({ kind: "planned" });
    expect(journey.sees("marja")).toMatch(/^hinnasto verkkoon\n[\s\S]*Tilanne: sovittu/u);
  });

  it("tells whoever an action was proposed to that it was dropped, and their old message is drawn anew by a tap", async () => {
    await journey.says("satu", "toimenpide: esite, Jari, 15.12.");
    await journey.at(1_000);
    await journey.at("2026-11-30T07:00:00+02:00");
    const { option, seen } = journey.find(privately("jari"), "Otan tämän");
    expect(journey.sees("jari")).toContain("Viikko 49");
    await journey.says("marja", "pudota: esite, tehtiin keväällä");
    expect(journey.count("jari", "Marja Koski pudotti toimenpiteen ”esite”. Sen voi avata uudelleen.")).toBe(1);
    const tap = { ...journey.base("jari", privately("jari")), kind: "tapped", message: seen.id } as const;
    expect(await journey.receive({ ...tap, action: option.action })).toMatchObject({
      notice: "Marja Koski pudotti tämän toimenpiteen ma 30.11.: tehtiin keväällä. Sen voi avata uudelleen.",
    });
    const redrawn = journey.messages(privately("jari")).find(({ id }) => id === seen.id);
    expect(redrawn?.message.text).toContain("esite koneet · pudotettu ma 30.11.: tehtiin keväällä");
  });

  it("moves an action's date in place", async () => {
    await satuIsStuck();
    await journey.at(8 * DAY);
    await digestOf(journey, "marja");
    const form = await journey.opensForm("marja", "Siirrä");
    await journey.submits("marja", form, { due: "15.12." });
    expect((await onlyAction(journey)).dueOn).toBe("2026-12-15");
  });

  it("offers what nobody has had for a week to be taken or given", async () => {
    await journey.says("satu", "toimenpide: siivotaan varasto", { in: TEAM, addressed: true });
    await journey.at(6 * DAY);
    expect(await digestOf(journey, "marja")).toContain("Mikään ei odota");
    await journey.at(2 * DAY);
    expect(await digestOf(journey, "marja")).toContain("siivotaan varasto on ollut vailla tekijää ma 23.11. alkaen.");
    const form = await journey.opensForm("marja", "Anna jollekulle");
    await journey.submits("marja", form, { to: "jari" });
    expect(journey.sees("jari")).toContain("[Otan tämän]");
    await journey.at(8 * DAY);
    expect(await digestOf(journey, "marja")).toContain("siivotaan varasto");
    await journey.taps("marja", "Otan tämän");
    expect(journey.sees("marja")).toContain("Mikään ei odota");
  });

  it("says how few answered a round, never who, and opens it anew", async () => {
    await starts(journey);
    await answers(journey, "satu", "2 3 3 2 2 2");
    await journey.at("2026-11-27T09:00:00+02:00");
    const seen = await digestOf(journey, "marja");
    expect(seen).toContain("Digikypsyys, 1. kierros sulkeutui, kun vain yksi oli vastannut.");
    expect(seen).not.toContain("Satu");
    const form = await journey.opensForm("marja", "Avaa uusi");
    expect(await journey.submits("marja", form, { date: "2026-11-01" })).toMatchObject({ kind: "mistakes" });
    expect((await roundOf(journey)).state).toBe("talking");
    await journey.submits("marja", form, {});
    expect((await roundOf(journey)).state).toBe("cancelled");
    expect(await roundOf(journey, "koneet:digital-maturity:2")).toMatchObject({ state: "open", facilitator: "marja" });
    expect(await digestOf(journey, "marja")).toContain("Mikään ei odota");
  });

  it("mentions a round no more when it is let be, only to who said so", async () => {
    await journey.store.change(teams, "koneet", { set: { digestReaders: ["pekka"] } });
    await starts(journey);
    await journey.at("2026-11-27T09:00:00+02:00");
    expect(await digestOf(journey, "marja")).toContain("sulkeutui ilman vastauksia.");
    await journey.taps("marja", "Jätetään");
    expect(journey.sees("marja")).toContain("Mikään ei odota");
    expect(await digestOf(journey, "pekka")).toContain("sulkeutui ilman vastauksia.");
  });

  it("tells first what got done, of teams and not of people", async () => {
    for (const person of ["satu", "jari"]) {
      await journey.says(person, `toimenpide: ${person} siivoaa`);
      if (person === "jari") await journey.taps("jari", "koneet");
      await journey.taps(person, "Otan tämän");
      await journey.taps(person, "Valmis");
    }
    const seen = await digestOf(journey, "marja");
    expect(seen).toContain("Valmistui kaksi toimenpidettä.");
    await journey.at(8 * DAY);
    expect(await digestOf(journey, "marja")).not.toContain("Valmistui");
  });

  it("is for managers of the team and for whom its settings name, and for nobody else", async () => {
    expect(await digestOf(journey, "jari")).toContain("Koosteen saavat tiimin esihenkilöt");
    await satuIsStuck();
    await journey.at(8 * DAY);
    await journey.store.change(teams, "koneet", { set: { digestReaders: ["uusi"] } });
    await journey.at(60_000);
    expect(await digestOf(journey, "uusi")).toContain("hinnasto verkkoon");
    const form = await journey.opensForm("uusi", "Siirrä");
    await journey.submits("uusi", form, { due: "15.12." });
    expect((await onlyAction(journey)).dueOn).toBe("2026-12-15");
    await journey.store.change(teams, "koneet", { unset: ["digestReaders"] });
    await journey.at(60_000);
    expect(await journey.taps("uusi", "Pudota")).toMatchObject({
      notice: expect.stringContaining("toisen tiimin asia"),
    });
    expect((await onlyAction(journey)).open).toBe(true);
  });

  it("shows everyone what is in it of their own teams, and who reads it", async () => {
    await satuIsStuck();
    await journey.says("pekka", "mitä esihenkilö näkee");
    expect(journey.sees("pekka")).toContain("Koosteessa juuri nyt: ei mitään");
    expect(journey.sees("pekka")).toContain("Koosteen lukee · koneet: Marja Koski");
    await journey.at(8 * DAY);
    await journey.says("satu", "mitä esihenkilö näkee");
    expect(journey.sees("satu")).toContain("hinnasto verkkoon: on jumissa ma 23.11. alkaen (odottaa kuvia).");
    await journey.says("priya", "what the manager sees");
    expect(journey.sees("priya")).toContain("has been stuck since Mon 23 Nov");
  });

  it("is not what nobody reads", async () => {
    await satuIsStuck();
    await journey.store.change(people, "marja", { set: { roles: ["member"] } });
    await journey.at(8 * DAY);
    await journey.says("satu", "mitä esihenkilö näkee");
    expect(journey.sees("satu")).toContain("Koosteessa juuri nyt: ei mitään");
    expect(journey.sees("satu")).toContain("Koosteen lukee · koneet: ei kukaan");
  });

  it("tells of empty weeks only to who wants so", async () => {
    await digestOf(journey, "marja");
    expect(await journey.taps("marja", "Kerro tyhjätkin viikot")).toMatchObject({
      notice: expect.stringContaining("myös viikoista"),
    });
    await digestOf(journey, "marja");
    expect(journey.offers("marja", "Ohita tyhjät viikot")).toBe(true);
  });

  it("is harmless on old buttons: what is settled says so", async () => {
    await satuIsStuck();
    await journey.at(8 * DAY);
    await digestOf(journey, "marja");
    const { option, seen } = journey.find(privately("marja"), "Kysy: Satu");
    const action = await onlyAction(journey);
    await journey.store.change(actions, action._id, { set: { open: false, standing: { kind: "done" } } });
    const tap = { kind: "tapped", action: option.action, message: seen.id } as const;
    expect(await journey.receive({ ...journey.base("marja", privately("marja")), ...tap })).toMatchObject({
      notice: "Tämä ei odota enää ketään.",
    });
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { actions } from "../../src/plan/action.ts";
import { type Response, responseId, responses } from "../../src/rounds/response.ts";
import { rounds } from "../../src/rounds/round.ts";
import { channel, Journey, privately } from "../support/journey.ts";
import { answers, starts, TEAM } from "../support/maturity-round.ts";
import { beginsOwn, REFLECTED, reflects } from "../support/reflection.ts";
import { COMPANY } from "../support/sample-company.ts";

describe("someone who reflects for themselves", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
  });
  afterEach(() => journey.end());

  async function recordOf(person: string, number = 1): Promise<Response> {
    const record = await journey.store.get(responses, responseId(`own:${person}:reflection:${number}`, person));
    if (!record) throw new Error(`${person} has no own record ${number}`);
    return record;
  }
  const inTeams = () => [...journey.messages(TEAM), ...journey.messages(channel("myynti"))];

  it("is asked whether for themselves or with the team, and then at once, in private, saying who sees it", async () => {
    await journey.says("jari", "aloita reflektointi");
    expect(journey.sees("jari")).toContain("Teetkö tämän itseksesi vai tiimin kanssa?");
    expect(journey.sees("jari")).toContain("[Itseksesi] [Tiimin kanssa]");
    await journey.taps("jari", "Itseksesi");
    expect(journey.sees("jari")).toMatch(/^Vastauksesi näet vain sinä\.\nTärkeintä · 1\/6/u);
    expect(journey.transcript(privately("jari"))).toContain("Reflektointi on auki.");
    expect(inTeams()).toEqual([]);
  });

  it("goes from the first question to the card with all of their answers, and nothing is said in any channel", async () => {
    await beginsOwn(journey);
    await reflects(journey);
    expect(journey.sees("jari")).toContain("Kaikkiin kohtiin on vastattu. Voit muuttaa vastauksiasi milloin vain.");
    expect(journey.sees("jari")).toContain("Soitan tarjousten perään");
    expect(journey.sees("jari")).toContain("Muuta: Tärkeintä");
    expect(journey.sees("jari")).not.toMatch(/kierros|Kuka näkee/u);
    expect(await recordOf("jari")).toMatchObject({ open: false, asked: null });
    for (let day = 0; day < 10; day++) await journey.at(86_400_000);
    expect(inTeams()).toEqual([]);
    for (const other of ["satu", "pekka", "marja"]) expect(journey.messages(privately(other))).toEqual([]);
    for (const team of ["koneet", "myynti"])
      expect(await journey.store.find(rounds, { name: "ofTeam", equals: { company: COMPANY, team } })).toEqual([]);
  });

  it("speaks English from beginning to end to someone whose language it is", async () => {
    await beginsOwn(journey, "priya", "On my own");
    expect(journey.sees("priya")).toMatch(/^Only you see your answers\.\nWhat mattered · 1\/6/u);
    await reflects(journey, "priya");
    expect(journey.sees("priya")).toContain("Every question is answered. You can change your answers at any time.");
    expect(journey.sees("priya")).toContain("[Make this an action]");
    expect(journey.transcript(privately("priya"))).not.toMatch(/[äö]ytt|Vasta/u);
  });

  it("goes back, asks why, skips, pauses and goes on after the process died", async () => {
    await beginsOwn(journey);
    await reflects(journey, "jari", ["Yksi", "miksi"]);
    expect(journey.sees("jari")).toContain("Miksi kysytään · Uutta ajateltavaa");
    await reflects(journey, "jari", ["edellinen"]);
    expect(journey.sees("jari")).toContain("Tärkeintä · 1/6");
    await reflects(journey, "jari", ["Toinen", "ohita", "tauko"]);
    expect(journey.sees("jari")).toContain("Tauko. Vastauksesi ovat tallessa, ja jatkat, kun sopii.");
    journey = await journey.restart();
    await journey.taps("jari", "Jatka");
    expect(journey.sees("jari")).toContain("Jäit kohtaan 3/6, Heti käyttöön.");
    await reflects(journey, "jari", REFLECTED.slice(2));
    const { answers: given } = await recordOf("jari");
    expect(given.mattered).toMatchObject({ value: { text: "Toinen" }, revision: 2 });
  });

  it("changes an answer afterwards, by its button and by editing the message that held it", async () => {
    await beginsOwn(journey);
    await reflects(journey);
    await journey.taps("jari", "Muuta: Tärkeintä");
    await journey.says("jari", "Asiakas on lähellä");
    expect(journey.sees("jari")).toContain("Vastauksesi · Reflektointi");
    expect(journey.sees("jari")).not.toContain("jakauma");
    const message = (await recordOf("jari")).answers.watch?.message ?? "";
    await journey.receive({
      ...journey.base("jari", privately("jari")),
      kind: "edited",
      message,
      text: "Uudet asiakkaat",
    });
    expect((await recordOf("jari")).answers).toMatchObject({
      mattered: { value: { text: "Asiakas on lähellä" } },
      watch: { value: { text: "Uudet asiakkaat" } },
    });
    expect(await recordOf("jari")).toMatchObject({ open: false });
  });

  it("does it again later: a new one begins empty, and the earlier one stays readable", async () => {
    await beginsOwn(journey);
    await reflects(journey);
    await journey.at("2027-03-01T09:00:00+02:00");
    await beginsOwn(journey);
    await reflects(journey, "jari", [
      "Toisella kerralla muuta",
      ...REFLECTED.slice(1, 3),
      "12.4.2027",
      "Hintaa",
      "ohita",
    ]);
    expect(journey.sees("jari")).toContain("Reflektointi, 2. kerta");
    await journey.says("jari", "vastaukseni");
    expect(journey.sees("jari")).toContain("Toisella kerralla muuta");
    await journey.taps("jari", "Reflektointi");
    expect(journey.sees("jari")).toContain("Asiakas tulee ensin");
    expect(journey.offers("jari", "Reflektointi, 2. kerta")).toBe(true);
  });

  it("goes on with the one that is open when it is started twice, also by two taps at once", async () => {
    await beginsOwn(journey);
    await reflects(journey, "jari", ["Yksi"]);
    await beginsOwn(journey);
    expect(journey.sees("jari")).toContain("Jäit kohtaan 2/6");
    await journey.says("pekka", "aloita reflektointi");
    const { seen, option } = journey.find(privately("pekka"), "Itseksesi");
    const tap = () => ({
      ...journey.base("pekka", privately("pekka")),
      kind: "tapped" as const,
      action: option.action,
      message: seen.id,
    });
    await Promise.all([journey.receive(tap()), journey.receive(tap())]);
    const found = await journey.store.find(responses, {
      name: "ofPersonFlow",
      equals: { company: COMPANY, person: "pekka", flow: "reflection" },
    });
    expect(found).toHaveLength(1);
  });

  it("may end it halfway, is asked first, and old buttons do no harm", async () => {
    await beginsOwn(journey);
    const asked = journey.find(privately("jari"), "Tauko");
    await reflects(journey, "jari", ["Yksi", "peru"]);
    expect(journey.sees("jari")).toContain("Lopetetaanko tämä kesken: Reflektointi?");
    await journey.taps("jari", "Jatketaan");
    expect(journey.sees("jari")).toContain("Jäit kohtaan 2/6");
    await reflects(journey, "jari", ["peru"]);
    await journey.taps("jari", "Lopetetaan");
    expect(journey.sees("jari")).toContain("Lopetettu kesken: Reflektointi.");
    expect(await journey.taps("jari", "Lopetetaan")).toMatchObject({ notice: expect.stringContaining("vanha") });
    await journey.taps("jari", "Jatketaan");
    expect(journey.sees("jari")).toContain("Lopetettu kesken");
    const press = { kind: "tapped" as const, action: asked.option.action, message: asked.seen.id };
    await journey.receive({ ...journey.base("satu", privately("satu")), ...press });
    expect(journey.messages(privately("satu"))).toEqual([]);
    expect((await recordOf("jari")).answers.mattered).toMatchObject({ value: { text: "Yksi" } });
  });

  it("keeps it apart from a team's round that is open at the same time, and so do two people of one team", async () => {
    await starts(journey);
    await beginsOwn(journey);
    await beginsOwn(journey, "pekka");
    await journey.says("jari", "Jarin asia");
    await journey.says("pekka", "Pekan asia");
    await answers(journey, "jari", "2 3");
    expect(journey.sees("jari")).toContain("Digikypsyys, 1. kierros, koneet");
    await beginsOwn(journey);
    expect(journey.sees("jari")).toContain("Uutta ajateltavaa · 2/6 · Reflektointi\n");
    await journey.says("satu", "missä mennään", { in: TEAM });
    expect(journey.sees(TEAM)).not.toContain("Reflektointi");
    expect((await recordOf("jari")).answers.mattered).toMatchObject({ value: { text: "Jarin asia" } });
    expect((await recordOf("pekka")).answers.mattered).toMatchObject({ value: { text: "Pekan asia" } });
    const seen = ["satu", "pekka", "marja"].map((person) => journey.transcript(privately(person))).join("\n");
    expect(seen + journey.transcript(TEAM)).not.toContain("Jarin asia");
  });

  it("makes an action of what is taken into use, in the team that they name, told that the team will see it", async () => {
    await beginsOwn(journey);
    await reflects(journey);
    const form = await journey.opensForm("jari", "Tee tästä toimenpide");
    expect(form.intro).toContain("tiimi näkee sen");
    const value = (id: string) => form.fields.find((field) => field.id === id);
    expect(value("what")).toMatchObject({ value: "Soitan tarjousten perään" });
    expect(value("due")).toMatchObject({ value: "4.12.2026" });
    expect(value("owners")).toMatchObject({ values: ["jari"] });
    expect(await journey.submits("jari", form, { team: "myynti" })).toEqual({ kind: "taken" });
    const made = await journey.store.find(actions, {
      name: "ofTeam",
      equals: { company: COMPANY, team: "myynti", open: true },
    });
    expect(made).toMatchObject([
      { what: "Soitan tarjousten perään", due: { on: "2026-12-04" }, owners: { jari: { state: "accepted" } } },
    ]);
    expect(JSON.stringify(made)).not.toMatch(/own:|Asiakas tulee/u);
  });

  it("finds it on their own page while it is under way, and nobody else does on theirs", async () => {
    await beginsOwn(journey);
    await journey.says("jari", "Yksi");
    await journey.says("jari", "koti");
    expect(journey.sees("jari")).toMatch(/Reflektointi:.*1\/6 vastattu\./su);
    await journey.says("marja", "koti");
    expect(journey.sees("marja")).not.toContain("Reflektointi");
  });

  it("cannot do it before they are in a team", async () => {
    await journey.says("uusi", "aloita reflektointi");
    expect(journey.sees("uusi")).toContain("Et ole vielä missään tiimissä.");
  });
});

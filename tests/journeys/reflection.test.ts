import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { actions } from "../../src/plan/action.ts";
import { responseId, responses } from "../../src/rounds/response.ts";
import { folderOf } from "../support/flow-folder.ts";
import { channel, Journey, privately, thread } from "../support/journey.ts";
import { roundOf, TEAM } from "../support/maturity-round.ts";
import { beginsOwn, REFLECTED, reflects } from "../support/reflection.ts";
import { COMPANY } from "../support/sample-company.ts";

const ROUND = "koneet:reflection:1";

/** A team's reflection, from its channel. */
async function opens(journey: Journey, facilitator = "satu", place = TEAM): Promise<void> {
  await journey.says(facilitator, "aloita reflektointi", { in: place });
  const form = await journey.opensForm(facilitator, "Aloita kierros", place);
  await journey.submits(facilitator, form, {}, place);
}

async function answersAlone(journey: Journey, person: string, said: readonly string[] = REFLECTED, place = TEAM) {
  await journey.taps(person, "Vastaa", place);
  await reflects(journey, person, said);
}

describe("a team that reflects, each alone", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
  });
  afterEach(() => journey.end());

  it("reads beforehand that nobody's answers are shown to anybody, only how many there are", async () => {
    await opens(journey);
    expect(journey.sees(TEAM)).toContain("Jokainen vastaa yksin, ja vastaukset näkee vain vastaaja itse.");
    expect(journey.sees("satu")).not.toContain("viittaukset");
    expect(journey.offers("satu", "Kirjaa viittaukset")).toBe(false);
    await journey.taps("jari", "Kuka näkee mitä?", TEAM);
    expect(journey.sees("jari")).toContain("eikä niitä näytetä muille edes ilman nimeä");
    await journey.taps("priya", "Vastaa", TEAM);
    expect(journey.sees("priya")).toContain("Only you see your answers. Others see only how many have answered.");
  });

  it("is done when it closes: the channel says how many answered and what each can do, and no level is agreed on", async () => {
    await opens(journey);
    for (const person of ["satu", "jari", "pekka"]) await answersAlone(journey, person);
    expect(journey.sees(TEAM)).toContain("3/5 vastannut");
    await journey.closes("satu");
    expect(await roundOf(journey, ROUND)).toMatchObject({
      state: "agreed",
      agreed: {},
      snapshot: { answered: 3, steps: {} },
    });
    expect(journey.sees(TEAM)).toContain("Kolme vastasi.");
    expect(journey.sees(TEAM)).toContain("”vastaukseni”");
    expect(journey.sees("satu")).toContain("Kierros on valmis. Sovittavaa ei ole");
    expect(journey.offers("satu", "Puhuttu")).toBe(false);
    expect(journey.transcript(TEAM)).not.toMatch(/Soitan|Paluita|Asiakas tulee/u);
    for (let minute = 0; minute < 3; minute++) await journey.at(60_000);
    expect(journey.count(TEAM, "Kolme vastasi.")).toBe(1);
  });

  it("closes by the clock in the same way, with one reminder before, also when nobody answered", async () => {
    await opens(journey);
    for (let hour = 0; hour < 80; hour++) await journey.at(3_600_000);
    expect(await roundOf(journey, ROUND)).toMatchObject({ state: "agreed", dueAt: null });
    expect(journey.count("marja", "Muistutan kerran")).toBe(1);
    expect(journey.sees(TEAM)).toContain("Vastauksia ei tullut.");
    await opens(journey);
    expect(journey.sees(TEAM)).toContain("Reflektointi, 2. kierros");
  });

  it("lets each see and change their own afterwards, from the channel and by typing, and no one else's", async () => {
    await opens(journey);
    await answersAlone(journey, "jari");
    await journey.closes("satu");
    const notice = "Vastaus on yksityisessä keskustelussamme.";
    expect(await journey.taps("jari", "Omat vastaukseni", TEAM)).toEqual({ kind: "taken", notice, inPrivate: true });
    expect(journey.sees("jari")).toContain("Asiakas tulee ensin");
    expect(await journey.taps("pekka", "Omat vastaukseni", TEAM)).toEqual({
      kind: "taken",
      notice: "Sinulla ei ole vastauksia tällä kierroksella.",
    });
    await journey.taps("jari", "Muuta: Tärkeintä");
    await journey.says("jari", "Tärkeintä on aika");
    expect(journey.sees("jari")).toContain("Tärkeintä on aika");
    for (const person of ["satu", "marja", "pekka"])
      expect(journey.transcript(privately(person))).not.toMatch(/Asiakas tulee|on aika/u);
  });

  it("goes on in the middle after the process died, with two people answering at once", async () => {
    await opens(journey);
    await journey.taps("jari", "Vastaa", TEAM);
    await journey.taps("priya", "Vastaa", TEAM);
    await Promise.all([journey.says("jari", "Jarin sana"), journey.says("priya", "Priya's word")]);
    journey = await journey.restart();
    await reflects(journey, "jari", REFLECTED.slice(1));
    await reflects(journey, "priya", REFLECTED.slice(1));
    expect(journey.sees("jari")).toContain("Kaikkiin kohtiin on vastattu.");
    expect(journey.sees("priya")).toContain("Every question is answered.");
    expect(journey.transcript(privately("jari"))).not.toContain("Priya's word");
    const kept = await journey.store.get(responses, responseId(ROUND, "priya"));
    expect(kept?.answers.mattered).toMatchObject({ value: { text: "Priya's word" } });
  });

  it("offers the action in that round's team, without asking which", async () => {
    await opens(journey);
    await answersAlone(journey, "jari");
    const form = await journey.opensForm("jari", "Tee tästä toimenpide");
    expect(form.fields.map(({ id }) => id)).not.toContain("team");
    await journey.submits("jari", form, {});
    const equals = { company: COMPANY, team: "koneet", open: true };
    expect(await journey.store.find(actions, { name: "ofTeam", equals })).toMatchObject([
      { what: "Soitan tarjousten perään", owners: { jari: { state: "accepted" } } },
    ]);
    expect(journey.transcript(TEAM)).not.toContain("Asiakas tulee");
  });

  it("can be answered by someone in two teams in both, and for themselves, each apart", async () => {
    const sales = channel("myynti");
    await opens(journey);
    await opens(journey, "pekka", sales);
    await answersAlone(journey, "jari", ["Koneiden asia", ...REFLECTED.slice(1)]);
    await journey.taps("jari", "Vastaa", sales);
    expect(journey.sees("jari")).toContain("Vastasit tiimissä koneet samoihin kysymyksiin");
    await journey.taps("jari", "Vastaan uudelleen");
    await reflects(journey, "jari", ["Myynnin asia", ...REFLECTED.slice(1)]);
    await beginsOwn(journey);
    await reflects(journey, "jari", ["Oma asia", ...REFLECTED.slice(1)]);
    const said = async (id: string) =>
      (await journey.store.get(responses, responseId(id, "jari")))?.answers.mattered?.value;
    expect(await said(ROUND)).toMatchObject({ text: "Koneiden asia" });
    expect(await said("myynti:reflection:1")).toMatchObject({ text: "Myynnin asia" });
    expect(await said("own:jari:reflection:1")).toMatchObject({ text: "Oma asia" });
    await journey.says("jari", "vastaukseni");
    expect(journey.offers("jari", "Reflektointi, 1. kierros")).toBe(true);
  });

  it("is not offered an own record's answers, and an own record never stands in a team's way", async () => {
    await beginsOwn(journey);
    await reflects(journey);
    await opens(journey);
    await journey.taps("jari", "Vastaa", TEAM);
    expect(journey.sees("jari")).toContain("Tärkeintä · 1/6");
    await journey.says("satu", "missä mennään", { in: TEAM });
    expect(journey.sees(TEAM)).toContain("Reflektointi, 1. kierros, 0/5 vastannut");
  });

  it("is started with the team from the private chat too", async () => {
    await journey.says("satu", "aloita reflektointi");
    await journey.taps("satu", "Tiimin kanssa");
    const form = await journey.opensForm("satu", "Aloita kierros");
    await journey.submits("satu", form, {});
    expect(journey.sees(TEAM)).toContain("Reflektointi, 1. kierros");
    await journey.says("jari", "aloita reflektointi");
    await journey.taps("jari", "Tiimin kanssa");
    expect(journey.sees("jari")).toContain("[koneet] [myynti]");
  });
});

describe("a flow that suits more than its usual way", () => {
  it("is run together where the team chooses so: the levels are agreed in the thread, and stand as the result", async () => {
    const journey = await Journey.begin();
    await journey.says("satu", "aloita digikypsyys", { in: TEAM });
    const form = await journey.opensForm("satu", "Aloita yhdessä", TEAM);
    expect(form.fields.every(({ kind }) => kind === "note")).toBe(true);
    await journey.submits("satu", form, {}, TEAM);
    const place = thread("koneet", "koneet:digital-maturity:1");
    for (let step = 0; step < 6; step++) {
      await journey.says("jari", "2", { in: place });
      await journey.taps("satu", "Otetaan: 2, Suunnattu", place);
      await journey.taps("satu", "Ei muuta, kirjataan", place);
    }
    const round = await roundOf(journey, "koneet:digital-maturity:1");
    expect(round).toMatchObject({ state: "agreed", mode: "together" });
    expect(Object.keys(round.agreed)).toHaveLength(6);
    expect(journey.sees(TEAM)).toContain("Suunnattu");
    await journey.end();
  });

  it("of one's own alone is offered so in private, also when it is asked for in a channel", async () => {
    const file = (path: string) => readFileSync(`flows/${path}`, "utf8");
    const own = file("customer-understanding/reflection.yaml")
      .replace("participation: each", "participation: own")
      .replace("alsoAs: [own]\n", "");
    const flows = folderOf({
      "customer-understanding/workbook.yaml": file("customer-understanding/workbook.yaml").replace(
        /flows: .*/u,
        "flows: [reflection]",
      ),
      "customer-understanding/reflection.yaml": own,
    });
    const journey = await Journey.begin({ flows });
    await journey.says("jari", "aloita reflektointi", { in: TEAM });
    expect(journey.messages(TEAM)).toEqual([]);
    expect(journey.sees("jari")).toContain("Teet tämän itseksesi. Muut eivät näe siitä mitään.");
    await journey.taps("jari", "Aloita");
    expect(journey.sees("jari")).toContain("Tärkeintä · 1/6");
    await journey.end();
  });
});

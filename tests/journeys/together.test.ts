import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Journey, privately, thread } from "../support/journey.ts";
import { finishesRound, responseOf, roundOf, starts, TEAM } from "../support/maturity-round.ts";

const ROUND = "koneet:next-level:1";
const THREAD = thread("koneet", ROUND);

describe("a round that is answered together, in its thread", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
    await finishesRound(journey);
  });
  afterEach(() => journey.end());

  async function begins(): Promise<void> {
    await journey.says("satu", "aloita seuraava taso", { in: TEAM });
    const form = await journey.opensForm("satu", "Aloita kierros", TEAM);
    await journey.submits("satu", form, {}, TEAM);
  }

  async function takesAll(own = ""): Promise<void> {
    const form = await journey.opensForm("satu", "Otetaan…", THREAD);
    const field = form.fields.find(({ id }) => id === "proposals");
    const all = field?.kind === "pick-many" ? field.options.map(({ value }) => value) : [];
    await journey.submits("satu", form, { proposals: all, own }, THREAD);
  }

  it("asks the coaching question of the agreed level, once, for what is lifted", async () => {
    await begins();
    expect(journey.messages(THREAD)).toHaveLength(1);
    expect(journey.sees(THREAD)).toContain("Asiakastieto");
    expect(journey.sees(THREAD)).not.toContain("Mitä nostatte nyt?");
    const { answers } = await responseOf(journey, null, ROUND);
    expect(answers.lift).toMatchObject({ value: { options: ["data-management"] } });
  });

  it("lets a proposal follow its message while its question stands, and no longer", async () => {
    await begins();
    await journey.says("jari", "Yksi rekisteri", { in: THREAD });
    await journey.says("pekka", "miksi", { in: THREAD });
    const proposed = async (step: string) =>
      Object.values((await responseOf(journey, null, ROUND)).proposals[step] ?? {});
    const message = (await proposed("data-management"))[0]?.message ?? "";
    const edits = (person: string, id: string, text: string) =>
      journey.receive({ ...journey.base(person, THREAD), kind: "edited", message: id, text });
    await edits("jari", message, "Yksi yhteinen rekisteri");
    await edits("pekka", "m-of-side-question", "miksi juuri tämä");
    expect((await proposed("data-management")).map(({ value }) => value)).toEqual([
      { kind: "text", text: "Yksi yhteinen rekisteri" },
    ]);
    await takesAll();
    await journey.taps("satu", "Ei muuta, kirjataan", THREAD);
    await edits("jari", message, "Sittenkin kaksi");
    const { answers, asked } = await responseOf(journey, null, ROUND);
    expect(answers["data-management"]).toMatchObject({ value: { text: "Yksi yhteinen rekisteri" } });
    expect(await proposed(asked?.step ?? "")).toEqual([]);
    await journey.receive({ ...journey.base("jari", THREAD), kind: "deleted", message });
    expect(journey.sees("jari")).toContain("Ehdotus on yhä mukana kierroksessa.");
  });

  it("answers a side question in the thread and takes it for no proposal", async () => {
    await begins();
    await journey.says("jari", "miksi", { in: THREAD });
    expect(journey.sees(THREAD)).toContain("Miksi kysytään");
    await journey.says("pekka", "mikä on CLV?", { in: THREAD });
    expect(journey.sees(THREAD)).toContain("elinkaariarvo");
    expect((await responseOf(journey, null, ROUND)).proposals).toEqual({});
    await journey.says("pekka", "mikä on meille tärkein rekisteri?", { in: THREAD });
    expect(Object.values((await responseOf(journey, null, ROUND)).proposals["data-management"] ?? {})).toHaveLength(1);
  });

  it("gathers proposals from anyone, joins them, asks whether anyone has more, and records only then", async () => {
    await begins();
    await journey.says("jari", "Yksi rekisteri, johon jokainen kirjaa", { in: THREAD });
    await journey.says("pekka", "Puretaan vanhat taulukot", { in: THREAD });
    await journey.says("priya", "Name one owner for the register", { in: THREAD });
    expect(journey.messages(THREAD)).toHaveLength(1);
    for (const name of ["Jari Lahtinen: ", "Pekka Salo: ", "Priya Shah: "])
      expect(journey.sees(THREAD)).toContain(name);
    await takesAll();
    expect(journey.sees(THREAD)).toContain("Onko jollain muuta?");
    expect((await responseOf(journey, null, ROUND)).answers["data-management"]).toBeUndefined();
    await journey.says("marja", "Viikoittain tarkistus", { in: THREAD });
    expect(journey.sees(THREAD)).not.toContain("Onko jollain muuta?");
    await takesAll();
    await journey.taps("satu", "Palataan ehdotuksiin", THREAD);
    await takesAll("Yksi rekisteri, omistaja Satu.");
    await journey.taps("satu", "Ei muuta, kirjataan", THREAD);
    expect((await responseOf(journey, null, ROUND)).answers["data-management"]).toMatchObject({
      value: { text: "Yksi rekisteri, omistaja Satu." },
      by: "satu",
    });
    expect(journey.transcript(THREAD)).toContain("Kirjattu: Yksi rekisteri, omistaja Satu.");
  });

  it("lets only the facilitator take and record; the others hear who does it", async () => {
    await begins();
    await journey.says("jari", "Yksi rekisteri", { in: THREAD });
    const others = { kind: "taken", notice: "Tämän tekee kierroksen vetäjä, Satu Virtanen." };
    expect(await journey.taps("jari", "Otetaan…", THREAD)).toEqual(others);
    await takesAll();
    expect(await journey.taps("jari", "Ei muuta, kirjataan", THREAD)).toEqual(others);
    expect(await journey.taps("pekka", "Palataan ehdotuksiin", THREAD)).toEqual(others);
    expect(await journey.says("satu", "sulje kierros")).toMatchObject({ kind: "taken" });
    expect((await roundOf(journey, ROUND)).state).toBe("open");
  });

  it("counts proposed levels, takes a change of mind, ends with the result, and follows a later change", async () => {
    await begins();
    await journey.says("jari", "Yksi rekisteri", { in: THREAD });
    await takesAll();
    await journey.taps("satu", "Ei muuta, kirjataan", THREAD);
    await journey.says("jari", "4", { in: THREAD });
    await journey.says("pekka", "taso 3", { in: THREAD });
    await journey.says("marja", "3", { in: THREAD });
    await journey.says("jari", "kolme", { in: THREAD });
    const { proposals } = await responseOf(journey, null, ROUND);
    expect(Object.values(proposals["data-management-target"] ?? {}).map(({ value }) => value)).toEqual(
      Array(3).fill({ kind: "level", level: 3 }),
    );
    journey = await journey.restart();
    await journey.taps("satu", "Otetaan: 3, Määritetty", THREAD);
    await journey.taps("satu", "Ei muuta, kirjataan", THREAD);
    expect((await roundOf(journey, ROUND)).state).toBe("agreed");
    expect(journey.sees(TEAM)).toMatch(/Asiakastieto: 2, Suunnattu → 3, Määritetty/u);
    expect(journey.sees(TEAM)).toContain("Yksi rekisteri");
    await journey.taps("satu", "Muuta", THREAD);
    await journey.says("pekka", "4", { in: THREAD });
    await journey.taps("satu", "Otetaan: 4, Tarkennettu", THREAD);
    await journey.taps("satu", "Ei muuta, kirjataan", THREAD);
    expect(journey.count(TEAM, "Asiakastieto: 2, Suunnattu → 4, Tarkennettu")).toBe(1);
    expect((await roundOf(journey, ROUND)).agreed["data-management-target"]).toMatchObject({
      revision: 2,
      history: [{ value: { level: 3 } }],
    });
  });

  it("says once that a target is no higher than where the team stands, and records it all the same when it is meant", async () => {
    await begins();
    await journey.says("jari", "Yksi rekisteri", { in: THREAD });
    await takesAll();
    await journey.taps("satu", "Ei muuta, kirjataan", THREAD);
    for (const [level, remark] of [
      ["1, Lähtötaso", "Tämä on alempi kuin nykyinen taso, 2, Suunnattu."],
      ["2, Suunnattu", "Olette tällä tasolla jo nyt."],
    ] as const) {
      await journey.says("satu", level, { in: THREAD });
      expect(journey.sees(THREAD)).not.toContain(remark);
      await journey.taps("satu", `Otetaan: ${level}`, THREAD);
      expect(journey.sees(THREAD)).toContain(remark);
      if (level.startsWith("1")) await journey.taps("satu", "Palataan ehdotuksiin", THREAD);
    }
    await journey.taps("satu", "Ei muuta, kirjataan", THREAD);
    expect((await roundOf(journey, ROUND)).agreed["data-management-target"]).toMatchObject({ value: { level: 2 } });
  });

  it("leads from its result to the flow that is best done after it, by a button that opens its form", async () => {
    await begins();
    await journey.says("jari", "Yksi rekisteri", { in: THREAD });
    await takesAll();
    await journey.taps("satu", "Ei muuta, kirjataan", THREAD);
    await journey.says("jari", "3", { in: THREAD });
    await journey.taps("satu", "Otetaan: 3, Määritetty", THREAD);
    await journey.taps("satu", "Ei muuta, kirjataan", THREAD);
    expect(journey.sees(TEAM)).toContain("Tästä eteenpäin: Kehittämistoimet.");
    expect(journey.offers("satu", "Aloita: Kehittämistoimet")).toBe(true);
    const form = await journey.opensForm("jari", "Aloita: Kehittämistoimet", TEAM);
    await journey.submits("jari", form, {}, TEAM);
    expect(await roundOf(journey, "koneet:development-actions:1")).toMatchObject({
      facilitator: "jari",
      state: "open",
    });
  });

  it("tells what it could not read, also in the thread, and keeps the question", async () => {
    await begins();
    await journey.says("jari", "Yksi rekisteri", { in: THREAD });
    await takesAll();
    await journey.taps("satu", "Ei muuta, kirjataan", THREAD);
    await journey.says("jari", "9", { in: THREAD });
    expect(journey.sees(THREAD)).toContain("Numeroa 9 ei ole.");
    await journey.says("jari", "4", { in: THREAD });
    expect(journey.transcript(THREAD)).toContain("4, Tarkennettu");
  });

  it("stops between sittings when two things are lifted, and goes on when the team does", async () => {
    const form = await journey.opensForm("satu", "Muuta nostettavia");
    await journey.submits("satu", form, { lift: ["strategic-approach", "customer-experience"] });
    await begins();
    for (const nth of [1, 2]) {
      await journey.says("jari", nth === 1 ? "Yksi valinta" : "3", { in: THREAD });
      if (nth === 1) await takesAll();
      else await journey.taps("satu", "Otetaan: 3, Määritetty", THREAD);
      await journey.taps("satu", "Ei muuta, kirjataan", THREAD);
    }
    expect(journey.sees(THREAD)).toMatch(/Tähän voi hyvin pysähtyä|pysähtyä/u);
    await journey.at("2026-11-30T09:00:00+02:00");
    await journey.taps("jari", "Jatketaan nyt", THREAD);
    expect(journey.sees(THREAD)).toContain("Asiakaskokemus");
  });

  it("cannot start before the team has agreed on what it builds on", async () => {
    await journey.says("pekka", "aloita seuraava taso", { in: { kind: "channel", team: "myynti" } });
    expect(journey.sees({ kind: "channel", team: "myynti" })).toContain("Digikypsyys");
    expect(journey.sees({ kind: "channel", team: "myynti" })).toMatch(/rakentuu/u);
    await starts(journey, "pekka", {}, "myynti");
    expect(journey.sees(privately("pekka"))).toContain("Vetäjän kortti");
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { people } from "../../src/people/records.ts";
import { Journey, optionsOf, privately, thread } from "../support/journey.ts";
import {
  answers,
  closesAndAgrees,
  finishesRound,
  lifts,
  PLAN,
  ROUND,
  roundOf,
  starts,
  TEAM,
} from "../support/maturity-round.ts";

const THREAD = thread("koneet", ROUND);

describe("what the team agreed on", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
  });
  afterEach(() => journey.end());

  it("stands in the channel as three lines and a picture, the rest in the thread", async () => {
    await finishesRound(journey);
    const summary = journey.messages(TEAM).find(({ message }) => message.text.includes("Katsomme uudestaan"));
    const { blocks } = summary?.message ?? { blocks: [] };
    expect(blocks.filter(({ kind }) => kind === "picture")).toHaveLength(1);
    const lines = summary?.message.text ?? "";
    expect(lines).toMatch(/Nostamme: asiakastieto\./iu);
    expect(lines).toMatch(/Ensimmäinen teko: (?=.*Satu Virtanen)(?=.*Listaa nykyiset rekisterit).*pe 11\.12/u);
    expect(lines).toContain("Katsomme uudestaan: ma 15.3");
    const inThread = journey.transcript(THREAD);
    for (const told of [
      "Sovitut tasot",
      "Tasot ·",
      "Jakauma ·",
      "Muutos ·",
      "ensimmäinen kierros",
      "[Aloita: Seuraava taso]",
    ])
      expect(inThread).toContain(told);
    expect(inThread).not.toMatch(/Jari|Pekka|Marja|Priya/u);
    const kinds = journey
      .messages(THREAD)
      .flatMap(({ message }) =>
        message.blocks.flatMap((block) => (block.kind === "picture" ? [block.chart.kind] : [])),
      );
    expect(kinds).toEqual(expect.arrayContaining(["radar", "heatmap"]));
  });

  it("may be objected to for a day, namelessly; the facilitator takes it up again and the summary follows", async () => {
    await finishesRound(journey);
    const { snapshot } = await roundOf(journey);
    const form = await journey.opensForm("pekka", "Olen eri mieltä", THREAD);
    expect(await journey.submits("pekka", form, { steps: [] }, THREAD)).toMatchObject({ kind: "mistakes" });
    await journey.submits("pekka", form, { steps: ["data-management"] }, THREAD);
    expect(journey.sees(THREAD)).toContain("Joku on eri mieltä: Asiakastieto.");
    expect(journey.transcript(THREAD)).not.toContain("Pekka");
    await journey.submits("pekka", form, { steps: ["data-management", "lift"] }, THREAD);
    expect(journey.count(THREAD, "Joku on eri mieltä")).toBe(1);
    expect(journey.transcript(privately("satu"))).toMatch(/Joku on eri mieltä: Asiakastieto/u);
    await journey.taps("satu", "Puhutaan uudelleen");
    expect(journey.transcript(THREAD)).toContain("puhutaan uudelleen");
    await journey.taps("satu", "4");
    const round = await roundOf(journey);
    expect(round.agreed["data-management"]).toMatchObject({
      value: { level: 4 },
      revision: 2,
      history: [{ value: { level: 2 } }],
    });
    expect(round.snapshot).toEqual(snapshot);
    expect(journey.transcript(THREAD)).toMatch(/Asiakastieto[^\n]*4, Tarkennettu/u);
    expect(journey.sees(THREAD)).toContain("Asiakastieto on puhuttu uudelleen, ja taso on nyt 4, Tarkennettu.");
    expect(journey.count(TEAM, "Katsomme uudestaan")).toBe(1);
  });

  it("can be taken up again by the facilitator who tapped a wrong level", async () => {
    await finishesRound(journey);
    await journey.taps("satu", "Muuta: Asiakastieto");
    await journey.taps("satu", "3");
    expect((await roundOf(journey)).agreed["data-management"]).toMatchObject({ value: { level: 3 }, revision: 2 });
    expect(journey.transcript(THREAD)).toMatch(/Asiakastieto[^\n]*3, Määritetty/u);
  });

  it("cannot be objected to when the day is over", async () => {
    await finishesRound(journey);
    const form = await journey.opensForm("pekka", "Olen eri mieltä", THREAD);
    await journey.at(24 * 60 * 60_000 + 60_000);
    const late = { kind: "taken", notice: expect.stringContaining("Vastaväitteelle oli päivä aikaa.") };
    expect(await journey.submits("pekka", form, { steps: ["data-management"] }, THREAD)).toMatchObject(late);
    expect(await journey.taps("jari", "Olen eri mieltä", THREAD)).toMatchObject(late);
    expect((await roundOf(journey)).objections).toEqual({});
  });

  it("is what people would lift: two taps each, the oldest makes way, a second tap takes it back", async () => {
    await starts(journey);
    for (const person of ["satu", "jari", "pekka"]) await answers(journey, person, "2 3 2 4 2 2");
    await closesAndAgrees(journey);
    expect(journey.sees(TEAM)).toContain("Mitä nostamme?");
    for (const title of ["Strategia", "Mittaaminen", "Asiakastieto"]) await journey.taps("jari", title, TEAM);
    await journey.taps("pekka", "Asiakastieto", TEAM);
    await journey.taps("pekka", "Mittaaminen", TEAM);
    await journey.taps("pekka", "Mittaaminen", TEAM);
    const support = Object.entries((await roundOf(journey)).support).map(([step, people]) => [
      step,
      Object.keys(people),
    ]);
    expect(Object.fromEntries(support)).toMatchObject({
      "strategic-approach": [],
      "performance-measurement": ["jari"],
      "data-management": ["jari", "pekka"],
    });
    expect(journey.sees(TEAM)).toContain("Kaksi nostaisi tämän.");
    const form = await journey.opensForm("satu", "Valitse nostettavat");
    expect(form.fields.find(({ id }) => id === "lift")).toMatchObject({
      values: expect.arrayContaining(["data-management"]),
    });
    const wrong = await journey.submits("satu", form, {
      ...PLAN,
      owner: "uusi",
      due: "1.1.2020",
      lookAgain: "2026-12-01",
      lift: ["strategic-approach", "data-management", "customer-experience"],
    });
    expect(wrong).toMatchObject({
      kind: "mistakes",
      mistakes: {
        owner: "Valitse, kuka tekee.",
        lift: expect.stringContaining("enintään kaksi"),
        due: expect.any(String),
      },
    });
    await lifts(journey);
    expect(await journey.taps("jari", "Missä mennään", TEAM)).toMatchObject({ kind: "taken" });
  });

  it("is done first by nobody who has left meanwhile", async () => {
    await starts(journey);
    for (const person of ["satu", "jari", "pekka"]) await answers(journey, person, "2 3 2 4 2 2");
    await closesAndAgrees(journey);
    const before = await journey.opensForm("satu", "Valitse nostettavat");
    await journey.store.change(people, "jari", { set: { leftAt: journey.now } });
    await journey.at(5 * 60_000);
    const wrong = await journey.submits("satu", before, { ...PLAN, owner: "jari", lift: ["data-management"] });
    expect(wrong).toMatchObject({ kind: "mistakes", mistakes: { owner: "Valitse, kuka tekee." } });
    const form = await journey.opensForm("satu", "Valitse nostettavat");
    const owner = form.fields.find(({ id }) => id === "owner");
    expect(owner?.kind === "pick" ? owner.options.map(({ value }) => value) : []).not.toContain("jari");
  });

  it("holds when thirty people tap at once", async () => {
    await journey.end();
    const thirty = Object.fromEntries(
      Array.from({ length: 30 }, (_, nth) => [`p${nth}`, { name: `Henkilö ${nth}`, teams: ["koneet"] }]),
    );
    journey = await Journey.begin({ people: { satu: { name: "Satu Virtanen", teams: ["koneet"] }, ...thirty } });
    await starts(journey, "satu", { invited: ["satu"] });
    await closesAndAgrees(journey);
    const { option } = journey.find(TEAM, "Asiakastieto");
    await Promise.all(
      Object.keys(thirty).map((person) =>
        journey.receive({ ...journey.base(person, TEAM), kind: "tapped", action: option.action, message: "m" }),
      ),
    );
    expect(Object.keys((await roundOf(journey)).support["data-management"] ?? {})).toHaveLength(30);
  });

  it("is compared with the last round only, and shows what rose and fell", async () => {
    await finishesRound(journey);
    await journey.at("2027-03-15T09:00:00+02:00");
    await starts(journey);
    expect(journey.transcript(TEAM)).toContain("Digikypsyys, 2. kierros");
    for (const person of ["satu", "jari", "pekka", "marja", "priya"]) await answers(journey, person, "3 3 3 4 1 3");
    await closesAndAgrees(journey);
    await lifts(journey, { due: "2027-04-01", lookAgain: "2027-06-15" });
    const place = thread("koneet", "koneet:digital-maturity:2");
    const change = journey.messages(place).find(({ message }) => message.text.startsWith("Muutos"))?.message.text ?? "";
    expect(change).toMatch(/23\.11\.2026/u);
    expect(change).toMatch(/Nousi: Strategia 2 → 3.*Asiakastieto 2 → 4/u);
    expect(change).toMatch(/Laski: Markkinointiviestintä 2 → 1/u);
    const radar = journey
      .messages(place)
      .flatMap(({ message }) => message.blocks)
      .find((block) => block.kind === "picture" && block.chart.kind === "radar");
    expect(radar).toMatchObject({
      chart: { series: expect.arrayContaining([expect.objectContaining({ quiet: true })]) },
    });
    expect(optionsOf(journey.last(TEAM).message)).toBeDefined();
  });
});

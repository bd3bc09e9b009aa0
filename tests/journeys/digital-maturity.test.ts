import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { responses } from "../../src/rounds/response.ts";
import { rounds } from "../../src/rounds/round.ts";
import { channel, Journey, optionsOf, privately, thread } from "../support/journey.ts";

const TEAM = channel("koneet");
const ROUND = "koneet:digital-maturity:1";

/** Answers the six questions with these levels, as typed. */
async function answers(journey: Journey, person: string, levels: readonly string[]): Promise<void> {
  await journey.taps(person, person === "priya" ? "Vastaa" : "Vastaa", TEAM);
  for (const level of levels) await journey.says(person, level);
}

async function startRound(journey: Journey, facilitator = "satu"): Promise<void> {
  await journey.says(facilitator, "Aloita digikypsyys", { in: TEAM });
  const form = await journey.opensForm(facilitator, "Aloita kierros", TEAM);
  expect(await journey.submits(facilitator, form, {}, TEAM)).toEqual({ kind: "taken" });
}

describe("a team's digital maturity round", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
  });
  afterEach(() => journey.end());

  it("goes from the first word in the channel to the summary and the next level", async () => {
    await startRound(journey);
    expect(journey.transcript(TEAM)).toContain("0/5 vastannut");

    await answers(journey, "satu", ["2", "taso 3", "määritetty", "kolmonen kai", "2", "2"]);
    await answers(journey, "jari", ["2", "1", "kolme", "4", "2", "2"]);
    await answers(journey, "pekka", ["2", "1", "3", "2", "2", "3"]);
    await answers(journey, "marja", ["2", "4", "3", "en osaa sanoa", "2", "3"]);
    await answers(journey, "priya", ["2", "level 4", "defined", "three", "2", "3"]);
    const card = journey.messages(TEAM).find(({ message }) => message.text.includes("vastannut"));
    expect(card?.message.text).toContain("5/5 vastannut");
    expect(journey.last(privately("priya")).message.text).toContain("Every question is answered");

    await journey.closes("satu");
    expect(journey.last(TEAM).message.text).toContain("Viisi vastasi.");
    const round = await journey.store.get(rounds, ROUND);
    expect(round?.snapshot?.steps["strategic-approach"]).toMatchObject({ kind: "counts", apart: "one-mind" });
    expect(round?.snapshot?.steps["data-management"]).toMatchObject({ kind: "word", cannotSay: 1 });

    await journey.taps("satu", "Hyväksy nämä yhdessä");
    for (let talk = 0; talk < 3; talk++) {
      await journey.taps("satu", "Puhuttu");
      const fix = optionsOf(journey.last(privately("satu")).message).find(({ label }) => label.startsWith("Kirjaa "));
      await journey.taps("satu", fix?.label ?? "Kirjaa");
    }
    expect(journey.last(TEAM).message.text).toContain("Mitä nostamme?");
    const form = await journey.opensForm("satu", "Valitse nostettavat");
    const mistakes = await journey.submits("satu", form, { lift: [], deed: "" });
    expect(mistakes).toMatchObject({
      kind: "mistakes",
      mistakes: { lift: expect.any(String), deed: expect.any(String) },
    });
    const plan = {
      lift: ["data-management"],
      deed: "Listaa nykyiset rekisterit",
      owner: "satu",
      due: "2026-12-11",
      lookAgain: "2027-03-15",
    };
    expect(await journey.submits("satu", form, plan)).toEqual({ kind: "taken" });
    const summary = journey.messages(TEAM).find(({ message }) => message.text.includes("Ensimmäinen teko"));
    expect(summary?.message.text).toContain("Nostamme: asiakastieto");
    expect(journey.messages(thread("koneet", ROUND)).length).toBeGreaterThanOrEqual(4);

    await nextLevel(journey);
  });

  it("loses nothing when the process dies after an answer was written", async () => {
    await startRound(journey);
    await answers(journey, "jari", ["2", "1"]);
    journey = await journey.restart();
    await journey.says("jari", "3");
    const response = await journey.store.get(responses, `${ROUND}/jari`);
    expect(Object.keys(response?.answers ?? {})).toHaveLength(3);
    expect(response?.outbox).toEqual({});
  });
});

async function nextLevel(journey: Journey): Promise<void> {
  await journey.says("satu", "aloita seuraava taso", { in: TEAM });
  const form = await journey.opensForm("satu", "Aloita kierros", TEAM);
  await journey.submits("satu", form, {}, TEAM);
  const place = thread("koneet", "koneet:next-level:1");
  await journey.says("jari", "Yksi rekisteri, johon jokainen kirjaa puhelunsa", { in: place });
  await journey.says("pekka", "Puretaan vanhat taulukot", { in: place });
  const join = await journey.opensForm("satu", "Otetaan…", place);
  const proposals = join.fields.find(({ id }) => id === "proposals");
  const all = proposals?.kind === "pick-many" ? proposals.options.map(({ value }) => value) : [];
  expect(all).toHaveLength(2);
  await journey.submits("satu", join, { proposals: all }, place);
  expect(journey.transcript(place)).toContain("Onko jollain muuta?");
  await journey.taps("satu", "Ei muuta, kirjataan", place);
  const target = await journey.store.get(responses, "koneet:next-level:1/team");
  expect(target?.asked?.step).toBe("data-management-target");
  await journey.says("jari", "4", { in: place });
  const take = optionsOf(journey.last(place).message).find(({ label }) => label.startsWith("Otetaan"));
  await journey.taps("satu", take?.label ?? "Otetaan", place);
  await journey.taps("satu", "Ei muuta, kirjataan", place);
  expect(journey.last(TEAM).message.text).toContain("Asiakastieto");
  expect((await journey.store.get(rounds, "koneet:next-level:1"))?.state).toBe("agreed");
}

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Journey, privately } from "../support/journey.ts";
import { answers, roundOf, starts, TEAM } from "../support/maturity-round.ts";

describe("who counts how many have answered", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
  });
  afterEach(() => journey.end());

  it("tells the same counts in the channel, on the facilitator's card and in the spread", async () => {
    await starts(journey);
    for (const person of ["satu", "jari"]) await answers(journey, person, "2 2 3 4 1 2");
    await answers(journey, "pekka", "2 2 3 1 1 3");
    await answers(journey, "marja", "2 3 3 2 1");
    await answers(journey, "priya", "2 3");
    await journey.closes("satu");
    const counts =
      "Viisi vastasi. Heistä kaksi ehti vastata vain osaan. Kolmesta kohdasta olette yhtä mieltä. Kahdesta olette lähes samaa mieltä. Yhdestä kannattaa puhua.";
    for (const place of [TEAM, privately("satu")]) expect(journey.sees(place).replaceAll("\n", " ")).toContain(counts);
    expect(journey.sees("satu")).toContain("· 1/3");
    const { snapshot } = await roundOf(journey);
    const words = Object.values(snapshot?.steps ?? {}).map((one) => (one.kind === "hidden" ? "hidden" : one.apart));
    expect(words.toSorted()).toEqual(["apart", "close", "close", "one-mind", "one-mind", "one-mind"]);
  });

  it("asks before people in the middle of their answers are cut short: how many, never who", async () => {
    await starts(journey);
    for (const person of ["satu", "jari", "pekka"]) await answers(journey, person, "2 2 2 2 2 2");
    await answers(journey, "marja", "2 2");
    await journey.taps("satu", "Sulje nyt");
    expect(journey.sees("satu")).toContain("3/5 on vastannut kaikkeen, ja yksi on vielä kesken.");
    expect(journey.sees("satu")).not.toMatch(/Marja/u);
    expect((await roundOf(journey)).state).toBe("open");
    await journey.taps("satu", "Suljetaan silti");
    expect((await roundOf(journey)).state).toBe("talking");
    expect(() => journey.find(privately("satu"), "Suljetaan silti")).toThrow("Nothing to tap");
  });

  it("offers no answering where everything was answered", async () => {
    await starts(journey);
    await answers(journey, "marja", "2 2 2 2 2 2");
    await journey.says("marja", "missä mennään");
    expect(journey.sees("marja")).toContain("1/5 vastannut");
    expect(journey.sees("marja")).not.toContain("[Vastaa");
    await journey.says("satu", "missä mennään");
    expect(journey.sees("satu")).toMatch(/^Missä mennään · koneet\nTilanne ma 23\.11\.\n/u);
    expect(journey.sees("satu")).toContain("[Vastaa: Digikypsyys]");
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Incoming } from "../../src/channels/incoming.ts";
import { StoreUnavailable } from "../../src/store/store-errors.ts";
import { type Faults, failingStore } from "../support/failing-store.ts";
import { Journey, privately, thread } from "../support/journey.ts";
import { answers, levelsOf, ROUND, responseOf, roundOf, starts, TEAM } from "../support/maturity-round.ts";

describe("when the store's answer is lost after the write", () => {
  const faults: Faults = { away: false, loseAnswers: 0 };
  let journey: Journey;
  beforeEach(async () => {
    Object.assign(faults, { away: false, loseAnswers: 0 });
    journey = await Journey.begin({ wrap: (store) => failingStore(store, faults) });
    await starts(journey);
  });
  afterEach(() => journey.end());

  /** The platform redelivers what was not acknowledged, until it is. */
  async function delivered(incoming: Incoming): Promise<void> {
    for (let tries = 0; tries < 10; tries++) {
      try {
        await journey.receive(incoming);
        return;
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error;
      }
    }
    throw new Error("never taken");
  }

  it("the answer is recorded once, and the next question comes once", async () => {
    await journey.taps("jari", "Vastaa", TEAM);
    faults.loseAnswers = 1;
    await delivered({
      ...journey.base("jari", privately("jari")),
      kind: "said",
      text: "2",
      message: "m1",
      addressed: false,
    });
    expect(await levelsOf(journey, "jari")).toBe("2");
    expect((await responseOf(journey, "jari")).answers["strategic-approach"]).toMatchObject({ revision: 1 });
    await journey.at(31_000);
    expect(journey.count("jari", "Mittaaminen · 2/6")).toBe(1);
    expect((await responseOf(journey, "jari")).outbox).toEqual({});
  });

  it("nothing is doubled wherever in the turn an answer is lost", async () => {
    for (let lost = 1; lost <= 3; lost++) {
      for (const person of ["satu", "pekka", "marja"]) {
        const { option, seen } = journey.find(TEAM, "Vastaa");
        faults.loseAnswers = lost;
        await delivered({ ...journey.base(person, TEAM), kind: "tapped", action: option.action, message: seen.id });
        faults.loseAnswers = 0;
        await journey.at(31_000);
        faults.loseAnswers = lost;
        await delivered({
          ...journey.base(person, privately(person)),
          kind: "said",
          text: "2",
          message: `m${lost}`,
          addressed: false,
        });
        faults.loseAnswers = 0;
        await journey.at(31_000);
      }
    }
    for (const person of ["satu", "pekka", "marja"]) {
      expect(await levelsOf(journey, person)).toBe("2 2 2");
      const { answers: standing, outbox } = await responseOf(journey, person);
      expect(Object.values(standing).map(({ revision }) => revision)).toEqual([1, 1, 1]);
      expect(outbox).toEqual({});
    }
  });

  it("a round opens once, also one that is answered together and is written in two steps", async () => {
    for (const person of ["satu", "jari", "pekka"]) await answers(journey, person, "2 3 2 4 2 2");
    for (const text of ["Sulje nyt", "Hyväksy nämä yhdessä"]) {
      const { option, seen } = journey.find(privately("satu"), text);
      faults.loseAnswers = 1;
      await delivered({
        ...journey.base("satu", privately("satu")),
        kind: "tapped",
        action: option.action,
        message: seen.id,
      });
      await journey.at(31_000);
    }
    expect(journey.count(TEAM, "Kolme vastasi.")).toBe(1);
    expect(Object.keys((await roundOf(journey)).agreed)).toHaveLength(6);
    const form = await journey.opensForm("satu", "Valitse nostettavat");
    const values = {
      lift: ["data-management"],
      deed: "Listaa",
      owner: "satu",
      due: "2026-12-11",
      lookAgain: "2027-03-15",
    };
    faults.loseAnswers = 1;
    await delivered({ ...journey.base("satu", privately("satu")), kind: "submitted", action: form.action, values });
    await journey.at(31_000);
    expect(journey.count(TEAM, "Katsomme uudestaan")).toBe(1);
    await journey.says("satu", "aloita seuraava taso", { in: TEAM });
    const start = await journey.opensForm("satu", "Aloita kierros", TEAM);
    faults.loseAnswers = 3;
    await delivered({ ...journey.base("satu", TEAM), kind: "submitted", action: start.action, values: {} });
    faults.loseAnswers = 0;
    await journey.at(31_000);
    const place = thread("koneet", "koneet:next-level:1");
    expect(journey.messages(place)).toHaveLength(1);
    expect(journey.sees(place)).toContain("Asiakastieto");
  });
});

describe("thirty seconds without the store", () => {
  it("people are told to try again, and then everything goes on", async () => {
    const faults: Faults = { away: false, loseAnswers: 0 };
    const journey = await Journey.begin({ wrap: (store) => failingStore(store, faults) });
    await starts(journey);
    await answers(journey, "jari", "2");
    faults.away = true;
    const waiting = {
      ...journey.base("jari", privately("jari")),
      kind: "said",
      text: "3",
      message: "m-away",
      addressed: false,
    } as const;
    for (let second = 0; second < 30; second++) {
      await expect(journey.receive({ ...waiting })).rejects.toThrow(StoreUnavailable);
      await expect(journey.at(1_000)).rejects.toThrow(StoreUnavailable);
    }
    faults.away = false;
    await journey.at(1_000);
    expect(await journey.receive(waiting)).toEqual({ kind: "taken" });
    expect(await journey.receive(waiting)).toEqual({ kind: "repeated" });
    expect(await levelsOf(journey, "jari")).toBe("2 3");
    expect(journey.count("jari", "3/6")).toBe(1);
    await journey.end();
  });

  it("what was being sent when it went away is sent once when it is back", async () => {
    const faults: Faults = { away: false, loseAnswers: 0 };
    const journey = await Journey.begin({
      wrap: (store) => failingStore(store, faults),
      channel: (recording) => ({
        ...recording,
        post: async (...posting) => {
          const posted = await recording.post(...posting);
          if (posting[1].kind === "private" && posting[1].person === "jari") faults.away = true;
          return posted;
        },
      }),
    });
    await starts(journey);
    await journey.taps("jari", "Vastaa", TEAM);
    expect(faults.away).toBe(true);
    faults.away = false;
    const before = journey.seen.length;
    await journey.at(31_000);
    expect(journey.seen.length).toBe(before);
    expect(journey.count("jari", "Strategia · 1/6")).toBe(1);
    expect((await responseOf(journey, "jari")).outbox).toEqual({});
    expect((await responseOf(journey, "jari", ROUND)).messages["asked:strategic-approach"]).toBeDefined();
    await journey.end();
  });
});

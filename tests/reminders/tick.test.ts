import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { responses } from "../../src/rounds/response.ts";
import { rounds } from "../../src/rounds/round.ts";
import { Journey } from "../support/journey.ts";
import { answers, roundOf, starts, TEAM } from "../support/maturity-round.ts";

describe("the tick", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
    await starts(journey);
  });
  afterEach(() => journey.end());

  it("does nothing while nothing is due", async () => {
    const before = await roundOf(journey);
    for (let nth = 0; nth < 5; nth++) await journey.at(60_000);
    expect(await roundOf(journey)).toEqual(before);
  });

  it("closes on return what should have closed while the process was away, and reminds of nothing", async () => {
    await answers(journey, "jari", "2 3");
    journey.now = Date.parse("2026-11-28T09:00:00+02:00");
    journey = await journey.restart();
    await journey.at(1_000);
    expect((await roundOf(journey)).state).toBe("talking");
    expect(journey.count("jari", "Muistutan kerran")).toBe(0);
    expect(journey.count(TEAM, "Yksi vastasi.")).toBe(1);
  });

  it("ends a closing that was cut short between its writes", async () => {
    await answers(journey, "jari", "2 3");
    await journey.closes("satu");

    const id = "koneet:digital-maturity:1";
    await journey.store.change(responses, `${id}/jari`, { set: { open: true, events: [] } });
    await journey.store.change(rounds, id, { set: { dueAt: journey.now } });
    await journey.at(1_000);
    expect(await journey.store.get(responses, `${id}/jari`)).toMatchObject({ open: false });
    expect((await roundOf(journey)).dueAt).toBeNull();
    expect(journey.count(TEAM, "Yksi vastasi.")).toBe(1);
  });
});

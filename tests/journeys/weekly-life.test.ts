import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { channel, Journey, privately } from "../support/journey.ts";

/** Two teams, a week from Monday to Monday, by the clock alone. */
describe("a week in the life of someone in two teams, in English", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin({
      startAt: "2026-11-26T12:00:00+02:00",
      people: {
        priya: { name: "Priya Shah", language: "en", timeZone: "Europe/London", teams: ["machines", "sales"] },
        satu: { name: "Satu Virtanen", teams: ["machines"] },
      },
    });
    await journey.at(1_000);
  });
  afterEach(() => journey.end());

  const add = (who: string, team: string, text: string) =>
    journey.says(who, text, { in: channel(team), addressed: true });
  /** The clock calls every hour, in both zones, until then. */
  async function until(when: string): Promise<void> {
    while (journey.now < Date.parse(when)) await journey.at(Math.min(3_600_000, Date.parse(when) - journey.now));
  }
  const heard = () =>
    journey
      .messages(privately("priya"))
      .map(({ message }) => message.text.split("\n")[0])
      .filter((line) => /^(?:Week|Due)/u.test(line ?? ""));

  it("brings one message, one nudge and a yes to what was proposed; everything is answered where it stands", async () => {
    await add("priya", "machines", "action: price list online, me, 2 Dec");
    await add("priya", "sales", "action: call the fair, me, 15 Jan");
    await add("priya", "sales", "action: new brochure, me, 4 Dec");
    await add("satu", "machines", "toimenpide: kuvat kuntoon, Priya, 11.12.");
    await until("2026-11-30T09:00:00+00:00");
    expect(journey.sees("priya").split("\n")[0]).toBe("Week 49: three actions now, one action later");
    const said = journey
      .last(privately("priya"))
      .message.text.split("\n")
      .filter((line) => !line.startsWith("["));
    expect(said).toEqual([
      "Week 49: three actions now, one action later",
      "This week",
      "price list online machines · Wed 2 Dec",
      "new brochure sales · Fri 4 Dec",
      "Proposed to you",
      "kuvat kuntoon machines · proposed · Fri 11 Dec",
      "Later",
      expect.stringContaining("call the fair sales · "),
      expect.stringMatching(/^Comes on Mondays at 9:00 because/u),
    ]);
    await journey.taps("priya", "I'll take this");
    await journey.taps("priya", "Under way");
    const form = await journey.opensForm("priya", "Stuck");
    await journey.submits("priya", form, { why: "Waiting for prices." });
    expect(journey.sees("priya")).toContain(
      "price list online machines · Wed 2 Dec · stuck since Mon 30 Nov: Waiting for prices",
    );
    await until("2026-12-02T18:00:00+00:00");
    // What she took is due next week, and stands where it stood.
    expect(heard()).toEqual(["Week 49: three actions now, one action later", "Due Wed 2 Dec: price list online"]);
  });
});

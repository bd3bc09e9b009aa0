import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Counts, countingStore } from "../support/counting-store.ts";
import { Journey, privately } from "../support/journey.ts";
import { levelsOf, starts, TEAM } from "../support/maturity-round.ts";

const people = Object.fromEntries(
  Array.from({ length: 30 }, (_, nth) => [`p${nth}`, { name: `Henkilö ${nth}`, teams: ["koneet"] }]),
);

describe("what a turn costs", () => {
  const counts = new Counts();
  let journey: Journey;
  beforeEach(async () => {
    const satu = { name: "Satu Virtanen", teams: ["koneet"] };
    journey = await Journey.begin({ people: { satu, ...people }, wrap: (store) => countingStore(store, counts) });
    await starts(journey, "satu", { invited: Object.keys(people) });
    await journey.says("p0", "moi");
  });
  afterEach(() => journey.end());

  it("a typed answer is one read and one write before the platform is told, and one write for what was sent", async () => {
    await journey.taps("p0", "Vastaa", TEAM);
    counts.take();
    const base = journey.base("p0", privately("p0"));
    await journey.luotsi.receiver.receive({ ...base, kind: "said", text: "2", message: "m", addressed: false });
    expect(counts.take().slice(0, 2)).toEqual(["find responses", "change responses"]);
    await journey.luotsi.courier.settled();
    await journey.says("p0", "3");
    const asked = counts
      .take()
      .filter((what) => what.startsWith("change") || what.startsWith("insert") || what.startsWith("unmet"));
    // The note of the first answer's messages, the second answer, the note of its messages.
    expect(asked).toEqual(["change responses", "change responses", "change responses"]);
  });

  it("the last answer looks besides whether the person has a Home to draw, and writes nothing where there is none", async () => {
    await journey.taps("p0", "Vastaa", TEAM);
    for (const level of "22222".split("")) await journey.says("p0", level);
    counts.take();
    await journey.says("p0", "3");
    expect(counts.take().filter((what) => what.endsWith("conversations"))).toEqual(["getMany conversations"]);
  });

  it("thirty people who answer at once are thirty writes and no retry", async () => {
    for (const person of Object.keys(people)) await journey.taps(person, "Vastaa", TEAM);
    counts.take();
    const bases = Object.keys(people).map((person) => journey.base(person, privately(person)));
    await Promise.all(
      bases.map((base) =>
        journey.luotsi.receiver.receive({
          ...base,
          kind: "said",
          text: "4",
          message: `m-${base.person}`,
          addressed: false,
        }),
      ),
    );
    await journey.luotsi.courier.settled();
    const asked = counts.take();
    expect(asked.filter((what) => what.startsWith("unmet"))).toEqual([]);
    expect(asked.filter((what) => what === "change responses")).toHaveLength(60);
    for (const person of Object.keys(people)) expect(await levelsOf(journey, person)).toBe("4");
  });
});

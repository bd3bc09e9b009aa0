import { describe, expect, it } from "vitest";
import { apartness } from "../../src/assessment/apartness.ts";
import { lowerMedian } from "../../src/assessment/lower-median.ts";
import { takeSnapshot } from "../../src/assessment/take-snapshot.ts";
import type { Spread } from "../../src/rounds/round.ts";
import { snapshotSchema } from "../../src/rounds/round.ts";
import { fc } from "../support/properties.ts";
import { answersToA, flowOf, handsOf, responseOf } from "./sample-round.ts";

const flow = flowOf(1);

function spreadOfA(given: readonly (number | "cannot-say")[], hands = handsOf({})): Spread | undefined {
  const { snapshot } = takeSnapshot({ flow, responses: answersToA(given), tallies: { a: hands }, invited: 9 });
  return snapshot.steps.a;
}

describe("the lower median", () => {
  it("is the middle of an odd number and the lower middle of an even number", () => {
    expect(lowerMedian([4, 1, 2])).toBe(2);
    expect(lowerMedian([1, 2, 4, 4])).toBe(2);
    expect(lowerMedian([])).toBeUndefined();
  });

  it("is one of the values, with at most half of them below and fewer than half plus one above", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 60 }), (values) => {
        const middle = lowerMedian(values) ?? 0;
        expect(values).toContain(middle);
        expect(values.filter((value) => value < middle).length).toBeLessThan(values.length / 2);
        expect(values.filter((value) => value > middle).length).toBeLessThanOrEqual(values.length / 2);
      }),
    );
  });
});

describe("how far apart people are", () => {
  it("has three words", () => {
    expect(apartness([0, 5, 0])).toBe("one-mind");
    expect(apartness([0, 2, 3])).toBe("close");
    expect(apartness([1, 0, 1])).toBe("apart");
    expect(apartness([0, 0, 0])).toBe("one-mind");
  });
});

describe("a snapshot", () => {
  it("shows counts from five answers up, with the lower median to offer", () => {
    expect(spreadOfA([1, 2, 2, 4, 4])).toEqual({
      kind: "counts",
      answers: 5,
      cannotSay: 0,
      apart: "apart",
      offered: 2,
      counts: [1, 2, 0, 2, 0],
    });
  });

  it("leaves one word of three or four answers", () => {
    expect(spreadOfA([2, 2, 3])).toEqual({ kind: "word", answers: 3, cannotSay: 0, apart: "close", offered: 2 });
    expect(spreadOfA([3, 3, 3, 3])).toMatchObject({ kind: "word", apart: "one-mind", offered: 3 });
  });

  it("shows nothing of one or two answers", () => {
    expect(spreadOfA([1, 5])).toEqual({ kind: "hidden", answers: 2, cannotSay: 0 });
    expect(spreadOfA([])).toEqual({ kind: "hidden", answers: 0, cannotSay: 0 });
  });

  it("leaves those who can't say out of the figures and counts them beside", () => {
    expect(spreadOfA([2, 2, 2, "cannot-say"])).toMatchObject({ kind: "word", answers: 3, cannotSay: 1 });
  });

  it("counts hands with the answers", () => {
    expect(spreadOfA([2, 2, 3, 3, 4], handsOf({ 3: 2 }, 1))).toMatchObject({
      answers: 7,
      cannotSay: 1,
      offered: 3,
      counts: [0, 2, 4, 1, 0],
    });
  });

  it("judges hands alone by their own number", () => {
    expect(spreadOfA([], handsOf({ 2: 5 }))).toMatchObject({ kind: "counts" });
    expect(spreadOfA([], handsOf({ 2: 4 }))).toMatchObject({ kind: "word" });
    expect(spreadOfA([], handsOf({ 2: 2 }))).toMatchObject({ kind: "hidden" });
  });

  it("hides what taking the hands away would lay bare", () => {
    expect(spreadOfA([4], handsOf({ 2: 9 }))?.kind).toBe("hidden");
    expect(spreadOfA([4, 2, 2], handsOf({ 2: 9 }))?.kind).toBe("word");
  });

  it("passes over levels that the step no longer has and answers of another kind", () => {
    const responses = [
      ...answersToA([2, 2, 9]),
      { _id: "old", answers: { a: { value: { kind: "text" as const, text: "2" }, revision: 4 } } },
    ];
    const { snapshot, counted } = takeSnapshot({ flow, responses, tallies: {}, invited: 4 });
    expect(snapshot).toMatchObject({ answered: 2, steps: { a: { kind: "hidden", answers: 2 } } });
    expect(counted).toEqual({ r0: { a: 1 }, r1: { a: 1 } });
  });

  it("says how many answered, how many hands were raised and which revisions were counted", () => {
    const two = flowOf(2);
    const { snapshot, counted } = takeSnapshot({
      flow: two,
      responses: [responseOf("x", { a: 2, b: "cannot-say" }), responseOf("y", {}), responseOf("z", { b: 1 })],
      tallies: { a: handsOf({ 1: 2 }, 1), b: handsOf({ 2: 1 }) },
      invited: 5,
    });
    expect(snapshot).toMatchObject({ answered: 2, hands: 3, invited: 5 });
    expect(counted).toEqual({ x: { a: 1, b: 1 }, z: { b: 1 } });
  });
});

const given = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 1, max: 5 }) }, fc.constant("cannot-say" as const));
const hands = fc
  .tuple(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 5, maxLength: 5 }), fc.integer({ min: 0, max: 3 }))
  .map(([counts, cannotSay]) =>
    handsOf(Object.fromEntries(counts.map((count, index) => [index + 1, count])), cannotSay),
  );

describe("what a snapshot keeps to itself", () => {
  it("reveals no count where one to four people chose a level in the chat", () => {
    fc.assert(
      fc.property(fc.array(given, { maxLength: 12 }), hands, (answers, tally) => {
        const chosen = answers.filter((answer) => answer !== "cannot-say").length;
        const spread = spreadOfA(answers, tally);
        snapshotSchema.shape.steps.parse({ a: spread });
        if (chosen > 0 && chosen < 5) expect(spread?.kind).not.toBe("counts");
        if (chosen > 0 && chosen < 3) expect(spread?.kind).toBe("hidden");
      }),
    );
  });

  it("is the same whatever the one or two people who answered in the chat said", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(given, given), { minLength: 1, maxLength: 2 }), hands, (pairs, tally) => {
        const one = spreadOfA(
          pairs.map(([first]) => first),
          tally,
        );
        const other = spreadOfA(
          pairs.map(([, second]) => second),
          tally,
        );
        expect(one).toEqual(other);
      }),
    );
  });

  it("leaves every single answer open unless all in the chat said the same, for whoever knows the hands", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 4 }), hands, (answers, tally) => {
        const seen = JSON.stringify(spreadOfA(answers, tally));
        // Every way in which these people could have answered, and still be seen as this.
        const ways = everyWay(answers.length).filter((way) => JSON.stringify(spreadOfA(way, tally)) === seen);
        const sure = ways.every((way) => way[0] === answers[0]);
        if (sure) expect(new Set(answers).size).toBe(1);
      }),
      { numRuns: 40 },
    );
  });
});

function everyWay(people: number): number[][] {
  return people === 0 ? [[]] : everyWay(people - 1).flatMap((way) => [1, 2, 3, 4, 5].map((level) => [...way, level]));
}

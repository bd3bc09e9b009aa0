import { describe, expect, it } from "vitest";
import { liftedSteps, likelyLift, proposeLift } from "../../src/assessment/lift.ts";
import { changes, comparableLevels, profile } from "../../src/assessment/profile.ts";
import { LIFT } from "../../src/rounds/round.ts";
import { fc } from "../support/properties.ts";
import { agreedLevels, agreedOn, flowOf, roundOf } from "./sample-round.ts";

const flow = flowOf(4);
const ids = (steps: readonly { readonly id: string }[]) => steps.map(({ id }) => id).join("");

describe("a profile", () => {
  it("holds the levels, their average with one decimal, the lowest and the highest", () => {
    const { average, lowest, highest, levels } = profile({ agreed: agreedLevels(flow, [2, 1, 1, 4]) }, flow);
    expect(levels.map(({ level }) => level)).toEqual([2, 1, 1, 4]);
    expect(average).toBe(2);
    expect(ids(lowest)).toBe("bc");
    expect(ids(highest)).toBe("d");
    expect(profile({ agreed: agreedLevels(flow, [2, 3, 3, 3]) }, flow).average).toBe(2.8);
  });

  it("has no lowest when all stand on one level, and no average when nothing is agreed", () => {
    expect(profile({ agreed: agreedLevels(flow, [2, 2, 2, 2]) }, flow)).toMatchObject({ lowest: [], highest: [] });
    expect(profile({ agreed: {} }, flow)).toMatchObject({ average: null, lowest: [], highest: [] });
  });

  it("has an average between the lowest and the highest level", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 4, maxLength: 4 }), (levels) => {
        const { average } = profile({ agreed: agreedLevels(flow, levels) }, flow);
        expect(average).toBeGreaterThanOrEqual(Math.min(...levels));
        expect(average).toBeLessThanOrEqual(Math.max(...levels));
      }),
    );
  });
});

describe("the change since the previous round", () => {
  it("is told only where both rounds agreed on the same scale", () => {
    const previous = { agreed: { a: agreedOn(1), b: agreedOn(3), c: agreedOn(2, "old-scale") } };
    const now = { agreed: { a: agreedOn(3), b: agreedOn(2), c: agreedOn(4), d: agreedOn(2) } };
    expect([...changes(now, previous, flow)]).toEqual([
      ["a", 2],
      ["b", -1],
    ]);
    expect([...comparableLevels(now, previous, flow)]).toEqual([
      ["a", 1],
      ["b", 3],
    ]);
    expect(changes(now, undefined, flow).size).toBe(0);
  });
});

describe("what to lift", () => {
  const agreed = agreedLevels(flow, [2, 1, 3, 1]);

  it("proposes the lowest, and a second one only when it stands as low", () => {
    expect(ids(proposeLift({ agreed, support: {} }, flow))).toBe("bd");
    expect(ids(proposeLift({ agreed: agreedLevels(flow, [2, 1, 3, 2]), support: {} }, flow))).toBe("b");
    expect(proposeLift({ agreed: {}, support: {} }, flow)).toEqual([]);
  });

  it("settles ties by how many would lift them, then by the flow's order", () => {
    const low = agreedLevels(flow, [1, 1, 1, 1]);
    expect(ids(proposeLift({ agreed: low, support: { d: { p1: 1, p2: 1 }, c: { p3: 1 } } }, flow))).toBe("dc");
    expect(ids(proposeLift({ agreed: low, support: {} }, flow))).toBe("ab");
  });

  it("starts the form with what was chosen, else what people want, else the lowest", () => {
    expect(ids(likelyLift({ agreed, support: { c: { p1: 1 } } }, flow))).toBe("c");
    expect(ids(likelyLift({ agreed, support: {} }, flow))).toBe("bd");
    const chosen = { ...agreed, [LIFT]: { ...agreedOn(1), value: { kind: "choices" as const, options: ["d"] } } };
    expect(ids(likelyLift({ agreed: chosen, support: { c: { p1: 1 } } }, flow))).toBe("d");
    expect(ids(liftedSteps(roundOf({ agreed: chosen }), flow))).toBe("d");
  });
});

import { describe, expect, it } from "vitest";
import type { AnswerValue } from "../../src/flow/answer-value.ts";
import { holds } from "../../src/flow/conditions.ts";
import type { Comparison, Condition } from "../../src/flow/step.ts";
import { context } from "./reading/reader.ts";

const when = (condition: Condition, value?: AnswerValue) => holds(condition, value ? { one: value } : {}, context);

describe("conditions", () => {
  it.each<[Comparison, AnswerValue, boolean]>([
    [{ step: "one", is: "a" }, { kind: "choice", option: "a" }, true],
    [{ step: "one", is: "a" }, { kind: "choice", option: "b" }, false],
    [{ step: "one", is: true }, { kind: "choice", option: "yes" }, true],
    [{ step: "one", is: false }, { kind: "choice", option: "yes" }, false],
    [{ step: "one", is: 3 }, { kind: "level", level: 3 }, true],
    [{ step: "one", is: 0 }, { kind: "number", number: 0 }, true],
    [{ step: "one", includes: "b" }, { kind: "choices", options: ["a", "b"] }, true],
    [{ step: "one", includes: "c" }, { kind: "rank", options: ["a", "b"] }, false],
    [{ step: "one", atLeast: 2 }, { kind: "level", level: 2 }, true],
    [{ step: "one", atLeast: 100 }, { kind: "money", cents: 9999 }, false],
    [{ step: "one", atMost: 2 }, { kind: "spectrum", position: 3 }, false],
    [{ step: "one", atMost: 2 }, { kind: "cannot-say" }, false],
    [{ step: "one", answered: true }, { kind: "cannot-say" }, true],
    [{ step: "one", answered: true }, { kind: "skipped" }, false],
  ])("%j of %j is %j", (condition, value, expected) => {
    expect(when(condition, value)).toBe(expected);
  });

  it("hold of a missing answer only when it should be missing", () => {
    expect(when({ step: "one", answered: false })).toBe(true);
    for (const condition of [
      { step: "one", is: "a" },
      { step: "one", atMost: 5 },
      { step: "one", answered: true },
    ]) {
      expect(when(condition)).toBe(false);
    }
  });

  it("join by all and any, and look at other flows", () => {
    const level: AnswerValue = { kind: "level", level: 3 };
    const low = { step: "one", atMost: 2 };
    const some = { step: "one", answered: true };
    expect(when({ all: [low, some] }, level)).toBe(false);
    expect(when({ any: [low, some] }, level)).toBe(true);
    const earlier = { "a-flow/market": { value: { kind: "choice", option: "nordics" } as const, options: [] } };
    expect(holds({ earlier: "a-flow/market", is: "nordics" }, {}, { ...context, earlier })).toBe(true);
    expect(holds({ earlier: "a-flow/other", answered: true }, {}, { ...context, earlier })).toBe(false);
  });
});

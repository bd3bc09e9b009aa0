import { describe, expect, it } from "vitest";
import type { FlowContext } from "../../src/flow/context.ts";
import { optionsOf } from "../../src/flow/options.ts";
import { numbered } from "../../src/flow/wording/numbered.ts";
import { wordsOf } from "../../src/flow/wording/words-of.ts";
import { sampleFlow } from "../support/sample-flow.ts";
import { answeredFrom, flow, questions } from "./answering.ts";
import { context } from "./reading/reader.ts";

describe("words and options that depend on answers", () => {
  it("says the words of the level that was answered", () => {
    const step = questions.find((one) => one.id === "next-deed");
    if (!step) throw new Error("next-deed");
    const at = (level: number) => wordsOf(step, { "service-level": { kind: "level", level } }, context);
    expect(at(1).ask.en).toBe("Whom would you call about repairs unasked?");
    expect(at(1).why).toEqual(step.why);
    expect(at(3).ask).toEqual(step.ask);
    expect(wordsOf(step, {}, context).ask).toEqual(step.ask);
  });

  it("numbers a label that does not say its number itself", () => {
    expect(["Lähtötaso", "1, Lähtötaso", "12 kuukautta"].map((label) => numbered(label, 1))).toEqual([
      "1 Lähtötaso",
      "1, Lähtötaso",
      "1 12 kuukautta",
    ]);
  });

  it("draws options from rows of this flow and from agreed answers of another", () => {
    const answers = answeredFrom({}, flow, [0]);
    const main = questions.find((one) => one.id === "main-service");
    if (!main) throw new Error("main-service");
    expect(optionsOf(main, flow, answers, context)).toEqual([{ id: "r1", label: { fi: "Huolto", en: "Huolto" } }]);
    const follow = sampleFlow("follow-up");
    const keep = follow.steps.find((one) => one.id === "keep");
    if (keep?.kind !== "choice") throw new Error("keep");
    const options = [{ id: "r1", label: { fi: "Huolto", en: "Repair" } }];
    const later: FlowContext = {
      ...context,
      earlier: { "every-kind/services": { value: { kind: "table", rows: [] }, options } },
    };
    expect(optionsOf(keep, follow, {}, later)).toEqual(options);
    expect(optionsOf(keep, follow, {}, context)).toEqual([]);
  });
});

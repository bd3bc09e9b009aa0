import { describe, expect, test } from "vitest";
import { exampleAnswers } from "../../../src/flow/loading/example-answers.ts";
import { LIFT } from "../../../src/flow/loading/lift.ts";
import { progress } from "../../../src/flow/progress.ts";
import * as round from "../../../src/rounds/round.ts";
import { flowsOf } from "../../support/flow-folder.ts";
import { mistakes } from "./small-flow.ts";

const at = "book/small.yaml";

describe("an example is an answer that the coach would take", () => {
  test.each([
    [
      "a choice that is not there",
      { 'en: In Lahti., answer: "1"': 'en: In Lahti., answer: "7"' },
      `${at}:21 steps.market.example.answer`,
    ],
    [
      "a level in other words",
      { 'en: The first one., answer: "1"': "en: The first one., answer: rather good" },
      `${at}:31 steps.service.example.answer`,
    ],
    ["a number beyond the limits", { 'answer: "4"': 'answer: "400"' }, `${at}:42 steps.visits.example.answer`],
    [
      "a text that is too short in one language",
      { "en: Keys are missing. }": "en: Keys. }\n    minLength: 10" },
      `${at}:52 steps.thought.example.en`,
    ],
    [
      "a variant's example",
      {
        "min: 0":
          "variants: { of: market, cases: { far: { ask: { fi: Mitä?, en: What? }, example: { fi: Ei., en: No., answer: many } } } }",
      },
      `${at}:43 steps.visits.variants.cases.far.example.answer`,
    ],
  ] as const)("%s is told, with what the coach would say", (_name, changes, place) => {
    const found = mistakes(changes);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`${place}: is not taken as an answer: `);
  });

  test("in the coach's own words", () => {
    expect(mistakes({ 'answer: "4"': 'answer: "400"' })).toEqual([
      `${at}:42 steps.visits.example.answer: is not taken as an answer: I read 400. The largest that fits here is 50.`,
    ]);
  });
});

describe("the answers that the examples make", () => {
  const flows = flowsOf("tests/support/flows");
  const flowOf = (id: string) => flows.get("anyone", id);

  test.each(["every-kind", "follow-up"])("take %s from its beginning to its end", (id) => {
    const flow = flowOf(id);
    if (flow === undefined) throw new Error(`no ${id}`);
    const { answers, context } = exampleAnswers(flow, flowOf);
    expect(progress(flow, answers, context)).toMatchObject({ kind: "done" });
  });

  test("give a flow that builds on another one its agreed answers, its options and its people", () => {
    const flow = flowOf("follow-up");
    if (flow === undefined) throw new Error("no follow-up");
    const { context } = exampleAnswers(flow, flowOf);
    expect(context.earlier["every-kind/service-level"]?.value).toEqual({ kind: "level", level: 3 });
    expect(context.earlier["every-kind/services"]?.options.map(({ label }) => label.fi)).toEqual(["Vuosihuolto"]);
    expect(context.earlier["every-kind/lift"]?.value).toEqual({ kind: "choices", options: ["service-level"] });
    expect(context.people.map(({ name }) => name)).toContain("Satu");
  });

  test("know what is lifted by the name that rounds keep it under", () => {
    expect(LIFT).toBe(round.LIFT);
  });
});

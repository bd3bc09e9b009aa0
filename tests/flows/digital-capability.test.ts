import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type Flow, flowSchema } from "../../src/flow/flow.ts";
import type { QuestionOf } from "../../src/flow/step.ts";

const maturity = read("digital-maturity");
const nextLevel = read("next-level");
const dimensions = levels(maturity);

describe("the workbook of digital capability", () => {
  it("asks about six dimensions on five levels, each readable on a phone", () => {
    expect(dimensions.map(({ id }) => id)).toEqual([
      "strategic-approach",
      "performance-measurement",
      "structure-resources",
      "data-management",
      "marketing-communications",
      "customer-experience",
    ]);
    for (const { levels, title } of dimensions) {
      expect(levels).toHaveLength(5);
      for (const language of ["fi", "en"] as const) {
        expect(title[language].length, title[language]).toBeLessThanOrEqual(22);
        for (const { description, sign } of levels) {
          expect(description[language].length, description[language]).toBeLessThanOrEqual(60);
          expect(sign[language].length, sign[language]).toBeLessThanOrEqual(70);
        }
      }
    }
  });

  it("sets targets on the same scale, in the same words", () => {
    expect(nextLevel.scales).toEqual(maturity.scales);
    for (const { id, levels: described } of dimensions) {
      const target = levels(nextLevel).find((step) => step.id === `${id}-target`);
      expect(target?.levels, id).toEqual(described);
    }
  });

  it("offers every dimension to lift, and asks two things of those that are", () => {
    const lift = nextLevel.steps.find((step) => step.kind === "choices");
    expect(lift?.options?.map(({ id, label }) => ({ id, title: label }))).toEqual(
      dimensions.map(({ id, title }) => ({ id, title })),
    );
    const asked = nextLevel.steps.filter((step) => step !== lift);
    expect(asked.map(({ id, when }) => ({ id, when }))).toEqual(
      dimensions.flatMap(({ id }) =>
        [id, `${id}-target`].map((step) => ({ id: step, when: { step: "lift", includes: id } })),
      ),
    );
  });

  it("has a coaching question of its own for every dimension and level", () => {
    const texts = nextLevel.steps.filter((step) => step.kind === "text");
    const questions = texts.flatMap(({ id, variants }) => {
      expect(variants?.of).toBe(`digital-maturity/${id}`);
      expect(Object.keys(variants?.cases ?? {})).toEqual(["1", "2", "3", "4", "5"]);
      return Object.values(variants?.cases ?? {});
    });
    for (const { ask, tip, example } of questions) expect(tip && example, ask.fi).toBeDefined();
    for (const language of ["fi", "en"] as const)
      expect(new Set(questions.map(({ ask }) => ask[language])).size).toBe(30);
  });
});

function read(flow: string): Flow {
  return flowSchema.parse(parse(readFileSync(`flows/digital-capability/${flow}.yaml`, "utf8")));
}

function levels(flow: Flow): QuestionOf<"level">[] {
  return flow.steps.filter((step) => step.kind === "level");
}

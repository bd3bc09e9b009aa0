import { describe, expect, it } from "vitest";
import { heatmapChart } from "../../src/assessment/heatmap-chart.ts";
import { levelsChart } from "../../src/assessment/levels-chart.ts";
import { radarChart } from "../../src/assessment/radar-chart.ts";
import { takeSnapshot } from "../../src/assessment/take-snapshot.ts";
import { LIFT } from "../../src/rounds/round.ts";
import { agreedLevels, agreedOn, flowOf, responseOf, roundOf } from "./sample-round.ts";

const flow = flowOf(3);
const lift = { ...agreedOn(1), value: { kind: "choices" as const, options: ["b"] } };
const previous = roundOf({ agreed: agreedLevels(flow, [1, 2]) });

function roundWith(people: number) {
  const responses = Array.from({ length: people }, (_, index) => responseOf(`r${index}`, { a: (index % 2) + 1, b: 2 }));
  const { snapshot } = takeSnapshot({ flow, responses, tallies: {}, invited: people });
  return roundOf({ number: 2, snapshot, agreed: { ...agreedLevels(flow, [2, 2, 4]), [LIFT]: lift } });
}

describe("pictures of a round", () => {
  it("draw levels with what is lifted and where the team stood before", () => {
    const { chart, alt } = levelsChart({ round: roundWith(5), flow, previous, language: "fi" });
    expect(chart).toEqual({
      kind: "levels",
      title: "Näyte, 2. kierros",
      max: 5,
      rows: [
        { label: "Ulottuvuus 1", value: 2, previous: 1 },
        { label: "Ulottuvuus 2", value: 2, previous: 2, lifted: true },
        { label: "Ulottuvuus 3", value: 4 },
      ],
      legend: [
        { label: "Nyt", mark: "bar" },
        { label: "Nostamme", mark: "lifted" },
        { label: "Edellinen kierros", mark: "previous" },
      ],
    });
    expect(alt).toBe(
      "Näyte, 2. kierros. Sovitut tasot asteikolla 1–5: Ulottuvuus 1 2, viimeksi 1, Ulottuvuus 2 2, viimeksi 2, Ulottuvuus 3 4. Nostamme: Ulottuvuus 2.",
    );
  });

  it("draw the profile with the previous one quietly behind it, and alone the first time", () => {
    const again = radarChart({ round: roundWith(5), flow, previous, language: "en" }).chart;
    expect(again).toMatchObject({
      series: [{ values: [1, 2, null], quiet: true }, { values: [2, 2, 4] }],
    });
    const first = radarChart({ round: roundWith(5), flow, language: "en" }).chart;
    expect(first.kind === "radar" && first.series.length).toBe(1);
  });

  it("shade the heat map by share and frame the agreed level", () => {
    const { chart, alt } = heatmapChart({ round: roundWith(5), flow, language: "fi" });
    expect(chart).toMatchObject({
      rows: [
        {
          cells: [
            { weight: 0.6, text: "3" },
            { weight: 0.4, text: "2", marked: true },
            { weight: 0, text: "" },
            { weight: 0, text: "" },
            { weight: 0, text: "" },
          ],
        },
        {},
        {},
      ],
    });
    expect(alt).toContain("Ulottuvuus 1: taso 1 sai 3, taso 2 sai 2");
    expect(alt).toContain("Ulottuvuus 3: määriä ei näytetä");
  });

  it("leak nothing of fewer than five answers", () => {
    for (const people of [0, 1, 2, 3, 4]) {
      const { chart, alt } = heatmapChart({ round: roundWith(people), flow, language: "fi" });
      expect(chart.kind === "heatmap" && chart.rows.flatMap(({ cells }) => cells)).toSatisfy(
        (cells: { weight: number; text: string }[]) => cells.every(({ weight, text }) => weight === 0 && text === ""),
      );
      expect(alt).not.toContain("sai");
    }
  });
});

import { expect, test } from "vitest";
import { shade } from "../../src/charts/heatmap.ts";
import { COLOURS } from "../../src/charts/svg.ts";

/** Contrast of two colours by WCAG 2.2, "relative luminance" and "contrast ratio". */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) =>
    [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4))
      .reduce((sum, share, at) => sum + share * ([0.2126, 0.7152, 0.0722][at] ?? 0), 0);
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

test.each(["ink", "quiet", "main", "lifted"] as const)("text in the colour %s is readable on the paper", (name) => {
  expect(contrast(COLOURS[name], COLOURS.paper)).toBeGreaterThanOrEqual(4.5);
});

test("the figure in a heat map's cell is readable on every shade", () => {
  for (let weight = 0; weight <= 1; weight += 0.05)
    expect(contrast(COLOURS.ink, shade(weight))).toBeGreaterThanOrEqual(4.5);
});

test("shades follow the weight and stay in their range", () => {
  expect(shade(0)).toBe(COLOURS.coldest);
  expect(shade(1)).toBe(COLOURS.hottest);
  expect(shade(7)).toBe(shade(1));
  expect(shade(-1)).toBe(shade(0));
});

test("bars and lines stand out from paper and track", () => {
  for (const mark of [COLOURS.main, COLOURS.lifted]) {
    expect(contrast(mark, COLOURS.paper)).toBeGreaterThanOrEqual(3);
    expect(contrast(mark, COLOURS.track)).toBeGreaterThanOrEqual(3);
  }
});

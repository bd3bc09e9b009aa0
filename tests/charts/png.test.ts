import { expect, test } from "vitest";
import { chartSvg } from "../../src/charts/chart-svg.ts";
import { textWidth } from "../../src/charts/font.ts";
import { svgToPng } from "../../src/charts/png.ts";
import { textLine } from "../../src/charts/svg.ts";
import { differingPixels, readPng } from "./pixels.ts";
import { DIMENSIONS, sampleCharts } from "./samples.ts";

test.each(sampleCharts(DIMENSIONS).map((chart) => [chart.kind, chart] as const))(
  "the text of a picture of kind %s is really drawn, and the picture is one that Teams takes",
  async (_, chart) => {
    const { svg, width, height } = chartSvg(chart);
    const png = await svgToPng(svg);
    const pixels = readPng(png);
    const wordless = readPng(await svgToPng(svg.replace(/(<text [^>]*>)[^<]*/g, "$1")));
    expect(differingPixels(pixels, wordless)).toBeGreaterThan(10_000);
    expect([pixels.width, pixels.height]).toEqual([width, height]);
    expect(Math.max(width, height)).toBeLessThanOrEqual(1024);
    expect(png.byteLength).toBeLessThan(300_000);
  },
);

async function drawn(text: string) {
  const line = textLine({ x: 10, y: 70, size: 60, text });
  return readPng(await svgToPng(`<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">${line}</svg>`));
}

test.each([..."äöåÄÖÅ€–…→”"])("the typeface has %s", async (character) => {
  const blank = await drawn("");
  const missing = await drawn("\u{10fffd}");
  const shown = await drawn(character);
  expect(differingPixels(shown, blank)).toBeGreaterThan(20);
  expect(differingPixels(shown, missing)).toBeGreaterThan(20);
});

test("the widths that texts are laid out by are the widths that are drawn", async () => {
  for (const text of ["Integroitu markkinointiviestintä", "12 500,50 € – ÄÖÅ", "ilillijjttff"]) {
    const line = textLine({ x: 100, y: 70, size: 40, text });
    const { rgba, width } = readPng(
      await svgToPng(`<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="100">${line}</svg>`),
    );
    const inked = Array.from({ length: width }, (_, x) => x).filter((x) =>
      Array.from({ length: 100 }, (_, y) => rgba[(y * width + x) * 4 + 3] ?? 0).some((alpha) => alpha > 0),
    );
    const drawnWidth = (inked.at(-1) ?? 0) - 100;
    expect(Math.abs(drawnWidth - textWidth(text, 40))).toBeLessThan(12);
  }
});

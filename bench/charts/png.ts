import { setImmediate as nextTurn } from "node:timers/promises";
import { chartSvg } from "../../src/charts/chart-svg.ts";
import { createPictures } from "../../src/charts/draw-picture.ts";
import { svgToPng } from "../../src/charts/png.ts";
import { textLine, WIDTH } from "../../src/charts/svg.ts";
import type { Chart } from "../../src/message/chart.ts";
import type { Figure } from "../figure.ts";

const DIMENSIONS = [
  "Strateginen lähestymistapa",
  "Suorituskyvyn mittaaminen",
  "Struktuuri ja resurssit",
  "Tietokannat ja niiden hallinta",
  "Integroitu markkinointiviestintä",
  "Integroitu asiakaskokemus",
];
const LEVELS = ["Lähtötaso", "Suunnattu", "Määritetty", "Tarkennettu", "Optimoitu"];
const TIMED = 60;
const PICTURES = 1500;

/** `chart.png`: ms a picture after the first, over the three kinds, against resvg on a card of the same size with one line of text. `chart.rss`: MB grown over 1,500. */
export async function measureChartPng(): Promise<Figure[]> {
  const drawPicture = createPictures((chart) => svgToPng(chartSvg(chart).svg));
  for (let number = 0; number < 3; number++) await drawPicture(picture(number));
  const before = megabytes();

  const value = await msEach(TIMED, (number) => drawPicture(picture(1000 + number)));
  const sizes = [0, 1, 2].map((number) => chartSvg(picture(number)).height);
  const floor = await msEach(TIMED, (number) => svgToPng(oneLine(number, sizes[number % 3] ?? WIDTH)));
  for (let number = 2 * TIMED; number < PICTURES; number++) await drawPicture(picture(10_000 + number));
  await nextTurn();
  const grown = megabytes() - before;
  return [
    { name: "chart.png", value, unit: "ms", floor, ratio: value / floor, better: "lower" },
    { name: "chart.rss", value: grown, unit: "MB", floor: before, ratio: grown / before, better: "lower" },
  ];
}

async function msEach(count: number, draw: (number: number) => Promise<unknown>): Promise<number> {
  const start = performance.now();
  for (let number = 0; number < count; number++) await draw(number);
  return (performance.now() - start) / count;
}

function megabytes(): number {
  return process.memoryUsage.rss() / 1e6;
}

/** The three kinds in turn, each with a title of its own, so that none is remembered. */
function picture(number: number): Chart {
  const title = `Digikypsyys, syksy 2026 (${number})`;
  const kind = number % 3;
  if (kind === 0) {
    const now = { label: "Syksy 2026", values: [3, 2, 2, 4, 3, 4] };
    const before = { label: "Kevät 2026", values: [2, 1, 2, 2, 3, 2], quiet: true };
    return { kind: "radar", title, axes: DIMENSIONS, max: 5, series: [before, now] };
  }
  if (kind === 1) {
    const rows = DIMENSIONS.map((label, row) => ({
      label,
      cells: LEVELS.map((_, at) => ({ weight: ((row + at) % 5) / 4, text: String((row + at) % 5), marked: at === 2 })),
    }));
    return { kind: "heatmap", title, columns: LEVELS, rows, legend: "Luku kertoo vastaajat, tummempi useamman." };
  }
  const rows = DIMENSIONS.map((label, at) => ({ label, value: (at % 5) + 1, previous: 2, lifted: at === 3 }));
  return { kind: "levels", title, max: 5, rows, legend: [{ label: "Nyt", mark: "bar" }] };
}

function oneLine(number: number, height: number): string {
  const text = textLine({ x: 40, y: 90, size: 46, text: `Digikypsyys, syksy 2026 (${number})` });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>${text}</svg>`;
}

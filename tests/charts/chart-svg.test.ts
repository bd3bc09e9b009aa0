import { describe, expect, test } from "vitest";
import { chartSvg } from "../../src/charts/chart-svg.ts";
import { fc } from "../support/properties.ts";
import { type DrawnText, drawnTexts } from "./drawn-texts.ts";
import { DIMENSIONS, sampleChart, sampleCharts } from "./samples.ts";

const LONG = [...DIMENSIONS, "Myynnin ja asiakkuuksien johtaminen", "Toimintasuunnitelman seuraaminen"];
const KINDS = ["radar", "heatmap", "levels"] as const;

function outside({ width, height }: { width: number; height: number }, texts: readonly DrawnText[]) {
  return texts.filter(({ left, right, top, bottom }) => left < 16 || right > width - 16 || top < 8 || bottom > height);
}

function overlapping(texts: readonly DrawnText[]) {
  return texts.flatMap((one, at) =>
    texts
      .slice(at + 1)
      .filter((two) => one.left < two.right && two.left < one.right && one.top < two.bottom && two.top < one.bottom)
      .map((two) => [one.text, two.text]),
  );
}

describe.each(KINDS)("a picture of kind %s", (kind) => {
  test.each([3, 4, 5, 6, 7, 8])("of %i rows or axes keeps long Finnish names whole, inside and apart", (count) => {
    const drawn = chartSvg(sampleChart(kind, LONG.slice(0, count)));
    const texts = drawnTexts(drawn.svg);
    expect(outside(drawn, texts)).toEqual([]);
    expect(overlapping(texts)).toEqual([]);
    expect(texts.filter(({ text }) => text.includes("…"))).toEqual([]);
    expect(drawn.width).toBe(1000);
    expect(drawn.height).toBeLessThanOrEqual(1024);
  });

  test("keeps any words inside, however long", () => {
    const label = fc.oneof(fc.string({ unit: "grapheme", maxLength: 80 }), fc.string({ unit: "grapheme-ascii" }));
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 8 }), label, (labels, title) => {
        const drawn = chartSvg(sampleChart(kind, labels, title));
        expect(outside(drawn, drawnTexts(drawn.svg))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("shows markup as the letters that it is written with", () => {
    const rude = `</text><script>alert("1")</script>&amp;`;
    const { svg } = chartSvg(sampleChart(kind, [rude, "b", "c"], rude));
    expect(svg).not.toContain("<script");
    const texts = drawnTexts(svg).map(({ text }) => text);
    expect(texts.join(" ")).toContain("<script>");
    expect(texts.length).toBe(svg.split("<text ").length - 1);
  });

  test("drops characters that XML cannot hold", () => {
    const { svg } = chartSvg(sampleChart(kind, ["a\u0000\u0008b\ud800c", "d", "e"], "\u000b\uffffOtsikko"));
    expect(drawnTexts(svg).map(({ text }) => text)).toEqual(expect.arrayContaining(["abc", "Otsikko"]));
  });

  test("is the same text for the same chart", () => {
    expect(chartSvg(sampleChart(kind, DIMENSIONS)).svg).toBe(chartSvg(sampleChart(kind, [...DIMENSIONS])).svg);
  });

  test("takes no rows at all", () => {
    expect(drawnTexts(chartSvg(sampleChart(kind, [])).svg).length).toBeGreaterThan(0);
  });
});

test("a level is shown in the words of the language where they are given", () => {
  const rows = [{ label: "Sujuvuus", value: 1.5, shown: "1,5" }];
  const { svg } = chartSvg({ kind: "levels", title: "Asiakas", max: 5, rows, legend: [] });
  expect(drawnTexts(svg).map(({ text }) => text)).toContain("1,5");
});

test("a value that is not there is a dash, in the levels and under the radar's axis", () => {
  for (const chart of sampleCharts(DIMENSIONS).filter(({ kind }) => kind === "radar" || kind === "levels")) {
    expect(drawnTexts(chartSvg(chart).svg).filter(({ text }) => text === "–")).toHaveLength(1);
  }
});

test("the previous round is dashed and what is lifted carries an arrow, so that colour does not speak alone", () => {
  const radar = sampleChart("radar", DIMENSIONS);
  const levels = sampleChart("levels", DIMENSIONS);
  expect(chartSvg(radar).svg.match(/stroke-dasharray/g)).toHaveLength(2);
  const arrows = (svg: string) => svg.match(/<path /g)?.length ?? 0;
  expect(arrows(chartSvg(levels).svg)).toBe(2);
  if (levels.kind !== "levels") throw new Error("levels expected");
  const unlifted = { ...levels, rows: levels.rows.map((row) => ({ ...row, lifted: false })) };
  expect(arrows(chartSvg(unlifted).svg)).toBe(1);
});

test("a radar with a missing value has a gap there instead of an invented line, and no filled area", () => {
  const radar = (value: number | null) =>
    chartSvg({
      kind: "radar",
      title: "t",
      axes: ["a", "b", "c", "d"],
      max: 5,
      series: [{ label: "s", values: [1, value, 3, 4] }],
    }).svg;
  const lines = (svg: string) => svg.match(/<path d="([^"]*)" fill="none" stroke="#0f5f7d"/)?.[1]?.match(/M/g)?.length;
  expect(lines(radar(2))).toBe(4);
  expect(lines(radar(null))).toBe(2);
  expect(radar(null)).not.toContain("#0f5f7d2e");
});

test("values beyond the scale stay on the card", () => {
  const chart = {
    kind: "levels",
    title: "t",
    max: 5,
    rows: [{ label: "a", value: 9, previous: -3 }],
    legend: [],
  } as const;
  const { svg, width } = chartSvg(chart);
  const ends = [...svg.matchAll(/<rect x="([\d.]+)" y="[^"]+" width="([\d.]+)"/g)].map(
    ([, x, w]) => Number(x) + Number(w),
  );
  expect(Math.max(...ends)).toBeLessThanOrEqual(width);
});

test("a text alone in its cell is told on as many lines as it needs, where there is room", () => {
  const text = "Numerot yhteen rekisteriin, josta kaikki soittavat";
  const rows = [{ label: "Asiakastieto", cells: [[{ text }], [], [], []] }];
  const chart = { kind: "grid", title: "Vuosi", columns: ["Q1", "Q2", "Q3", "Q4"], rows, legend: "" } as const;
  const drawn = drawnTexts(chartSvg(chart).svg).map((one) => one.text);
  expect(drawn.join(" ")).toContain(text);
});

test("the words under a grid stand on two lines rather than being cut", () => {
  const legend = "Ylhäällä potentiaalinen arvo on suuri, oikealla nykyinen arvo on suuri.";
  const rows = [{ label: "Suuri", cells: [[{ text: "Kasvu" }], [{ text: "Strategiset" }]] }];
  const chart = { kind: "grid", title: "Arvosalkku", columns: ["Pieni", "Suuri"], rows, legend } as const;
  const drawn = drawnTexts(chartSvg(chart).svg);
  expect(drawn.map(({ text }) => text).join(" ")).toContain(legend);
  const [first, second] = drawn.slice(-2);
  expect(second?.top).toBeGreaterThan(first?.bottom ?? 0);
});

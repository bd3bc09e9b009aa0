import type { Chart } from "../message/chart.ts";
import { type LegendItem, legend, legendHeight } from "./legend.ts";
import { heightOf, LINE_HEIGHT, layOut, type RadarLayout, topOf } from "./radar-labels.ts";
import { direction } from "./ring.ts";
import { COLOURS, type Drawn, MARGIN, MAX_HEIGHT, px, textLine, valueText, WIDTH } from "./svg.ts";

type Radar = Extract<Chart, { readonly kind: "radar" }>;
type Series = Radar["series"][number];

const CENTRE_X = WIDTH / 2;
const SCALE = 26;

/** The quiet series lie dashed behind the others; the figure under an axis's name is that of the last series that is not quiet. */
export function radar(chart: Radar, top: number): Drawn {
  const items: readonly LegendItem[] =
    chart.series.length < 2 ? [] : chart.series.map(({ label, quiet }) => ({ label, mark: quiet ? "dashed" : "line" }));
  const layout = layOut(chart.axes, MAX_HEIGHT - MARGIN - top - legendHeight(items) - 24);
  const centreY = top - topOf(layout);
  const at: Place = (axis, value) => {
    const to = direction(axis, chart.axes.length);
    const far = (Math.min(Math.max(value, 0), chart.max) / chart.max) * layout.radius;
    return { x: CENTRE_X + to.x * far, y: centreY + to.y * far };
  };
  const ordered = [...chart.series].sort((one, other) => Number(other.quiet ?? false) - Number(one.quiet ?? false));
  const shown = ordered.findLast(({ quiet }) => !quiet);
  const below = legend(items, top + heightOf(layout) + 24);
  const drawn = [
    web(chart, at),
    ...ordered.map((series) => profile(series, chart.axes.length, at)),
    scale(chart.max, at),
    axisLabels(layout, centreY, shown),
    below.svg,
  ];
  return { svg: drawn.join(""), bottom: items.length === 0 ? top + heightOf(layout) : below.bottom };
}

type Place = (axis: number, value: number) => { readonly x: number; readonly y: number };

function web({ axes, max }: Radar, at: Place): string {
  const rings = wholeLevels(max).map((level) => {
    const points = axes.map((_, axis) => pair(at(axis, level))).join(" ");
    return `<polygon points="${points}" fill="none" stroke="${COLOURS.grid}" stroke-width="${level === max ? 4 : 2.5}"/>`;
  });
  const spokes = axes.map(
    (_, axis) =>
      `<path d="M${pair(at(axis, 0))} L${pair(at(axis, max))}" stroke="${COLOURS.grid}" stroke-width="2.5"/>`,
  );
  return rings.join("") + spokes.join("");
}

/** Lines between neighbouring values that are both there; filled only when all are. A dot on each value. */
function profile({ values, quiet }: Series, count: number, at: Place): string {
  const points = Array.from({ length: count }, (_, axis) => {
    const value = values[axis] ?? null;
    return value === null ? null : at(axis, value);
  });
  const present = points.flatMap((point) => point ?? []);
  const lines = points.map((from, axis) => {
    const to = points[(axis + 1) % count] ?? null;
    return from === null || to === null ? "" : `M${pair(from)} L${pair(to)}`;
  });
  const colour = quiet ? COLOURS.quiet : COLOURS.main;
  const area =
    quiet || present.length < count
      ? ""
      : `<polygon points="${present.map(pair).join(" ")}" fill="${COLOURS.mainSoft}"/>`;
  const dash = quiet ? ' stroke-dasharray="14 9"' : "";
  const outline = `<path d="${lines.join(" ").trim()}" fill="none" stroke="${colour}" stroke-width="${quiet ? 5 : 7}" stroke-linejoin="round" stroke-linecap="round"${dash}/>`;
  const dots = present.map(
    ({ x, y }) =>
      `<circle cx="${px(x)}" cy="${px(y)}" r="${quiet ? 7 : 11}" fill="${quiet ? COLOURS.paper : colour}" stroke="${quiet ? colour : COLOURS.paper}" stroke-width="4"/>`,
  );
  return area + (present.length === 0 ? "" : outline) + dots.join("");
}

/** The levels' numbers along the first axis. */
function scale(max: number, at: Place): string {
  return wholeLevels(max)
    .map((level) => ({ level, point: at(0, level) }))
    .map(({ level, point }) =>
      textLine({
        x: point.x - 18,
        y: point.y + SCALE * 0.36,
        size: SCALE,
        text: String(level),
        fill: COLOURS.quiet,
        anchor: "end",
        rim: true,
      }),
    )
    .join("");
}

function axisLabels({ labels, size }: RadarLayout, centreY: number, shown: Series | undefined): string {
  return labels
    .flatMap(({ lines, anchor, x, top }, axis) => {
      const line = (text: string, index: number, fill: string) =>
        textLine({ x: CENTRE_X + x, y: centreY + top + size * (0.92 + index * LINE_HEIGHT), size, text, fill, anchor });
      const value = shown?.values[axis];
      const figure =
        shown === undefined ? "" : line(valueText(value), lines.length, value === null ? COLOURS.quiet : COLOURS.main);
      return [...lines.map((text, index) => line(text, index, COLOURS.ink)), figure];
    })
    .join("");
}

function wholeLevels(max: number): readonly number[] {
  return Array.from({ length: Math.floor(max) }, (_, at) => at + 1);
}

function pair({ x, y }: { readonly x: number; readonly y: number }): string {
  return `${px(x)} ${px(y)}`;
}

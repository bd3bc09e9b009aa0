import { textWidth } from "./font.ts";
import { direction, type Point, ringReach } from "./ring.ts";
import { MARGIN, WIDTH } from "./svg.ts";
import { wrapLabel } from "./wrap.ts";

/** A label set beside the end of its axis: lines of text, then the figure. Coordinates count from the radar's centre. */
export interface AxisLabel {
  readonly lines: readonly string[];
  readonly anchor: "start" | "middle" | "end";
  /** Where the anchor stands. */
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface RadarLayout {
  readonly radius: number;
  readonly size: number;
  readonly labels: readonly AxisLabel[];
}

export const LINE_HEIGHT = 1.18;
const GAP = 20;
const SIDE = WIDTH / 2 - MARGIN / 2;
const UP_OR_DOWN = 0.1;

const RADII = [310, 280, 250, 220, 190];
const SIZES = [34, 32, 30, 28];
/** How wide a label may be beside the ring, and above or below it. */
const WIDTHS = [340, 280, 240].flatMap((width) => [440, 300].map((middle) => ({ width, middle })));

/**
 * Room for the radar and its labels within `height`: of the sizes at which no label touches another or the ring, the one that costs least,
 * counted in pixels of the radar's radius: a pixel of the letters' size costs 30, a hyphenated word 100, a label cut short 400.
 */
export function layOut(axes: readonly string[], height: number): RadarLayout {
  let best: RadarLayout | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const radius of RADII) {
    for (const size of SIZES) {
      const cost = 310 - radius + 30 * (34 - size);
      if (cost >= least) break;
      for (const widths of WIDTHS) {
        const labels = axes.map((axis, at) => place(axis, { at, count: axes.length }, { radius, size, ...widths }));
        const whole = cost + labels.flatMap(({ lines }) => lines).reduce((sum, line) => sum + ugliness(line), 0);
        const layout = { radius, size, labels };
        if (whole >= least || heightOf(layout) > height || touching(labels)) continue;
        best = layout;
        least = whole;
      }
    }
  }
  return best ?? tightest(axes);
}

function ugliness(line: string): number {
  if (line.endsWith("…")) return 400;
  return line.endsWith("-") ? 100 : 0;
}

/** Where nothing else fits: small, each label one short line. */
function tightest(axes: readonly string[]): RadarLayout {
  const measures = { radius: 190, size: 28, width: 160, middle: 280, lines: 1 };
  return { ...measures, labels: axes.map((axis, at) => place(axis, { at, count: axes.length }, measures)) };
}

/** From the top of the highest label (or the ring) to the bottom of the lowest. */
export function heightOf(layout: RadarLayout): number {
  return bottomOf(layout) - topOf(layout);
}
export function topOf({ labels, radius }: RadarLayout): number {
  return Math.min(-radius, ...labels.map(({ top }) => top));
}
function bottomOf({ labels, radius }: RadarLayout): number {
  return Math.max(radius, ...labels.map(({ bottom }) => bottom));
}

interface Measures {
  readonly radius: number;
  readonly size: number;
  readonly width: number;
  readonly middle: number;
  /** At most this many lines a label; 3 unless told. */
  readonly lines?: number;
}

interface Axis {
  readonly at: number;
  readonly count: number;
}

function place(label: string, axis: Axis, measures: Measures): AxisLabel {
  const { radius, size, width, lines: most = 3 } = measures;
  const to = direction(axis.at, axis.count);
  const end = { x: to.x * (radius + GAP), y: to.y * (radius + GAP) };
  const middle = Math.abs(to.x) < UP_OR_DOWN;
  const sideways = Math.abs(to.y) < UP_OR_DOWN;
  const beside = SIDE - Math.abs(end.x);
  const lineWidth = middle ? measures.middle : sideways ? beside : Math.max(width, beside);
  const lines = wrapLabel(label, { width: lineWidth, size, lines: most });
  const wide = Math.max(...lines.map((line) => textWidth(line, size)), size);
  const tall = (lines.length + 1) * size * LINE_HEIGHT;
  const left = leftEdge(end, wide, middle);
  const right = left + wide;
  const top = sideways
    ? -tall / 2
    : clearOfRing({ left, right, tall }, end, { count: axis.count, radius: radius + GAP });
  const anchor = middle ? "middle" : end.x > 0 ? "start" : "end";
  return { lines, anchor, x: middle ? 0 : end.x > 0 ? left : right, left, right, top, bottom: top + tall };
}

function leftEdge(end: Point, wide: number, middle: boolean): number {
  if (middle) return -wide / 2;
  return end.x > 0 ? Math.min(end.x, SIDE - wide) : Math.max(end.x - wide, -SIDE);
}

interface Ring {
  readonly count: number;
  readonly radius: number;
}

interface Block {
  readonly left: number;
  readonly right: number;
  readonly tall: number;
}

/** The top of a block that stands level with its axis's end, moved up (or down) until the ring is clear of it. */
function clearOfRing({ left, right, tall }: Block, end: Point, { count, radius }: Ring): number {
  const level = end.y - tall / 2;
  const reach = ringReach(count, radius, { left, right, side: Math.sign(end.y) });
  if (reach === undefined) return level;
  return end.y < 0 ? Math.min(level, reach - tall) : Math.max(level, reach);
}

function touching(labels: readonly AxisLabel[]): boolean {
  return labels.some((one, at) => labels.slice(at + 1).some((other) => overlap(one, other)));
}

function overlap(one: AxisLabel, other: AxisLabel): boolean {
  return (
    one.left < other.right + 30 &&
    other.left < one.right + 30 &&
    one.top < other.bottom + 8 &&
    other.top < one.bottom + 8
  );
}

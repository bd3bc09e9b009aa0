import type { Chart } from "../message/chart.ts";
import { COLOURS, type Drawn, MARGIN, MAX_HEIGHT, px, textLine, WIDTH } from "./svg.ts";
import { shorten, sizeForOneLine, wrapLabel } from "./wrap.ts";

type Heatmap = Extract<Chart, { readonly kind: "heatmap" }>;
type Cell = Heatmap["rows"][number]["cells"][number];

const LABEL = 32;
const GAP = 8;
const LEGEND = 28;
const LEGEND_LINE = 38;
const LEFT = MARGIN;

/** A row's name stands above its cells: on a phone there is no room beside them for words as long as Finnish ones. */
export function heatmap(chart: Heatmap, top: number): Drawn {
  const step = (WIDTH - 2 * MARGIN + GAP) / Math.max(1, chart.columns.length);
  const legendLines = wrapLabel(chart.legend, { width: WIDTH - 2 * MARGIN, size: LEGEND, lines: 2 });
  const headSize = sizeForOneLine(chart.columns, step - GAP, [32, 30, 28, 26]);
  const head = chart.columns.map((name, at) =>
    textLine({
      x: LEFT + at * step + (step - GAP) / 2,
      y: top + headSize,
      size: headSize,
      text: shorten(name, step - GAP, headSize),
      fill: COLOURS.quiet,
      anchor: "middle",
    }),
  );
  const rowsTop = top + headSize + 18;
  const room = MAX_HEIGHT - MARGIN - rowsTop - legendLines.length * LEGEND_LINE - 8;
  const pitch = Math.min(122, room / Math.max(1, chart.rows.length));
  const rows = chart.rows.map((row, at) => heatRow(row, { top: rowsTop + at * pitch, pitch, step }));
  const legendTop = rowsTop + chart.rows.length * pitch + 8;
  const legend = legendLines.map((text, at) =>
    textLine({ x: LEFT, y: legendTop + LEGEND + at * LEGEND_LINE, size: LEGEND, text, fill: COLOURS.quiet }),
  );
  return { svg: [...head, ...rows, ...legend].join(""), bottom: legendTop + legendLines.length * LEGEND_LINE };
}

interface RowPlace {
  readonly top: number;
  readonly pitch: number;
  readonly step: number;
}

function heatRow(row: Heatmap["rows"][number], { top, pitch, step }: RowPlace): string {
  const label = textLine({ x: LEFT, y: top + LABEL, size: LABEL, text: shorten(row.label, WIDTH - 2 * MARGIN, LABEL) });
  const cellTop = top + LABEL + 12;
  const height = Math.max(30, Math.min(60, pitch - LABEL - 12 - 14));
  // Frames come last: the next cell must not cover one.
  const cells = row.cells.map((cell, at) => ({
    cell,
    box: { x: LEFT + at * step, y: cellTop, width: step - GAP, height },
  }));
  return (
    label +
    cells.map(({ cell, box }) => heatCell(cell, box)).join("") +
    cells.map(({ cell, box }) => (cell.marked ? frame(box) : "")).join("")
  );
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function heatCell(cell: Cell, box: Box): string {
  const size = Math.min(34, box.height * 0.72);
  const rect = `<rect x="${px(box.x)}" y="${px(box.y)}" width="${px(box.width)}" height="${px(box.height)}" rx="10" fill="${shade(cell.weight)}"/>`;
  if (cell.text === "") return rect;
  const text = shorten(cell.text, box.width - 16, size);
  return (
    rect + textLine({ x: box.x + box.width / 2, y: box.y + box.height / 2 + size * 0.36, size, text, anchor: "middle" })
  );
}

function frame(box: Box): string {
  return `<rect x="${px(box.x + 1)}" y="${px(box.y + 1)}" width="${px(box.width - 2)}" height="${px(box.height - 2)}" rx="10" fill="none" stroke="${COLOURS.ink}" stroke-width="6"/>`;
}

/** From nearly white to a blue that dark text is still readable on. */
export function shade(weight: number): string {
  const share = Math.min(Math.max(weight, 0), 1);
  const channel = (at: number) => {
    const from = Number.parseInt(COLOURS.coldest.slice(at, at + 2), 16);
    const to = Number.parseInt(COLOURS.hottest.slice(at, at + 2), 16);
    return Math.round(from + (to - from) * share)
      .toString(16)
      .padStart(2, "0");
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

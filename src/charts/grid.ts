import type { Chart } from "../message/chart.ts";
import { COLOURS, type Drawn, MARGIN, MAX_HEIGHT, px, textLine, WIDTH } from "./svg.ts";
import { shorten, wrapLabel } from "./wrap.ts";

type Grid = Extract<Chart, { readonly kind: "grid" }>;
type Cell = Grid["rows"][number]["cells"][number];

const HEAD = 28;
const LABEL = 28;
const LABEL_GAP = 8;
const TEXT = 24;
const LINE = 28;
const PADDING = 8;
const ROW_GAP = 10;
const GAP = 8;
const LEGEND = 28;
const LEGEND_LINE = 38;

/** A row's name stands above its cells, as in the heat map; a row is as high as its fullest cell needs, as long as all rows fit. */
export function grid(chart: Grid, top: number): Drawn {
  const step = (WIDTH - 2 * MARGIN + GAP) / Math.max(1, chart.columns.length);
  const head = chart.columns.map((name, at) =>
    textLine({
      x: MARGIN + at * step + (step - GAP) / 2,
      y: top + HEAD,
      size: HEAD,
      text: shorten(name, step - GAP, HEAD),
      fill: COLOURS.quiet,
      anchor: "middle",
    }),
  );
  const legend = wrapLabel(chart.legend, { width: WIDTH - 2 * MARGIN, size: LEGEND, lines: 2 });
  const rowsTop = top + HEAD + 16;
  const room = MAX_HEIGHT - MARGIN - rowsTop - legend.length * LEGEND_LINE - 8;
  const pieces: string[] = [];
  let y = rowsTop;
  for (const { row, lines } of linesPerRow(chart, room, step - GAP)) {
    const height = cellHeight(lines);
    pieces.push(
      textLine({ x: MARGIN, y: y + LABEL, size: LABEL, text: shorten(row.label, WIDTH - 2 * MARGIN, LABEL) }),
      ...row.cells.map((cell, at) =>
        drawCell(cell, { x: MARGIN + at * step, y: y + LABEL + LABEL_GAP, width: step - GAP, height, lines }),
      ),
    );
    y += rowHeight(lines);
  }
  const words = legend.map((text, nth) =>
    textLine({ x: MARGIN, y: y + 8 + LEGEND + nth * LEGEND_LINE, size: LEGEND, text, fill: COLOURS.quiet }),
  );
  return { svg: [...head, ...pieces, ...words].join(""), bottom: y + 8 + legend.length * LEGEND_LINE };
}

/** How many lines each row gets: what its fullest cell asks for, the fullest rows giving way first where the picture would be too high. */
function linesPerRow({ rows }: Grid, room: number, width: number) {
  const wanted = rows.map((row) => ({ row, lines: Math.max(1, ...row.cells.map((cell) => linesWanted(cell, width))) }));
  const most = Math.max(1, ...wanted.map(({ lines }) => lines));
  for (let cap = most; cap > 1; cap--) {
    const capped = wanted.map(({ row, lines }) => ({ row, lines: Math.min(lines, cap) }));
    if (capped.reduce((sum, { lines }) => sum + rowHeight(lines), 0) <= room) return capped;
  }
  return wanted.map(({ row }) => ({ row, lines: 1 }));
}

/** A text alone in its cell may take so many lines, as long as all rows fit. */
const MOST_LINES = 4;

function linesWanted(cell: Cell, width: number): number {
  const [only] = cell;
  return cell.length === 1 && only ? wrapLabel(only.text, textRoom(width, MOST_LINES)).length : cell.length;
}

function textRoom(width: number, lines: number) {
  return { width: width - 2 * PADDING, size: TEXT, lines };
}

function cellHeight(lines: number): number {
  return lines * LINE + 2 * PADDING;
}

function rowHeight(lines: number): number {
  return LABEL + LABEL_GAP + cellHeight(lines) + ROW_GAP;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: number;
}

function drawCell(cell: Cell, { x, y, width, height, lines }: Box): string {
  const fill = cell.length === 0 ? COLOURS.coldest : COLOURS.track;
  const texts = textsIn(cell, width, lines);
  return [
    `<rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" rx="10" fill="${fill}"/>`,
    ...texts.map(({ text, quiet }, at) =>
      textLine({
        x: x + PADDING,
        y: y + PADDING + at * LINE + TEXT * 0.9,
        size: TEXT,
        text,
        fill: quiet ? COLOURS.quiet : COLOURS.ink,
      }),
    ),
  ].join("");
}

/** The lines of a cell: each text on one, alone on as many as there are; what does not fit is counted. */
function textsIn(cell: Cell, width: number, lines: number): Cell {
  const [only] = cell;
  if (cell.length === 1 && only) return wrapLabel(only.text, textRoom(width, lines)).map((text) => ({ ...only, text }));
  if (lines === 1 && cell.length > 1) return [{ text: String(cell.length) }];
  const shown = cell.length > lines ? cell.slice(0, lines - 1) : cell;
  const left = cell.length - shown.length;
  const short = shown.map((item) => ({ ...item, text: shorten(item.text, width - 2 * PADDING, TEXT) }));
  return left > 0 ? [...short, { text: `+${left}` }] : short;
}

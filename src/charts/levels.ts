import type { Chart } from "../message/chart.ts";
import { type LegendItem, legend, legendHeight } from "./legend.ts";
import { COLOURS, type Drawn, liftArrow, MARGIN, MAX_HEIGHT, px, textLine, valueText, WIDTH } from "./svg.ts";
import { shorten } from "./wrap.ts";

type Levels = Extract<Chart, { readonly kind: "levels" }>;
type Row = Levels["rows"][number];

const LABEL = 34;
const BAR = 30;
const LEFT = MARGIN;
const RIGHT = WIDTH - MARGIN;
const VALUE_ROOM = 76;

/** One row a level: its name and figure above, its bar below, cut into whole levels. */
export function levels(chart: Levels, top: number): Drawn {
  const items: readonly LegendItem[] = chart.legend;
  const room = MAX_HEIGHT - MARGIN - top - legendHeight(items);
  const pitch = Math.min(118, room / Math.max(1, chart.rows.length));
  const rows = chart.rows.map((row, at) => levelRow(row, chart.max, top + at * pitch));
  const below = legend(items, top + chart.rows.length * pitch + 4);
  return { svg: rows.join("") + below.svg, bottom: below.bottom };
}

function levelRow(row: Row, max: number, top: number): string {
  const lifted = row.lifted === true;
  const indent = lifted ? LABEL + 8 : 0;
  const baseline = top + LABEL * 0.95;
  const barTop = baseline + 16;
  const colour = lifted ? COLOURS.lifted : COLOURS.main;
  return [
    lifted ? liftArrow(LEFT, baseline - LABEL * 0.8, LABEL * 0.88) : "",
    textLine({
      x: LEFT + indent,
      y: baseline,
      size: LABEL,
      text: shorten(row.label, RIGHT - LEFT - VALUE_ROOM - indent, LABEL),
    }),
    textLine({
      x: RIGHT,
      y: baseline,
      size: LABEL + 8,
      text: row.shown ?? valueText(row.value),
      fill: row.value === null ? COLOURS.quiet : colour,
      anchor: "end",
    }),
    bar(row, max, barTop, colour),
  ].join("");
}

function bar(row: Row, max: number, top: number, colour: string): string {
  const step = (RIGHT - LEFT) / max;
  const rect = (width: number, fill: string) =>
    `<rect x="${px(LEFT)}" y="${px(top)}" width="${px(width)}" height="${BAR}" rx="8" fill="${fill}"/>`;
  const cuts = Array.from({ length: Math.max(0, Math.ceil(max) - 1) }, (_, at) => LEFT + (at + 1) * step)
    .map((x) => `<rect x="${px(x - 3)}" y="${px(top)}" width="6" height="${BAR}" fill="${COLOURS.paper}"/>`)
    .join("");
  const filled = row.value === null ? "" : rect(within(row.value, max) * step, colour);
  return (
    rect(RIGHT - LEFT, COLOURS.track) +
    filled +
    cuts +
    (row.previous === undefined ? "" : previousMark(LEFT + within(row.previous, max) * step, top))
  );
}

/** Where the level stood last time: a dashed post with a white rim, so that it shows on the bar as well as on the track. */
function previousMark(x: number, top: number): string {
  const at = Math.min(Math.max(x, LEFT + 4), RIGHT - 4);
  const post = (stroke: string, width: number, dash: string) =>
    `<line x1="${px(at)}" x2="${px(at)}" y1="${px(top - 8)}" y2="${px(top + BAR + 8)}" stroke="${stroke}" stroke-width="${width}"${dash}/>`;
  return post(COLOURS.paper, 14, "") + post(COLOURS.ink, 6, ' stroke-dasharray="9 5"');
}

function within(value: number, max: number): number {
  return Math.min(Math.max(value, 0), max);
}

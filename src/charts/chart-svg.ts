import type { Chart } from "../message/chart.ts";
import { grid } from "./grid.ts";
import { heatmap } from "./heatmap.ts";
import { levels } from "./levels.ts";
import { radar } from "./radar.ts";
import { COLOURS, type Drawn, MARGIN, MAX_HEIGHT, px, textLine, WIDTH } from "./svg.ts";
import { wrapLabel } from "./wrap.ts";

export interface ChartSvg {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const TITLE = 46;
const TITLE_LINE = 56;

/** A chart as SVG: a white card with round corners, as high as it needs to be and never higher than Teams takes. Pure. */
export function chartSvg(chart: Chart): ChartSvg {
  const titleLines = wrapLabel(chart.title, { width: WIDTH - 2 * MARGIN, size: TITLE, lines: 2 });
  const titles = titleLines.map((text, at) =>
    textLine({ x: MARGIN, y: MARGIN + TITLE * 0.9 + at * TITLE_LINE, size: TITLE, text }),
  );
  const body = drawn(chart, MARGIN + titleLines.length * TITLE_LINE + 26);
  const height = Math.min(MAX_HEIGHT, Math.ceil(body.bottom + MARGIN * 0.75));
  const card = `<rect x="1.5" y="1.5" width="${WIDTH - 3}" height="${px(height - 3)}" rx="28" fill="${COLOURS.paper}" stroke="${COLOURS.edge}" stroke-width="3"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}">${card}${titles.join("")}${body.svg}</svg>`;
  return { svg, width: WIDTH, height };
}

function drawn(chart: Chart, top: number): Drawn {
  switch (chart.kind) {
    case "radar":
      return radar(chart, top);
    case "heatmap":
      return heatmap(chart, top);
    case "grid":
      return grid(chart, top);
    case "levels":
      return levels(chart, top);
    default:
      return chart satisfies never;
  }
}

import { textWidth } from "./font.ts";
import { COLOURS, type Drawn, liftArrow, MARGIN, px, textLine, WIDTH } from "./svg.ts";
import { shorten } from "./wrap.ts";

export interface LegendItem {
  readonly label: string;
  readonly mark: "bar" | "lifted" | "previous" | "line" | "dashed";
}

const SIZE = 30;
const MARK = 44;
const LINE = 46;
const BETWEEN = 40;

/** What the marks mean, set from the left in as many lines as it takes. */
export function legend(items: readonly LegendItem[], top: number): Drawn {
  const drawn = placed(items).map(({ item, x, line }) => {
    const baseline = top + line * LINE + SIZE;
    const text = textLine({ x: x + MARK + 12, y: baseline, size: SIZE, text: labelOf(item), fill: COLOURS.quiet });
    return markOf(item.mark, x, baseline - SIZE * 0.36) + text;
  });
  return { svg: drawn.join(""), bottom: top + legendHeight(items) };
}

export function legendHeight(items: readonly LegendItem[]): number {
  const last = placed(items).at(-1);
  return last === undefined ? 0 : (last.line + 1) * LINE;
}

function placed(
  items: readonly LegendItem[],
): readonly { readonly item: LegendItem; readonly x: number; readonly line: number }[] {
  let x = MARGIN;
  let line = 0;
  return items.map((item) => {
    const width = MARK + 12 + textWidth(labelOf(item), SIZE);
    if (x > MARGIN && x + width > WIDTH - MARGIN) {
      x = MARGIN;
      line += 1;
    }
    const place = { item, x, line };
    x += width + BETWEEN;
    return place;
  });
}

function labelOf(item: LegendItem): string {
  return shorten(item.label, WIDTH - 2 * MARGIN - MARK - 12, SIZE);
}

function markOf(mark: LegendItem["mark"], x: number, middle: number): string {
  const line = (dash: string, colour: string) =>
    `<line x1="${px(x)}" x2="${px(x + MARK)}" y1="${px(middle)}" y2="${px(middle)}" stroke="${colour}" stroke-width="6"${dash}/>`;
  const block = (fill: string) =>
    `<rect x="${px(x)}" y="${px(middle - 12)}" width="${MARK}" height="24" rx="6" fill="${fill}"/>`;
  switch (mark) {
    case "bar":
      return block(COLOURS.main);
    case "lifted":
      return liftArrow(x + 8, middle - 14, 28);
    case "previous":
      return `<line x1="${px(x + MARK / 2)}" x2="${px(x + MARK / 2)}" y1="${px(middle - 20)}" y2="${px(middle + 20)}" stroke="${COLOURS.ink}" stroke-width="6" stroke-dasharray="9 5"/>`;
    case "line":
      return line("", COLOURS.main);
    case "dashed":
      return line(' stroke-dasharray="11 7"', COLOURS.quiet);
    default:
      return mark satisfies never;
  }
}

import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import type { Chart } from "../message/chart.ts";
import { chartSvg } from "./chart-svg.ts";
import { svgToPng } from "./png.ts";

/** Counted up when pictures come to look different, so that no reader keeps showing an old drawing under the same key. */
const DRAWING = 1;
const KEPT_BYTES = 8_000_000;

/** A short name for what a chart shows: equal charts have equal keys. 22 characters, fit for addresses and file names. */
export function pictureKey(chart: Chart): string {
  return createHash("sha256")
    .update(`${DRAWING}:${JSON.stringify(chart)}`)
    .digest("base64url")
    .slice(0, 22);
}

/**
 * Draws charts as PNG, one at a time in the order asked, with a turn of the event loop for everybody else before each. Equal charts give equal
 * bytes, drawn once while they are remembered (the latest, up to `keptBytes`). A chart that cannot be drawn fails alone.
 */
export function createPictures(draw: (chart: Chart) => Promise<Uint8Array>, keptBytes = KEPT_BYTES) {
  const kept = new LRUCache<string, Uint8Array>({
    maxSize: keptBytes,
    sizeCalculation: (png) => Math.max(1, png.byteLength),
  });
  const underWay = new Map<string, Promise<Uint8Array>>();
  let last: Promise<unknown> = Promise.resolve();

  const drawNext = async (chart: Chart, key: string, before: Promise<unknown>): Promise<Uint8Array> => {
    await before;
    await nextTurn();
    try {
      const png = await draw(chart);
      kept.set(key, png);
      return png;
    } finally {
      underWay.delete(key);
    }
  };
  return (chart: Chart): Promise<Uint8Array> => {
    const key = pictureKey(chart);
    const ready = kept.get(key);
    if (ready) return Promise.resolve(ready);
    const waiting = underWay.get(key);
    if (waiting) return waiting;
    const drawn = drawNext(chart, key, last);
    underWay.set(key, drawn);
    last = Promise.allSettled([drawn]);
    return drawn;
  };
}

/** A chart as PNG: 1,000 pixels wide, at most 1,024 high, well below 1 MB. */
export const drawPicture = createPictures((chart) => svgToPng(chartSvg(chart).svg));

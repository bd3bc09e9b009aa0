import { setImmediate as nextTurn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Resvg } from "@resvg/resvg-js";
import { FONT_FAMILY, FONT_FILE } from "./font.ts";

/**
 * Draws an SVG as PNG, with a turn of the event loop for everybody else in the middle. Without its own font file resvg would draw no text and say
 * nothing. On this thread, not on libuv's (renderAsync): their memory pools keep 40 MB and more that no collection gives back.
 */
export async function svgToPng(svg: string): Promise<Uint8Array> {
  letGoOfUsedPictures();
  const font = { fontFiles: [FONT_FILE], loadSystemFonts: false, defaultFontFamily: FONT_FAMILY };
  const image = new Resvg(svg, { font, logLevel: "off" }).render();
  await nextTurn();
  // A copy: resvg's own buffer would need two collections to go.
  const png = new Uint8Array(image.asPng());
  drawnBytes += png.byteLength;
  return png;
}

/** Forgotten PNGs that V8 may leave lying; it would leave about 64 MB of them. */
const LEFT_LYING_BYTES = 8_000_000;
let drawnBytes = 0;
let collect: ((options?: { readonly type: "minor" }) => void) | undefined;

/**
 * An image of resvg's holds 4 MB that V8 does not know of, so V8 would let dozens of used ones pile up (measured: 140 MB) before it collects them.
 * Collecting the young objects before each picture takes about a millisecond and lets go of the last image; all are collected once in about 80 pictures.
 * V8 offers no other way to say "this object is heavy".
 */
function letGoOfUsedPictures(): void {
  if (!collect) {
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc");
    setFlagsFromString("--no-expose-gc");
  }
  if (drawnBytes > LEFT_LYING_BYTES) {
    drawnBytes = 0;
    collect?.();
  } else {
    collect?.({ type: "minor" });
  }
}

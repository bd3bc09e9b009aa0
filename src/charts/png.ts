import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { type RenderedImage, renderAsync } from "@resvg/resvg-js";
import { FONT_FAMILY, FONT_FILE } from "./font.ts";

/** Draws an SVG as PNG, the half of it on a thread of libuv's. Without its own font file resvg would draw no text and say nothing. */
export async function svgToPng(svg: string): Promise<Uint8Array> {
  letGoOfUsedPictures();
  const image: RenderedImage = await renderAsync(svg, {
    font: { fontFiles: [FONT_FILE], loadSystemFonts: false, defaultFontFamily: FONT_FAMILY },
    logLevel: "off",
  });
  return image.asPng();
}

let collectYoung: ((options: { readonly type: "minor" }) => void) | undefined;

/**
 * An image of resvg's holds 4 MB that V8 does not know of, so V8 would let dozens of used ones pile up (measured: 140 MB) before it collects them.
 * Collecting the young objects takes about a millisecond and lets go of the last image; V8 offers no other way to say "this object is heavy".
 */
function letGoOfUsedPictures(): void {
  if (!collectYoung) {
    setFlagsFromString("--expose-gc");
    collectYoung = runInNewContext("gc");
    setFlagsFromString("--no-expose-gc");
  }
  collectYoung?.({ type: "minor" });
}

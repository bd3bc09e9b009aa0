import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** The one typeface of the pictures: Inter Medium, found from the source as well as from the bundle. */
export const FONT_FILE = createRequire(import.meta.url).resolve(
  "@expo-google-fonts/inter/500Medium/Inter_500Medium.ttf",
);
export const FONT_FAMILY = "Inter";

/** A stand-in width for characters that the typeface lacks (em). */
const MISSING_EM = 1;

const known = new Map<string, number>();
let advances: ((codePoint: number) => number | undefined) | undefined;

/** How wide a line of text is drawn at a size, in pixels. Kerning is left out: it only makes a line a little narrower. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += known.get(character) ?? measure(character);
  return ems * size;
}

const KNOWN_LIMIT = 2000;

function measure(character: string): number {
  advances ??= readAdvances(readFileSync(FONT_FILE));
  const ems = advances(character.codePointAt(0) ?? 0) ?? MISSING_EM;
  if (known.size < KNOWN_LIMIT) known.set(character, ems);
  return ems;
}

/**
 * Advance widths of a TrueType font in ems, by code point; undefined for a character that it lacks. Reads the tables head, hhea, hmtx and
 * cmap (subtable format 4, the Basic Multilingual Plane). Source: OpenType specification 1.9, those chapters.
 */
export function readAdvances(font: Buffer): (codePoint: number) => number | undefined {
  const unitsPerEm = font.readUInt16BE(tableAt(font, "head") + 18);
  const metricCount = font.readUInt16BE(tableAt(font, "hhea") + 34);
  const hmtx = tableAt(font, "hmtx");
  const glyphOf = readCharacterMap(font);
  return (codePoint) => {
    const glyph = glyphOf(codePoint);
    return glyph === 0 ? undefined : font.readUInt16BE(hmtx + 4 * Math.min(glyph, metricCount - 1)) / unitsPerEm;
  };
}

function tableAt(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4);
  for (let at = 12; at < 12 + 16 * count; at += 16) {
    if (font.toString("latin1", at, at + 4) === tag) return font.readUInt32BE(at + 8);
  }
  throw new Error(`The font has no table ${tag}`);
}

function readCharacterMap(font: Buffer): (codePoint: number) => number {
  const cmap = tableAt(font, "cmap");
  const count = font.readUInt16BE(cmap + 2);
  const subtables = Array.from({ length: count }, (_, at) => cmap + font.readUInt32BE(cmap + 8 + 8 * at));
  const start = subtables.find((at) => font.readUInt16BE(at) === 4);
  if (start === undefined) throw new Error("The font has no character map of format 4");
  const doubled = font.readUInt16BE(start + 6);
  const ends = start + 14;
  const starts = ends + doubled + 2;
  const deltas = starts + doubled;
  const offsets = deltas + doubled;
  return (codePoint) => {
    for (let at = 0; at < doubled && codePoint <= 0xffff; at += 2) {
      if (codePoint > font.readUInt16BE(ends + at)) continue;
      const first = font.readUInt16BE(starts + at);
      if (codePoint < first) return 0;
      const delta = font.readUInt16BE(deltas + at);
      const offset = font.readUInt16BE(offsets + at);
      if (offset === 0) return (codePoint + delta) & 0xffff;
      const glyph = font.readUInt16BE(offsets + at + offset + 2 * (codePoint - first));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

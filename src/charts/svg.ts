import { FONT_FAMILY } from "./font.ts";

/** Text and marks have a contrast of at least 4.5 (text) or 3 (marks) on white and on what they are drawn on (a test computes it). */
export const COLOURS = {
  paper: "#ffffff",
  edge: "#dde4ea",
  ink: "#14212b",
  quiet: "#51606d",
  grid: "#d5dde4",
  track: "#e8eef2",
  main: "#0f5f7d",
  mainSoft: "#0f5f7d2e",
  lifted: "#b4480f",
  coldest: "#eef3f6",
  hottest: "#58abc9",
} as const;

export const WIDTH = 1000;
/** Teams refuses pictures above 1024 × 1024 (DESIGN: Platform rules). */
export const MAX_HEIGHT = 1024;
export const MARGIN = 48;

/** A piece of a picture, and where it ends (pixels from the top). */
export interface Drawn {
  readonly svg: string;
  readonly bottom: number;
}

/** Escapes text for XML and drops what XML 1.0 cannot hold (control characters, half surrogate pairs). */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

export interface TextLine {
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly size: number;
  readonly text: string;
  readonly fill?: string;
  readonly anchor?: "start" | "middle" | "end";
  /** A rim of paper around the letters, for text that lies on lines. */
  readonly rim?: boolean;
}

export function textLine({ x, y, size, text, fill = COLOURS.ink, anchor = "start", rim = false }: TextLine): string {
  const around = rim ? ` paint-order="stroke" stroke="${COLOURS.paper}" stroke-width="8" stroke-linejoin="round"` : "";
  return `<text x="${px(x)}" y="${px(y)}" font-family="${FONT_FAMILY}" font-weight="500" font-size="${px(size)}" fill="${fill}" text-anchor="${anchor}"${around}>${escapeXml(text)}</text>`;
}

/** Coordinates rounded to tenths of a pixel: the same chart gives the same text. */
export function px(pixels: number): string {
  return String(Math.round(pixels * 10) / 10);
}

/** A value as drawn: whole numbers as they are, others to one decimal; a value that is not there is a dash. */
export function valueText(value: number | null | undefined): string {
  return value === null || value === undefined ? "–" : String(Math.round(value * 10) / 10);
}

/** An arrow pointing up, in a square of the given size: marks what is lifted. */
export function liftArrow(x: number, y: number, size: number): string {
  const at = (dx: number, dy: number) => `${px(x + dx * size)} ${px(y + dy * size)}`;
  return `<path d="M${at(0.5, 0.95)} L${at(0.5, 0.1)} M${at(0.12, 0.48)} L${at(0.5, 0.1)} L${at(0.88, 0.48)}" fill="none" stroke="${COLOURS.lifted}" stroke-width="${px(size * 0.18)}" stroke-linecap="round" stroke-linejoin="round"/>`;
}

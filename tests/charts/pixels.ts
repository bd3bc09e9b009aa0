import { inflateSync } from "node:zlib";

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel, row by row. */
  readonly rgba: Uint8Array;
}

/** Decodes a PNG of 8-bit RGBA without interlacing, the kind that resvg writes (PNG specification, chapters 5, 9 and 10). */
export function readPng(png: Uint8Array): Pixels {
  const file = Buffer.from(png);
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  if (file.toString("hex", 24, 29) !== "0806000000") throw new Error("Not 8-bit RGBA without interlacing");
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    if (file.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  }
  return { width, height, rgba: unfiltered(inflateSync(Buffer.concat(parts)), width * 4) };
}

/** Undoes the filters: each line begins with the number of its own. */
function unfiltered(raw: Uint8Array, stride: number): Uint8Array {
  const rows = raw.length / (stride + 1);
  const bytes = new Uint8Array(stride * rows);
  const byte = (row: number, at: number) => (row < 0 || at < 0 ? 0 : (bytes[row * stride + at] ?? 0));
  for (let row = 0; row < rows; row++) {
    const filter = raw[row * (stride + 1)] ?? 0;
    for (let at = 0; at < stride; at++) {
      const [left, up, corner] = [byte(row, at - 4), byte(row - 1, at), byte(row - 1, at - 4)];
      const guess = [0, left, up, (left + up) >> 1, nearest(left, up, corner)][filter] ?? 0;
      bytes[row * stride + at] = (raw[row * (stride + 1) + 1 + at] ?? 0) + guess;
    }
  }
  return bytes;
}

function nearest(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

/** How many pixels differ between two pictures of one size. */
export function differingPixels(one: Pixels, other: Pixels): number {
  if (one.width !== other.width || one.height !== other.height) throw new Error("Pictures of different sizes");
  let count = 0;
  for (let at = 0; at < one.rgba.length; at += 4) {
    if ([0, 1, 2, 3].some((channel) => one.rgba[at + channel] !== other.rgba[at + channel])) count += 1;
  }
  return count;
}

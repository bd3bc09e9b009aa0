/** The text of a file, by its byte order mark, else as UTF-8, else as UTF-16 without a mark, else as Windows-1252; undefined for what is no text. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return decode(bytes.subarray(3), "utf-8");
  if (first === 0xff && second === 0xfe) return decode(bytes.subarray(2), "utf-16le");
  if (first === 0xfe && second === 0xff) return decode(bytes.subarray(2), "utf-16be");
  const zeros = zerosIn(bytes);
  // Every other byte of Western text in UTF-16 is 0; the first of a pair where the order is big-endian.
  if (zeros.even + zeros.odd > bytes.length / 4) return decode(bytes, zeros.even > zeros.odd ? "utf-16be" : "utf-16le");
  if (zeros.even + zeros.odd > 0) return undefined;
  const text = decode(bytes, "utf-8") ?? windows1252(bytes);
  return looksBinary(text) ? undefined : text;
}

function decode(bytes: Uint8Array, encoding: "utf-8" | "utf-16le" | "utf-16be"): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    // Not of this encoding: what TextDecoder throws then (WHATWG Encoding, `fatal`).
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Where Windows-1252 differs from Latin 1: 0x80 to 0x9f (WHATWG Encoding, index-windows-1252). Node 20 reads these as Latin 1. */
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function windows1252(bytes: Uint8Array): string {
  const latin = new TextDecoder("latin1").decode(bytes);
  return latin.replace(/[\u0080-\u009f]/gu, (sign) => WINDOWS.charAt(sign.charCodeAt(0) - 0x80));
}

function zerosIn(bytes: Uint8Array): { readonly even: number; readonly odd: number } {
  const counted = { even: 0, odd: 0 };
  for (const [at, byte] of bytes.subarray(0, 4096).entries()) {
    if (byte !== 0) continue;
    if (at % 2 === 0) counted.even += 1;
    else counted.odd += 1;
  }
  return counted;
}

/** More signs that no keyboard writes than a slip would leave. */
function looksBinary(text: string): boolean {
  const start = [...text.slice(0, 4096)];
  return start.filter(isControl).length > start.length / 100;
}

/** But for tabs, line ends and form feeds. */
function isControl(sign: string): boolean {
  const code = sign.charCodeAt(0);
  return code < 9 || (code > 13 && code < 32) || code === 127;
}

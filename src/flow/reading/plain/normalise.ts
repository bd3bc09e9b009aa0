/** Characters that show nothing (direction marks, joiners), and the parts of keycap emoji that surround their digit. */
const UNSEEN = /\p{Cf}|\ufe0f|\u20e3/gu;

/** A typed text for comparing: compatibility forms unified (NFKC), lower case, plain spaces, hyphens and apostrophes, nothing invisible. */
export function normalise(text: string): string {
  const shape = shapeOf(text);
  if (shape === "plain") return text;
  const seen =
    shape === "uneven"
      ? text
      : text
          .normalize("NFKC")
          .replace(UNSEEN, "")
          .replace(/[‐‑‒–—−]/g, "-")
          .replace(/[’‘´`]/g, "'");
  return seen.toLowerCase().replace(/\s+/g, " ").trim();
}

/** Normalised, and without accents and dots: "määritetty" and "maaritetty" are the same. */
export function fold(normalised: string): string {
  return isAscii(normalised) ? normalised : normalised.normalize("NFD").replace(/\p{M}/gu, "");
}

/** Without punctuation and emoji around it: "(3)." is "3". */
export function bare(normalised: string): string {
  const last = normalised.length - 1;
  if (isPlainWord(normalised.charCodeAt(0)) && isPlainWord(normalised.charCodeAt(last))) return normalised;
  return BETWEEN_WORDS.exec(normalised)?.[0] ?? "";
}

const BETWEEN_WORDS = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su;
const SPACE = 32;

/**
 * "plain" has nothing to normalise: lower-case letters of English and Finnish, digits, punctuation, single spaces inside. "uneven" has capitals or
 * spaces to even out. One pass instead of several expressions, because every word of every reply and name goes through here.
 */
function shapeOf(text: string): "plain" | "uneven" | "other" {
  let shape: "plain" | "uneven" = "plain";
  let before = SPACE;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Between ASCII and À stand signs that NFKC changes (no-break space, ², ½); above ÿ all else.
    if (code > 0xff || (code > 126 && code < 0xc0)) return "other";
    const isCapital = (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde);
    if (code < SPACE || isCapital || (code === SPACE && before === SPACE)) shape = "uneven";
    before = code;
  }
  return before === SPACE && text.length > 0 ? "uneven" : shape;
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 126) return false;
  return true;
}

/** a–z, 0–9. */
function isPlainWord(code: number): boolean {
  return (code >= 97 && code <= 122) || isDigit(code);
}

/** Whether the first character is 0–9, as of most replies. */
export function startsWithDigit(text: string): boolean {
  return isDigit(text.charCodeAt(0));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

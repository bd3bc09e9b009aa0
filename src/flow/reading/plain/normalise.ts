const ASCII = /^[\x20-\x7e]*$/;
/** Characters that show nothing (direction marks, joiners), and the parts of keycap emoji that surround their digit. */
const UNSEEN = /\p{Cf}|\ufe0f|\u20e3/gu;

/** Space at an end, two in a row, or any other than the plain one. */
const UNEVEN = /^\s|\s$|\s\s|[^\S ]/;

/** A typed text for comparing: compatibility forms unified (NFKC), lower case, plain spaces, hyphens and apostrophes, nothing invisible. */
export function normalise(text: string): string {
  const plain = ASCII.test(text)
    ? text
    : text
        .normalize("NFKC")
        .replace(UNSEEN, "")
        .replace(/[‐‑‒–—−]/g, "-")
        .replace(/[’‘´`]/g, "'");
  const lower = plain.toLowerCase();
  return UNEVEN.test(lower) ? lower.replace(/\s+/g, " ").trim() : lower;
}

/** Normalised, and without accents and dots: "määritetty" and "maaritetty" are the same. */
export function fold(normalised: string): string {
  return ASCII.test(normalised) ? normalised : normalised.normalize("NFD").replace(/\p{M}/gu, "");
}

/** Without punctuation and emoji around it: "(3)." is "3". */
export function bare(normalised: string): string {
  return BETWEEN_WORDS.exec(normalised)?.[0] ?? "";
}

const BETWEEN_WORDS = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su;

/** At most `max` characters, cut at a word's end, with "…" where something was left out. Line breaks become spaces; a sum in euros is not broken in two. */
export function shorten(text: string, max: number): string {
  const line = text
    .replace(/[^\S\u00A0\u202F]+/gu, " ")
    .replace(/\d[\d ]*(?:,\d\d)? ?(?=€)/gu, (sum) => sum.replace(/ /gu, "\u00A0"))
    .trim();
  if (line.length <= max) return line;
  const cut = line.slice(0, max - 1);
  const atWord = cut.replace(/[^\S\u00A0\u202F]+[\S\u00A0\u202F]*$/u, "");
  // A single long word has no end to cut at. A surrogate pair is never cut in two.
  const kept = atWord.length > max / 2 ? atWord : cut.replace(/[\uD800-\uDBFF]$/u, "");
  return `${kept.replace(/[\s,;:.]+$/u, "")}…`;
}

/** A text as the end of a sentence that brings its own full stop: "Kirjattu: Satu soittaa." and not "soittaa..". */
export function withoutStop(text: string): string {
  return text.replace(/[\s.]+$/u, "");
}

/** A text as a whole sentence: with one full stop, unless it was cut. */
export function withStop(text: string): string {
  const line = withoutStop(text);
  return line === "" || line.endsWith("…") ? line : `${line}.`;
}

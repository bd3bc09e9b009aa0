/**
 * How many letters stand side by side in a card on the narrowest phones: 360 px wide, some 270 px of it the card's own, 15 px letters. A word that is
 * longer than its column is broken in the middle by every client.
 */
export const LETTERS_ACROSS = 34;

/** How many letters the longest word of these texts has. */
export function longestWord(texts: readonly string[]): number {
  return Math.max(0, ...texts.flatMap((text) => text.split(/\s+/).map((word) => word.length)));
}

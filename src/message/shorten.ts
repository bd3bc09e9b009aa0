/** The text, at most `most` characters; a longer one ends after a whole word and "…". A first word longer than that is cut between characters. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const room = text.slice(0, most - 1);
  const afterWord = /\s/.test(text.charAt(most - 1)) ? room : room.replace(/\s+\S*$/, "");
  const kept = afterWord.replace(/[\uD800-\uDBFF]$/, "").trimEnd();
  return `${kept}…`;
}

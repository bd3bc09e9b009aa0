/** How long a line of an import's problems or changes may be. */
export const LONGEST_LINE = 240;

/** Parts joined into as few texts as they fit into, none of them longer than that but for a part that is by itself. */
export function packed(
  parts: readonly string[],
  { longest, between }: { readonly longest: number; readonly between: string },
): readonly string[] {
  const texts: string[] = [];
  for (const part of parts) {
    const last = texts.at(-1);
    const joined = last === undefined ? part : `${last}${between}${part}`;
    if (last === undefined || joined.length > longest) texts.push(part);
    else texts[texts.length - 1] = joined;
  }
  return texts;
}

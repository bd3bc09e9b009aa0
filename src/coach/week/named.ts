import type { Say } from "../../text/text.ts";
import { listed } from "../draw/number-words.ts";
import { shorten } from "../draw/shorten.ts";

export const MOST_NAMED = 3;
const NAME = 60;

/** The first of these by their names, and how many others there are: "hinnasto, esite ja kaksi muuta". */
export function named(titles: readonly string[], say: Say): string {
  const shown = titles.slice(0, titles.length > MOST_NAMED ? MOST_NAMED - 1 : MOST_NAMED);
  const rest = titles.length - shown.length;
  const names = shown.map((title) => shorten(title, NAME));
  return rest > 0 ? `${names.join(", ")} ${say("digest.more", { count: rest })}` : listed(say, names);
}

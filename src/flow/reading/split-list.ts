import { matchWhole, type NameList } from "./plain/match-name.ts";
import { normalise } from "./plain/normalise.ts";

const BETWEEN = /(?:[,;\n>→]|(?<=\s)(?:ja|sekä|and|&|plus|\+)(?=\s))/i;
const BULLET = /^\s*(?:[-•*–]\s+|\d{1,2}[.)]\s+(?=\p{L}))/u;
/** More pieces than any list here may have. */
const MOST_PIECES = 200;

/** The items of a typed list: lines, or parts between commas, semicolons, "ja" and "and". A name that holds such a mark itself stays whole. */
export function splitList(text: string, names: NameList): readonly string[] {
  const pieces: { readonly text: string; readonly mark: string }[] = [];
  let rest = text;
  for (let mark = ""; pieces.length < MOST_PIECES; ) {
    const found = BETWEEN.exec(rest);
    pieces.push({ text: found ? rest.slice(0, found.index) : rest, mark });
    if (!found) break;
    mark = found[0];
    rest = rest.slice(found.index + mark.length);
  }
  const items: string[] = [];
  for (let at = 0; at < pieces.length; ) {
    const [item, next] = longestName(pieces, at, names);
    if (item !== "") items.push(item);
    at = next;
  }
  return items;
}

/** "Rakenne ja resurssit" is one item where that is a name: up to six pieces are tried together, the longest first. */
function longestName(
  pieces: readonly { readonly text: string; readonly mark: string }[],
  at: number,
  names: NameList,
): [string, number] {
  let joined = "";
  let best: [string, number] | undefined;
  for (let end = at; end < Math.min(at + 6, pieces.length); end++) {
    const piece = pieces[end];
    if (!piece) break;
    joined += (end === at ? "" : piece.mark) + piece.text;
    const isName = (item: string) => matchWhole(normalise(item), names).kind === "one";
    const item = isName(joined) ? joined.trim() : withoutBullet(joined);
    if (end === at || isName(item)) best = [item, end + 1];
  }
  return best ?? ["", at + 1];
}

function withoutBullet(text: string): string {
  return text.replace(BULLET, "").trim();
}

import { LIST_MARK } from "../plain/list-mark.ts";
import { matchWhole, type NameList } from "../plain/match-name.ts";
import { normalise } from "../plain/normalise.ts";

const BULLET = /^(?:[-•*–]\s+|\d{1,2}[.)]\s+(?=\p{L}))/u;
/** More pieces than any list here may have. */
const MOST_PIECES = 200;

interface Piece {
  readonly text: string;
  /** What stands before it. */
  readonly mark: string;
}

/** The items of a typed list: lines, or parts between commas, semicolons, "ja" and "and". A name that holds such a mark itself stays whole. */
export function splitList(text: string, names: NameList): readonly string[] {
  const pieces = piecesOf(text);
  const items: string[] = [];
  for (let at = 0; at < pieces.length; ) {
    const [item, next] = itemAt(pieces, at, names);
    if (item !== "") items.push(item);
    at = next;
  }
  return items;
}

function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let rest = text;
  for (let mark = ""; pieces.length < MOST_PIECES; ) {
    const found = LIST_MARK.exec(rest);
    pieces.push({ text: found ? rest.slice(0, found.index) : rest, mark });
    if (!found) break;
    mark = found[0];
    rest = rest.slice(found.index + mark.length);
  }
  return pieces;
}

/** "Rakenne ja resurssit" is one item where that is a name: up to six pieces are tried together. The item, and where the next one begins. */
function itemAt(pieces: readonly Piece[], at: number, names: NameList): readonly [string, number] {
  let joined = pieces[at]?.text ?? "";
  let found: readonly [string, number] = [withoutBullet(joined, names), at + 1];
  if (!names.haveMarks()) return found;
  for (let end = at + 1; end < Math.min(at + 6, pieces.length); end++) {
    joined += `${pieces[end]?.mark}${pieces[end]?.text}`;
    const item = withoutBullet(joined, names);
    if (isName(item, names)) found = [item, end + 1];
  }
  return found;
}

function isName(text: string, names: NameList): boolean {
  return matchWhole(normalise(text), names).kind === "one";
}

function withoutBullet(text: string, names: NameList): string {
  const plain = text.trim();
  return BULLET.test(plain) && !isName(plain, names) ? plain.replace(BULLET, "").trim() : plain;
}

import { fold } from "./normalise.ts";

type Piece = { readonly kind: "unit" | "tens" | "hundred" | "scale"; readonly value: number };

const pieces = new Map<string, Piece>();
function put(kind: Piece["kind"], list: string, value: (index: number) => number): void {
  list.split(" ").forEach((forms, index) => {
    for (const form of forms.split("/")) pieces.set(form, { kind, value: value(index) });
  });
}
put(
  "unit",
  "nolla/zero yksi/yks/one kaksi/kaks/two kolme/three nelja/four viisi/viis/five kuusi/kuus/six seitseman/seven kahdeksan/kaheksan/eight yhdeksan/yheksan/nine " +
    "kymmenen/kymppi/ten yksitoista/eleven kaksitoista/twelve kolmetoista/thirteen neljatoista/fourteen viisitoista/fifteen kuusitoista/sixteen " +
    "seitsemantoista/seventeen kahdeksantoista/eighteen yhdeksantoista/nineteen",
  (index) => index,
);
put("unit", "twenty thirty forty fifty sixty seventy eighty ninety", (index) => (index + 2) * 10);
put("unit", "puoli/puolet/half puolitoista", (index) => index + 0.5);
put("tens", "kymmenta/kymppia/kyt/kyta", () => 10);
put("hundred", "sata/sataa/hundred", () => 100);
put(
  "scale",
  "tuhat/tuhatta/thousand miljoona/miljoonaa/million miljardi/miljardia/billion",
  (index) => 1000 ** (index + 1),
);

const longest = [...pieces.keys()].toSorted((a, b) => b.length - a.length);

/** The number that words write out ("kaksikymmentäviisi", "two hundred", "puolitoista miljoonaa"), or undefined when a word is none. */
export function numberInWords(words: readonly string[]): number | undefined {
  const found = words.filter((word) => word !== "and").map(piecesOf);
  if (found.length === 0 || found.length > 12 || found.includes(undefined)) return undefined;
  let sum: Sum | undefined = { total: 0, hundreds: 0, small: undefined, last: undefined };
  for (const piece of found.flatMap((list) => list ?? [])) sum = sum && plus(sum, piece);
  return sum && sum.total + sum.hundreds + (sum.small ?? 0);
}

interface Sum {
  readonly total: number;
  readonly hundreds: number;
  /** What stands below a hundred so far. */
  readonly small: number | undefined;
  readonly last: Piece["kind"] | undefined;
}

/** Undefined where the next piece does not go on with the number. */
function plus({ total, hundreds, small, last }: Sum, piece: Piece): Sum | undefined {
  switch (piece.kind) {
    case "unit": {
      // "kaksi kolme" are two numbers; "kaksikymmentä viisi" and "twenty five" are one.
      const goesOn = small === undefined || (small >= 20 && small % 10 === 0 && piece.value < 10);
      return goesOn ? { total, hundreds, small: (small ?? 0) + piece.value, last: piece.kind } : undefined;
    }
    case "tens":
      if (last !== "unit" || small === undefined || small > 9) return undefined;
      return { total, hundreds, small: small * 10, last: piece.kind };
    case "hundred":
      return { total, hundreds: hundreds + (small ?? 1) * 100, small: undefined, last: piece.kind };
    case "scale": {
      const many = hundreds + (small ?? (hundreds === 0 ? 1 : 0));
      return { total: total + many * piece.value, hundreds: 0, small: undefined, last: piece.kind };
    }
    default:
      return piece.kind satisfies never;
  }
}

/** A Finnish number is written as one word: its pieces, the longest first at each place. */
function piecesOf(word: string): readonly Piece[] | undefined {
  let rest = fold(word).replace(/-/g, "");
  if (rest.length > 80) return undefined;
  const found: Piece[] = [];
  while (rest !== "") {
    const piece = longest.find((candidate) => rest.startsWith(candidate));
    const known = piece === undefined ? undefined : pieces.get(piece);
    if (piece === undefined || !known) return undefined;
    found.push(known);
    rest = rest.slice(piece.length);
  }
  return found;
}

import type { Language } from "../../../text/text.ts";

/** The ways to read one written numeral. `text` is as JavaScript writes it: "12500.50". */
export interface Numeral {
  readonly ways: readonly Way[];
  /** False: ask, even if there is one way only. */
  readonly sure: boolean;
}
interface Way {
  readonly text: string;
  /** How many decimals are written, the last zeros left out. */
  readonly decimals: number;
}

/** Finds numerals: digits in groups of three set apart by spaces or apostrophes, or in one piece; then any parts after dots and commas. */
export const NUMERAL = /(?:\d{1,3}(?:[ ']\d{3})+(?!\d)|\d+)(?:[.,]\d+)*/g;

/**
 * What a numeral like "12 500,50", "1.200" or "12,500.50" can mean. A single mark before exactly three digits is either a decimal mark or sets
 * groups apart. It is a decimal mark for sure where that is the language's own and the number may have three decimals; it sets groups apart for sure where
 * it is not (Finnish "1.200", English "1,200"). Two different marks are sure only in the English way, "12,500.50". Undefined for what is no number ("1.2.3").
 */
export function readNumeral(written: string, language: Language, decimals: number): Numeral | undefined {
  const grouped = /[ ']/.test(written);
  const parts = written.replace(/[ ']/g, "").split(/[.,]/);
  const marks = written.replace(/[^.,]/g, "");
  const [whole = "", ...rest] = parts;
  if (rest.length === 0) return { ways: [way(whole, "")], sure: true };
  const last = rest[rest.length - 1] ?? "";
  if (rest.length === 1) {
    const couldGroup = !grouped && last.length === 3 && whole.length <= 3 && !whole.startsWith("0");
    if (!couldGroup) return { ways: [way(whole, last)], sure: true };
    return groupsOrDecimals(whole, last, marks === (language === "fi" ? "," : "."), language, decimals);
  }
  if (grouped || whole.length > 3 || rest.slice(0, -1).some((part) => part.length !== 3)) return undefined;
  if (new Set(marks).size === 1) {
    return last.length === 3 ? { ways: [way(parts.join(""), "")], sure: true } : undefined;
  }
  if (new Set(marks.slice(0, -1)).size !== 1) return undefined;
  const english = language === "en" && marks.endsWith(".");
  return { ways: [way(parts.slice(0, -1).join(""), last)], sure: english };
}

function groupsOrDecimals(whole: string, last: string, own: boolean, language: Language, decimals: number): Numeral {
  const asGroups = way(whole + last, "");
  const asDecimals = way(whole, last);
  if (own) {
    if (decimals >= 3) return { ways: [asDecimals], sure: true };
    return { ways: [asGroups, asDecimals], sure: false };
  }
  if (language === "en" || decimals < 3) return { ways: [asGroups], sure: true };
  return { ways: [asGroups, asDecimals], sure: false };
}

function way(whole: string, decimals: string): Way {
  const kept = decimals.replace(/0+$/, "");
  return { text: kept === "" ? whole : `${whole}.${kept}`, decimals: kept.length };
}

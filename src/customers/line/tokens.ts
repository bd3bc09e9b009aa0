import { fold, normalise } from "../../flow/reading/plain/normalise.ts";

/** One word of a line, or a date written in figures. */
export interface Token {
  /** As it was written, with what stands around it. */
  readonly raw: string;
  /** Folded, without punctuation around it and apostrophes in it: "I'll" is "ill". */
  readonly word: string;
  /** A comma or the like stands behind it; a full stop only where the word is no figure ("3.9." goes on). */
  readonly endsClause: boolean;
}

const MOST_TOKENS = 200;

/** A dictated or typed line in its words. */
export function tokensOf(line: string): readonly Token[] {
  return line
    .replace(/\s[-–—]\s/gu, ", ")
    .replace(/[;\n]/gu, ", ")
    .split(/\s+/u)
    .filter((raw) => raw !== "")
    .slice(0, MOST_TOKENS)
    .flatMap((raw): readonly Token[] => {
      const word = fold(normalise(raw))
        .replace(/^[^\p{L}\p{N}&+]+|[^\p{L}\p{N}&+]+$/gu, "")
        .replace(/['’]/gu, "");
      return [{ raw, word, endsClause: /[,!?:]["”)]*$/u.test(raw) || (/\.["”)]*$/u.test(raw) && !/\d\.$/u.test(raw)) }];
    });
}

/** What was written, without the punctuation and the joining words at its ends. */
export function textOf(tokens: readonly Token[]): string {
  const from = tokens.findIndex(({ word }) => !JOINING.has(word));
  const to = tokens.findLastIndex(({ word }) => !JOINING.has(word));
  if (from < 0) return "";
  return tokens
    .slice(from, to + 1)
    .map(({ raw }) => raw)
    .join(" ")
    .replace(/^[\s,;:.!?-]+/u, "")
    .replace(/(?<!\d\.?)[\s,;:.!?-]+$|[\s,;:!?-]+$/u, "");
}

const JOINING: ReadonlySet<string> = new Set([
  "",
  "ja",
  "seka",
  "etta",
  "niin",
  "and",
  "that",
  "then",
  "sitten",
  "&",
  "+",
]);

/** Some words that follow each other. */
export interface Span {
  readonly at: number;
  readonly length: number;
}

/** The place behind the clause in which a place stands. */
export function endOfClause(tokens: readonly Token[], from: number): number {
  if (tokens[from - 1]?.endsClause) return from;
  const end = tokens.findIndex(({ endsClause }, nth) => nth >= from && endsClause);
  return end < 0 ? tokens.length : end + 1;
}

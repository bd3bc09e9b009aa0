import { distance } from "fastest-levenshtein";

/** The candidate that a misspelt word most likely means: at most every third of its letters differs, rounded up. Undefined when none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: { candidate: string; differences: number } | undefined;
  for (const candidate of candidates) {
    const differences = differing(wanted, candidate.toLowerCase());
    if (differences < (best?.differences ?? Number.POSITIVE_INFINITY)) best = { candidate, differences };
  }
  const near = best !== undefined && best.differences <= Math.ceil(word.length / 3) && best.differences < word.length;
  return near ? best?.candidate : undefined;
}

/** Letters in the wrong order are one slip of the fingers, not two. */
function differing(word: string, candidate: string): number {
  return letters(word) === letters(candidate) ? Math.min(1, distance(word, candidate)) : distance(word, candidate);
}

function letters(word: string): string {
  return [...word].sort().join("");
}

/** `, did you mean "title"?`, or nothing when no candidate is near. */
export function guess(word: string, candidates: Iterable<string>): string {
  const near = nearest(word, candidates);
  return near === undefined ? "" : `, did you mean "${near}"?`;
}

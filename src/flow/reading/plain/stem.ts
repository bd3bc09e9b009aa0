const ENDINGS = (
  "lla lta lle ssa sta ksi lle na tta n a t ta s 's seen sen een aan oon uun iin ien " + "lla lla han hin hun hon"
).split(" ");

/** Consonant gradation undone roughly, the same way on both sides of a comparison: satu–sadulle, pekka–pekalle, antti–antille, niemi–niemelle, virtanen–virtaselle. */
function levelled(word: string): string {
  return word
    .replace(/nen$/, "se")
    .replace(/i$/, "e")
    .replace(/kk|pp|tt/g, (pair) => pair.charAt(0))
    .replace(/d/g, "t")
    .replace(/v/g, "p")
    .replace(/nt|nn/g, "n")
    .replace(/mp|mm/g, "m")
    .replace(/lt|ll/g, "l")
    .replace(/rt|rr/g, "r")
    .replace(/nk|ng/g, "n");
}

const kept = new Map<string, readonly string[]>();

/**
 * What a folded Finnish or English word may be a form of: itself and itself without each ending that it has, levelled. Two words that share one are
 * probably forms of the same word. Rough on purpose: used only when nothing matched exactly, and what was understood is always shown.
 */
export function stems(word: string): readonly string[] {
  if (word.length > 40) return [word];
  const known = kept.get(word);
  if (known) return known;
  const found = new Set([levelled(word)]);
  for (const ending of ENDINGS) {
    if (word.endsWith(ending) && word.length - ending.length >= 3) found.add(levelled(word.slice(0, -ending.length)));
  }
  const list = [...found];
  if (kept.size < 5000) kept.set(word, list);
  return list;
}

export function mayBeSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  // Endings and gradation leave the first letter alone.
  if (one.charCodeAt(0) !== other.charCodeAt(0)) return false;
  const others = stems(other);
  return stems(one).some((stem) => stem.length >= 3 && others.includes(stem));
}

export type Apartness = "one-mind" | "close" | "apart";

/** How far the highest chosen level lies from the lowest one; 0 when nobody or everybody chose one. `counts`: how many chose each, the lowest first. */
export function distance(counts: readonly number[]): number {
  const chosen = counts.flatMap((count, index) => (count > 0 ? [index] : []));
  const [first, last] = [chosen[0], chosen.at(-1)];
  return first === undefined || last === undefined ? 0 : last - first;
}

/** Of one mind: all chose the same; close: neighbouring levels; apart: two levels or more between the lowest and the highest. */
export function apartness(counts: readonly number[]): Apartness {
  const between = distance(counts);
  return between === 0 ? "one-mind" : between === 1 ? "close" : "apart";
}

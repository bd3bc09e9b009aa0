/** A point counted from the radar's centre, in pixels (or in radii). */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The direction of an axis: the first points up, the others follow clockwise. */
export function direction(at: number, count: number): Point {
  const angle = (2 * Math.PI * at) / count;
  return { x: Math.sin(angle), y: -Math.cos(angle) };
}

interface Reach {
  readonly left: number;
  readonly right: number;
  /** −1 up, 1 down. */
  readonly side: number;
}

/** How far up or down the ring (a regular polygon) reaches between two x; undefined where it is narrower than that. */
export function ringReach(count: number, radius: number, { left, right, side }: Reach): number | undefined {
  const corners = Array.from({ length: count }, (_, at) => direction(at, count)).map(({ x, y }) => ({
    x: x * radius,
    y: y * radius,
  }));
  const heights = corners.flatMap((from, at) => {
    const to = corners[(at + 1) % count] ?? from;
    const [first, last] = from.x <= to.x ? [from, to] : [to, from];
    if (last.x < left || first.x > right) return [];
    const heightAt = (x: number) =>
      last.x === first.x ? first.y : first.y + ((last.y - first.y) * (x - first.x)) / (last.x - first.x);
    return [heightAt(Math.max(left, first.x)), heightAt(Math.min(right, last.x))];
  });
  return heights.length === 0 ? undefined : side * Math.max(...heights.map((height) => side * height));
}

/** Requests that one person may make at once, and a second after that. */
const MOST = 30;

/** Says for how many seconds a person is to wait, 0 when they may go on; each call counts. */
export function createPace(now: () => number): (person: string) => number {
  const buckets = new Map<string, { left: number; at: number }>();
  return (person) => {
    const at = now();
    const bucket = buckets.get(person) ?? { left: MOST, at };
    const left = Math.min(MOST, bucket.left + (Math.max(0, at - bucket.at) / 1000) * MOST);
    const allowed = left >= 1;
    buckets.set(person, { left: allowed ? left - 1 : left, at });
    return allowed ? 0 : 1;
  };
}

/**
 * Runs works of one key at most once in a while. Works that are asked for while one of the same key still waits for its time share that time, and the
 * latest of them is run for all: what it shows is read when it runs, so nothing is lost by sharing. A work that is to be run `atOnce` waits for nothing; what
 * comes after it keeps its distance from it.
 */
export function paced(ports: {
  readonly everyMs: number;
  now(): number;
  wait(milliseconds: number): Promise<void>;
}): (key: string, work: () => Promise<void>, how?: { readonly atOnce: boolean }) => Promise<void> {
  const lastAt = new Map<string, number>();
  const waiting = new Map<string, { latest: () => Promise<void>; readonly done: Promise<void> }>();
  return (key, work, { atOnce } = { atOnce: false }) => {
    const shared = atOnce ? undefined : waiting.get(key);
    if (shared) {
      shared.latest = work;
      return shared.done;
    }
    const rest = (lastAt.get(key) ?? Number.NEGATIVE_INFINITY) + ports.everyMs - ports.now();
    const run = (latest: () => Promise<void>) => {
      if (lastAt.size > 10_000) lastAt.clear();
      lastAt.set(key, ports.now());
      return latest();
    };
    if (atOnce || rest <= 0) return run(work);
    const done = ports.wait(rest).then(() => {
      const { latest } = waiting.get(key) ?? { latest: work };
      waiting.delete(key);
      return run(latest);
    });
    waiting.set(key, { latest: work, done });
    return done;
  };
}

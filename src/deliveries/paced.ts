/**
 * Runs works of one key at most once in a while. Works that are asked for while one of the same key still waits for its time share that one: what
 * it shows is read when it runs, so nothing is lost by sharing.
 */
export function paced(ports: {
  readonly everyMs: number;
  now(): number;
  wait(milliseconds: number): Promise<void>;
}): (key: string, work: () => Promise<void>) => Promise<void> {
  const lastAt = new Map<string, number>();
  const waiting = new Map<string, Promise<void>>();
  return (key, work) => {
    const shared = waiting.get(key);
    if (shared) return shared;
    const rest = (lastAt.get(key) ?? Number.NEGATIVE_INFINITY) + ports.everyMs - ports.now();
    const start = async () => {
      if (rest > 0) await ports.wait(rest);
      waiting.delete(key);
      if (lastAt.size > 10_000) lastAt.clear();
      lastAt.set(key, ports.now());
      await work();
    };
    const mine = start();
    if (rest > 0) waiting.set(key, mine);
    return mine;
  };
}

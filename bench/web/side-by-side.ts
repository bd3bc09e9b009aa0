/** Does the work for each, at most so many at a time; the first failure ends it. Resolves with how many seconds it took. */
export async function sideBySide<T>(
  all: readonly T[],
  atOnce: number,
  work: (one: T) => Promise<unknown>,
): Promise<number> {
  const from = performance.now();
  const rest = all.values();
  const worker = async () => {
    for (const one of rest) await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return (performance.now() - from) / 1000;
}

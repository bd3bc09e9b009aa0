import { setTimeout as pause } from "node:timers/promises";

/** Shorter than a test may take, so that what is missing is told. */
const LONGEST_MS = 60_000;

interface Waiting {
  readonly withinMs?: number;
  readonly everyMs?: number;
}

/** Looks again and again until something is there, by the clock: how often it gets to look says nothing on a busy machine. */
export async function awaited<T>(
  look: () => T | undefined | Promise<T | undefined>,
  missing: () => string,
  { withinMs = LONGEST_MS, everyMs = 10 }: Waiting = {},
): Promise<T> {
  for (const end = Date.now() + withinMs; ; await pause(everyMs)) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(missing());
  }
}

/** Looks again and again until it is so. */
export async function until(isSo: () => boolean | Promise<boolean>, withinMs = LONGEST_MS): Promise<void> {
  const look = async () => (await isSo()) || undefined;
  await awaited(look, () => `It has not come about in ${withinMs / 1000} s`, { withinMs });
}

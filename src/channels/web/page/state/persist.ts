import { Unreachable } from "./api.ts";

const PAUSE = 1_500;

/** Asks until the server answers, or until `signal` says that nobody waits any more (then undefined). `failed` hears of each vain attempt. */
export async function persist<Body>(
  ask: () => Promise<Body>,
  signal: AbortSignal,
  failed: () => void,
): Promise<Body | undefined> {
  while (!signal.aborted) {
    try {
      const body = await ask();
      return signal.aborted ? undefined : body;
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      if (!signal.aborted) failed();
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
  return undefined;
}

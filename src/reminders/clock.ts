import type { Tick } from "./tick.ts";

/** Calls `tick` again and again until it is stopped; never two at once. Stopping waits for the one under way. */
export interface Clock {
  stop(): Promise<void>;
}

export function startClock(
  tick: Tick,
  options: { readonly everyMs: number; readonly now: () => number; readonly onError: (error: unknown) => void },
): Clock {
  let running: Promise<void> = Promise.resolve();
  let idle = true;
  const timer = setInterval(() => {
    if (!idle) return;
    idle = false;
    running = tick(options.now())
      .catch(options.onError)
      .finally(() => {
        idle = true;
      });
  }, options.everyMs);
  return {
    stop: () => {
      clearInterval(timer);
      return running;
    },
  };
}

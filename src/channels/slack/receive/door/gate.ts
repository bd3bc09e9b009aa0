/** Too much is under way, Luotsi is stopping, or whose it is is not known yet: nothing was done, so Slack is not told that it arrived and sends it again. */
export class NotNow extends Error {
  override readonly name = "NotNow";
  /** The log tells of the cause by itself: no line for each event. */
  readonly said: boolean;
  constructor(why: string, { said = false }: { readonly said?: boolean } = {}) {
    super(why);
    this.said = said;
  }
}

/** Bounds the turns under way and counts them out when Luotsi stops. */
export interface Gate {
  /** Runs a turn, when its time comes; in the order asked. Throws NotNow when too many wait already, or after `close`. */
  run<T>(turn: () => Promise<T>): Promise<T>;
  /** What goes on after an acknowledgement; never rejects outside: failures go to `onError`. It holds up `close`, and no turn. */
  after(work: () => Promise<void>): void;
  /** Takes nothing new and resolves when turns and what came after them are done. */
  close(): Promise<void>;
}

export interface GateOptions {
  /** Turns under way at once. */
  readonly atOnce: number;
  /** Turns that wait at most; more are refused. */
  readonly waiting: number;
  readonly onError: (error: unknown) => void;
}

export function createGate({ atOnce, waiting, onError }: GateOptions): Gate {
  const queue: (() => void)[] = [];
  const afterwards = new Set<Promise<void>>();
  let running = 0;
  let closed = false;
  let idle: (() => void) | undefined;

  const leave = (): void => {
    const next = queue.shift();
    if (next) next();
    else running -= 1;
    if (running === 0) idle?.();
  };
  const enter = (): Promise<void> | undefined => {
    if (running < atOnce) {
      running += 1;
      return undefined;
    }
    return new Promise((resolve) => queue.push(resolve));
  };

  return {
    run: async (turn) => {
      if (closed) throw new NotNow("Luotsi is stopping");
      if (queue.length >= waiting) throw new NotNow(`${waiting} turns wait already`);
      await enter();
      try {
        return await turn();
      } finally {
        leave();
      }
    },
    after: (work) => {
      const done = work()
        .catch(onError)
        .finally(() => afterwards.delete(done));
      afterwards.add(done);
    },
    close: async () => {
      closed = true;
      if (running > 0)
        await new Promise<void>((resolve) => {
          idle = resolve;
        });
      while (afterwards.size > 0) await Promise.all(afterwards);
    },
  };
}

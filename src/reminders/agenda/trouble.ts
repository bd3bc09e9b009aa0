export interface ClockLog {
  warn(fields: object, text: string): void;
  error(fields: object, text: string): void;
}

/** Tells of a trouble when it begins and when it is over, not each time that it shows meanwhile. */
export interface Trouble {
  readonly failed: (error: unknown) => void;
  /** Does a work that ends the trouble when nothing fails while it is done. Never throws. */
  during(work: () => Promise<void>): Promise<void>;
}

export function troubleOf(log: ClockLog): Trouble {
  let failures = 0;
  const failed = (error: unknown) => {
    failures += 1;
    if (failures === 1) log.error({ err: error }, "the clock's tick failed; it comes again");
  };
  return {
    failed,
    async during(work) {
      const before = failures;
      try {
        await work();
      } catch (error) {
        return failed(error);
      }
      if (before === 0 || failures > before) return;
      log.warn({ failures }, "the clock ticks again");
      failures = 0;
    },
  };
}

export interface ClockLog {
  warn(fields: object, text: string): void;
  error(fields: object, text: string): void;
}

/** Tells of a trouble when it begins and when it is over, not each time that it shows meanwhile. */
export interface Trouble {
  readonly failed: (error: unknown) => void;
  readonly over: () => void;
}

export function troubleOf(log: ClockLog): Trouble {
  let failures = 0;
  return {
    failed: (error) => {
      failures += 1;
      if (failures === 1) log.error({ err: error }, "the clock's tick failed; it comes again");
    },
    over: () => {
      if (failures > 0) log.warn({ failures }, "the clock ticks again");
      failures = 0;
    },
  };
}

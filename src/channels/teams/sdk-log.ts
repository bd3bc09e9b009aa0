interface Log {
  warn(fields: object, text: string): void;
}

/**
 * What the SDK logs, as far as it may be: errors and warnings, of which only texts and the messages of errors are kept. The rest is left out, since at
 * "debug" the SDK writes whole activities, and its errors carry the request with its token. What it says while somebody listens they hear instead, and may
 * say it in one line; all of those who listen just then, for telling whose it is (AsyncLocalStorage) costs every promise of the process a tenth on Node 20.
 */
export function createSdkLog(log: Log) {
  const listening = new Set<unknown[]>();
  const keep = (...said: readonly unknown[]) => {
    for (const heard of listening) heard.push(...said);
    if (listening.size === 0) log.warn({ sdk: sdkText(said) }, "from the Teams SDK");
  };
  const leaveOut = () => undefined;
  const logger = {
    error: keep,
    warn: keep,
    info: leaveOut,
    debug: leaveOut,
    trace: leaveOut,
    log: (level: string, ...said: readonly unknown[]) => {
      if (level === "error" || level === "warn") keep(...said);
    },
    child: () => logger,
  };
  return {
    logger,
    /** Puts what is said into `heard` until the work is done. */
    listen: async <T>(heard: unknown[], work: () => Promise<T>): Promise<T> => {
      listening.add(heard);
      try {
        return await work();
      } finally {
        listening.delete(heard);
      }
    },
  };
}

export type SdkLog = ReturnType<typeof createSdkLog>;

export function sdkText(said: readonly unknown[]): string {
  const texts = said.flatMap((one) => (typeof one === "string" ? one : one instanceof Error ? errorText(one) : []));
  return texts.join(" ").slice(0, 500);
}

/** An error of the network may have a code and no message. */
function errorText(error: Error): string {
  return error.message || String(Reflect.get(error, "code") ?? error.name);
}

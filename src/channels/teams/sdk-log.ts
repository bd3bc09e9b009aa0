interface Log {
  warn(fields: object, text: string): void;
}

/**
 * What the SDK logs, as far as it may be: errors and warnings, of which only texts and the messages of errors are kept. The rest is left out, since at
 * "debug" the SDK writes whole activities, and its errors carry the request with its token.
 */
export function sdkLog(log: Log) {
  const keep = (...said: readonly unknown[]) => {
    const texts = said.flatMap((one) => (typeof one === "string" ? one : one instanceof Error ? one.message : []));
    log.warn({ sdk: texts.join(" ").slice(0, 500) }, "from the Teams SDK");
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
  return logger;
}

import { AsyncLocalStorage } from "node:async_hooks";

interface Log {
  warn(fields: object, text: string): void;
}

/**
 * What the SDK logs, as far as it may be: errors and warnings, of which only texts and the messages of errors are kept. The rest is left out, since at
 * "debug" the SDK writes whole activities, and its errors carry the request with its token. What it says while `listen` does its work is put into
 * `heard` instead, so that whoever asked may say it in one line.
 */
export function createSdkLog(log: Log) {
  const listening = new AsyncLocalStorage<unknown[] | undefined>();
  const keep = (...said: readonly unknown[]) => {
    const heard = listening.getStore();
    if (heard) heard.push(...said);
    else log.warn({ sdk: sdkText(said) }, "from the Teams SDK");
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
    /** Undefined: what is said in this work is logged, also where somebody listens around it. */
    listen: <T>(heard: unknown[] | undefined, work: () => T): T => listening.run(heard, work),
  };
}

export function sdkText(said: readonly unknown[]): string {
  const texts = said.flatMap((one) => (typeof one === "string" ? one : one instanceof Error ? errorText(one) : []));
  return texts.join(" ").slice(0, 500);
}

/** An error of the network may have a code and no message. */
function errorText(error: Error): string {
  return error.message || String(Reflect.get(error, "code") ?? error.name);
}

import { expect } from "vitest";

/** Asks again until the expectation holds: generously, since the machine may be busy with other tests. */
export function soon<Value>(get: () => Value) {
  return expect.poll(get, { timeout: 10_000, interval: 40 });
}

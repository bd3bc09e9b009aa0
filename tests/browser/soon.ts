import { expect } from "vitest";

/** Asks again until the expectation holds. */
export function soon<Value>(get: () => Value) {
  return expect.poll(get, { interval: 40 });
}

import { expect, test } from "vitest";
import { createGate, NotNow } from "../../../../src/channels/slack/receive/door/gate.ts";

function held() {
  let release: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { done, release };
}

test("turns begin in the order in which they came, and too many are refused", async () => {
  const gate = createGate({ atOnce: 1, waiting: 2, onError: () => undefined });
  const first = held();
  const begun: number[] = [];
  const turn = (nth: number, until: Promise<void> = Promise.resolve()) =>
    gate.run(async () => {
      begun.push(nth);
      await until;
    });
  const all = [turn(1, first.done), turn(2), turn(3)];
  await expect(turn(4)).rejects.toBeInstanceOf(NotNow);
  expect(begun).toEqual([1]);
  first.release();
  await Promise.all(all);
  expect(begun).toEqual([1, 2, 3]);
  await turn(5);
  expect(begun).toEqual([1, 2, 3, 5]);
});

test("a turn that fails makes room for the next one", async () => {
  const gate = createGate({ atOnce: 1, waiting: 1, onError: () => undefined });
  const failed = gate.run(() => Promise.reject(new Error("no")));
  const next = gate.run(() => Promise.resolve("yes"));
  await expect(failed).rejects.toThrow("no");
  expect(await next).toBe("yes");
});

test("closing waits for what goes on after a turn, and hears of what fails there", async () => {
  const errors: unknown[] = [];
  const gate = createGate({ atOnce: 1, waiting: 1, onError: (error) => errors.push(error) });
  const work = held();
  await gate.run(() => {
    gate.after(() => work.done);
    gate.after(() => Promise.reject(new Error("lost")));
    return Promise.resolve();
  });
  let closed = false;
  const closing = gate.close().then(() => {
    closed = true;
  });
  await expect(gate.run(() => Promise.resolve())).rejects.toBeInstanceOf(NotNow);
  expect(closed).toBe(false);
  work.release();
  await closing;
  expect(errors).toEqual([new Error("lost")]);
});

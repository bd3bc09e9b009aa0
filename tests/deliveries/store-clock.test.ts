import { expect, it } from "vitest";
import { storeClock } from "../../src/deliveries/store-clock.ts";

function aClock(theirs: (asked: number) => number | undefined) {
  const errors: object[] = [];
  const box = { now: 1_000_000, asked: 0, answerMs: 0 };
  const clock = storeClock({
    store: {
      serverTime: () => {
        const time = theirs(box.now);
        box.asked += 1;
        box.now += box.answerMs;
        return Promise.resolve(time);
      },
    },
    now: () => box.now,
    log: { error: (fields) => errors.push(fields) },
  });
  return { clock, box, errors };
}

it("is this process's own where the store has none", async () => {
  const { clock, box } = aClock(() => undefined);
  expect(await clock.isRight()).toBe(true);
  expect(clock.now()).toBe(box.now);
});

it("follows the database's, looking about once a minute", async () => {
  const { clock, box, errors } = aClock((asked) => asked - 4_000);
  expect(await clock.isRight()).toBe(true);
  expect(clock.now()).toBe(box.now - 4_000);
  box.now += 59_000;
  await clock.isRight();
  expect(box.asked).toBe(1);
  box.now += 1_000;
  await clock.isRight();
  expect(box.asked).toBe(2);
  expect(errors).toEqual([]);
});

it("is not right when it differs by more than five seconds, which is told at each look, until it is mended", async () => {
  let aheadMs = -20_000;
  const { clock, box, errors } = aClock((asked) => asked - aheadMs);
  expect([await clock.isRight(), await clock.isRight()]).toEqual([false, false]);
  expect(errors).toEqual([{ aheadSeconds: -20 }]);
  aheadMs = 0;
  box.now += 60_000;
  expect(await clock.isRight()).toBe(true);
});

it("does not judge by an answer that took too long to tell when it was given", async () => {
  const { clock, box, errors } = aClock((asked) => asked - 20_000);
  box.answerMs = 30_000;
  expect(await clock.isRight()).toBe(true);
  box.answerMs = 0;
  expect(await clock.isRight()).toBe(false);
  expect(errors).toHaveLength(1);
});

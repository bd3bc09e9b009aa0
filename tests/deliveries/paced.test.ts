import { expect, it } from "vitest";
import { paced } from "../../src/deliveries/paced.ts";

/** A clock that moves when it is told. */
function clock() {
  let time = 0;
  const waiting: { readonly at: number; readonly wake: () => void }[] = [];
  return {
    now: () => time,
    wait: (milliseconds: number) =>
      new Promise<void>((wake) => {
        waiting.push({ at: time + milliseconds, wake });
      }),
    passes: (milliseconds: number) => {
      time += milliseconds;
      for (const { at, wake } of waiting) if (at <= time) wake();
    },
  };
}

it("runs the first at once, and of those that come meanwhile the latest, when its time has come, for all of them", async () => {
  const { now, wait, passes } = clock();
  const pace = paced({ everyMs: 3_000, now, wait });
  const ran: string[] = [];
  const work = (name: string) => () => {
    ran.push(name);
    return Promise.resolve();
  };
  await pace("home jari", work("a"));
  passes(1_000);
  const later = [pace("home jari", work("b")), pace("home jari", work("c"))];
  await pace("home satu", work("d"));
  expect(ran).toEqual(["a", "d"]);
  passes(2_000);
  await Promise.all(later);
  expect(ran).toEqual(["a", "d", "c"]);
  const again = pace("home jari", work("e"));
  passes(3_000);
  await again;
  expect(ran).toEqual(["a", "d", "c", "e"]);
});

it("runs at once what must not wait, and the rest when its time has come", async () => {
  const { now, wait, passes } = clock();
  const pace = paced({ everyMs: 3_000, now, wait });
  const ran: string[] = [];
  const work = (name: string) => () => {
    ran.push(name);
    return Promise.resolve();
  };
  await pace("home jari", work("drawn"));
  const later = pace("home jari", work("others' change"));
  passes(1_000);
  await pace("home jari", work("tapped"), { atOnce: true });
  await pace("home jari", work("tapped again"), { atOnce: true });
  expect(ran).toEqual(["drawn", "tapped", "tapped again"]);
  passes(2_000);
  await later;
  expect(ran.at(-1)).toBe("others' change");
});

it("tells everyone who shared it that it failed, and runs the next", async () => {
  const { now, wait, passes } = clock();
  const pace = paced({ everyMs: 3_000, now, wait });
  await pace("card", () => Promise.resolve());
  const failing = () => Promise.reject(new Error("away"));
  const both = Promise.allSettled([pace("card", failing), pace("card", failing)]);
  passes(3_000);
  expect((await both).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  passes(3_000);
  await pace("card", () => Promise.resolve());
});

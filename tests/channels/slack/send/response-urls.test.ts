import { expect, it } from "vitest";
import { createResponseUrls } from "../../../../src/channels/slack/send/response-urls.ts";

const MINUTE = 60_000;

it("gives a tapped message's URL five times", () => {
  const urls = createResponseUrls(() => 0);
  urls.note("C1/1.1", "one");
  expect(Array.from({ length: 6 }, () => urls.take("C1/1.1"))).toEqual(["one", "one", "one", "one", "one", undefined]);
});

it("gives it for half an hour at most, and the newest tap's rather than an older one's", () => {
  let now = 0;
  const urls = createResponseUrls(() => now);
  urls.note("C1/1.1", "one");
  now = 20 * MINUTE;
  urls.note("C1/1.1", "two");
  now = 45 * MINUTE;
  expect(urls.take("C1/1.1")).toBe("two");
  now = 50 * MINUTE;
  expect(urls.take("C1/1.1")).toBeUndefined();
});

it("forgets the oldest when there are many, and what did not work", () => {
  const urls = createResponseUrls(() => 0, 2);
  for (const nth of [1, 2, 3]) urls.note(`C1/${nth}.1`, String(nth));
  urls.drop("C1/3.1");
  expect([1, 2, 3].map((nth) => urls.take(`C1/${nth}.1`))).toEqual([undefined, "2", undefined]);
});

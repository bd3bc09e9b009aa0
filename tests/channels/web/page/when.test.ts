import { expect, test } from "vitest";
import { cityOf, clockOf } from "../../../../src/channels/web/page/state/when.ts";
import { pageWords } from "../../../../src/channels/web/page/state/words.ts";

const at = Date.UTC(2026, 11, 2, 22, 5);
const day = 24 * 60 * 60_000;

test("times stand in the person's own time zone and manner", () => {
  const helsinki = clockOf("fi", "Europe/Helsinki", pageWords("fi"));
  const london = clockOf("en", "Europe/London", pageWords("en"));
  expect(helsinki.time(at)).toBe("0.05");
  expect(london.time(at)).toBe("22:05");
  expect(helsinki.day(at)).toBe("2026-12-03");
  expect(london.day(at)).toBe("2026-12-02");
});

test("days are named by how near they are", () => {
  const clock = clockOf("fi", "Europe/Helsinki", pageWords("fi"));
  expect(clock.dayName(at, at)).toBe("Tänään");
  expect(clock.dayName(at, at + day)).toBe("Eilen");
  expect(clock.dayName(at, at + 9 * day)).toBe("torstai 3.12.2026");
  const english = clockOf("en", "Europe/London", pageWords("en"));
  expect(english.dayName(at, at + 9 * day)).toBe("Wednesday 2 December 2026");
});

test("a time zone is known by its city", () => {
  expect(cityOf("Europe/Helsinki")).toBe("Helsinki");
  expect(cityOf("America/New_York")).toBe("New York");
});

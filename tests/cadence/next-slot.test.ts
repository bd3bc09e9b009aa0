import { expect, test } from "vitest";
import { LATEST_MS, nextSlot } from "../../src/cadence/next-slot.ts";
import type { Rhythm } from "../../src/cadence/weekly-slot.ts";
import { weeklySlot } from "../../src/cadence/weekly-slot.ts";
import { closedDays, type IsClosed } from "../../src/calendar/closed-days.ts";
import { fc } from "../support/properties.ts";
import { ZONES } from "./wall-clock.ts";

const HOUR_MS = 3_600_000;
const open: IsClosed = () => false;
const mondays: Rhythm = { weekday: 1, hour: 9, timeZone: "Europe/Helsinki" };
const at = (text: string) => Date.parse(text);
const next = (now: string, settled: string | null, rhythm = mondays, since = 0) =>
  nextSlot(rhythm, open, { settled, since }, at(now));

test("the next slot is the first of a week that is not settled", () => {
  expect(next("2027-02-03T12:00:00Z", "2027-W05")).toMatchObject({ week: "2027-W06", day: "2027-02-08" });
  expect(next("2027-02-03T12:00:00Z", null)).toMatchObject({ week: "2027-W06" });
  expect(next("2027-02-08T06:59:00Z", "2027-W05")).toMatchObject({ week: "2027-W06" });
});

test("a slot that was missed is still kept for less than a day, and then folded into the next", () => {
  expect(next("2027-02-09T06:59:59Z", "2027-W05")).toMatchObject({ week: "2027-W06" });
  expect(next("2027-02-09T07:00:00Z", "2027-W05")).toMatchObject({ week: "2027-W07" });
  expect(next("2027-03-31T05:59:00Z", "2027-W12")).toMatchObject({ week: "2027-W13", day: "2027-03-30" });
  expect(next("2027-03-31T06:00:00Z", "2027-W12")).toMatchObject({ week: "2027-W14" });
});

test("a holiday moved the slot into the next week: it is found there, and settled by the name of its own", () => {
  const fridays = { ...mondays, weekday: 5 };
  expect(next("2027-01-04T08:00:00Z", "2026-W52", fridays)).toMatchObject({ week: "2026-W53", day: "2027-01-04" });
  expect(next("2027-01-04T08:00:00Z", "2026-W53", fridays)).toMatchObject({ week: "2027-W01", day: "2027-01-08" });
});

test("new settings begin with the next unsent week, and owe nothing from before them", () => {
  const tuesday = "2027-02-09T10:00:00Z";
  const wednesdays = { ...mondays, weekday: 3 };
  expect(next(tuesday, "2027-W06", wednesdays, at(tuesday))).toMatchObject({ week: "2027-W07", day: "2027-02-17" });
  expect(next(tuesday, "2027-W05", wednesdays, at(tuesday))).toMatchObject({ week: "2027-W06", day: "2027-02-10" });
  const early = { ...mondays, hour: 14 };
  expect(next(tuesday, "2027-W05", early, at(tuesday))).toMatchObject({ week: "2027-W07" });
});

test("after closed weeks comes the first week back, and where everything is closed there is none", () => {
  const slot = nextSlot(mondays, closedDays(), { settled: "2027-W27", since: 0 }, at("2027-07-15T12:00:00Z"));
  expect(slot).toMatchObject({ week: "2027-W32", day: "2027-08-09" });
  expect(nextSlot(mondays, () => true, { settled: null, since: 0 }, at("2027-07-15T12:00:00Z"))).toBeUndefined();
});

test("whoever looks often enough keeps each week's slot once, in order, with settings changed, pauses and closed weeks", () => {
  const rhythms = fc.record({
    weekday: fc.integer({ min: 1, max: 7 }),
    hour: fc.integer({ min: 0, max: 23 }),
    timeZone: fc.constantFrom(...ZONES),
  });
  const steps = fc.array(
    fc.oneof(
      {
        weight: 8,
        arbitrary: fc.record({ kind: fc.constant("passes" as const), hours: fc.integer({ min: 1, max: 23 }) }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant("away" as const), hours: fc.integer({ min: 24, max: 900 }) }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant("sets" as const), rhythm: rhythms }) },
    ),
    { minLength: 20, maxLength: 200 },
  );
  fc.assert(
    fc.property(rhythms, steps, fc.boolean(), (first, all, holidays) => {
      const isClosed = holidays ? closedDays() : open;
      let rhythm = first;
      let now = at("2027-02-01T00:00:00Z");
      let since = now;
      let settled: string | null = null;
      let longest = 0;
      for (const step of all) {
        if (step.kind === "sets") {
          rhythm = step.rhythm;
          since = now;
          continue;
        }
        now += step.hours * HOUR_MS;
        longest = step.hours;
        const slot = nextSlot(rhythm, isClosed, { settled, since }, now);
        if (!slot) throw new Error("there is no slot");
        expect(slot).toEqual(weeklySlot(slot.week, rhythm, isClosed));
        expect(slot.at).toBeGreaterThan(now - LATEST_MS);
        if (slot.at > now) continue;
        expect(slot.week > (settled ?? "")).toBe(true);
        expect(isClosed(slot.day)).toBe(false);
        if (longest < 24) expect(now - slot.at).toBeLessThan(LATEST_MS);
        settled = slot.week;
      }
    }),
    { numRuns: 50 },
  );
});

test("nobody who is looked at within a day misses a week", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 0, max: 23 }),
      fc.constantFrom(...ZONES),
      fc.integer({ min: 1, max: 23 }),
      (weekday, hour, timeZone, everyHours) => {
        const kept: string[] = [];
        let settled: string | null = null;
        const since = at("2027-01-01T00:00:00Z");
        for (let now = since; now < at("2028-01-15T00:00:00Z"); now += everyHours * HOUR_MS) {
          const slot = nextSlot({ weekday, hour, timeZone }, open, { settled, since }, now);
          if (!slot || slot.at > now) continue;
          settled = slot.week;
          kept.push(slot.week);
        }
        expect(new Set(kept).size).toBe(kept.length);
        expect(kept.filter((week) => week.startsWith("2027"))).toHaveLength(52);
      },
    ),
    { numRuns: 4 },
  );
});

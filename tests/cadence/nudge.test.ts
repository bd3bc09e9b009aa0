import { expect, test } from "vitest";
import { nudgeFor } from "../../src/cadence/nudge.ts";
import { type Rhythm, weeklySlot } from "../../src/cadence/weekly-slot.ts";
import { closedDays, type IsClosed } from "../../src/calendar/closed-days.ts";
import { addDays } from "../../src/calendar/iso-date.ts";
import { isWorkingDay } from "../../src/calendar/working-day.ts";
import { fc } from "../support/properties.ts";
import { allWeeks, isoWeekOf, wallClock, ZONES } from "./wall-clock.ts";

const open: IsClosed = () => false;
const mondays: Rhythm = { weekday: 1, hour: 9, timeZone: "Europe/Helsinki" };
const WEEKS = allWeeks();

test("what is due is told at the person's hour of that day", () => {
  expect(nudgeFor("2027-02-10", mondays, open)).toEqual({
    kind: "nudge",
    day: "2027-02-10",
    at: Date.parse("2027-02-10T07:00:00Z"),
  });
});

test("what is due on a weekend or a holiday is told on the next working day", () => {
  const wednesdays = { ...mondays, weekday: 3 };
  expect(nudgeFor("2027-02-13", wednesdays, open)).toMatchObject({ kind: "nudge", day: "2027-02-15" });
  expect(nudgeFor("2027-03-26", wednesdays, open)).toMatchObject({ kind: "nudge", day: "2027-03-30" });
});

test("on the day of the weekly message that one tells it, also where it was moved", () => {
  expect(nudgeFor("2027-02-08", mondays, open)).toEqual({ kind: "folded", week: "2027-W06" });
  expect(nudgeFor("2027-02-14", mondays, open)).toEqual({ kind: "folded", week: "2027-W07" });
  expect(nudgeFor("2027-03-30", mondays, open)).toEqual({ kind: "folded", week: "2027-W13" });
  expect(nudgeFor("2027-01-04", { ...mondays, weekday: 5 }, open)).toEqual({ kind: "folded", week: "2026-W53" });
});

test("in closed weeks nothing is told", () => {
  expect(nudgeFor("2027-07-20", mondays, closedDays())).toEqual({ kind: "closed" });
  expect(nudgeFor("2027-07-11", mondays, closedDays())).toEqual({ kind: "closed" });
  expect(nudgeFor("2027-08-10", mondays, closedDays())).toMatchObject({ kind: "nudge" });
});

test("a nudge is on an open working day at its hour, and never on the day of a weekly message", () => {
  const dates = fc.integer({ min: 0, max: 5 * 365 }).map((nth) => addDays("2026-01-01", nth));
  fc.assert(
    fc.property(
      dates,
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 0, max: 23 }),
      fc.constantFrom(...ZONES),
      (due, weekday, hour, timeZone) => {
        const rhythm = { weekday, hour, timeZone };
        const isClosed = closedDays();
        const nudge = nudgeFor(due, rhythm, isClosed);
        if (nudge.kind !== "nudge") return;
        expect(isWorkingDay(nudge.day) && !isClosed(nudge.day)).toBe(true);
        expect(nudge.day >= due).toBe(true);
        expect(wallClock(nudge.at, timeZone)).toMatchObject({ date: nudge.day, hour, rest: ":00:00" });
        const at = WEEKS.indexOf(isoWeekOf(nudge.day));
        const near = WEEKS.slice(Math.max(0, at - 3), at + 3);
        expect(near.filter((week) => weeklySlot(week, rhythm, isClosed)?.day === nudge.day)).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});

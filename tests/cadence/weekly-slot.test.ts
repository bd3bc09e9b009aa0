import { describe, expect, test } from "vitest";
import { type Rhythm, type Slot, weeklySlot } from "../../src/cadence/weekly-slot.ts";
import { closedDays, type IsClosed } from "../../src/calendar/closed-days.ts";
import { addDays } from "../../src/calendar/iso-date.ts";
import { isHoliday, isWorkingDay } from "../../src/calendar/working-day.ts";
import { fc } from "../support/properties.ts";
import { allWeeks, isoWeekOf, wallClock, ZONES } from "./wall-clock.ts";

const HELSINKI = "Europe/Helsinki";
const HOUR_MS = 3_600_000;
const open: IsClosed = () => false;
const WEEKS = allWeeks();
const weekly = (weekday: number, hour: number, timeZone: string = HELSINKI): Rhythm => ({ weekday, hour, timeZone });
const utc = (slot: Slot | undefined) => slot && new Date(slot.at).toISOString();
const inWeek = (day: string, week: string) => isoWeekOf(day) === week;

/** At that hour by the wall; where the clock skips it, at the first moment after; where it shows it twice, the first time. */
function expectHour({ at, day }: Slot, { hour, timeZone }: Rhythm): void {
  const shown = wallClock(at, timeZone);
  expect(shown.date).toBe(day);
  expect(shown.rest).toBe(":00:00");
  if (shown.hour !== hour) expect(wallClock(at - 1, timeZone).hour).toBe(hour === 0 ? 23 : hour - 1);
  else expect({ ...wallClock(at - HOUR_MS, timeZone), hour: "before" }).not.toMatchObject({ date: day, hour });
  if (shown.hour === hour && hour > 0) expect(wallClock(at - HOUR_MS, timeZone).hour).not.toBe(hour);
}

describe("the slot of a week", () => {
  test("is the weekday and hour by the person's own clock, over both changes of the clock in 2027", () => {
    expect(utc(weeklySlot("2027-W12", weekly(1, 9), open))).toBe("2027-03-22T07:00:00.000Z");
    expect(utc(weeklySlot("2027-W14", weekly(1, 9), open))).toBe("2027-04-05T06:00:00.000Z");
    expect(utc(weeklySlot("2027-W43", weekly(1, 9), open))).toBe("2027-10-25T06:00:00.000Z");
    expect(utc(weeklySlot("2027-W44", weekly(1, 9), open))).toBe("2027-11-01T07:00:00.000Z");
    expect(utc(weeklySlot("2027-W12", weekly(1, 7, "America/New_York"), open))).toBe("2027-03-22T11:00:00.000Z");
  });

  test("an hour that the clock skips is the first moment after it, one that it shows twice is the first of the two", () => {
    expect(utc(weeklySlot("2027-W10", weekly(7, 2, "America/New_York"), open))).toBe("2027-03-14T07:00:00.000Z");
    expect(utc(weeklySlot("2027-W43", weekly(7, 3), open))).toBe("2027-10-31T00:00:00.000Z");
    expect(utc(weeklySlot("2027-W44", weekly(7, 1, "America/New_York"), open))).toBe("2027-11-07T05:00:00.000Z");
  });

  test("on a public holiday it is the next working day, and still belongs to its week", () => {
    expect(weeklySlot("2027-W13", weekly(1, 9), open)).toMatchObject({ week: "2027-W13", day: "2027-03-30" });
    expect(weeklySlot("2026-W53", weekly(5, 9), open)).toMatchObject({ week: "2026-W53", day: "2027-01-04" });
    expect(weeklySlot("2026-W52", weekly(4, 9), open)).toMatchObject({ week: "2026-W52", day: "2026-12-28" });
    expect(weeklySlot("2027-W25", weekly(5, 9), open)).toMatchObject({ week: "2027-W25", day: "2027-06-28" });
  });

  test("a weekend day that somebody chose is kept, unless it is a public holiday", () => {
    expect(weeklySlot("2027-W15", weekly(7, 18), open)).toMatchObject({ day: "2027-04-18" });
    expect(weeklySlot("2027-W12", weekly(7, 18), open)).toMatchObject({ week: "2027-W12", day: "2027-03-30" });
  });

  test("in closed weeks there is none; in a week that is closed in part it waits for the first open day", () => {
    const july = closedDays();
    for (const week of ["2027-W28", "2027-W29", "2027-W30", "2027-W31"])
      for (const weekday of [1, 5, 7]) expect(weeklySlot(week, weekly(weekday, 9), july)).toBeUndefined();
    expect(weeklySlot("2027-W32", weekly(1, 9), july)).toMatchObject({ day: "2027-08-09" });
    const christmas = closedDays({ ranges: [{ from: "2026-12-24", to: "2027-01-06" }], through: 2027 });
    expect(weeklySlot("2026-W52", weekly(4, 9), christmas)).toBeUndefined();
    expect(weeklySlot("2026-W53", weekly(1, 9), christmas)).toBeUndefined();
    expect(weeklySlot("2027-W01", weekly(1, 9), christmas)).toMatchObject({ day: "2027-01-07" });
    expect(weeklySlot("2027-W01", weekly(5, 9), christmas)).toMatchObject({ day: "2027-01-08" });
  });

  test("a holiday at the edge of closed days is not told inside them", () => {
    const week = closedDays({ ranges: [{ from: "2027-03-29", to: "2027-04-04" }], through: 2027 });
    expect(weeklySlot("2027-W12", weekly(5, 9), week)).toBeUndefined();
  });
});

describe("from 2026 to 2030, in five zones, whatever is set", () => {
  const rhythms = fc.record({
    weekday: fc.integer({ min: 1, max: 7 }),
    hour: fc.integer({ min: 0, max: 23 }),
    timeZone: fc.constantFrom(...ZONES),
  });
  const days = fc.integer({ min: 0, max: 5 * 365 }).map((nth) => addDays("2026-01-01", nth));
  const ranges = fc.array(
    fc.tuple(days, fc.integer({ min: 0, max: 40 })).map(([from, more]) => ({ from, to: addDays(from, more) })),
    { maxLength: 6 },
  );
  const closures = fc.option(fc.record({ ranges, through: fc.integer({ min: 2025, max: 2030 }) }), { nil: undefined });

  test("every week has exactly one slot where nothing is closed: at its hour, never two in one week, each after the last", () => {
    fc.assert(
      fc.property(rhythms, (rhythm) => {
        let last = 0;
        for (const week of WEEKS) {
          const slot = weeklySlot(week, rhythm, open);
          if (!slot) throw new Error(`${week} has no slot`);
          expect(slot.week).toBe(week);
          expect(slot.at).toBeGreaterThan(last);
          last = slot.at;
          expectHour(slot, rhythm);
          expect(isHoliday(slot.day)).toBe(false);
          if (rhythm.weekday <= 5) expect(isWorkingDay(slot.day)).toBe(true);
        }
      }),
      { numRuns: 12 },
    );
  });

  test("every hour of every weekday around both changes of the clock in 2027", () => {
    const changes = ["2027-W10", "2027-W11", "2027-W12", "2027-W13", "2027-W38", "2027-W39", "2027-W43", "2027-W44"];
    for (const timeZone of ZONES)
      for (const week of changes)
        for (let hour = 0; hour < 24; hour++)
          for (let weekday = 1; weekday <= 7; weekday++) {
            const rhythm = { weekday, hour, timeZone };
            const slot = weeklySlot(week, rhythm, open);
            if (!slot) throw new Error(`${week} has no slot`);
            expectHour(slot, rhythm);
          }
  });

  test("no slot is on a closed day, none is lost where its week has an open working day left, and each comes after the last", () => {
    fc.assert(
      fc.property(rhythms, closures, (rhythm, said) => {
        const isClosed = closedDays(said);
        let last = 0;
        for (const week of WEEKS) {
          const slot = weeklySlot(week, rhythm, isClosed);
          const unclosed = weeklySlot(week, rhythm, open);
          if (!unclosed) throw new Error(`${week} has no slot`);
          if (slot) {
            expect(isClosed(slot.day)).toBe(false);
            expect(slot.at).toBeGreaterThan(last);
            last = slot.at;
            expectHour(slot, rhythm);
            if (slot.day !== unclosed.day) expect(inWeek(slot.day, week)).toBe(true);
          } else {
            const left = Array.from({ length: 7 }, (_, nth) => addDays(unclosed.day, nth)).filter((day) =>
              inWeek(day, week),
            );
            expect(left.filter((day) => isWorkingDay(day) && !isClosed(day))).toEqual([]);
          }
        }
      }),
      { numRuns: 15 },
    );
  });
});

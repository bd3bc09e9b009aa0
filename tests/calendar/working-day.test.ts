import { expect, test } from "vitest";
import { addDays } from "../../src/calendar/iso-date.ts";
import { addWorkingDays, isWorkingDay } from "../../src/calendar/working-day.ts";
import { fc } from "../support/properties.ts";

const dates = fc
  .date({ min: new Date("2024-01-01"), max: new Date("2040-12-31"), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

test.each([
  ["2026-01-01", "New Year's Day"],
  ["2026-01-06", "Epiphany"],
  ["2026-04-03", "Good Friday"],
  ["2026-04-06", "Easter Monday"],
  ["2026-05-01", "May Day"],
  ["2026-05-14", "Ascension Day"],
  ["2026-06-19", "Midsummer Eve"],
  ["2027-06-25", "Midsummer Eve"],
  ["2026-12-24", "Christmas Eve"],
  ["2026-12-25", "Christmas Day"],
  ["2027-12-06", "Independence Day"],
  ["2026-11-21", "a Saturday"],
  ["2026-11-22", "a Sunday"],
])("%s is no working day: %s", (date) => {
  expect(isWorkingDay(date)).toBe(false);
});

test.each(["2026-11-23", "2026-12-23", "2026-12-31", "2026-06-18", "2026-05-11"])("%s is a working day", (date) => {
  expect(isWorkingDay(date)).toBe(true);
});

test("working days pass over Christmas, the new year and Epiphany", () => {
  expect(addWorkingDays("2026-12-23", 1)).toBe("2026-12-28");
  expect(addWorkingDays("2026-12-31", 1)).toBe("2027-01-04");
  expect(addWorkingDays("2027-01-05", 1)).toBe("2027-01-07");
  expect(addWorkingDays("2027-01-07", -1)).toBe("2027-01-05");
});

test("no working days on is the day itself, or the next working day", () => {
  expect(addWorkingDays("2026-11-23", 0)).toBe("2026-11-23");
  expect(addWorkingDays("2026-11-21", 0)).toBe("2026-11-23");
});

test("going on lands on a working day, with just as many of them passed, and going back undoes it", () => {
  fc.assert(
    fc.property(dates, fc.integer({ min: 1, max: 30 }), (start, count) => {
      const there = addWorkingDays(start, count);
      expect(isWorkingDay(there)).toBe(true);
      let passed = 0;
      for (let day = addDays(start, 1); day <= there; day = addDays(day, 1)) passed += isWorkingDay(day) ? 1 : 0;
      expect(passed).toBe(count);
      if (isWorkingDay(start)) expect(addWorkingDays(there, -count)).toBe(start);
    }),
  );
});

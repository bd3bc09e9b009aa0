import { DateTime } from "luxon";
import { expect, test } from "vitest";
import { addDays, weekdayOf } from "../../src/calendar/iso-date.ts";
import { addWeeks, dayOfWeek, sundayOf, weekOf } from "../../src/calendar/week.ts";
import { fc } from "../support/properties.ts";

test("weeks are counted as ISO 8601 does, on each day of sixty years", () => {
  for (let nth = 0; nth < 60 * 366; nth += 1) {
    const day = addDays("1999-12-20", nth);
    const known = DateTime.fromISO(day, { zone: "utc" });
    if (
      known.toISODate() !== day ||
      weekOf(day) !== known.toISOWeekDate()?.slice(0, 8) ||
      weekdayOf(day) !== known.weekday ||
      sundayOf(day) !== known.endOf("week").toISODate() ||
      dayOfWeek(weekOf(day), known.weekday) !== day
    )
      throw new Error(`${day} is counted otherwise`);
  }
});

test("so many weeks later is so many Mondays later, over years of 52 and 53 weeks", () => {
  expect(addWeeks("2026-W53", 1)).toBe("2027-W01");
  expect(addWeeks("2027-W01", -1)).toBe("2026-W53");
  fc.assert(
    fc.property(fc.integer({ min: -300, max: 300 }), (weeks) => {
      expect(dayOfWeek(addWeeks("2027-W13", weeks), 1)).toBe(addDays("2027-03-29", weeks * 7));
    }),
  );
});

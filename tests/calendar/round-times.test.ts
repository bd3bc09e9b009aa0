import { expect, test } from "vitest";
import { closedDays } from "../../src/calendar/closed-days.ts";
import { addDays, isoDateIn } from "../../src/calendar/iso-date.ts";
import { momentAt } from "../../src/calendar/moment.ts";
import { closingTime, lookAgainDate, reminderTime } from "../../src/calendar/round-times.ts";
import { addWorkingDays, isWorkingDay } from "../../src/calendar/working-day.ts";
import { fc } from "../support/properties.ts";

const HELSINKI = "Europe/Helsinki";
const HOUR_MS = 3_600_000;
const helsinki = (date: string, hour: number, minute = 0) => momentAt(date, { hour, minute }, HELSINKI);
const closing = (now: number, timeZone = HELSINKI) => closingTime({ now, timeZone, workingDays: 3, hour: 14 });
const utc = (ms: number) => new Date(ms).toISOString();
const moments = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2035, 0, 1) });
const zones = fc.constantFrom(
  "Europe/Helsinki",
  "Europe/London",
  "America/New_York",
  "Asia/Kolkata",
  "Pacific/Auckland",
  "UTC",
);

test("a round closes at 14 on the third working day after today", () => {
  expect(utc(closing(helsinki("2026-11-27", 9)))).toBe("2026-12-02T12:00:00.000Z");
  expect(utc(closing(helsinki("2026-11-23", 9)))).toBe("2026-11-26T12:00:00.000Z");
});

test("closing keeps the clock on the wall across both changes of the clock", () => {
  expect(utc(closing(helsinki("2027-03-26", 9)))).toBe("2027-04-01T11:00:00.000Z");
  expect(utc(closing(helsinki("2026-03-27", 9)))).toBe("2026-04-01T11:00:00.000Z");
  expect(utc(closing(helsinki("2026-10-23", 9)))).toBe("2026-10-28T12:00:00.000Z");
});

test("closing passes over Christmas and the year's end", () => {
  expect(isoDateIn(closing(helsinki("2026-12-22", 9)), HELSINKI)).toBe("2026-12-29");
  expect(isoDateIn(closing(helsinki("2026-12-30", 9)), HELSINKI)).toBe("2027-01-05");
});

test("today is the team's today: late in the evening in Helsinki the day is the one that ends there", () => {
  expect(isoDateIn(closing(helsinki("2026-11-23", 23, 59)), HELSINKI)).toBe("2026-11-26");
  expect(isoDateIn(closing(helsinki("2026-11-24", 0, 1)), HELSINKI)).toBe("2026-11-27");
});

test("the reminder comes at 9 on the working day before the closing", () => {
  expect(
    utc(reminderTime({ opensAt: helsinki("2026-11-27", 9), closesAt: helsinki("2026-12-02", 14), timeZone: HELSINKI })),
  ).toBe("2026-12-01T07:00:00.000Z");
  expect(
    utc(reminderTime({ opensAt: helsinki("2026-11-26", 9), closesAt: helsinki("2026-11-30", 14), timeZone: HELSINKI })),
  ).toBe("2026-11-27T07:00:00.000Z");
});

test("a round that closes soon is reminded three hours before, a very short one half-way", () => {
  const opensAt = helsinki("2026-11-23", 8);
  const remindedAt = (closesAt: number) => reminderTime({ opensAt, closesAt, timeZone: HELSINKI });
  expect(remindedAt(helsinki("2026-11-23", 16))).toBe(helsinki("2026-11-23", 13));
  expect(remindedAt(helsinki("2026-11-24", 8))).toBe(helsinki("2026-11-24", 5));
  expect(remindedAt(helsinki("2026-11-23", 10))).toBe(helsinki("2026-11-23", 9));
});

test("a reminder always falls between opening and closing", () => {
  fc.assert(
    fc.property(moments, fc.integer({ min: 1, max: 60 * 24 * 30 }), zones, (opensAt, minutes, timeZone) => {
      const closesAt = opensAt + minutes * 60_000;
      const at = reminderTime({ opensAt, closesAt, timeZone });
      expect(at).toBeGreaterThan(opensAt);
      expect(at).toBeLessThan(closesAt);
    }),
  );
});

test("closing is always 14 o'clock by the team's wall, on the third working day", () => {
  fc.assert(
    fc.property(moments, zones, (now, timeZone) => {
      const at = closing(now, timeZone);
      const clock = new Intl.DateTimeFormat("en-GB", {
        timeZone,
        hour: "2-digit",
        minute: "2-digit",
        second: "2-digit",
      });
      expect(clock.format(at)).toBe("14:00:00");
      const third = addWorkingDays(isoDateIn(now, timeZone), 3);
      if (third.slice(5) < "07-05" || third.slice(5) > "08-08") expect(isoDateIn(at, timeZone)).toBe(third);
      else expect(isoDateIn(at, timeZone) >= third).toBe(true);
      expect(at).toBeGreaterThan(now + 24 * HOUR_MS);
    }),
  );
});

test("a round started on the eve of the holiday weeks closes on the first working day after them", () => {
  expect(isoDateIn(closing(Date.parse("2027-07-08T09:00:00Z"), "Europe/Helsinki"), "Europe/Helsinki")).toBe(
    "2027-08-09",
  );
  expect(isoDateIn(closing(Date.parse("2027-07-05T09:00:00Z"), "Europe/Helsinki"), "Europe/Helsinki")).toBe(
    "2027-07-08",
  );
});

test("a team looks again three months on, on a working day", () => {
  expect(lookAgainDate("2026-12-15")).toBe("2027-03-15");
  expect(lookAgainDate("2026-09-24")).toBe("2026-12-28");
  expect(lookAgainDate("2026-11-30")).toBe("2027-03-01");
});

test("looking again never falls into weeks 28 to 31, nor on a holiday", () => {
  expect(lookAgainDate("2026-04-10")).toBe("2026-08-03");
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4000 }), (days) => {
      const start = addDays("2024-01-01", days);
      const again = lookAgainDate(start);
      expect(isWorkingDay(again)).toBe(true);
      expect([28, 29, 30, 31]).not.toContain(isoWeek(again));
      expect(again > addDays(start, 86)).toBe(true);
      expect(again < addDays(start, 93 + 29 + 5)).toBe(true);
    }),
  );
});

/** ISO 8601: the week of the year's first Thursday is week 1. */
function isoWeek(date: string): number {
  const day = new Date(`${date}T00:00:00Z`);
  const thursday = new Date(day.getTime() + (4 - (day.getUTCDay() || 7)) * 86_400_000);
  return Math.floor((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / 86_400_000 / 7) + 1;
}

test("what a team has said of its closed weeks counts instead of weeks 28 to 31", () => {
  const early = closedDays({ ranges: [{ from: "2027-06-28", to: "2027-07-18" }], through: 2027 });
  const now = helsinki("2027-06-24", 9);
  const closesAt = closingTime({ now, timeZone: HELSINKI, workingDays: 3, hour: 14, isClosed: early });
  expect(isoDateIn(closesAt, HELSINKI)).toBe("2027-07-19");
  expect(lookAgainDate("2027-04-05", early)).toBe("2027-07-19");
  expect(lookAgainDate("2027-04-20", early)).toBe("2027-07-20");
});

test("no reminder goes out in closed weeks: a round that closes on the first day back is reminded of on that day", () => {
  const opensAt = helsinki("2027-07-08", 9);
  const closesAt = closing(opensAt);
  expect(isoDateIn(closesAt, HELSINKI)).toBe("2027-08-09");
  expect(utc(reminderTime({ opensAt, closesAt, timeZone: HELSINKI }))).toBe("2027-08-09T08:00:00.000Z");
});

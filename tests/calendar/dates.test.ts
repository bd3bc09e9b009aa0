import { expect, test } from "vitest";
import { addDays, isoDateIn } from "../../src/calendar/iso-date.ts";
import { momentAt } from "../../src/calendar/moment.ts";
import { showDate, showDay, showMoment } from "../../src/calendar/show-date.ts";
import { fc } from "../support/properties.ts";

const HELSINKI = "Europe/Helsinki";
const utc = (ms: number) => new Date(ms).toISOString();

test("the date is the one on the zone's wall calendar", () => {
  const lateEvening = Date.parse("2026-12-31T22:30:00Z");
  expect(isoDateIn(lateEvening, HELSINKI)).toBe("2027-01-01");
  expect(isoDateIn(lateEvening, "Europe/London")).toBe("2026-12-31");
  expect(isoDateIn(lateEvening, "America/New_York")).toBe("2026-12-31");
});

test("days are counted on the calendar, over month and year ends and leap days", () => {
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
  expect(addDays("2027-03-01", -1)).toBe("2027-02-28");
});

test("a time that the spring change skips is the one an hour later", () => {
  expect(utc(momentAt("2026-03-29", { hour: 3, minute: 30 }, HELSINKI))).toBe("2026-03-29T01:30:00.000Z");
});

test("a time that the autumn change repeats is the first of the two", () => {
  expect(utc(momentAt("2026-10-25", { hour: 3, minute: 30 }, HELSINKI))).toBe("2026-10-25T00:30:00.000Z");
});

test("a day whose midnight is skipped has its hours all the same", () => {
  expect(utc(momentAt("2026-03-29", { hour: 9 }, "Asia/Beirut"))).toBe("2026-03-29T06:00:00.000Z");
});

test("a moment of a date is on that date in its zone", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 5, max: 23 }), (days, hour) => {
      const date = addDays("2024-01-01", days);
      for (const zone of [HELSINKI, "America/New_York", "Asia/Kolkata"]) {
        expect(isoDateIn(momentAt(date, { hour }, zone), zone)).toBe(date);
      }
    }),
  );
});

test("dates are written as Finns and Britons write them", () => {
  expect(showDate("2026-12-24", "fi")).toBe("24.12.2026");
  expect(showDate("2026-12-24", "en")).toBe("24 Dec 2026");
  expect(showDate("2026-09-03", "fi")).toBe("3.9.2026");
});

test("a day near by stands with its weekday, and with its year only where that is another one", () => {
  const today = { today: "2026-11-22" };
  expect(showDay("2026-12-11", "fi", today)).toBe("pe 11.12.");
  expect(showDay("2026-12-11", "en", today)).toBe("Fri 11 Dec");
  expect(showDay("2027-03-15", "fi", today)).toBe("ma 15.3.2027");
  expect(showDay("2027-03-15", "en", today)).toBe("Mon 15 Mar 2027");
});

test("a moment stands by the clocks of the reader's zone; a Finnish full hour without minutes", () => {
  const now = Date.parse("2026-11-27T08:00:00Z");
  const at = Date.parse("2026-12-02T12:00:00Z");
  expect(showMoment(at, HELSINKI, "fi", { now })).toBe("ke 2.12. klo 14");
  expect(showMoment(at, HELSINKI, "en", { now })).toBe("Wed 2 Dec at 14:00");
  expect(showMoment(at + 5 * 60_000, "Europe/London", "fi", { now })).toBe("ke 2.12. klo 12.05");
  expect(showMoment(Date.parse("2026-12-31T22:30:00Z"), HELSINKI, "fi", { now })).toBe("pe 1.1.2027 klo 0.30");
});

test.each(["ma", "ti", "ke", "to", "pe", "la", "su"])("the week has its Finnish day %s", (name) => {
  const week = Array.from({ length: 7 }, (_, at) => showDay(addDays("2026-11-23", at), "fi", { today: "2026-11-22" }));
  expect(week.filter((day) => day.startsWith(`${name} `))).toHaveLength(1);
});

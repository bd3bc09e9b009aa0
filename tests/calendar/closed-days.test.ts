import { expect, test } from "vitest";
import {
  closedDays,
  closureAhead,
  closureBehind,
  isTimeToAskClosedWeeks,
  nextOpenDay,
  proposedChristmas,
  proposedClosedWeeks,
} from "../../src/calendar/closed-days.ts";
import { addDays } from "../../src/calendar/iso-date.ts";
import { isWorkingDay } from "../../src/calendar/working-day.ts";
import { fc } from "../support/properties.ts";

const said = (through: number, ...ranges: readonly (readonly [string, string])[]) => ({
  through,
  ranges: ranges.map(([from, to]) => ({ from, to })),
});
const nobody = closedDays();
const none = closedDays(said(2030));

test("weeks 28 to 31 are proposed, and Christmas until Epiphany", () => {
  expect(proposedClosedWeeks(2027)).toEqual({ from: "2027-07-12", to: "2027-08-08" });
  expect(proposedClosedWeeks(2026)).toEqual({ from: "2026-07-06", to: "2026-08-02" });
  expect(proposedChristmas(2026)).toEqual({ from: "2026-12-24", to: "2027-01-06" });
});

test("as long as nobody has said anything the proposal holds; what was said holds for the years that it was said of", () => {
  expect([nobody("2027-07-11"), nobody("2027-07-12"), nobody("2027-08-08"), nobody("2027-08-09")]).toEqual([
    false,
    true,
    true,
    false,
  ]);
  const early = closedDays(said(2027, ["2027-06-28", "2027-07-25"], ["2027-12-24", "2028-01-06"]));
  expect([early("2027-06-28"), early("2027-07-26"), early("2027-12-31")]).toEqual([true, false, true]);
  expect([early("2028-01-06"), early("2028-01-07"), early("2028-07-20")]).toEqual([true, false, true]);
  expect(none("2027-07-20")).toBe(false);
});

test("a team's own closed weeks hold instead of the company's, in the years of which the team has said something", () => {
  const company = said(2028, ["2027-07-12", "2027-08-08"], ["2028-07-10", "2028-08-06"]);
  const team = closedDays(said(2027, ["2027-07-05", "2027-08-01"]), company);
  expect([team("2027-07-05"), team("2027-08-02"), team("2028-07-05"), team("2028-07-10")]).toEqual([
    true,
    false,
    false,
    true,
  ]);
});

test("the next open day is a working day that is not closed, and the day itself where it is one", () => {
  expect(nextOpenDay("2027-07-09", nobody)).toBe("2027-07-09");
  expect(nextOpenDay("2027-07-10", nobody)).toBe("2027-08-09");
  expect(nextOpenDay("2027-07-20", none)).toBe("2027-07-20");
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_800 }), (nth) => {
      const day = addDays("2026-01-01", nth);
      const next = nextOpenDay(day, nobody);
      expect(next >= day && isWorkingDay(next) && !nobody(next)).toBe(true);
      for (let between = day; between < next; between = addDays(between, 1))
        expect(isWorkingDay(between) && !nobody(between)).toBe(false);
    }),
  );
  expect(nextOpenDay("2027-07-20", () => true)).toBe("2027-07-20");
});

test("closed weeks are seen two weeks before they begin, until they do", () => {
  const july = { from: "2027-07-12", to: "2027-08-08" };
  expect(closureAhead("2027-06-27", nobody)).toBeUndefined();
  expect(closureAhead("2027-06-28", nobody)).toEqual(july);
  expect(closureAhead("2027-07-11", nobody)).toEqual(july);
  expect(closureAhead("2027-07-12", nobody)).toBeUndefined();
  const day = closedDays(said(2027, ["2027-06-30", "2027-06-30"], ["2027-07-05", "2027-07-18"]));
  expect(closureAhead("2027-06-28", day)).toEqual({ from: "2027-07-05", to: "2027-07-18" });
});

test("one is just back for a week from the first open day after them on, and no longer", () => {
  const july = { from: "2027-07-12", to: "2027-08-08" };
  expect(closureBehind("2027-08-08", nobody)).toBeUndefined();
  expect(closureBehind("2027-08-09", nobody)).toEqual(july);
  expect(closureBehind("2027-08-15", nobody)).toEqual(july);
  expect(closureBehind("2027-08-16", nobody)).toBeUndefined();
  const christmas = closedDays(said(2027, ["2026-12-24", "2027-01-06"]));
  expect(closureBehind("2027-01-07", christmas)).toEqual({ from: "2026-12-24", to: "2027-01-06" });
  expect(closureBehind("2027-01-13", christmas)).toEqual({ from: "2026-12-24", to: "2027-01-06" });
  expect(closureBehind("2027-01-14", christmas)).toBeUndefined();
  const friday = closedDays(said(2027, ["2027-03-15", "2027-03-25"]));
  expect(closureBehind("2027-03-30", friday)).toEqual({ from: "2027-03-15", to: "2027-03-25" });
  expect(closureBehind("2027-03-01", closedDays(said(2027, ["2027-02-26", "2027-02-26"])))).toBeUndefined();
});

test("the admin is asked once a year, in May, from its first working day on", () => {
  expect(isTimeToAskClosedWeeks("2027-04-30", undefined, undefined)).toBe(false);
  expect(isTimeToAskClosedWeeks("2027-05-02", undefined, undefined)).toBe(false);
  expect(isTimeToAskClosedWeeks("2027-05-03", undefined, undefined)).toBe(true);
  expect(isTimeToAskClosedWeeks("2027-05-31", 2026, said(2026))).toBe(true);
  expect(isTimeToAskClosedWeeks("2027-05-31", 2027, undefined)).toBe(false);
  expect(isTimeToAskClosedWeeks("2027-05-31", undefined, said(2027))).toBe(false);
  expect(isTimeToAskClosedWeeks("2027-06-01", undefined, undefined)).toBe(false);
});

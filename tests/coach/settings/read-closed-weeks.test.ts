import { describe, expect, it } from "vitest";
import { closuresSaid, wholeWeeks } from "../../../src/calendar/closures.ts";
import { addDays } from "../../../src/calendar/iso-date.ts";
import { weekOf } from "../../../src/calendar/week.ts";
import { readClosedWeeks } from "../../../src/coach/settings/closed-weeks/read-closed-weeks.ts";
import { words } from "../../../src/text/text.ts";
import { fc } from "../../support/properties.ts";

const read = (said: string, today = "2026-11-23") => {
  const found = readClosedWeeks(said, { today, language: "fi", say: words("fi") });
  if (!found.ok) throw new Error(found.reason);
  return found.value;
};
const day = fc.integer({ min: 0, max: 2_000 }).map((nth) => addDays("2026-01-01", nth));
const week = fc.integer({ min: 1, max: 52 });

describe("closed weeks as they are said", () => {
  it("are the next that are not over, within a year, whenever they are said and over whatever turn of the year", () => {
    fc.assert(
      fc.property(day, week, fc.integer({ min: 0, max: 15 }), (today, first, more) => {
        const last = ((first + more - 1) % 52) + 1;
        const ranges = read(`${first}–${last}`, today).flatMap((one) => one.ranges);
        expect(ranges).toHaveLength(1);
        const [range] = ranges;
        if (!range) return;
        expect(wholeWeeks(range)).toEqual([first, last]);
        expect(range.to >= today).toBe(true);
        expect(range.from <= addDays(today, 372)).toBe(true);
      }),
    );
  });

  it("are those of the year that is named, over or not, and all of that year", () => {
    expect(read("2026: 28–31")).toEqual([
      { year: 2026, ranges: [{ from: "2026-07-06", to: "2026-08-02" }], beside: false },
    ]);
    expect(read("joulu 2027")).toEqual([
      { year: 2027, ranges: [{ from: "2027-12-24", to: "2028-01-06" }], beside: false },
    ]);
  });

  it("stand beside the summer where nothing is said of it, and instead of what they overlap otherwise", () => {
    const said = [read("28–31 ja joulu"), read("52–1"), read("8")].flat();
    const all = said.reduce(
      (standing, one) => closuresSaid([standing], { ...one, thisYear: 2026 }),
      closuresSaid([], { year: 2026, ranges: [], beside: true, thisYear: 2026 }),
    );
    expect(all.through).toBe(2027);
    expect(all.ranges.map(({ from, to }) => `${weekOf(from)} ${weekOf(to)}`)).toEqual([
      "2026-W28 2026-W31",
      "2026-W52 2027-W01",
      "2027-W08 2027-W08",
      "2027-W28 2027-W31",
    ]);
  });
});

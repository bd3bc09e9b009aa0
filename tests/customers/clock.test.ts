import { describe, expect, it, test } from "vitest";
import { closedDays } from "../../src/calendar/closed-days.ts";
import { addDays } from "../../src/calendar/iso-date.ts";
import { isWorkingDay } from "../../src/calendar/working-day.ts";
import { newClock } from "../../src/customers/clock/clock-events.ts";
import { closedInWeeks } from "../../src/customers/clock/closed-weeks.ts";
import { limitsOf } from "../../src/customers/clock/limits.ts";
import { nextDue, standingOn } from "../../src/customers/clock/next-due.ts";
import { openDays } from "../../src/customers/clock/open-days.ts";
import { spreadOver } from "../../src/customers/clock/spread.ts";
import type { Clock } from "../../src/customers/customer.ts";
import { cadenceOf, spreadDays } from "../../src/customers/rulebook.ts";
import { fc } from "../support/properties.ts";
import { ALWAYS_OPEN, bookOf, care, sampleCustomer, TODAY } from "./sample-customer.ts";

const OPEN = openDays(ALWAYS_OPEN);
const ANY_DAY = { open: OPEN, working: OPEN };
const FORTNIGHT = { wish: 14, worst: 21 };

function clock(over: Partial<Clock> = {}): Clock {
  return { ...newClock("2027-01-01"), ...over };
}
const lastOn = (on: string) => ({ contact: "y1", on, by: "p2", means: "phone" as const });

describe("the contact clock", () => {
  it("starts at the last real contact, whoever made it: a call on day 12 of 14 makes the next one due on day 26", () => {
    const dayZero = "2027-01-01";
    const first = clock({ last: lastOn(dayZero) });
    expect(nextDue(first, FORTNIGHT, OPEN).dueOn).toBe(addDays(dayZero, 14));
    const called = clock({ last: lastOn(addDays(dayZero, 12)) });
    expect(nextDue(called, FORTNIGHT, OPEN).dueOn).toBe(addDays(dayZero, 26));
  });

  it("starts at what was told when the customer was added, as long as nothing newer is logged", () => {
    expect(nextDue(clock({ toldLast: "2026-12-30" }), FORTNIGHT, OPEN).dueOn).toBe("2027-01-13");
    const logged = clock({ toldLast: "2026-12-30", last: lastOn("2027-01-02") });
    expect(nextDue(logged, FORTNIGHT, OPEN).dueOn).toBe("2027-01-16");
  });

  it("is yellow from the wish limit on, red after the worst-case limit", () => {
    const due = nextDue(clock({ last: lastOn("2027-01-01") }), FORTNIGHT, OPEN);
    expect(due).toEqual({ dueOn: "2027-01-15", limitOn: "2027-01-22", by: "cadence" });
    const days = ["2027-01-14", "2027-01-15", "2027-01-22", "2027-01-23"];
    expect(days.map((day) => standingOn(due, day))).toEqual(["resting", "due", "due", "late"]);
  });

  it("takes a contact planned within the worst-case limit for this occurrence, and asks before one that is planned beyond it", () => {
    const last = lastOn("2027-01-01");
    const plannedOn = (on: string) => nextDue(clock({ last, planned: { contact: "y2", on } }), FORTNIGHT, OPEN);
    expect(plannedOn("2027-01-08")).toMatchObject({ dueOn: "2027-01-08", by: "planned" });
    expect(plannedOn("2027-01-22")).toMatchObject({ dueOn: "2027-01-22", by: "planned" });
    expect(plannedOn("2027-03-01")).toMatchObject({ dueOn: "2027-01-15", by: "cadence" });
  });

  it("waits for what was promised, also beyond the worst-case limit", () => {
    const promised = { contact: "y2", on: "2027-03-01", promised: true };
    const due = nextDue(clock({ last: lastOn("2027-01-01"), planned: promised }), FORTNIGHT, OPEN);
    expect(due).toEqual({ dueOn: "2027-03-01", limitOn: "2027-01-22", by: "planned" });
    expect(standingOn(due, "2027-02-28")).toBe("resting");
  });

  it("moves this occurrence by a snooze, and neither the limit nor the base", () => {
    const moved = { kind: "snoozed", to: "2027-01-25", on: "2027-01-18", by: "p1", plan: null } as const;
    const due = nextDue(clock({ last: lastOn("2027-01-01"), moved }), FORTNIGHT, OPEN);
    expect(due).toEqual({ dueOn: "2027-01-25", limitOn: "2027-01-22", by: "moved" });
    const contacted = clock({ last: lastOn("2027-01-20") });
    expect(nextDue(contacted, FORTNIGHT, OPEN).dueOn).toBe("2027-02-03");
  });

  it("comes when a contact is planned before the day to which the occurrence was moved, but not for what was snoozed itself", () => {
    const moved = { kind: "moved", to: "2027-09-03", on: "2027-01-02", by: "p1", plan: null } as const;
    const planned = { contact: "y2", on: "2027-06-01" };
    expect(nextDue(clock({ moved, planned }), FORTNIGHT, OPEN).dueOn).toBe("2027-06-01");
    const snoozed = { ...moved, kind: "snoozed", to: "2027-06-10", on: "2027-06-02" } as const;
    expect(nextDue(clock({ moved: snoozed, planned }), FORTNIGHT, OPEN).dueOn).toBe("2027-06-10");
  });

  it("stands still in the company's closed weeks and in the customer's own", () => {
    const isClosed = closedDays({ ranges: [{ from: "2027-07-12", to: "2027-08-08" }], through: 2027 });
    const last = lastOn("2027-07-05");
    expect(nextDue(clock({ last }), FORTNIGHT, openDays(isClosed)).dueOn).toBe("2027-08-16");
    const own = closedInWeeks([{ from: 51, to: 1 }]);
    expect(nextDue(clock({ last: lastOn("2027-12-15") }), FORTNIGHT, openDays(own)).dueOn).toBe("2028-01-19");
  });

  it("goes on where somebody closed all days there are by mistake", () => {
    expect(openDays(() => true).after("2027-01-01", 14)).toBe("2027-01-15");
  });

  it("has nothing to ask without a cadence but what is planned", () => {
    expect(nextDue(clock(), limitsOf(care(0)), OPEN)).toEqual({ dueOn: null, limitOn: null, by: "nothing" });
    const planned = { contact: "y2", on: "2027-05-04" };
    expect(nextDue(clock({ planned }), limitsOf(care(0)), OPEN).dueOn).toBe("2027-05-04");
  });
});

describe("the cadence", () => {
  const plans = { "class/A": 26, "field/growth": 12, all: 2 };
  it.each([
    ["the customer's own", { ownPlan: care(52), class: "A", field: "growth" }, "own", 7],
    ["else its class's", { class: "A", field: "growth" }, "class", 14],
    ["else its field's", { class: "B", field: "growth" }, "field", 30],
    ["else the company's for all", { class: "C", field: "efficiency" }, "all", 183],
    ["past a plan that does not say how often", { ownPlan: care(null), class: "A" }, "class", 14],
  ] as const)("is %s", (_, over, by, wish) => {
    const found = cadenceOf(sampleCustomer(over), bookOf(plans));
    expect([found.by, limitsOf(found.care)?.wish]).toEqual([by, wish]);
  });

  it("has a counted wish no later than the limit that was laid down", () => {
    expect(limitsOf(care(4, { worstDays: 60 }))).toEqual({ wish: 60, worst: 60 });
    expect(limitsOf(care(12, { worstDays: 45 }))).toEqual({ wish: 30, worst: 45 });
  });

  it("leaves each part of care that a plan says nothing of to the next in line", () => {
    const inClass = care(26, { means: ["visit"], content: "Vuosikatsaus" });
    const book = bookOf({ "class/A": inClass, "field/growth": care(6, { content: "Uutiskirje", training: "Kurssi" }) });
    const own = { ownPlan: care(52, { goals: "Sopimus" }), class: "A", field: "growth" } as const;
    expect(cadenceOf(sampleCustomer(own), book)).toEqual({
      by: "own",
      care: care(52, { means: ["visit"], content: "Vuosikatsaus", training: "Kurssi", goals: "Sopimus" }),
    });
  });

  it("is a contact in every quarter where a company has said nothing yet", () => {
    const found = cadenceOf(sampleCustomer(), bookOf());
    expect([found.by, limitsOf(found.care)]).toEqual(["first", { wish: 91, worst: 137 }]);
  });

  it("ends with a plan of no contacts, whatever the next one in line says", () => {
    expect(limitsOf(cadenceOf(sampleCustomer({ class: "D" }), bookOf({ "class/D": 0, all: 4 })).care)).toBeUndefined();
  });

  it("takes the limits of a plan as they are given in days, the worst never before the wish", () => {
    expect(limitsOf(care(null, { wishDays: 30, worstDays: 20 }))).toEqual({ wish: 30, worst: 30 });
    expect(limitsOf(care(12, { worstDays: 90 }))).toEqual({ wish: 30, worst: 90 });
  });
});

describe("new customers and changed plans", () => {
  const many = (count: number, person = "p1") =>
    Array.from({ length: count }, (_, nth) => ({ id: `${person}-k${nth}`, person, wish: 90 }));

  it("are spread evenly over the interval of each salesperson's customers, the first one due at once", () => {
    const days = [...spreadOver([...many(30), ...many(3, "p2")], TODAY, ANY_DAY)];
    const own = days
      .filter(([id]) => id.startsWith("p1"))
      .map(([, day]) => day)
      .toSorted();
    expect(own).toEqual(Array.from({ length: 30 }, (_, nth) => addDays(TODAY, nth * 3)));
    const others = days.filter(([id]) => id.startsWith("p2")).map(([, day]) => day);
    expect(others.toSorted()).toEqual([TODAY, addDays(TODAY, 30), addDays(TODAY, 60)]);
  });

  it("come out the same in whatever order they are asked", () => {
    const all = many(50);
    expect(new Map(spreadOver(all.toReversed(), TODAY, ANY_DAY))).toEqual(new Map(spreadOver(all, TODAY, ANY_DAY)));
  });

  it("spread one by one come evenly too", () => {
    const single = many(900).map((one) => [...spreadOver([one], TODAY, ANY_DAY).values()][0] ?? "");
    const inFirstThird = single.filter((day) => day < addDays(TODAY, 30)).length;
    expect(inFirstThird).toBeGreaterThan(240);
    expect(inFirstThird).toBeLessThan(360);
  });

  it("begin on working days, neither at a weekend nor on a holiday nor in closed weeks, as evenly as before", () => {
    const isClosed = closedDays({ ranges: [{ from: "2027-01-11", to: "2027-01-24" }], through: 2027 });
    const book = bookOf({}, { isClosed });
    // Easter is within the interval.
    const days = [...spreadOver(many(60), TODAY, spreadDays(book)).values()].toSorted();
    expect(days.filter((day) => isClosed(day) || !isWorkingDay(day))).toEqual([]);
    expect([days[0], days.at(-1)]).toEqual(["2027-01-25", "2027-04-22"]);
    const aDay = days.map((day) => days.filter((other) => other === day).length);
    expect(Math.max(...aDay)).toBe(1);
  });

  it("wait for a working day also where the interval is shorter than a weekend", () => {
    const saturday = "2027-01-16";
    const daily = many(3).map((one) => ({ ...one, wish: 1 }));
    expect(new Set(spreadOver(daily, saturday, spreadDays(bookOf())).values())).toEqual(new Set(["2027-01-18"]));
  });
});

test("open days counted at once are the same as counted one by one", () => {
  const range = fc.tuple(fc.nat(800), fc.nat(60)).map(([from, length]) => ({
    from: addDays("2027-01-01", from),
    to: addDays("2027-01-01", from + length),
  }));
  const day = fc.nat(700).map((nth) => addDays("2027-01-01", nth));
  fc.assert(
    fc.property(fc.array(range, { maxLength: 6 }), day, fc.nat(200), (ranges, from, count) => {
      const isClosed = (iso: string) => ranges.some((one) => one.from <= iso && iso <= one.to);
      let expected = from;
      if (count === 0) while (isClosed(expected)) expected = addDays(expected, 1);
      for (let left = count; left > 0; ) {
        expected = addDays(expected, 1);
        if (!isClosed(expected)) left -= 1;
      }
      expect(openDays(isClosed).after(from, count)).toBe(expected);
    }),
  );
});

test("nothing that is counted comes due on a closed day, or earlier than its interval", () => {
  const day = fc.nat(700).map((nth) => addDays("2027-01-01", nth));
  const weeks = fc
    .tuple(fc.integer({ min: 1, max: 53 }), fc.nat(10))
    .map(([from, more]) => ({ from, to: ((from - 1 + more) % 53) + 1 }));
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 400 }), fc.array(weeks, { maxLength: 2 }), (on, wish, closed) => {
      const isClosed = closedInWeeks(closed);
      const due = nextDue(clock({ last: lastOn(on) }), { wish, worst: wish + 7 }, openDays(isClosed)).dueOn ?? "";
      expect(due >= addDays(on, wish)).toBe(true);
      expect(isClosed(due)).toBe(false);
    }),
  );
});

import { describe, expect, it } from "vitest";
import { addDays, isoDateIn } from "../../src/calendar/iso-date.ts";
import type { Customer } from "../../src/customers/customer.ts";
import { coverageOf } from "../../src/customers/deviations/coverage.ts";
import { byGravity, type Deviation, deviationOf } from "../../src/customers/deviations/deviation.ts";
import { settle } from "../../src/customers/settle.ts";
import { fc } from "../support/properties.ts";
import { bookOf, NOW, sampleCustomer, TODAY } from "./sample-customer.ts";

const BOOK = bookOf({ "class/A": 26, all: 12 });
const dateOf = (at: number) => isoDateIn(at, "Europe/Helsinki");

function on(today: string, over: Partial<Customer>): Deviation | undefined {
  const said = sampleCustomer(over);
  // As the register writes it: what follows from what is said.
  const customer = { ...said, ...settle(said, BOOK), class: over.class ?? null, field: over.field ?? null };
  return deviationOf(customer, { book: BOOK, today, dateOf });
}
const contacted = (day: string): Customer["clock"] => ({
  ...sampleCustomer().clock,
  startOn: day,
  last: { contact: "y", on: day, by: "p1", means: "phone" },
});
const will = (how: "wanted" | "doubted", importance: "necessary" | "opportunity" = "opportunity") => ({
  importance,
  will: how,
  on: TODAY,
});

describe("what deviates with a customer", () => {
  it("is a doubt from the day it was said, until somebody has been in contact since", () => {
    expect(on(TODAY, { will: will("doubted") })).toMatchObject({ what: { kind: "doubted" }, since: TODAY });
    expect(on(TODAY, { will: will("wanted") })).toBeUndefined();
    const later = { ...contacted(addDays(TODAY, 1)) };
    expect(on(addDays(TODAY, 2), { will: will("doubted"), clock: later })).toBeUndefined();
    // The visit at which the doubt was heard settles nothing.
    expect(on(addDays(TODAY, 2), { will: will("doubted"), clock: contacted(TODAY) })).toBeDefined();
  });

  it("is a limit that has gone by: at once of an important customer, else a week after the list has told it", () => {
    const clock = contacted("2027-01-11");
    // 12 contacts a year: due after 30 days, late after 45.
    const limit = "2027-02-25";
    expect(on(limit, { clock })).toBeUndefined();
    expect(on(addDays(limit, 7), { clock })).toBeUndefined();
    expect(on(addDays(limit, 8), { clock })).toMatchObject({ what: { kind: "limit" }, since: addDays(limit, 1) });
    const necessary = on(addDays(limit, 1), { clock, will: will("wanted", "necessary") });
    expect(necessary).toMatchObject({ what: { kind: "limit" }, proposedOn: addDays(limit, 1) });
  });

  it("names the day after the limit also where the contact was put off beyond it", () => {
    const moved = { kind: "snoozed", to: "2027-03-08", on: "2027-02-22", by: "p1", plan: null } as const;
    const clock = { ...contacted("2027-01-11"), moved };
    expect(on("2027-03-15", { clock })).toBeUndefined();
    expect(on("2027-03-16", { clock })).toMatchObject({ what: { kind: "limit" }, since: "2027-02-26" });
  });

  it("is the silence of an important customer that was put off again and again, or has no cadence", () => {
    const moved = { kind: "snoozed", to: "2027-06-01", on: "2027-02-01", by: "p1", plan: null } as const;
    const clock = { ...contacted("2027-01-11"), moved };
    const important = { will: will("wanted", "necessary") };
    expect(on("2027-03-12", { clock, ...important })).toBeUndefined();
    expect(on("2027-03-13", { clock, ...important })).toMatchObject({
      what: { kind: "quiet", last: "2027-01-11" },
      since: "2027-03-13",
    });
    expect(on("2027-03-13", { clock })).toBeUndefined();
    // Agreed with the customer, it is no silence.
    const planned = { contact: "y2", on: "2027-06-01" };
    expect(on("2027-03-13", { clock: { ...clock, planned }, ...important })).toBeUndefined();
  });

  it("is a class that is another one than it was, unless whoever is in charge changed it or it went back", () => {
    const moved = (note: string, by: string | null) => ({ at: NOW, by, did: "class" as const, note });
    const day = addDays(TODAY, 1);
    expect(on(day, { history: [moved("C>A", null)], class: "A" })?.what).toEqual({
      kind: "class",
      from: "C",
      to: "A",
    });
    expect(on(day, { history: [moved("C>A", "p2")] })).toBeDefined();
    for (const history of [[moved("C>A", "p1")], [moved(">A", null)], [moved("C>A", null), moved("A>C", null)]])
      expect(on(day, { history }), JSON.stringify(history)).toBeUndefined();
    expect(on(addDays(TODAY, 60), { history: [moved("C>A", null)], ownPlan: null, kept: true })?.what.kind).not.toBe(
      "class",
    );
  });

  it("is nothing of a relationship that has ended", () => {
    expect(on(TODAY, { will: will("doubted"), kept: false })).toBeUndefined();
  });

  it("once it is proposed stays the same thing until a contact ends it", () => {
    fc.assert(
      fc.property(
        fc.nat(400),
        fc.nat(200),
        fc.boolean(),
        fc.constantFrom<"wanted" | "doubted" | "none">("wanted", "doubted", "none"),
        (ago, ahead, necessary, said) => {
          const day = addDays(TODAY, -ago);
          const over = {
            clock: contacted(day),
            will: said === "none" ? null : { ...will(said, necessary ? "necessary" : "opportunity"), on: day },
          };
          const first = on(TODAY, over);
          const later = on(addDays(TODAY, ahead), over);
          if (!first) return;
          expect(first.proposedOn <= TODAY).toBe(true);
          expect(first.since <= TODAY).toBe(true);
          // A doubt hides what comes later; nothing hides a doubt, and a limit stays the limit.
          expect(later?.id).toBe(first.id);
          const spoken = { ...over, clock: contacted(addDays(TODAY, 1)) };
          expect(on(addDays(TODAY, 1), spoken)).toBeUndefined();
        },
      ),
    );
  });
});

describe("coverage by class", () => {
  const customer = (id: string, over: Partial<Customer>) =>
    sampleCustomer({ _id: id, class: "A", dueOn: "2027-02-20", limitOn: "2027-03-01", ...over });
  const deviation = (of: Customer, kind: "limit" | "doubted"): Deviation => ({
    id: `${of._id}/${kind}`,
    customer: of,
    what: { kind },
    since: TODAY,
    proposedOn: TODAY,
  });

  const PAST_LIMIT = "2027-03-02";

  it("counts customers, never people, and what is past its limit apart from what is only undecided", () => {
    const [a, b, c, d] = [
      customer("a", {}),
      customer("b", { person: "p2", limitOn: "2027-03-20" }),
      customer("c", { class: "B", limitOn: "2027-03-20" }),
      customer("d", { class: null, limitOn: null }),
    ];
    const gone = customer("e", { kept: false });
    expect(coverageOf([a, b, c, d, gone], [deviation(b, "doubted"), deviation(d, "doubted")], PAST_LIMIT)).toEqual([
      { class: "A", customers: 2, within: 1, open: 1 },
      { class: "B", customers: 1, within: 1, open: 0 },
      { class: null, customers: 0, within: 0, open: 1 },
    ]);
    expect(JSON.stringify(coverageOf([a, b], [deviation(a, "limit")], PAST_LIMIT))).not.toMatch(/p1|p2/u);
  });

  it("counts every customer whose limit has gone by, also where the contact was put off beyond it", () => {
    const all = [customer("a", { class: null }), customer("b", { class: null, dueOn: "2027-03-08" })];
    const within = (today: string) => coverageOf(all, [], today).map((one) => `${one.within}/${one.customers}`);
    expect(within("2027-03-01")).toEqual(["2/2"]);
    expect(within(PAST_LIMIT)).toEqual(["0/2"]);
  });

  it("puts doubts first, and important customers first of each kind", () => {
    const [a, b, c] = [customer("a", { class: "C" }), customer("b", {}), customer("c", { class: "C" })];
    const sorted = byGravity([deviation(a, "limit"), deviation(b, "limit"), deviation(c, "doubted")]);
    expect(sorted.map(({ customer: { _id } }) => _id)).toEqual(["c", "b", "a"]);
  });
});

import { describe, expect, it } from "vitest";
import { addDays } from "../../src/calendar/iso-date.ts";
import { newClock } from "../../src/customers/clock/clock-events.ts";
import type { Contact } from "../../src/customers/contact.ts";
import type { Customer } from "../../src/customers/customer.ts";
import { likeliest } from "../../src/customers/handover/likeliest.ts";
import { happenedWhileAway } from "../../src/customers/handover/while-away.ts";
import { fc } from "../support/properties.ts";
import { sampleContact } from "./sample-contact.ts";
import { sampleCustomer } from "./sample-customer.ts";

const TIME = { from: "2027-07-05", until: "2027-08-01" };

function one(id: string, over: Partial<Customer> = {}, contacts: readonly Partial<Contact>[] = []) {
  return {
    customer: sampleCustomer({ _id: id, name: id, ...over }),
    contacts: contacts.map((contact, nth) => sampleContact({ _id: `${id}-${nth}`, customer: id, ...contact })),
  };
}
const planned = (on: string) => ({ ...newClock("2027-01-01"), planned: { contact: "y", on } });

describe("the customers likeliest to need something while somebody is away", () => {
  it("are those with something agreed, late, open or due, and those of the same weeks of earlier years", () => {
    const all = [
      one("past", {}, [{ on: "2026-07-15" }, { on: "2025-07-10" }, { on: "2026-03-01" }]),
      one("due", { dueOn: "2027-07-20", limitOn: "2027-08-20" }),
      one("measure", {}, [
        { on: "2027-06-01", measures: [{ id: "m", what: "Huolto", on: "2027-07-08", done: false }] },
      ]),
      one("late", { dueOn: "2027-05-01", limitOn: "2027-06-01" }),
      one("agreed", { clock: planned("2027-07-12"), dueOn: "2027-07-12", limitOn: "2027-08-12" }, [
        { on: "2027-06-01", promise: "tarjous" },
      ]),
      one("nothing", { dueOn: "2027-09-01", limitOn: "2027-10-01" }, [{ on: "2027-06-01" }]),
      one("ended", { kept: false, dueOn: "2027-07-20" }),
    ];
    const found = likeliest(all, TIME, 10);
    expect(found.map(({ customer }) => customer._id)).toEqual(["agreed", "late", "measure", "due", "past"]);
    expect(found.map(({ reasons }) => reasons)).toEqual([
      [{ kind: "planned", on: "2027-07-12" }],
      [{ kind: "late", since: "2027-06-02" }],
      [{ kind: "measure", what: "Huolto", on: "2027-07-08" }],
      [{ kind: "due", on: "2027-07-20" }],
      [{ kind: "past", on: "2026-07-15" }],
    ]);
    expect(found[0]?.promise).toMatchObject({ what: "tarjous", on: "2027-06-01" });
  });

  it("are fewer than asked where fewer have a reason, and of equals the important one comes first", () => {
    const due = { dueOn: "2027-07-20", limitOn: "2027-08-20" };
    const all = [one("a", due), one("b", { ...due, class: "A" }), one("c")];
    expect(likeliest(all, TIME, 5).map(({ customer }) => customer._id)).toEqual(["b", "a"]);
  });

  it("never leave out one for another with fewer reasons, whatever the order in which they are read", () => {
    const day = fc.integer({ min: -200, max: 200 }).map((days) => addDays(TIME.from, days));
    const customer = fc.record({
      due: fc.option(day),
      plan: fc.option(day),
      measure: fc.option(day),
      past: fc.option(fc.integer({ min: 0, max: 27 }).map((days) => addDays("2026-07-06", days))),
    });
    fc.assert(
      fc.property(fc.array(customer, { maxLength: 12 }), fc.nat(6), (drawn, most) => {
        const all = drawn.map(({ due, plan, measure, past }, nth) =>
          one(
            `k${String(nth).padStart(2, "0")}`,
            {
              dueOn: plan ?? due,
              limitOn: due === null ? null : addDays(due, 30),
              clock: plan === null ? newClock("2027-01-01") : planned(plan),
            },
            [
              ...(measure === null ? [] : [{ measures: [{ id: "m", what: "x", on: measure, done: false }] }]),
              ...(past === null ? [] : [{ on: past }]),
            ],
          ),
        );
        const found = likeliest(all, TIME, most);
        expect(found.length).toBeLessThanOrEqual(most);
        expect(found.every(({ reasons }) => reasons.length > 0)).toBe(true);
        expect(likeliest(all.toReversed(), TIME, most)).toEqual(found);
        const whole = likeliest(all, TIME, all.length);
        expect(whole.slice(0, most)).toEqual(found);
        // Whoever has something agreed, late, due or open in that time is in it.
        for (const { customer: kept } of all)
          if (kept.dueOn !== null && kept.dueOn <= TIME.until)
            expect(whole.some(({ customer: { _id } }) => _id === kept._id)).toBe(true);
      }),
    );
  });
});

describe("what happened while somebody was away", () => {
  const own = [sampleCustomer({ _id: "k1", name: "A" }), sampleCustomer({ _id: "k2", name: "B" })];
  const made = (over: Partial<Contact>) => sampleContact({ person: "p2", by: "p2", on: "2027-07-10", ...over });

  it("is one line a customer: what was promised, then the newest", () => {
    const found = happenedWhileAway(
      own,
      [
        made({ _id: "1", customer: "k1", on: "2027-07-20" }),
        made({ _id: "2", customer: "k2", on: "2027-07-10", promise: "tarjous" }),
        made({ _id: "3", customer: "k2", on: "2027-07-15" }),
        made({ _id: "4", customer: "k3" }),
        made({ _id: "5", customer: "k1", on: "2027-08-02" }),
        made({ _id: "6", customer: "k1", on: "2027-07-25", person: "p1", by: "p1" }),
        made({ _id: "7", customer: "k1", on: "2027-07-26", state: "tried" }),
      ],
      { person: "p1", ...TIME },
    );
    expect(found.map(({ contact }) => contact._id)).toEqual(["2", "1"]);
  });
});

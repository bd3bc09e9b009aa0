import { describe, expect, it, test } from "vitest";
import { fieldOf } from "../../src/customers/classes/field.ts";
import { cadenceThatFits, loadOf } from "../../src/customers/classes/load.ts";
import { classOf, classOfScore, scoreOf } from "../../src/customers/classes/score.ts";
import { wouldMove } from "../../src/customers/classes/would-move.ts";
import { FIRST_RULES, type Rules } from "../../src/customers/customer-rules.ts";
import { fc } from "../support/properties.ts";
import { bookOf, care, criterion, sampleCustomer } from "./sample-customer.ts";

const RULES: Rules = {
  ...FIRST_RULES,
  criteria: [criterion("sales", 3), criterion("growth", 2), criterion("pays", 1)],
};

describe("a score", () => {
  it("is Σ weight × value / Σ weight, shown with what it was made of", () => {
    const found = scoreOf({ sales: 5, growth: 2, pays: 3 }, RULES);
    expect(found?.score).toBeCloseTo((3 * 5 + 2 * 2 + 1 * 3) / 6);
    expect(found?.parts.map(({ criterion: { id }, value }) => [id, value])).toEqual([
      ["sales", 5],
      ["growth", 2],
      ["pays", 3],
    ]);
  });

  it("leaves a criterion without a value out above and below the line, and names it", () => {
    const found = scoreOf({ sales: 5, growth: 2 }, RULES);
    expect([found?.score, found?.missing.map(({ id }) => id)]).toEqual([3.8, ["pays"]]);
  });

  it("is none where nothing that weighs has a value", () => {
    expect(scoreOf({}, RULES)).toBeUndefined();
    expect(scoreOf({ gone: 5 }, RULES)).toBeUndefined();
    expect(scoreOf({ sales: 9 }, RULES)).toBeUndefined();
    expect(scoreOf({ sales: 3 }, { ...RULES, criteria: [criterion("sales", 0)] })).toBeUndefined();
  });

  it("takes 0 for a value", () => {
    expect(scoreOf({ sales: 0, growth: 3 }, { ...RULES, scale: { min: 0, max: 3 } })?.score).toBe(1.2);
  });

  test("lies between its lowest and its highest value, and grows with each", () => {
    const value = fc.integer({ min: 1, max: 5 });
    const weights = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), value), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(weights, (list) => {
        const criteria = list.map(([weight], nth) => criterion(`c${nth}`, weight));
        const scores = Object.fromEntries(list.map(([, given], nth) => [`c${nth}`, given]));
        const rules = { ...FIRST_RULES, criteria };
        const { score } = scoreOf(scores, rules) ?? expect.fail("no score");
        const values = Object.values(scores);
        expect(score).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
        expect(score).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
        const better = scoreOf({ ...scores, c0: 5 }, rules)?.score ?? 0;
        expect(better).toBeGreaterThanOrEqual(score);
      }),
    );
  });
});

describe("a class", () => {
  it.each([
    [5, "A"],
    [4, "A"],
    [3.999, "B"],
    [3, "B"],
    [2, "C"],
    [1.9, "D"],
  ] as const)("of the score %f is %s", (score, expected) => {
    expect(classOfScore(score, FIRST_RULES.thresholds)).toBe(expected);
  });

  it("is reached by a score that only binary fractions keep below its threshold", () => {
    const criteria = [criterion("sales", 0.1), criterion("growth", 0.2)];
    const rules = { ...RULES, criteria, thresholds: { A: 11 / 3, B: 3, C: 2 } };
    expect(classOf({ givenClass: null, scores: { sales: 3, growth: 4 } }, rules)).toBe("A");
  });

  it("given by people stands before the one by scores; without either there is none", () => {
    expect(classOf({ givenClass: "D", scores: { sales: 5 } }, RULES)).toBe("D");
    expect(classOf({ givenClass: null, scores: {} }, RULES)).toBeNull();
  });
});

describe("the field of the value portfolio", () => {
  const level = (one: "low" | "high") => ({ kind: "level", level: one }) as const;
  const euros = (cents: number) => ({ kind: "euros", cents }) as const;
  it.each([
    ["growth for a customer of low value and high potential", level("low"), level("high"), true, "growth"],
    ["acquisition for one who does not buy yet", level("low"), level("high"), false, "acquisition"],
    ["acquisition also where nobody gave the present value of a prospect", null, level("high"), false, "acquisition"],
    ["strategic for high and high", level("high"), level("high"), true, "strategic"],
    ["retention for high value and low potential", level("high"), level("low"), true, "retention"],
    ["efficiency for low and low", level("low"), level("low"), true, "efficiency"],
    ["by a threshold where values are in euros", euros(1_000_000), euros(999_999), true, "retention"],
    ["none as long as a customer's present value is not known", null, level("high"), true, null],
    ["none as long as the potential is not known", level("high"), null, true, null],
  ] as const)("is %s", (_, present, potential, buys, expected) => {
    expect(fieldOf({ present, potential, buys }, FIRST_RULES)).toBe(expected);
  });
});

test("who would move is seen before a change of the rules is saved", () => {
  const all = [
    sampleCustomer({ _id: "k1", scores: { sales: 5, growth: 1 } }),
    sampleCustomer({ _id: "k2", scores: { sales: 3, growth: 3 } }),
    sampleCustomer({ _id: "k3", scores: { sales: 5, growth: 1 }, givenClass: "A" }),
    sampleCustomer({ _id: "k4" }),
  ];
  const after = { ...RULES, criteria: [criterion("sales", 1), criterion("growth", 0)] };
  const { moves, classes } = wouldMove(all, RULES, after);
  expect(moves.map(({ customer, class: one }) => [customer._id, one.from, one.to])).toEqual([["k1", "B", "A"]]);
  expect(classes).toEqual({
    A: { before: 1, after: 2 },
    B: { before: 2, after: 1 },
    C: { before: 0, after: 0 },
    D: { before: 0, after: 0 },
    none: { before: 1, after: 1 },
  });
});

describe("the load of a care plan", () => {
  const book = bookOf({ "class/A": 52, "class/C": 12 });
  const of = (person: string | null, inClass: "A" | "C", count: number) =>
    Array.from({ length: count }, () => sampleCustomer({ person, class: inClass }));
  const isA = ({ class: one }: { readonly class: string | null }) => one === "A";
  const all = [...of("pekka", "A", 14), ...of("pekka", "C", 4), ...of("satu", "C", 10), ...of(null, "A", 1)];

  const parts = (...all: readonly (readonly [number, number])[]) =>
    all.map(([customers, aYear]) => ({ customers, aYear }));

  it("is laid beside what happens now, with the cadence that fits what the rest leaves", () => {
    const loads = loadOf(all, book, isA, { weeksOpen: 48, madeAWeek: new Map([["pekka", 4]]) });
    expect(loads).toEqual([
      {
        person: "pekka",
        customers: 14,
        now: 4,
        asked: (14 * 52 + 4 * 12) / 48,
        parts: parts([14, 52], [4, 12]),
        fits: 9,
      },
      { person: "satu", customers: 0, now: null, asked: 2.5, parts: parts([10, 12]), fits: null },
      { person: null, customers: 1, now: null, asked: 52 / 48, parts: parts([1, 52]), fits: null },
    ]);
    const fitted = bookOf({ "class/A": 9, "class/C": 12 });
    const [pekka] = loadOf(of("pekka", "A", 14).concat(of("pekka", "C", 4)), fitted, isA, {
      weeksOpen: 48,
      madeAWeek: new Map([["pekka", 4]]),
    });
    expect(pekka?.asked).toBeLessThanOrEqual(4);
  });

  it("leaves out relationships that have ended", () => {
    const ended = sampleCustomer({ class: "A", kept: false });
    expect(loadOf([ended], book, isA, { weeksOpen: 48, madeAWeek: new Map() })).toEqual([]);
  });

  it("says the cadence for all only where it is known for each whom the plan is about", () => {
    const madeAWeek = new Map([
      ["pekka", 4],
      ["satu", 9],
    ]);
    const two = [...of("pekka", "A", 14), ...of("satu", "A", 10)];
    expect(cadenceThatFits(loadOf(two, book, isA, { weeksOpen: 48, madeAWeek }))).toBe(13);
    expect(cadenceThatFits(loadOf(all, book, isA, { weeksOpen: 48, madeAWeek }))).toBeNull();
    expect(cadenceThatFits([])).toBeNull();
  });

  it("counts a plan that is said in days by its days", () => {
    const days = bookOf({ "class/A": care(null, { wishDays: 73 }) });
    const [load] = loadOf(of("satu", "A", 48), days, isA, { weeksOpen: 48, madeAWeek: new Map() });
    expect(load?.asked).toBe(5);
  });
});

import { expect, test } from "vitest";
import type { Query } from "../../src/store/store.ts";
import { StoreMisused } from "../../src/store/store-errors.ts";
import type { Opened } from "./contract.ts";
import { type Card, card, cards, newCompany } from "./sample.ts";

export function queriesContract(opened: Opened): void {
  const numbers = async (query: Query<keyof typeof cards.queries>) =>
    (await opened.current().find(cards, query)).map(({ number }) => number);
  const given = async (...fields: readonly Partial<Card>[]): Promise<string> => {
    const company = newCompany();
    for (const [index, some] of fields.entries()) await opened.current().insert(cards, card(company, index + 1, some));
    return company;
  };

  test("finds by equality, in the order of ids, and nothing of another company", async () => {
    const company = newCompany();
    for (const number of [3, 1, 2]) await opened.current().insert(cards, card(company, number));
    await given({}, {});
    expect(await numbers({ name: "ofCompany", equals: { company } })).toEqual([1, 2, 3]);
    expect(await numbers({ name: "byNumber", equals: { company, number: 2 } })).toEqual([2]);
    expect(await numbers({ name: "ofCompany", equals: { company: "nobody" } })).toEqual([]);
  });

  test("finds a thousand without keeping others waiting", async () => {
    const company = newCompany();
    const all = Array.from({ length: 1000 }, (_, nth) => card(company, nth));
    await Promise.all(all.map((one) => opened.current().insert(cards, one)));
    let isFound = false;
    let turns = 0;
    const others = (async () => {
      for (; !isFound; turns++) await new Promise((resolve) => setImmediate(resolve));
    })();
    expect(await opened.current().find(cards, { name: "ofCompany", equals: { company } })).toEqual(all);
    isFound = true;
    await others;
    expect(turns).toBeGreaterThan(2);
  });

  test("finds by a range, both ends included, in its order; without ends everything, the missing first", async () => {
    const company = await given({ dueAt: 30 }, { dueAt: 10 }, { dueAt: null }, { dueAt: 20 }, { dueAt: 10.5 });
    expect(await numbers({ name: "due", equals: { company }, from: 10, to: 20 })).toEqual([2, 5, 4]);
    expect(await numbers({ name: "due", equals: { company }, to: 10 })).toEqual([2]);
    expect(await numbers({ name: "due", equals: { company }, from: 20 })).toEqual([4, 1]);
    expect(await numbers({ name: "due", equals: { company } })).toEqual([3, 2, 5, 4, 1]);
    expect(await numbers({ name: "due", equals: { company }, from: "a" })).toEqual([]);
    expect(await numbers({ name: "due", equals: { company }, to: "z" })).toEqual([]);
  });

  test("several values of one field: any of them", async () => {
    const company = await given({ done: true }, {}, { asked: { step: "a" } }, { asked: { step: "b" }, done: true });
    expect(await numbers({ name: "byNumber", equals: { company, number: [4, 2, 99, 2] } })).toEqual([2, 4]);
    expect(await numbers({ name: "open", equals: { company, done: [true, false] } })).toEqual([1, 2, 3, 4]);
    expect(await numbers({ name: "open", equals: { company, done: true } })).toEqual([1, 4]);
    expect(await numbers({ name: "asking", equals: { company, "asked.step": ["a", null] } })).toEqual([1, 2, 3]);
    expect(await numbers({ name: "asking", equals: { company, "asked.step": "b" } })).toEqual([4]);
    expect(await numbers({ name: "asking", equals: { company, "asked.step": null } })).toEqual([1, 2]);
    expect(await numbers({ name: "byNumber", equals: { company, number: [] } })).toEqual([]);
  });

  test("equal values of the order come in the order of ids", async () => {
    const company = await given({ dueAt: 2 }, { dueAt: 1 }, { dueAt: 2 }, { dueAt: 1 });
    expect(await numbers({ name: "due", equals: { company } })).toEqual([2, 4, 1, 3]);
    expect(await numbers({ name: "due", equals: { company: [company, "nobody"] }, from: 0 })).toEqual([2, 4, 1, 3]);
  });

  test("gives no more than the limit, 1,000 unless told", async () => {
    const company = newCompany();
    const store = opened.current();
    await Promise.all(Array.from({ length: 1001 }, (_, index) => store.insert(cards, card(company, index))));
    expect(await numbers({ name: "ofCompany", equals: { company }, limit: 2 })).toEqual([0, 1]);
    expect(await numbers({ name: "ofCompany", equals: { company } })).toHaveLength(1000);
    expect(await numbers({ name: "ofCompany", equals: { company }, limit: 100_000 })).toHaveLength(1001);
  });

  test.each(["ä", "'", '"', "\\", "%", "a.b", "$gt", "👩‍🔧", "<b>"])("a value is only a value: %s", async (company) => {
    await opened.current().insert(cards, card(company, 1));
    expect(await numbers({ name: "ofCompany", equals: { company } })).toEqual([1]);
    expect(await numbers({ name: "ofCompany", equals: { company: [company, "nobody"] } })).toEqual([1]);
  });

  const company = "anyone";
  test.each<[string, unknown]>([
    ["an operator as a value", { name: "ofCompany", equals: { company: { $gt: "" } } }],
    ["an operator among the values", { name: "ofCompany", equals: { company: ["a", { $ne: 1 }] } }],
    ["a pattern", { name: "ofCompany", equals: { company: /.*/ } }],
    ["a missing value", { name: "byNumber", equals: { company } }],
    ["a field that the shape does not have", { name: "ofCompany", equals: { company, $where: "1" } }],
    ["a query that is not declared", { name: "everything", equals: {} }],
    ["a query named like a method", { name: "toString", equals: {} }],
    ["a range where there is none", { name: "ofCompany", equals: { company }, from: 1 }],
    ["an operator as a bound", { name: "due", equals: { company }, from: { $gt: 0 } }],
    ["a range from a number to a text", { name: "due", equals: { company }, from: 1, to: "z" }],
    ["NaN", { name: "due", equals: { company }, to: Number.NaN }],
    ["no limit at all", { name: "ofCompany", equals: { company }, limit: Number.POSITIVE_INFINITY }],
    ["an operator as a limit", { name: "ofCompany", equals: { company }, limit: { $gt: 0 } }],
  ])("never asks the database for %s", async (_, query) => {
    // Called without types, as data from outside would be.
    const { find } = opened.current();
    await expect(Reflect.apply(find, undefined, [cards, query])).rejects.toBeInstanceOf(StoreMisused);
  });
}

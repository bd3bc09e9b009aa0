import { expect, test } from "vitest";
import { z } from "zod";
import { collections } from "../../src/collections.ts";
import { collection } from "../../src/store/collection.ts";
import { indexFor, indexProblems } from "../../src/store/index-for.ts";
import { cards } from "./sample.ts";

test.each(collections.map((one) => [one.name, one] as const))("every query of %s has an index", (_, one) => {
  expect(indexProblems(one)).toEqual([]);
});

test("the sample collection of the contract is sound", () => {
  expect(indexProblems(cards)).toEqual([]);
});

test("a query without an index, an index on a list and a unique index on an optional field are found", () => {
  const faulty = collection({
    name: "faulty",
    schema: z.strictObject({
      _id: z.string(),
      team: z.string(),
      dueAt: z.number(),
      tags: z.array(z.string()),
      code: z.string().optional(),
    }),
    indexes: [
      { name: "due-team", fields: ["dueAt", "team"] },
      { name: "tags", fields: ["tags"] },
      { name: "code", fields: ["code"], unique: true },
      { name: "lost", fields: ["nowhere.at.all"] },
    ],
    queries: { dueOfTeam: { equals: ["team"], range: "dueAt" } },
  });
  expect(indexProblems(faulty)).toEqual([
    "faulty.dueOfTeam has no index that begins with team, dueAt",
    'faulty indexes "tags", where no scalar stands',
    'faulty\'s unique index code needs "code" always there',
    'faulty indexes "nowhere.at.all", where no scalar stands',
  ]);
});

test("equality fields may stand in any order, but all before the range", () => {
  const indexes = [{ name: "one", fields: ["a", "b", "at"] }];
  expect(indexFor(indexes, { equals: ["b", "a"], range: "at" })?.name).toBe("one");
  expect(indexFor(indexes, { equals: ["a"] })?.name).toBe("one");
  expect(indexFor(indexes, { equals: ["b"] })).toBeUndefined();
  expect(indexFor(indexes, { equals: ["a"], range: "at" })).toBeUndefined();
  expect(indexFor(indexes, { equals: ["_id"] })?.name).toBe("_id");
  expect(indexFor(indexes, { equals: [] })?.name).toBe("_id");
  expect(indexFor(indexes, { equals: [], order: "at" })).toBeUndefined();
});

import { randomUUID } from "node:crypto";
import { MongoClient } from "mongodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { collections } from "../../src/collections.ts";
import type { Collection } from "../../src/store/collection.ts";
import { matching, type RawDocument } from "../../src/store/mongo/filters.ts";
import { openMongoStore } from "../../src/store/mongo/open-mongo-store.ts";
import { resolveQuery } from "../../src/store/resolve-query.ts";

const uri = process.env.TEST_MONGODB_URI;
const asked = process.env.TEST_MONGODB_EXPLAIN === "1";

/** Every stage of a plan, however deep: a scan of the whole collection anywhere is one too many. */
function stagesOf(plan: unknown): string[] {
  if (typeof plan !== "object" || plan === null) return [];
  const own = "stage" in plan && typeof plan.stage === "string" ? [plan.stage] : [];
  return [...own, ...Object.values(plan).flatMap(stagesOf)];
}

if (uri !== undefined && asked) {
  describe("MongoDB itself says that each declared query goes by an index", () => {
    const database = `luotsi-explain-${randomUUID()}`;
    const client = new MongoClient(uri);
    beforeAll(async () => {
      await (await openMongoStore({ uri, collections, database })).close();
      await client.connect();
    });
    afterAll(async () => {
      await client.db(database).dropDatabase();
      await client.close();
    });
    const all: readonly Collection[] = collections;
    for (const collection of all) {
      for (const [name, shape] of Object.entries(collection.queries)) {
        test(`${collection.name}.${name}`, async () => {
          const equals = Object.fromEntries(
            shape.equals.map((field) => [field, field === "bucket" || field === "open" ? [1, 2] : "x"]),
          );
          const resolved = resolveQuery(collection, { name, equals, ...(shape.range ? { to: 1 } : {}) });
          if (!resolved) throw new Error(`The query ${name} matches nothing whatever is asked`);
          const plan = await client
            .db(database)
            .collection<RawDocument>(collection.name)
            .find(matching(resolved))
            .explain("queryPlanner");
          const stages = stagesOf(plan.queryPlanner?.winningPlan);
          expect(stages).not.toContain("COLLSCAN");
          expect(stages).toContain("IXSCAN");
        });
      }
    }
  });
} else {
  test("plans are explained only by a real MongoDB, named by TEST_MONGODB_URI with TEST_MONGODB_EXPLAIN=1", () => {
    process.stderr.write(
      "\n*** MongoDB's query plans were NOT looked at: set TEST_MONGODB_URI and TEST_MONGODB_EXPLAIN=1. ***\n\n",
    );
    expect(asked && uri !== undefined).toBe(false);
  });
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openEmbeddedStore } from "../../src/store/embedded/open-embedded-store.ts";
import { select } from "../../src/store/embedded/select.ts";
import { resolveQuery } from "../../src/store/resolve-query.ts";
import type { Query } from "../../src/store/store.ts";
import { cards } from "./sample.ts";

const folder = mkdtempSync(join(tmpdir(), "luotsi-plans-"));
let database: InstanceType<typeof Database>;

beforeAll(async () => {
  const store = await openEmbeddedStore({ folder, collections: [cards] });
  await store.close();
  database = new Database(join(folder, "luotsi.db"));
});
afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What SQLite would do, a line each. */
function plan(query: Query): string {
  const resolved = resolveQuery(cards, query);
  if (!resolved) throw new Error("nothing can be found");
  const { sql, values } = select(cards, resolved);
  const steps = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).raw(true).all(values);
  return steps.map((step) => (Array.isArray(step) ? String(step[3]) : "")).join("\n");
}

const company = "c";
test.each<[string, Query]>([
  ["company-due", { name: "due", equals: { company } }],
  ["company-due", { name: "due", equals: { company }, to: 5 }],
  ["company-due", { name: "due", equals: { company }, from: 1, to: 5 }],
  ["company-number", { name: "byNumber", equals: { company, number: 1 } }],
  ["company-done-number", { name: "open", equals: { company, done: false } }],
])("%s serves its query without sorting", (index, query) => {
  const steps = plan(query);
  expect(steps).toContain(`USING INDEX i_cards_${index} `);
  expect(steps).not.toMatch(/SCAN c_cards|TEMP B-TREE/);
});

test.each<[string, Query]>([
  ["i_cards_company-", { name: "ofCompany", equals: { company } }],
  ["i_cards_asked", { name: "asking", equals: { company, "asked.step": "a" } }],
  ["i_cards_asked", { name: "asking", equals: { company, "asked.step": null } }],
  ["i_cards_company-number", { name: "byNumber", equals: { company, number: [1, 2] } }],
  ["i_cards_", { name: "asking", equals: { company, "asked.step": ["a", null] } }],
])("%s serves its query, lists and missing values too", (index, query) => {
  const steps = plan(query);
  expect(steps).toContain(`USING INDEX ${index}`);
  expect(steps).not.toContain("SCAN c_cards");
});

test("a query without an index would be seen", () => {
  const steps = database.prepare(
    `EXPLAIN QUERY PLAN SELECT doc FROM "c_cards" WHERE json_extract(doc,'$."title"') = 1`,
  );
  expect(String(steps.raw(true).all())).toContain("SCAN c_cards");
});

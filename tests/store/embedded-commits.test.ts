import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openEmbeddedStore } from "../../src/store/embedded/open-embedded-store.ts";
import type { Store } from "../../src/store/store.ts";
import { card, cards, newCompany } from "./sample.ts";

const folder = mkdtempSync(join(tmpdir(), "luotsi-commits-"));
let store: Store;

beforeAll(async () => {
  store = await openEmbeddedStore({ folder, collections: [cards] });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/**
 * Commits in the write-ahead log: frames whose header says how large the database is after a commit (sqlite.org/fileformat2.html, 4.1).
 * With synchronous=FULL each is one flush of the disk.
 */
function commits(): number {
  const log = readFileSync(join(folder, "luotsi.db-wal"));
  const frame = 24 + log.readUInt32BE(8);
  const salts = log.subarray(16, 24);
  let count = 0;
  for (let at = 32; at + frame <= log.length && log.subarray(at + 8, at + 16).equals(salts); at += frame)
    if (log.readUInt32BE(at + 4) !== 0) count += 1;
  return count;
}

async function commitsOf(work: () => Promise<unknown>): Promise<number> {
  const before = commits();
  await work();
  return commits() - before;
}

const inserting = (company: string, number: number) => store.insert(cards, card(company, number));

test("one write is one commit", async () => {
  const company = newCompany();
  expect(await commitsOf(() => inserting(company, 1))).toBe(1);
  expect(await commitsOf(() => inserting(company, 2))).toBe(1);
});

test("64 writes asked for at once share one commit", async () => {
  const company = newCompany();
  const all = () => Promise.all(Array.from({ length: 64 }, (_, number) => inserting(company, number)));
  expect(await commitsOf(all)).toBe(1);
});

test("30 people who answer at once share one commit", async () => {
  const one = card(newCompany(), 1);
  await store.insert(cards, one);
  const answer = (index: number) =>
    store.change(cards, one._id, { set: { [`answers.step-${index}`]: { value: "3", revision: 1 } } });
  expect(await commitsOf(() => Promise.all(Array.from({ length: 30 }, (_, index) => answer(index))))).toBe(1);
});

test("what is patient shares the commit of what is not, and is committed before long by itself", async () => {
  const one = card(newCompany(), 1);
  await store.insert(cards, one);
  const patient = (done: boolean) => store.change(cards, one._id, { set: { done }, patient: true });
  expect(await commitsOf(() => Promise.all([patient(true), inserting(newCompany(), 1)]))).toBe(1);
  expect(await commitsOf(() => patient(false))).toBe(1);
});

test("writes that wait for each other are committed one by one", async () => {
  const company = newCompany();
  const oneByOne = async () => {
    for (let number = 0; number < 5; number += 1) await inserting(company, number);
  };
  expect(await commitsOf(oneByOne)).toBe(5);
});

test("reading, and a write whose condition does not hold, write nothing", async () => {
  const one = card(newCompany(), 1);
  await store.insert(cards, one);
  const asked = async () => {
    await store.get(cards, one._id);
    await store.find(cards, { name: "ofCompany", equals: { company: one.company } });
    await store.change(cards, one._id, { when: { version: 9 }, set: { done: true } });
    await store.insert(cards, one);
  };
  expect(await commitsOf(asked)).toBe(0);
});

import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { afterAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { collection } from "../../src/store/collection.ts";
import { openEmbeddedStore } from "../../src/store/embedded/open-embedded-store.ts";
import { StoreNotOpened } from "../../src/store/store-errors.ts";
import { card, cards } from "./sample.ts";

const root = mkdtempSync(join(tmpdir(), "luotsi-file-"));
let folder = root;
let file = "";
beforeEach(() => {
  folder = mkdtempSync(join(root, "store-"));
  file = join(folder, "luotsi.db");
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const open = (collections = [cards]) => openEmbeddedStore({ folder, collections });

async function refusal(): Promise<string> {
  const error = await open().then(
    () => "opened",
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StoreNotOpened);
  expect(String(error)).toContain(file);
  return String(error);
}

test("makes the folder where it is missing", async () => {
  const deep = join(folder, "a", "b");
  const store = await openEmbeddedStore({ folder: deep, collections: [cards] });
  await store.close();
  expect(readFileSync(join(deep, "luotsi.db")).subarray(0, 15).toString()).toBe("SQLite format 3");
});

test("is for its owner alone, also in a folder that others may read and in a file that they could", async () => {
  const modes = () => readdirSync(folder).map((name) => [name, statSync(join(folder, name)).mode & 0o777]);
  chmodSync(folder, 0o755);
  const store = await open();
  await store.insert(cards, card("company", 1));
  expect(modes()).toEqual([
    ["luotsi.db", 0o600],
    ["luotsi.db-wal", 0o600],
  ]);
  await store.close();
  chmodSync(file, 0o644);
  await (await open()).close();
  expect(modes()).toEqual([["luotsi.db", 0o600]]);
});

test("a file that is no database is refused by name and left as it is", async () => {
  const text = "not a database\n".repeat(1000);
  writeFileSync(file, text);
  expect(await refusal()).toContain("damaged");
  expect(readFileSync(file, "utf8")).toBe(text);
});

test.each([
  ["in the middle", (bytes: Buffer) => bytes.fill(0xa5, bytes.length / 2, bytes.length / 2 + 8192)],
  ["in its first page", (bytes: Buffer) => bytes.fill(0, 100, 4096)],
  ["at its end, which is missing", (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
])("a file that is damaged %s is refused by name and left as it is", async (_, damage) => {
  const store = await open();
  await Promise.all(Array.from({ length: 500 }, (_, number) => store.insert(cards, card("company", number))));
  await store.close();
  const damaged = damage(readFileSync(file));
  writeFileSync(file, damaged);
  expect(await refusal()).toContain("damaged");
  expect(readFileSync(file).equals(damaged)).toBe(true);
});

test("a file of a newer Luotsi is refused kindly and left as it is", async () => {
  await (await open()).close();
  change("PRAGMA user_version=99");
  const before = readFileSync(file);
  expect(await refusal()).toContain("newer Luotsi (file version 99");
  expect(readFileSync(file).equals(before)).toBe(true);
});

test("another program's database is refused and left as it is", async () => {
  change("CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1)");
  const before = readFileSync(file);
  expect(await refusal()).toContain("another program");
  expect(readFileSync(file).equals(before)).toBe(true);
});

test("a folder that cannot be made and a file that is a folder are refused by name", async () => {
  mkdirSync(file);
  expect(await refusal()).toContain("cannot be opened or written");
  writeFileSync(join(folder, "plain"), "");
  folder = join(folder, "plain", "store");
  file = join(folder, "luotsi.db");
  expect(await refusal()).toContain("DATA_DIR");
});

test("an open file is refused to a second store, and free again once the first is closed", async () => {
  const store = await open();
  expect(await refusal()).toContain("another Luotsi is running");
  await store.insert(cards, card("company", 1));
  await store.close();
  const again = await open();
  expect(await again.get(cards, card("company", 1)._id)).toEqual(card("company", 1));
  await again.close();
});

test("indexes that are declared otherwise, or no more, are made anew when the file is opened", async () => {
  await (await open()).close();
  const before = indexes();
  const [unique, due] = cards.indexes;
  const changed = collection({
    ...cards,
    indexes: [...(unique ? [unique] : []), ...(due ? [{ ...due, fields: ["company", "dueAt", "number"] }] : [])],
  });
  await (await open([changed])).close();
  const after = indexes();
  expect(before).toHaveLength(4);
  expect(after).toHaveLength(2);
  expect(after.join()).toContain(`json_extract(doc,'$."dueAt"'), json_extract(doc,'$."number"'), _id`);
});

test("a new unique index over documents that are alike is refused, and the file opens as before", async () => {
  const loose = collection({ ...cards, indexes: [], schema: z.looseObject({ _id: z.string() }) });
  const store = await openEmbeddedStore({ folder, collections: [loose] });
  await store.insert(loose, { _id: "a", company: "c", number: 1 });
  await store.insert(loose, { _id: "b", company: "c", number: 1 });
  await store.close();
  expect(await refusal()).toContain("unique index");
  const again = await openEmbeddedStore({ folder, collections: [loose] });
  expect(await again.getMany(loose, ["a", "b"])).toHaveLength(2);
  await again.close();
});

function change(sql: string): void {
  const database = new Database(file);
  database.exec(sql);
  database.close();
}

function indexes(): readonly string[] {
  const database = new Database(file);
  const rows = database.prepare("SELECT sql FROM sqlite_schema WHERE type='index' AND sql IS NOT NULL").raw(true).all();
  database.close();
  return rows.map(String);
}

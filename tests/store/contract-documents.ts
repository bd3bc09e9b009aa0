import { expect, test } from "vitest";
import { collection } from "../../src/store/collection.ts";
import { StoredDocumentInvalid, StoreMisused, StoreUnavailable } from "../../src/store/store-errors.ts";
import { fc } from "../support/properties.ts";
import type { Opened } from "./contract.ts";
import { anyCards, card, cards, newCompany } from "./sample.ts";

export function documentsContract(opened: Opened): void {
  test("gives back what was inserted, and undefined for what is not there", async () => {
    const store = opened.current();
    const one = card(newCompany(), 1, { title: "Soita", answers: { "data-management": { value: "3", revision: 1 } } });
    expect(await store.insert(cards, one)).toBe("inserted");
    expect(await store.get(cards, one._id)).toEqual(one);
    expect(await store.get(cards, `${one._id}-other`)).toBeUndefined();
  });

  test("tells the database's time, which does not go back, or that it has no clock of its own", async () => {
    const store = opened.current();
    const [before, after] = [await store.serverTime(), await store.serverTime()];
    expect(typeof before).toBe(typeof after);
    if (before !== undefined && after !== undefined) expect(after).toBeGreaterThanOrEqual(before);
  });

  test("refuses a second document with the same id or the same unique fields, and keeps the first", async () => {
    const store = opened.current();
    const one = card(newCompany(), 1, { title: "first" });
    await store.insert(cards, one);
    expect(await store.insert(cards, { ...one, title: "second" })).toBe("exists");
    expect(await store.insert(cards, { ...one, _id: `${one._id}-b` })).toBe("exists");
    expect(await store.get(cards, one._id)).toEqual(one);
    expect(await store.get(cards, `${one._id}-b`)).toBeUndefined();
  });

  test("removes a document once", async () => {
    const store = opened.current();
    const one = card(newCompany(), 1);
    await store.insert(cards, one);
    expect(await store.remove(cards, one._id)).toBe(true);
    expect(await store.remove(cards, one._id)).toBe(false);
    expect(await store.get(cards, one._id)).toBeUndefined();
    expect(await store.insert(cards, one)).toBe("inserted");
  });

  test("gives several documents in the order of the ids, without those that are missing", async () => {
    const store = opened.current();
    const company = newCompany();
    const all = [card(company, 1), card(company, 2), card(company, 3)] as const;
    for (const one of all) await store.insert(cards, one);
    const ids = [all[2]._id, "nobody", all[0]._id, all[2]._id];
    expect(await store.getMany(cards, ids)).toEqual([all[2], all[0], all[2]]);
    expect(await store.getMany(cards, [])).toEqual([]);
  });

  test("a document that does not fit its schema is refused on the way in, and its values are not told", async () => {
    const store = opened.current();
    const one = { ...card(newCompany(), 1), number: "a secret answer" };
    // Called without types, as data from outside would be.
    const inserting = Reflect.apply(store.insert, store, [cards, one]);
    await expect(inserting).rejects.toThrow(StoredDocumentInvalid);
    await expect(inserting).rejects.toThrow(/number: /);
    await expect(inserting).rejects.not.toThrow(/secret/);
    expect(await store.get(cards, one._id)).toBeUndefined();
  });

  test("a stored document that does not fit is refused on the way out", async () => {
    const store = opened.current();
    const company = newCompany();
    await store.insert(anyCards, { _id: `${company}/x`, company, number: 1, stray: true });
    await expect(store.get(cards, `${company}/x`)).rejects.toBeInstanceOf(StoredDocumentInvalid);
    await expect(store.getMany(cards, [`${company}/x`])).rejects.toBeInstanceOf(StoredDocumentInvalid);
    await expect(store.find(cards, { name: "ofCompany", equals: { company } })).rejects.toBeInstanceOf(
      StoredDocumentInvalid,
    );
  });

  test.each([
    ["a dot", "a.b"],
    ["an operator", "$set"],
    ["nothing", ""],
    ["NUL", "a\0b"],
  ])("a key with %s in it is refused, because no path could reach it", async (_, key) => {
    const store = opened.current();
    const one = card(newCompany(), 1, { answers: { [key]: { value: "1", revision: 1 } } });
    await expect(store.insert(cards, one)).rejects.toBeInstanceOf(StoredDocumentInvalid);
    expect(await store.get(cards, one._id)).toBeUndefined();
  });

  test("an operator in the place of an id is refused", async () => {
    const store = opened.current();
    const rubbish = JSON.parse('{"$gt":""}');
    await expect(store.get(cards, rubbish)).rejects.toBeInstanceOf(StoreMisused);
    await expect(store.getMany(cards, [rubbish])).rejects.toBeInstanceOf(StoreMisused);
    await expect(store.remove(cards, rubbish)).rejects.toBeInstanceOf(StoreMisused);
    await expect(store.change(cards, rubbish, { set: { title: "x" } })).rejects.toBeInstanceOf(StoreMisused);
  });

  test("a collection that was not declared at opening is refused", async () => {
    const other = collection({ ...cards, name: "others" });
    await expect(opened.current().get(other, "x")).rejects.toBeInstanceOf(StoreMisused);
  });

  test("keeps every text as it is: Finnish, emoji, right to left, markup, operators", async () => {
    const store = opened.current();
    const company = newCompany();
    let number = 0;
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "äöÅ €",
        "👩‍🔧🇫🇮",
        "שלום‎",
        "<script>alert(1)</script>",
        "$gt",
        "a.b",
        "'; DROP TABLE cards; --",
        "\0",
        "\u2028",
        "",
      ),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (title) => {
        number += 1;
        const one = card(company, number, { title });
        await store.insert(cards, one);
        expect(await store.get(cards, one._id)).toEqual(one);
      }),
      { numRuns: 60 },
    );
  });

  test("keeps a text of 1 MB, and refuses a document of more than 16 MB", async () => {
    const store = opened.current();
    const company = newCompany();
    const one = card(company, 1, { title: "ä".repeat(500_000) });
    await store.insert(cards, one);
    expect(await store.get(cards, one._id)).toEqual(one);
    const tooLarge = card(company, 2, { title: "x".repeat(17_000_000) });
    await expect(store.insert(cards, tooLarge)).rejects.toBeInstanceOf(StoredDocumentInvalid);
  });

  test("finds everything again after closing and opening; a closed store refuses kindly", async () => {
    const before = opened.current();
    const one = card(newCompany(), 1, { title: "kept" });
    await before.insert(cards, one);
    await opened.reopen();
    expect(await opened.current().get(cards, one._id)).toEqual(one);
    await expect(before.get(cards, one._id)).rejects.toBeInstanceOf(StoreUnavailable);
    await before.close();
  });

  test("closing finishes what is under way", async () => {
    const store = opened.current();
    const company = newCompany();
    const under = Array.from({ length: 20 }, (_, index) => store.insert(cards, card(company, index)));
    await opened.reopen();
    expect(new Set(await Promise.all(under))).toEqual(new Set(["inserted"]));
    expect(await opened.current().find(cards, { name: "ofCompany", equals: { company } })).toHaveLength(20);
  });
}

import { expect, test } from "vitest";
import type { Change } from "../../src/store/store.ts";
import { StoredDocumentInvalid, StoreMisused } from "../../src/store/store-errors.ts";
import type { Opened } from "./contract.ts";
import { anyCards, type Card, card, cards, newCompany } from "./sample.ts";

export function changesContract(opened: Opened): void {
  const insert = async (fields: Partial<Card> = {}): Promise<Card> => {
    const one = card(newCompany(), 1, fields);
    await opened.current().insert(cards, one);
    return one;
  };
  const change = (id: string, asked: Change) => opened.current().change(cards, id, asked);
  const stored = (id: string) => opened.current().get(cards, id);

  test("sets, unsets, increases, pushes and pulls in one step, and gives the document as it is then", async () => {
    const one = await insert({
      title: "old",
      asked: { step: "why" },
      outbox: [
        { id: "a", text: "A" },
        { id: "b", text: "B" },
      ],
    });
    const changed = await change(one._id, {
      set: { "answers.data-management": { value: "3", revision: 1 }, dueAt: 5 },
      unset: ["title", "asked"],
      increase: { version: 2, number: -1 },
      push: { events: { values: ["e1", "e2"] } },
      pull: { outbox: ["a", "nobody"] },
    });
    const { title, asked, ...rest } = one;
    const document = {
      ...rest,
      answers: { "data-management": { value: "3", revision: 1 } },
      dueAt: 5,
      version: 2,
      number: 0,
      events: ["e1", "e2"],
      outbox: [{ id: "b", text: "B" }],
    };
    expect(changed).toEqual({ kind: "changed", document });
    expect(await stored(one._id)).toEqual(document);
  });

  test("reaches into nested objects and makes what is missing on the way", async () => {
    const one = await insert({ answers: { a: { value: "1", revision: 1 } } });
    await change(one._id, {
      set: { "answers.a.value": "2", "asked.step": "level" },
      increase: { "answers.a.revision": 1 },
    });
    expect(await stored(one._id)).toEqual({
      ...one,
      asked: { step: "level" },
      answers: { a: { value: "2", revision: 2 } },
    });
  });

  test("says missing for a document that is not there, and makes none", async () => {
    expect(await change("nobody", { set: { title: "x" } })).toEqual({ kind: "missing" });
    expect(await stored("nobody")).toBeUndefined();
  });

  test("changes nothing unless every condition holds, and shows what stands there", async () => {
    const one = await insert({ version: 3, answers: { a: { value: "1", revision: 7 } } });
    const unmet = { kind: "unmet", document: one };
    expect(await change(one._id, { when: { version: 2 }, set: { done: true } })).toEqual(unmet);
    expect(await change(one._id, { when: { version: 3, "answers.a.revision": 8 }, set: { done: true } })).toEqual(
      unmet,
    );
    expect(await change(one._id, { when: { done: true }, set: { title: "x" } })).toEqual(unmet);
    expect(await stored(one._id)).toEqual(one);
    const met = await change(one._id, {
      when: { version: 3, "answers.a.revision": 7, done: false },
      set: { done: true },
    });
    expect(met.kind).toBe("changed");
  });

  test("a condition of null is met by null and by a missing field, and by nothing else", async () => {
    const one = await insert({ version: 0 });
    expect(
      (await change(one._id, { when: { dueAt: null, title: null, "answers.a.revision": null }, set: { title: "" } }))
        .kind,
    ).toBe("changed");
    expect((await change(one._id, { when: { title: null }, set: { done: true } })).kind).toBe("unmet");
    expect((await change(one._id, { when: { done: null }, set: { done: true } })).kind).toBe("unmet");
  });

  test("a change without anything to write only checks its conditions", async () => {
    const one = await insert();
    expect(await change(one._id, { when: { version: 0 } })).toEqual({ kind: "changed", document: one });
    expect(await change(one._id, { when: { version: 1 } })).toEqual({ kind: "unmet", document: one });
  });

  test("an event already taken is not taken again", async () => {
    const one = await insert();
    const take: Change = {
      unlessHolds: { events: "e1" },
      push: { events: { values: ["e1"] } },
      increase: { version: 1 },
    };
    expect((await change(one._id, take)).kind).toBe("changed");
    expect((await change(one._id, take)).kind).toBe("unmet");
    expect(await stored(one._id)).toEqual({ ...one, version: 1, events: ["e1"] });
  });

  test("a missing list holds nothing", async () => {
    const one = await insert();
    expect((await change(one._id, { unlessHolds: { outbox: "x" }, set: { done: true } })).kind).toBe("changed");
    expect((await change(one._id, { unlessHolds: { outbox: null }, set: { done: true } })).kind).toBe("changed");
  });

  test("a pushed list keeps its newest values; a missing list is made; pulling from a missing one does nothing", async () => {
    const one = await insert({ events: ["e1", "e2"] });
    await change(one._id, { push: { events: { values: ["e3", "e4"], keep: 3 } }, pull: { outbox: ["x"] } });
    expect(await stored(one._id)).toEqual({ ...one, events: ["e2", "e3", "e4"] });
    await change(one._id, { push: { outbox: { values: [{ id: "o", text: "O" }], keep: 5 } } });
    expect((await stored(one._id))?.outbox).toEqual([{ id: "o", text: "O" }]);
  });

  test("members that are undefined are left out", async () => {
    const one = await insert();
    const document = { ...one, title: "kept", asked: { step: "why" } };
    const set = { title: "kept", asked: { step: "why" }, done: undefined };
    const changed = Reflect.apply(opened.current().change, undefined, [cards, one._id, { set }]);
    expect(await changed).toEqual({ kind: "changed", document });
    expect(await stored(one._id)).toEqual(document);
  });

  test.each<[string, Change]>([
    ["a text where a number stands", { set: { number: "7" } }],
    ["a fraction where a whole number stands", { set: { "answers.a.revision": 0.5 } }],
    ["NaN", { set: { dueAt: Number.NaN } }],
    ["an object with a stray member", { set: { asked: { step: "x", stray: 1 } } }],
    ["taking away what must be there", { unset: ["number"] }],
    ["a list member of the wrong shape", { push: { events: { values: [{ $ne: 1 }] } } }],
    ["an operator among the keys", { set: { answers: { $where: { value: "x", revision: 1 } } } }],
  ])("refuses %s, and writes nothing", async (_, asked) => {
    const one = await insert();
    await expect(change(one._id, asked)).rejects.toBeInstanceOf(StoredDocumentInvalid);
    expect(await stored(one._id)).toEqual(one);
  });

  test.each<[string, Change]>([
    ["a path with an operator", { set: { "answers.$[]": "x" } }],
    ["an empty segment", { set: { "answers..a": "x" } }],
    ["a path into the prototype", { set: { "answers.__proto__.value": "x" } }],
    ["a path that the schema does not have", { when: { colour: "red" }, set: { done: true } }],
    ["a path into a list", { set: { "events.0": "x" } }],
    ["two writes to one place", { set: { "asked.step": "x" }, unset: ["asked"] }],
    ["pushing and pulling one list", { push: { outbox: { values: [] } }, pull: { outbox: ["x"] } }],
    ["another id", { set: { _id: "x" } }],
    ["increasing a text", { increase: { title: 1 } }],
    ["keeping none", { push: { events: { values: [], keep: 0 } } }],
    ["an operator as a condition", { when: { title: JSON.parse('{"$gt":""}') }, set: { done: true } }],
    ["an operator as an event", { unlessHolds: { events: JSON.parse('{"$exists":false}') }, set: { done: true } }],
    ["a condition on a whole list", { when: { events: "e1" }, set: { done: true } }],
  ])("never asks the database for %s", async (_, asked) => {
    const one = await insert();
    await expect(change(one._id, asked)).rejects.toBeInstanceOf(StoreMisused);
    expect(await stored(one._id)).toEqual(one);
  });

  test("a change may not take what a unique index gave to another document", async () => {
    const one = await insert();
    const other = card(one.company, 2);
    await opened.current().insert(cards, other);
    await expect(change(other._id, { set: { number: 1 } })).rejects.toBeInstanceOf(StoredDocumentInvalid);
    expect(await stored(other._id)).toEqual(other);
  });

  test.each<[string, Change]>([
    ["a number inside a text", { set: { "title.length": 1 } }],
    ["an increase of a text", { increase: { title: 1 } }],
    ["a value pushed to a text", { push: { title: { values: ["x"] } } }],
    ["a member pulled from a text", { pull: { title: ["x"] } }],
  ])("a document that cannot take %s stays as it is", async (_, asked) => {
    const one = await insert({ title: "text" });
    await expect(opened.current().change(anyCards, one._id, asked)).rejects.toBeInstanceOf(StoredDocumentInvalid);
    expect(await stored(one._id)).toEqual(one);
  });
}

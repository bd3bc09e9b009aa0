import { expect, test } from "vitest";
import type { Opened } from "./contract.ts";
import { card, cards, newCompany } from "./sample.ts";

export function racesContract(opened: Opened): void {
  test("of 200 writers at once exactly one wins each revision", async () => {
    const store = opened.current();
    const one = card(newCompany(), 1);
    await store.insert(cards, one);
    let revision = 0;
    const wins: number[] = [];
    const writer = async () => {
      const result = await store.change(cards, one._id, { when: { version: revision }, increase: { version: 1 } });
      if (result.kind === "changed") wins.push(result.document.version);
    };
    for (; revision < 5; revision += 1) await Promise.all(Array.from({ length: 200 }, writer));
    expect(wins).toEqual([1, 2, 3, 4, 5]);
    expect((await store.get(cards, one._id))?.version).toBe(5);
  });

  test("30 people who answer at once all win with one write each", async () => {
    const store = opened.current();
    const one = card(newCompany(), 1);
    await store.insert(cards, one);
    const steps = Array.from({ length: 30 }, (_, index) => `step-${index}`);
    const results = await Promise.all(
      steps.map((step) =>
        store.change(cards, one._id, {
          when: { [`answers.${step}.revision`]: null },
          unlessHolds: { events: step },
          set: { [`answers.${step}`]: { value: step, revision: 1 } },
          push: { events: { values: [step], keep: 64 } },
        }),
      ),
    );
    expect(results.every(({ kind }) => kind === "changed")).toBe(true);
    const after = await store.get(cards, one._id);
    expect(Object.keys(after?.answers ?? {}).sort()).toEqual([...steps].sort());
    expect(after?.events).toHaveLength(30);
  });

  test("of many inserts of one document at once exactly one is inserted", async () => {
    const store = opened.current();
    const one = card(newCompany(), 1);
    const results = await Promise.all(Array.from({ length: 50 }, () => store.insert(cards, one)));
    expect(results.filter((result) => result === "inserted")).toHaveLength(1);
  });

  test("one change that is refused does not touch the others that were asked for with it", async () => {
    const store = opened.current();
    const company = newCompany();
    const inserts = Array.from({ length: 10 }, (_, index) => store.insert(cards, card(company, index)));
    const unfit = JSON.parse(JSON.stringify({ ...card(company, 99), done: "maybe" }));
    const refused = store.insert(cards, unfit).catch((error: unknown) => (error instanceof Error ? error.name : error));
    const missing = store.change(cards, "nobody", { set: { done: true } });
    expect(await Promise.all(inserts)).toEqual(inserts.map(() => "inserted"));
    expect(await refused).toBe("StoredDocumentInvalid");
    expect(await missing).toEqual({ kind: "missing" });
  });
}

import { afterEach, beforeEach, expect, test } from "vitest";
import { addCustomers, namedOnly } from "../../src/customers/add-customers.ts";
import { changeCustomer } from "../../src/customers/change-customer.ts";
import type { Customer } from "../../src/customers/customer.ts";
import { edit } from "../../src/customers/decide.ts";
import { createRegisters, type Registers } from "../../src/customers/search/registers.ts";
import { warmRegisters } from "../../src/customers/search/warm-registers.ts";
import { takeBackAdded } from "../../src/customers/take-back.ts";
import { companies } from "../../src/people/records.ts";
import type { Store } from "../../src/store/store.ts";
import { Journey } from "../support/journey.ts";
import { fc } from "../support/properties.ts";
import { COMPANY } from "../support/sample-company.ts";
import { bookOf, NOW, sampleCustomer, TODAY } from "./sample-customer.ts";

let journey: Journey;
let now: number;
let registers: Registers;
const book = bookOf();

beforeEach(async () => {
  journey = await Journey.begin();
  now = NOW;
  registers = createRegisters(journey.store, () => now);
});
afterEach(() => journey.end());

function add(...names: readonly string[]) {
  const list = names.map((name) => ({ content: namedOnly(name, "p1") }));
  const adding = { company: "c1", by: "p1", today: TODAY, book };
  return addCustomers(journey.store, list, adding, { id: `add ${names.join()}`, now });
}
const namesNow = async () => (await registers.of("c1")).ordered().map(({ name }) => name);

test("a register holds a company's customers in the order of their names, also of another process's within seconds", async () => {
  await add("Ångström", "Öljynen", "Aalto");
  expect(await namesNow()).toEqual(["Aalto", "Ångström", "Öljynen"]);
  await add("Bergman");
  expect(await namesNow()).toHaveLength(3);
  now += 5_000;
  expect(await namesNow()).toEqual(["Aalto", "Bergman", "Ångström", "Öljynen"]);
  expect((await registers.of("c2")).ordered()).toEqual([]);
});

async function takesBack(name: string): Promise<void> {
  await journey.store.insert(companies, { _id: "c1", name: "Firma", language: "fi", timeZone: "Europe/Helsinki" });
  await takeBackAdded(journey.store, { company: "c1", by: "p1", once: `add ${name}`, since: NOW });
}

test("who was removed while a register was being read is not in the next one", async () => {
  await add("Aalto");
  await add("Öljynen");
  let during: () => Promise<void> = () => Promise.resolve();
  const meanwhile = async <T>(found: T): Promise<T> => {
    const then = during;
    during = () => Promise.resolve();
    await then();
    return found;
  };
  const slow: Store = {
    ...journey.store,
    find: async (collection, query) => meanwhile(await journey.store.find(collection, query)),
    get: async (collection, id) => meanwhile(await journey.store.get(collection, id)),
  };
  registers = createRegisters(slow, () => now);
  const removes = (name: string) => async () => {
    await takesBack(name);
    registers.forget("c1");
  };
  during = removes("Aalto");
  await namesNow();
  expect(await namesNow()).toEqual(["Öljynen"]);
  now += 5_000;
  during = removes("Öljynen");
  await namesNow();
  expect(await namesNow()).toEqual([]);
});

test("who was taken out again is gone at once here, and within seconds in another process", async () => {
  await add("Aalto");
  await add("Öljynen");
  const other = createRegisters(journey.store, () => now);
  const namesThere = async () => (await other.of("c1")).ordered().map(({ name }) => name);
  expect(await namesNow()).toEqual(await namesThere());
  await takesBack("Aalto");
  registers.forget("c1");
  expect(await namesNow()).toEqual(["Öljynen"]);
  now += 5_000;
  expect(await namesThere()).toEqual(["Öljynen"]);
  expect((await other.of("c1")).index.search("aallolle")).toBeUndefined();
});

test("a register that was read beforehand is as one that was not, and others have their turns meanwhile", async () => {
  await add(...Array.from({ length: 600 }, (_, nth) => `Asiakas ${nth}`));
  await journey.store.change(companies, COMPANY, { set: { recount: { bucket: 0, nextAt: now } } });
  const warmed: string[] = [];
  await warmRegisters(journey.store, { warm: (company) => Promise.resolve(void warmed.push(company)) });
  expect(warmed).toEqual([COMPANY]);
  let isWarm = false;
  let turns = 0;
  const others = (async () => {
    for (; !isWarm; turns++) await new Promise((resolve) => setImmediate(resolve));
  })();
  const warming = registers.warm("c1");
  const early = (await registers.of("c1")).index.search("Asiakas 599")?.ids;
  await warming;
  isWarm = true;
  await others;
  expect(turns).toBeGreaterThan(2);
  expect(early).toHaveLength(1);
  expect((await registers.of("c1")).index.search("Asiakas 599")?.ids).toEqual(early);
});

test("what was changed here is seen at once", async () => {
  const [virtanen] = await add("Virtanen");
  expect((await registers.of("c1")).index.search("virtaselle")?.ids).toEqual([virtanen?.record._id]);
  const change = { id: virtanen?.record._id ?? "", book, by: "p1" };
  await changeCustomer(journey.store, change, { id: "e2", now }, (one) => edit(one, { name: "Mäkinen" }));
  registers.forget("c1");
  const { index } = await registers.of("c1");
  expect(index.search("virtaselle")).toBeUndefined();
  expect(index.search("mäkiselle")?.ids).toEqual([virtanen?.record._id]);
});

test("several who ask at once make one reading", async () => {
  await add("Aalto");
  let reads = 0;
  const { store } = journey;
  const counting = createRegisters(
    {
      ...store,
      find: (collection, query) => {
        reads += 1;
        return store.find(collection, query);
      },
    },
    () => now,
  );
  await Promise.all([counting.of("c1"), counting.of("c1"), counting.of("c1")]);
  await counting.of("c1");
  expect(reads).toBe(1);
});

test("the order of names stays right however customers are added and renamed", async () => {
  const letters = "aäöåzvwé-1 x";
  const name = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 4 }).map((some) => `K${some.join("")}`);
  const compare = new Intl.Collator("fi").compare;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.tuple(fc.nat(60), name), { maxLength: 30 }), { maxLength: 6 }),
      async (rounds) => {
        let changed: readonly Customer[] = [];
        const fed: Store = { ...journey.store, find: <T>() => Promise.resolve(changed as readonly T[]) };
        const some = createRegisters(fed, () => now);
        let revision = 0;
        for (const round of rounds) {
          revision += 1;
          const ofRound = new Map(round.map(([nth, called]) => [nth, called]));
          changed = [...ofRound].map(([nth, called]) => sampleCustomer({ _id: `k${nth}`, name: called, revision }));
          some.forget("c1");
          const register = await some.of("c1");
          const expected = [...register.entries.values()].sort(
            (a, b) => compare(a.name, b.name) || (a._id < b._id ? -1 : 1),
          );
          expect(register.ordered()).toEqual(expected);
        }
      },
    ),
    { numRuns: 60 },
  );
});

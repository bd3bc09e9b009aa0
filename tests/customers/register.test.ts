import { afterEach, beforeEach, expect, test } from "vitest";
import { addCustomers, namedOnly } from "../../src/customers/add-customers.ts";
import { changeCustomer } from "../../src/customers/change-customer.ts";
import { type Customer, customers } from "../../src/customers/customer.ts";
import { edit } from "../../src/customers/decide.ts";
import { createRegisters, type Registers } from "../../src/customers/search/registers.ts";
import { warmRegisters } from "../../src/customers/search/warm-registers.ts";
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

test("who was removed while a register was being read is not in the next one", async () => {
  const [one] = await add("Aalto", "Öljynen");
  let during: () => Promise<void> = () => Promise.resolve();
  const slow: Store = {
    ...journey.store,
    find: async (collection, query) => {
      const found = await journey.store.find(collection, query);
      await during();
      return found;
    },
  };
  registers = createRegisters(slow, () => now);
  const removes = async () => {
    during = () => Promise.resolve();
    await journey.store.remove(customers, one?.record._id ?? "");
    registers.drop("c1");
  };
  during = removes;
  await namesNow();
  expect(await namesNow()).toEqual(["Öljynen"]);
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

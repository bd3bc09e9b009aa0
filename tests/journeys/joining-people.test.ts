import { expect, test } from "vitest";
import { createDirectories } from "../../src/people/directory.ts";
import { accounts, installations, people, teams } from "../../src/people/records.ts";
import { actionsOf } from "../../src/plan/find-actions.ts";
import { StoreUnavailable } from "../../src/store/store-errors.ts";
import { addTo, contactsWith, customerCalled } from "../support/customers.ts";
import { type Faults, failingStore, killedAfter } from "../support/failing-store.ts";
import { Journey } from "../support/journey.ts";
import { COMPANY, DEFAULT_PEOPLE } from "../support/sample-company.ts";

const PEOPLE = { ...DEFAULT_PEOPLE, anna: { name: "Anna Laine", roles: ["admin"], teams: ["koneet"] } } as const;

/** A company in which Pekka has his account in a tenant of its own, with a customer, an action and tasks of his. */
async function withTwoRecords(faults: Faults): Promise<Journey> {
  const journey = await Journey.begin({ people: PEOPLE, wrap: (store) => failingStore(store, faults) });
  const { store } = journey;
  await store.insert(installations, { _id: "web/other", company: COMPANY, platform: "web", tenant: "other" });
  await store.change(accounts, "web/firma/pekka", { set: { installation: "web/other" } });
  await store.change(teams, "koneet", { set: { digestReaders: ["marja", "pekka"] } });
  await store.change(people, "satu", { set: { away: { until: "2026-12-31", substitute: "pekka" } } });
  await addTo(journey, "pekka", { "Nieminen Oy": {} });
  await journey.says("pekka", "soitin niemiselle, soitan 3.12.");
  await journey.says("anna", "toimenpide: hinnasto verkkoon, Pekka, 15.12.");
  await journey.taps("pekka", "Otan tämän");
  return journey;
}

test("two records become one with all that the other one had, wherever it was cut short before", async () => {
  const faults: Faults = { away: false, loseAnswers: 0 };
  const journey = await withTwoRecords(faults);
  const { store } = journey;
  await journey.says("anna", "yhdistä henkilöt");
  const form = await journey.opensForm("anna", "Yhdistä henkilöt");
  let cuts = 0;
  for (let isDone = false; !isDone; ) {
    faults.beforeWrite = killedAfter(cuts);
    isDone = await journey
      .submits("anna", form, { kept: "jari", other: "pekka", prefers: "web" })
      .then(() => true)
      .catch((error: unknown) => {
        expect(error).toBeInstanceOf(StoreUnavailable);
        return false;
      });
    cuts += 1;
  }
  expect(cuts).toBeGreaterThan(5);
  faults.beforeWrite = undefined;
  expect((await customerCalled(journey, "Nieminen Oy")).person).toBe("jari");
  expect((await contactsWith(journey, "Nieminen Oy")).map(({ person }) => person)).toEqual(["jari", "jari"]);
  expect(await actionsOf(store, { company: COMPANY, person: "pekka" })).toEqual([]);
  const [action] = await actionsOf(store, { company: COMPANY, person: "jari" });
  expect(action?.owners).toMatchObject({ jari: { state: "accepted" } });
  const directory = await createDirectories(store, () => 0).of(COMPANY);
  expect(directory.people.get("pekka")?.joinedInto).toBe("jari");
  expect(directory.people.get("satu")?.away?.substitute).toBe("jari");
  expect(directory.teams.get("koneet")?.digestReaders).toEqual(["marja", "jari"]);
  expect(await store.get(accounts, "web/firma/pekka")).toMatchObject({ person: "jari" });
  await journey.end();
});

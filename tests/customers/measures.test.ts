import { afterEach, beforeEach, expect, test } from "vitest";
import { contacts, NO_CONTACT_CONTENT } from "../../src/customers/contact.ts";
import { customers } from "../../src/customers/customer.ts";
import { changeContact, logContact } from "../../src/customers/log-contact.ts";
import { measurePlanId } from "../../src/customers/measures/plan-measures.ts";
import { Journey } from "../support/journey.ts";
import { bookOf, NOW, sampleCustomer, TODAY } from "./sample-customer.ts";

const BOOK = bookOf({ all: 26 });
const PLAN = measurePlanId("y1", "m1");
let journey: Journey;

beforeEach(async () => {
  journey = await Journey.begin();
  await journey.store.insert(customers, sampleCustomer());
  const said = { id: "y1", company: "c1", customer: "k1", person: "p1", by: "p1", on: TODAY, reached: true } as const;
  const content = { ...NO_CONTACT_CONTENT, measures: [measure("2027-01-20")] };
  await logContact(journey.store, BOOK, { ...said, content }, { id: "y1", now: NOW });
});
afterEach(() => journey.end());

const measure = (on: string, over = {}) => ({ id: "m1", what: "tarjous", on, done: false, ...over });
const plan = () => journey.store.get(contacts, PLAN);
let changes = 0;
function change(id: string, set: Parameters<typeof changeContact>[2]["set"]) {
  return changeContact(journey.store, BOOK, { id, set, by: "p1" }, { id: `change${++changes}`, now: NOW });
}

test("the plan of a measure follows what the contact says of it, and is given up with it", async () => {
  expect(await plan()).toMatchObject({ state: "planned", due: "2027-01-20", promise: "tarjous" });
  await change("y1", { measures: [measure("2027-01-21", { what: "hinnasto" })] });
  expect(await plan()).toMatchObject({
    state: "planned",
    due: "2027-01-21",
    promise: "hinnasto",
    lookAt: expect.any(Number),
  });
  await change("y1", { measures: [measure("2027-01-21", { done: true })] });
  expect(await plan()).toMatchObject({ state: "undone", lookAt: null });
});

test("moved it stays where it was moved, also where its day had been corrected before", async () => {
  await change(PLAN, { due: "2027-01-25" });
  await change("y1", { notes: "innostunut" });
  expect(await plan()).toMatchObject({ due: "2027-01-25" });
  await change("y1", { measures: [measure("2027-01-22")] });
  expect(await plan()).toMatchObject({ due: "2027-01-22" });
  await change(PLAN, { due: "2027-01-29" });
  await change("y1", { notes: "varma" });
  expect(await plan()).toMatchObject({ due: "2027-01-29" });
});

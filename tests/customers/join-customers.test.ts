import { afterEach, beforeEach, expect, test } from "vitest";
import { joinCustomers } from "../../src/customers/join-customers.ts";
import { addTo, contactsWith, customerCalled } from "../support/customers.ts";
import { Journey } from "../support/journey.ts";
import { COMPANY } from "../support/sample-company.ts";
import { bookOf } from "./sample-customer.ts";

let journey: Journey;
beforeEach(async () => {
  journey = await Journey.begin();
});
afterEach(() => journey.end());

test("of two records of one person, the customers and promises of the one become the other's", async () => {
  await addTo(journey, "jari", { "Virtasen Konepaja": {} });
  await addTo(journey, "pekka", { "Lehtosen Kuljetus": {} });
  await journey.says("jari", "soitin virtasen konepajalle, soitan 3.12.");
  const joining = { company: COMPANY, kept: "satu", other: "jari" };
  for (const _ of [1, 2]) await joinCustomers(journey.store, bookOf(), joining, journey.now);
  expect((await customerCalled(journey, "Virtasen Konepaja")).person).toBe("satu");
  expect((await customerCalled(journey, "Lehtosen Kuljetus")).person).toBe("pekka");
  expect((await contactsWith(journey, "Virtasen Konepaja")).map(({ person }) => person)).toEqual(["satu", "satu"]);
});

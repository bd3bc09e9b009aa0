import { afterEach, beforeEach, expect, test } from "vitest";
import { type Action, actionText } from "../../src/coach/action.ts";
import { contacts } from "../../src/customers/contact.ts";
import { customers } from "../../src/customers/customer.ts";
import { companies } from "../../src/people/records.ts";
import { addTo, beginFortnightly, contactsWith, customerCalled, planFor } from "../support/customers.ts";
import { type Journey, privately } from "../support/journey.ts";
import { COMPANY } from "../support/sample-company.ts";

let journey: Journey;

beforeEach(async () => {
  journey = await beginFortnightly();
  await addTo(journey, "jari", { "Virtasen Konepaja": { last: "2027-08-09" } });
  await journey.at(1_000);
});
afterEach(() => journey.end());

const dueOn = async () => (await customerCalled(journey, "Virtasen Konepaja")).dueOn;

test("a care plan that was changed shows in the night, once, whoever looks", async () => {
  await planFor(journey, { contactsPerYear: 12 });
  await journey.at("2027-08-17T23:59:00+03:00");
  expect(await dueOn()).toBe("2027-08-23");
  journey.now = Date.parse("2027-08-18T04:00:00+03:00");
  const other = journey.secondProcess();
  await Promise.all([journey.luotsi.tick(journey.now), other.tick(journey.now)]);
  expect(await dueOn()).toBe("2027-09-08");
  const { revision } = await customerCalled(journey, "Virtasen Konepaja");
  await journey.at("2027-08-18T04:30:00+03:00");
  await journey.at("2027-08-19T04:30:00+03:00");
  expect((await customerCalled(journey, "Virtasen Konepaja")).revision).toBe(revision);
});

test("closed weeks stop the clock as soon as they are said", async () => {
  await journey.store.change(companies, COMPANY, {
    set: {
      closedWeeks: { ranges: [{ from: "2027-08-19", to: "2027-08-25" }], through: 2027 },
      "recount.nextAt": journey.now,
    },
  });
  await journey.at(1_000);
  expect(await dueOn()).toBe("2027-08-30");
});

test("a contact that a crash kept from its customer's clock reaches it within a minute", async () => {
  await journey.says("jari", "soitin virtasen konepajalle");
  const [made] = await contactsWith(journey, "Virtasen Konepaja");
  const before = await customerCalled(journey, "Virtasen Konepaja");
  // As it was when the process died between the two writes.
  await journey.store.change(contacts, made?._id ?? "", { set: { pendingAt: journey.now } });
  await journey.store.change(customers, before._id, {
    set: { clock: { ...before.clock, last: null }, dueOn: "2027-08-23", events: [] },
  });
  await journey.at(29_000);
  expect(await dueOn()).toBe("2027-08-23");
  await journey.at(30_000);
  expect(await dueOn()).toBe("2027-08-31");
  expect((await contactsWith(journey, "Virtasen Konepaja")).map(({ pendingAt }) => pendingAt)).toEqual([null]);
});

test("what is put off to a closed week comes on the first working day after it, and no day in one is offered", async () => {
  const closedWeeks = { ranges: [{ from: "2027-08-23", to: "2027-08-29" }], through: 2027 };
  await journey.store.change(companies, COMPANY, { set: { closedWeeks } });
  journey = await journey.restart();
  const { _id: customer } = await customerCalled(journey, "Virtasen Konepaja");
  const tap = (action: Action) =>
    journey.receive({
      ...journey.base("jari", privately("jari")),
      kind: "tapped",
      action: actionText(action),
      message: "m1",
    });
  await tap({ kind: "contact-snooze", customer });
  expect(await dueOn()).toBe("2027-08-30");
  expect(await tap({ kind: "contact-next-form", form: "plan", customer })).toMatchObject({
    form: { fields: [{ id: "on", value: "2027-08-31" }, {}, {}] },
  });
});

test.each([
  ["never contacted", {}],
  ["contacted long ago", { last: "2026-08-09" }],
])("a plan of its own asks within its own days from when it was saved, of a customer %s", async (_, known) => {
  await planFor(journey, { contactsPerYear: 1 });
  await addTo(journey, "jari", { Lahtinen: known, Korhonen: known, Salminen: known });
  for (const name of ["Lahtinen", "Korhonen", "Salminen"]) {
    await journey.says("jari", `asiakas ${name}`);
    await journey.taps("jari", "Hoitosuunnitelma");
    const form = await journey.opensForm("jari", "Oma suunnitelma");
    await journey.submits("jari", form, { wishDays: "7", worstDays: "14" });
    const { dueOn: next, limitOn } = await customerCalled(journey, name);
    expect([next, limitOn]).toEqual([expect.any(String), expect.any(String)]);
    expect(next ?? "").toMatch(/^2027-08-(?:1[7-9]|2[0-4])$/u);
    expect(limitOn ?? "").toMatch(/^2027-08-(?:2[4-9]|3[01])$/u);
  }
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addCustomers, namedOnly } from "../../src/customers/add-customers.ts";
import { changeCustomer, type Decision } from "../../src/customers/change-customer.ts";
import { contacts, NO_CONTACT_CONTENT } from "../../src/customers/contact.ts";
import { type Customer, customers } from "../../src/customers/customer.ts";
import { FIRST_RULES } from "../../src/customers/customer-rules.ts";
import * as decide from "../../src/customers/decide.ts";
import { contactsOf, dueOf } from "../../src/customers/find-customers.ts";
import {
  changeContact,
  type LoggedContact,
  logContact,
  planContact,
  takePendingContacts,
} from "../../src/customers/log-contact.ts";
import { type Rulebook, readRulebook } from "../../src/customers/rulebook.ts";
import { recountCustomers, saveCarePlan, saveRules } from "../../src/customers/save-rules.ts";
import type { Store } from "../../src/store/store.ts";
import { StoreUnavailable } from "../../src/store/store-errors.ts";
import { type Faults, failingStore } from "../support/failing-store.ts";
import { Journey } from "../support/journey.ts";
import { bookOf, care, criterion, NOW, TODAY } from "./sample-customer.ts";

const event = (id: string) => ({ id, now: NOW });
const FORTNIGHTLY = bookOf({ all: 26 });
const adding = { company: "c1", by: "p1", today: TODAY, book: FORTNIGHTLY };

describe("customers in the store", () => {
  let journey: Journey;
  let store: Store;
  beforeEach(async () => {
    journey = await Journey.begin();
    store = journey.store;
  });
  afterEach(() => journey.end());

  async function add(name = "Virtasen Konepaja", book = FORTNIGHTLY): Promise<Customer> {
    const added = await addCustomers(
      store,
      [{ content: namedOnly(name, "p1") }],
      { ...adding, book },
      event(`add ${name}`),
    );
    return added[0]?.record ?? expect.fail("nothing was added");
  }
  const log = (customer: string, id: string, over: Partial<LoggedContact> = {}, book = FORTNIGHTLY) =>
    logContact(
      store,
      book,
      {
        id,
        company: "c1",
        customer,
        person: "p1",
        by: "p1",
        content: NO_CONTACT_CONTENT,
        on: TODAY,
        reached: true,
        ...over,
      },
      event(id),
    );
  const plan = (customer: string, id: string, due: string) =>
    planContact(
      store,
      FORTNIGHTLY,
      { id, company: "c1", customer, person: "p1", by: "p1", content: NO_CONTACT_CONTENT, due },
      event(id),
    );
  const change = (id: string, name: string, decision: (customer: Customer) => Decision) =>
    changeCustomer(store, { id, book: FORTNIGHTLY, by: "p1" }, event(name), decision);
  const dueOn = async (id: string) => (await store.get(customers, id))?.dueOn;

  it("are added once however often the event comes, and once by two people who add the same one", async () => {
    const ten = Array.from({ length: 10 }, (_, nth) => ({ content: namedOnly(`Asiakas ${nth} Oy`, "p1") }));
    const first = await addCustomers(store, ten, adding, event("e1"));
    const again = await addCustomers(store, ten, adding, event("e1"));
    const other = await addCustomers(store, [{ content: namedOnly("asiakas 3", "p2") }], adding, event("e2"));
    expect(first.map(({ kind }) => kind)).toEqual(again.map(({ kind }) => kind));
    expect(other.map(({ kind, record }) => [kind, record.name])).toEqual([["exists", "Asiakas 3 Oy"]]);
    expect(await store.find(customers, { name: "ofCompany", equals: { company: "c1" } })).toHaveLength(10);
  });

  it("come to their person's list spread over the interval, one of them at once", async () => {
    const ten = Array.from({ length: 10 }, (_, nth) => ({ content: namedOnly(`Asiakas ${nth}`, "p1") }));
    await addCustomers(store, ten, adding, event("e1"));
    const due = (through: string) => dueOf(store, { company: "c1", person: "p1", through });
    expect(await due(TODAY)).toHaveLength(1);
    expect(await due("2027-01-17")).toHaveLength(5);
    expect(await due("2027-01-24")).toHaveLength(10);
  });

  it("have their clock start at a logged contact", async () => {
    const { _id } = await add();
    const taken = await log(_id, "y1", { person: "p2", on: "2027-01-09" });
    expect(taken.customer?.clock.last).toEqual({ contact: "y1", on: "2027-01-09", by: "p2", means: null });
    // The fourteenth day is a Saturday: a working day is asked for, within the limit.
    expect(await dueOn(_id)).toBe("2027-01-25");
    await log(_id, "y2", { on: "2026-12-01" });
    expect(await dueOn(_id)).toBe("2027-01-25");
  });

  it("do not start their clock anew when nobody answered", async () => {
    const { _id } = await add();
    const before = await dueOn(_id);
    await log(_id, "y1", { reached: false });
    expect(await dueOn(_id)).toBe(before);
    expect((await contactsOf(store, { company: "c1", customer: _id })).map(({ state }) => state)).toEqual(["tried"]);
  });

  it("come next on the day that was said with a contact, also beyond the limit, and as before when it is undone", async () => {
    const { _id } = await add();
    const before = await dueOn(_id);
    await log(_id, "y1", { next: { on: "2027-09-03", means: "phone" } });
    expect(await dueOn(_id)).toBe("2027-09-03");
    await changeContact(
      store,
      FORTNIGHTLY,
      { id: "y1", set: { next: { on: "2027-01-20", means: null } }, by: "p1" },
      event("e2"),
    );
    expect(await dueOn(_id)).toBe("2027-01-20");
    await changeContact(store, FORTNIGHTLY, { id: "y1", set: { state: "undone" }, by: "p1" }, event("e3"));
    expect(await dueOn(_id)).toBe(before);
    expect(await contactsOf(store, { company: "c1", customer: _id })).toEqual([]);
  });

  it("are snoozed as they were, when the contact that ended the snooze is undone", async () => {
    const { _id } = await add();
    await change(_id, "e1", (one) => decide.moveOccurrence(one, "snoozed", "2027-02-15", { by: "p1", today: TODAY }));
    await log(_id, "y1");
    expect(await dueOn(_id)).toBe("2027-01-25");
    await changeContact(store, FORTNIGHTLY, { id: "y1", set: { state: "undone" }, by: "p1" }, event("e3"));
    expect(await dueOn(_id)).toBe("2027-02-15");
  });

  it("keep a plan by a contact on its day or after it, and the plan stands again when the contact is undone", async () => {
    const { _id } = await add();
    await plan(_id, "s1", "2027-01-10");
    await plan(_id, "s2", "2027-01-20");
    await log(_id, "y1");
    expect(await dueOn(_id)).toBe("2027-01-20");
    expect(await store.get(contacts, "s1")).toMatchObject({ state: "kept", keptBy: "y1" });
    await changeContact(store, FORTNIGHTLY, { id: "y1", set: { state: "undone" }, by: "p1" }, event("e3"));
    expect(await store.get(contacts, "s1")).toMatchObject({ state: "planned", keptBy: null });
    expect(await dueOn(_id)).toBe("2027-01-10");
  });

  it("keep a plan made for later where the contact is said to keep it", async () => {
    const { _id } = await add();
    await plan(_id, "s1", "2027-01-13");
    await log(_id, "y1", { keeps: "s1" });
    expect(await dueOn(_id)).toBe("2027-01-25");
  });

  it("have a contact that was logged for the wrong one moved to the right one", async () => {
    const [one, other] = [await add("Virtanen"), await add("Virtasen Konepaja")];
    await log(one._id, "y1", { next: { on: "2027-01-20", means: null } });
    await changeContact(store, FORTNIGHTLY, { id: "y1", set: { customer: other._id }, by: "p1" }, event("e2"));
    expect((await store.get(customers, one._id))?.clock).toEqual(one.clock);
    expect((await store.get(customers, other._id))?.clock.last?.contact).toBe("y1");
    expect(await dueOn(other._id)).toBe("2027-01-20");
  });

  it("leave an occurrence out for an interval without touching the last contact", async () => {
    const { _id } = await add();
    await log(_id, "y1", { on: "2026-12-20" });
    await change(_id, "e1", (one) => decide.leaveOut(one, "lomalla", FORTNIGHTLY, { by: "p1", today: TODAY }));
    expect(await dueOn(_id)).toBe("2027-01-25");
    expect((await store.get(customers, _id))?.clock.last?.on).toBe("2026-12-20");
  });

  it("are owed nothing once the relationship has ended, and owed again when it goes on", async () => {
    const { _id, dueOn: before } = await add();
    await change(_id, "e1", (one) => decide.end(one, "lopetti toimintansa"));
    expect(await dueOn(_id)).toBeNull();
    await change(_id, "e2", decide.keepAgain);
    expect(await dueOn(_id)).toBe(before);
  });

  it("forget a contact person for good", async () => {
    const { _id } = await add();
    const contactPersons = [{ id: "h1", name: "Mika Virtanen", role: "", phone: "040 555 0123", email: "" }];
    await change(_id, "e1", (one) => decide.edit(one, { contactPersons }));
    await change(_id, "e2", (one) => decide.eraseContactPerson(one, "h1"));
    expect(JSON.stringify(await store.get(customers, _id))).not.toContain("Mika");
  });

  it("follow a saved care plan and saved criteria, spread where a closer cadence would ask for all at once", async () => {
    const quarterly = bookOf();
    const names = Array.from({ length: 20 }, (_, nth) => `Asiakas ${nth}`);
    const scored = names.map((name) => ({
      content: { ...namedOnly(name, "p1"), scores: { sales: 5 } },
      toldLast: "2026-12-01",
    }));
    await addCustomers(store, scored, { ...adding, book: quarterly }, event("e1"));
    const saving = { company: "c1", by: "p1", now: NOW };
    await saveRules(store, { ...FIRST_RULES, criteria: [criterion("sales", 1)] }, saving);
    await saveCarePlan(store, { kind: "class", of: "A" }, care(12), saving);
    const book: Rulebook = await readRulebook(store, { _id: "c1" });
    expect(await recountCustomers(store, book, { company: "c1", today: TODAY, event: event("e2") })).toBe(20);
    const all = await store.find(customers, { name: "ofClass", equals: { company: "c1", class: "A" } });
    expect(new Set(all.map((one) => one.dueOn)).size).toBe(20);
    expect(await recountCustomers(store, book, { company: "c1", today: TODAY, event: event("e3") })).toBe(0);
  });

  it.each([1, 2, 3])("get what a crash before write %i cut short from the clock", async (nth) => {
    const { _id, bucket } = await add();
    await plan(_id, "s1", TODAY);
    let writes = 0;
    const faults: Faults = {
      away: false,
      loseAnswers: 0,
      beforeWrite: () => {
        if (++writes > nth) throw new StoreUnavailable("killed");
      },
    };
    const logged: LoggedContact = {
      id: "y1",
      company: "c1",
      customer: _id,
      person: "p1",
      by: "p1",
      content: NO_CONTACT_CONTENT,
      on: TODAY,
      reached: true,
      next: { on: "2027-01-20", means: null },
    };
    await expect(logContact(failingStore(store, faults), FORTNIGHTLY, logged, event("y1"))).rejects.toThrow("killed");
    const take = () =>
      takePendingContacts(store, () => Promise.resolve(FORTNIGHTLY), { bucket, before: NOW, now: NOW });
    expect(await take()).toBe(1);
    expect(await dueOn(_id)).toBe("2027-01-20");
    const all = await contactsOf(store, { company: "c1", customer: _id });
    expect(all.map(({ state, due, on }) => `${state} ${due ?? on}`).toSorted()).toEqual([
      `kept ${TODAY}`,
      `made ${TODAY}`,
      "planned 2027-01-20",
    ]);
    expect(await take()).toBe(0);
  });
});

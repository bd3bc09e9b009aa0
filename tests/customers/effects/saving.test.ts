import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addCustomers, namedOnly } from "../../../src/customers/add-customers.ts";
import { contacts } from "../../../src/customers/contact.ts";
import { type Customer, customers } from "../../../src/customers/customer.ts";
import { applySaving, takePendingSavings } from "../../../src/customers/effects/apply-saving.ts";
import { NO_CHANGES, type RegisterChanges } from "../../../src/customers/effects/register-changes.ts";
import { registerSavings } from "../../../src/customers/effects/register-saving.ts";
import { saveRegister, type ToSave } from "../../../src/customers/effects/save-register.ts";
import { allCustomers } from "../../../src/customers/find-customers.ts";
import { readRulebook } from "../../../src/customers/rulebook.ts";
import { bucketOf } from "../../../src/deliveries/outbox.ts";
import { StoreUnavailable } from "../../../src/store/store-errors.ts";
import { type Faults, failingStore, killedAfter } from "../../support/failing-store.ts";
import { Journey } from "../../support/journey.ts";
import { bookOf, care, criterion, NOW, TODAY } from "../sample-customer.ts";

const HIGH = { kind: "level", level: "high" } as const;
const LOW = { kind: "level", level: "low" } as const;
const row = (id: string, name: string, set: RegisterChanges["customers"][number]["set"] = {}, scores = {}) => ({
  row: `rows/${id}`,
  customer: { id: null, name },
  set,
  scores,
  product: "Huolto",
  contactPerson: "Mika Salo",
});
const CHANGES: RegisterChanges = {
  customers: [
    row("a", "Virtasen Konepaja", { present: HIGH, potential: HIGH }, { sales: 5 }),
    row("b", "Rakennus Salo", { present: LOW, potential: HIGH, buys: false }, { sales: 2 }),
  ],
  contacts: [
    {
      row: "rows/b",
      customer: { id: null, name: "Rakennus Salo" },
      kind: "planned",
      on: "2027-02-01",
      means: null,
      purpose: "Tarjous",
      outcome: "",
      notes: "",
    },
  ],
  rules: { criteria: [criterion("sales", 1)], thresholds: { A: 4, B: 3, C: 2 } },
  plans: [{ kind: "class", of: "A", care: care(26) }],
};
const saving = (changes: RegisterChanges = CHANGES, over: Partial<ToSave> = {}): ToSave => ({
  of: "t1:value-portfolio:1",
  company: "c1",
  flow: "value-portfolio",
  person: "p1",
  by: "p1",
  changes,
  today: TODAY,
  now: NOW,
  ...over,
});

describe("what flows save", () => {
  const faults: Faults = { away: false, loseAnswers: 0 };
  let journey: Journey;
  beforeEach(async () => {
    faults.beforeWrite = undefined;
    journey = await Journey.begin({ wrap: (store) => failingStore(store, faults) });
    const adding = { company: "c1", by: "p1", today: TODAY, book: bookOf() };
    await addCustomers(journey.store, [{ content: namedOnly("Virtasen Konepaja", "p2") }], adding, {
      id: "seeded",
      now: NOW,
    });
  });
  afterEach(() => journey.end());

  async function saves(saved = saving()): Promise<void> {
    await applySaving(journey.store, await saveRegister(journey.store, saved));
  }

  /** All that was written, but when and how often. */
  async function standing(): Promise<unknown> {
    const { store } = journey;
    const all = await allCustomers(store, "c1");
    const plans = await Promise.all(
      all.map(({ _id }) => store.find(contacts, { name: "ofCustomer", equals: { company: "c1", customer: _id } })),
    );
    const said = ({
      name,
      person,
      present,
      scores,
      class: inClass,
      field,
      products,
      contactPersons,
      history,
    }: Customer) => ({
      ...{ name, person, present, scores, inClass, field, products, contactPersons },
      did: history.map(({ did }) => did).toSorted(),
    });
    const { rules, plans: cares } = await readRulebook(store, { _id: "c1" });
    return {
      customers: all.map(said).toSorted((a, b) => a.name.localeCompare(b.name)),
      contacts: plans.flat().map(({ _id, due, state, person, purpose }) => ({ _id, due, state, person, purpose })),
      rules: { criteria: rules.criteria, highFrom: rules.highFrom },
      cares: [...cares].map(([key, { contactsPerYear }]) => [key, contactsPerYear]),
    };
  }

  it("is in the register once, however often it is saved, also twice at once", async () => {
    await saves();
    const first = await standing();
    expect(first).toMatchObject({
      customers: [
        { name: "Rakennus Salo", person: "p1", field: "acquisition", inClass: "C", products: ["Huolto"] },
        { name: "Virtasen Konepaja", person: "p2", field: "strategic", inClass: "A" },
      ],
      contacts: [{ due: "2027-02-01", state: "planned", person: "p1", purpose: "Tarjous" }],
      cares: [["class/A", 26]],
    });
    await Promise.all([saves(), saves()]);
    expect(await standing()).toEqual(first);
  });

  it("comes to the same wherever it is cut short, once it is finished", async () => {
    await saves();
    const whole = await standing();
    for (let cut = 1; cut < 14; cut++) {
      await journey.end();
      journey = await Journey.begin({ wrap: (store) => failingStore(store, faults) });
      const adding = { company: "c1", by: "p1", today: TODAY, book: bookOf() };
      const seeded = [{ content: namedOnly("Virtasen Konepaja", "p2") }];
      await addCustomers(journey.store, seeded, adding, { id: "seeded", now: NOW });
      faults.beforeWrite = killedAfter(cut);
      await saves().catch((error: unknown) => {
        if (!(error instanceof StoreUnavailable)) throw error;
      });
      faults.beforeWrite = undefined;
      await takePendingSavings(journey.store, { bucket: bucketOf("c1"), before: NOW });
      expect(await standing(), `cut after ${cut} writes`).toEqual(whole);
      expect(await takePendingSavings(journey.store, { bucket: bucketOf("c1"), before: NOW })).toBe(0);
    }
  });

  it("follows its rows: what is said anew comes, a plan whose row is gone goes, and what people edited stays", async () => {
    await saves();
    const salo = (await allCustomers(journey.store, "c1")).find(({ name }) => name === "Rakennus Salo");
    await journey.store.change(customers, salo?._id ?? "", { set: { present: HIGH }, increase: { revision: 1 } });
    const again = row("b", "Rakennus Salo", { present: LOW, potential: LOW }, { sales: 4 });
    await saves(saving({ ...NO_CHANGES, customers: [again] }, { now: NOW + 1 }));
    const after = (await allCustomers(journey.store, "c1")).find(({ name }) => name === "Rakennus Salo");
    expect(after).toMatchObject({ present: HIGH, potential: LOW, scores: { sales: 4 } });
    const plans = await journey.store.find(contacts, {
      name: "ofCustomer",
      equals: { company: "c1", customer: salo?._id ?? "" },
    });
    expect(plans).toMatchObject([{ state: "undone" }]);
    // Rules and plans stand until somebody says otherwise.
    expect((await readRulebook(journey.store, { _id: "c1" })).rules.criteria).toHaveLength(1);
    expect(await journey.store.get(registerSavings, "t1:value-portfolio:1")).toMatchObject({
      revision: 2,
      pendingAt: null,
    });
  });
});

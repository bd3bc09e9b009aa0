import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { collections } from "../../src/collections.ts";
import { customers } from "../../src/customers/customer.ts";
import {
  type DeviationDecision,
  decideOn,
  deviationDecisions,
  lastDecisionOn,
  undecided,
} from "../../src/customers/deviations/decision.ts";
import type { Deviation } from "../../src/customers/deviations/deviation.ts";
import { eraseCustomerData } from "../../src/customers/privacy/erase-customer.ts";
import { openEmbeddedStore } from "../../src/store/embedded/open-embedded-store.ts";
import type { Store } from "../../src/store/store.ts";
import { bookOf, NOW, sampleCustomer, TODAY } from "./sample-customer.ts";

const WHOSE = { company: "c1", customer: "k1" };
const decision = (over: Partial<DeviationDecision> = {}): DeviationDecision => ({
  _id: "k1/doubted/2027-01-11",
  ...WHOSE,
  did: "left",
  what: "vaihtavat alaa",
  action: null,
  by: "p1",
  at: NOW,
  ...over,
});

describe("a decision on what deviates", () => {
  let folder: string;
  let store: Store;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "luotsi-decisions-"));
    store = await openEmbeddedStore({ folder, collections });
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("is made once: the first one holds, and nobody is asked again", async () => {
    expect(await decideOn(store, decision())).toBe("inserted");
    expect(await decideOn(store, decision({ what: "something else", by: "p2" }))).toBe("exists");
    expect(await lastDecisionOn(store, WHOSE)).toMatchObject({ what: "vaihtavat alaa", by: "p1" });
    const open = (id: string): Deviation => ({
      id,
      customer: sampleCustomer(),
      what: { kind: "doubted" },
      since: TODAY,
      proposedOn: TODAY,
    });
    const left = await undecided(store, [open("k1/doubted/2027-01-11"), open("k1/doubted/2027-03-01")]);
    expect(left.map(({ id }) => id)).toEqual(["k1/doubted/2027-03-01"]);
  });

  it("loses its words when the customer's personal data is erased, and stays made", async () => {
    await store.insert(customers, sampleCustomer());
    await decideOn(store, decision());
    await decideOn(store, decision({ _id: "k2/doubted/2027-01-11", customer: "k2" }));
    await eraseCustomerData(store, bookOf(), { id: "k1", by: "p1" }, { id: "e1", now: NOW });
    expect(await lastDecisionOn(store, WHOSE)).toMatchObject({ what: "", did: "left" });
    expect((await store.get(deviationDecisions, "k2/doubted/2027-01-11"))?.what).toBe("vaihtavat alaa");
  });
});

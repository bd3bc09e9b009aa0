import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { actions } from "../../src/plan/action.ts";
import { actionOwners } from "../../src/plan/action-owner.ts";
import { addAction, NO_CONTENT } from "../../src/plan/add-action.ts";
import { applyAction, type DerivedAction, withdrawActions } from "../../src/plan/apply-action.ts";
import { changeAction } from "../../src/plan/change-action.ts";
import * as decide from "../../src/plan/decide.ts";
import { edit } from "../../src/plan/edit.ts";
import {
  actionsOf,
  actionsOfDimension,
  actionsOfQuarter,
  closedSince,
  openActions,
} from "../../src/plan/find-actions.ts";
import type { Store } from "../../src/store/store.ts";
import { type Faults, failingStore } from "../support/failing-store.ts";
import { Journey } from "../support/journey.ts";
import { NOW } from "./sample-action.ts";

const own = (person: string) => ({ company: "c1", person });
const team = { company: "c1", team: "t1" };
const event = (id: string, now = NOW) => ({ id, now });

function row(over: Partial<DerivedAction> = {}, name = "1"): DerivedAction {
  return {
    ...team,
    origin: { kind: "row", flow: "year-plan", round: "r1", step: "rows", row: name },
    content: {
      ...NO_CONTENT,
      what: "Hinnasto verkkoon",
      dimension: "data-management",
      due: { kind: "quarter", year: 2027, quarter: 1 },
    },
    owners: ["p1"],
    by: "p9",
    revision: 1,
    ...over,
  };
}

function add(store: Store, id: string, owners: readonly string[] = ["p1"]) {
  const content = { ...NO_CONTENT, what: `Teko ${id}` };
  return addAction(store, { id, ...team, origin: { kind: "form" }, content, owners, by: "p1" }, event(`add ${id}`));
}

async function idsOf(store: Store, person: string): Promise<readonly string[]> {
  return (await actionsOf(store, own(person))).map(({ _id }) => _id);
}

describe("actions in the store", () => {
  let journey: Journey;
  let store: Store;
  beforeEach(async () => {
    journey = await Journey.begin();
    store = journey.store;
  });
  afterEach(() => journey.end());

  it("are found by their people, taken or proposed, as long as they are open and theirs", async () => {
    await add(store, "a", ["p1", "p2"]);
    await add(store, "b", ["p2"]);
    expect(await idsOf(store, "p1")).toEqual(["a"]);
    expect(await idsOf(store, "p2")).toEqual(["a", "b"]);
    await changeAction(store, "a", event("1"), "p2", (action) => decide.decline(action, { person: "p2", now: NOW }));
    expect(await idsOf(store, "p2")).toEqual(["b"]);
    await changeAction(store, "b", event("2"), "p1", (action) =>
      decide.propose(action, "p3", "p2", { person: "p1", now: NOW }),
    );
    expect([await idsOf(store, "p2"), await idsOf(store, "p3")]).toEqual([[], ["b"]]);
    await changeAction(store, "a", event("3"), "p1", decide.finish);
    expect(await idsOf(store, "p1")).toEqual([]);
    await changeAction(store, "a", event("4"), "p1", decide.reopen);
    expect(await idsOf(store, "p1")).toEqual(["a"]);
    expect(await store.find(actionOwners, { name: "ofPerson", equals: { ...own("p2"), open: true } })).toEqual([]);
  });

  it("are found by quarter, dimension and when they were closed", async () => {
    await applyAction(store, row(), event("e1"));
    expect(await actionsOfQuarter(store, { ...team, quarter: "2027-1" })).toHaveLength(1);
    expect(await actionsOfDimension(store, { ...team, dimension: "data-management" })).toHaveLength(1);
    await changeAction(store, "r1/rows/1", event("e2", NOW + 5), "p1", decide.finish);
    expect(await closedSince(store, { ...team, since: NOW + 5 })).toHaveLength(1);
    expect(await closedSince(store, { ...team, since: NOW + 6 })).toEqual([]);
    const due = {
      name: "toLookAt",
      equals: { bucket: Array.from({ length: 64 }, (_, at) => at) },
      to: Number.MAX_SAFE_INTEGER,
    } as const;
    expect(await store.find(actions, due)).toEqual([]);
    await changeAction(store, "r1/rows/1", event("e3"), "p1", decide.reopen);
    expect((await store.find(actions, due))[0]?.nextLookAt).toBe(Date.parse("2027-03-31T00:00:00+14:00"));
  });

  it("lose nobody's way when the process ends between any two writes", async () => {
    for (let writes = 0; writes < 6; writes++) {
      const id = `k${writes}`;
      await add(store, id, ["p1"]);
      let left = writes;
      const faults: Faults = { away: false, loseAnswers: 0, beforeWrite: () => void (left-- > 0 || fail()) };
      const handing = (to: Store) =>
        changeAction(to, id, event(`hand ${id}`), "p1", (action) =>
          decide.propose(action, "p2", "p1", { person: "p1", now: NOW }),
        );
      await handing(failingStore(store, faults)).catch(() => undefined);
      await expectFound(store, id);
      await handing(store);
      await expectFound(store, id);
      expect(await idsOf(store, "p2")).toContain(id);
    }
    function fail(): never {
      throw new Error("killed");
    }
  });

  it("are changed by everyone at once, each change once", async () => {
    await add(store, "a", []);
    const people = Array.from({ length: 8 }, (_, nth) => `p${nth}`);
    const takes = [...people, ...people].map((person) =>
      changeAction(store, "a", event(`take ${person}`), person, (action) => decide.join(action, { person, now: NOW })),
    );
    await Promise.all(takes);
    const action = await store.get(actions, "a");
    expect(Object.keys(action?.owners ?? {}).sort()).toEqual(people);
    expect(action?.revision).toBe(9);
    await Promise.all(people.map(async (person) => expect(await idsOf(store, person)).toEqual(["a"])));
  });

  it("come from a row once, follow it, and keep what people changed", async () => {
    const applied = await Promise.all([applyAction(store, row(), event("e1")), applyAction(store, row(), event("e1"))]);
    expect(applied.map(({ kind }) => kind).toSorted()).toEqual(["added", "unchanged"]);
    expect(await openActions(store, team)).toHaveLength(1);
    const said = (what: string, revision: number) =>
      row({ revision, content: { ...row().content, what }, owners: ["p2"] });
    expect(await applyAction(store, said("Hinnasto sivuille", 2), event("e2"))).toMatchObject({ kind: "changed" });
    expect(await applyAction(store, said("Hinnasto sivuille", 2), event("e2"))).toMatchObject({ kind: "unchanged" });
    expect(await applyAction(store, row(), event("late"))).toMatchObject({ kind: "unchanged" });
    expect([await idsOf(store, "p1"), await idsOf(store, "p2")]).toEqual([[], ["r1/rows/1"]]);
    await changeAction(store, "r1/rows/1", event("e3"), "p2", (action) => edit(action, { what: "Oma sana" }));
    await applyAction(store, said("Kolmas sana", 3), event("e4"));
    expect(await store.get(actions, "r1/rows/1")).toMatchObject({
      what: "Oma sana",
      derived: { what: "Kolmas sana" },
      quarter: "2027-1",
    });
  });

  it("go with their row when nobody has touched them; else the team is asked, and keeps them", async () => {
    await applyAction(store, row(), event("e1"));
    await applyAction(store, row({}, "2"), event("e1"));
    await changeAction(store, "r1/rows/2", event("e2"), "p1", (action) =>
      decide.join(action, { person: "p1", now: NOW }),
    );
    const gone = { company: "c1", round: "r1", step: "rows", rows: [], revision: 2 };
    const asked = await withdrawActions(store, gone, event("e3"));
    expect(asked.map(({ _id }) => _id)).toEqual(["r1/rows/2"]);
    expect(await store.get(actions, "r1/rows/1")).toBeUndefined();
    expect(await idsOf(store, "p1")).toEqual(["r1/rows/2"]);
    expect(await withdrawActions(store, gone, event("e3"))).toEqual([]);
    await changeAction(store, "r1/rows/2", event("e4"), "p1", decide.keep);
    expect(await withdrawActions(store, { ...gone, revision: 3 }, event("e5"))).toEqual([]);
    expect(await store.get(actions, "r1/rows/2")).toMatchObject({ rowGone: false, derived: null });
  });
});

/** Whoever the action names as its owner finds it. */
async function expectFound(store: Store, id: string): Promise<void> {
  const action = await store.get(actions, id);
  for (const person of Object.keys(action?.owners ?? {})) expect(await idsOf(store, person)).toContain(id);
}

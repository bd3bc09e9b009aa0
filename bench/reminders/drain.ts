import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { collections } from "../../src/collections.ts";
import { deliveries, planDelivery } from "../../src/deliveries/due/delivery.ts";
import { BUCKETS } from "../../src/deliveries/outbox.ts";
import { createDirectories } from "../../src/people/directory.ts";
import { people } from "../../src/people/records.ts";
import { createDueSender } from "../../src/reminders/due-sender.ts";
import { planSlots } from "../../src/reminders/plan-slots.ts";
import { openEmbeddedStore } from "../../src/store/embedded/open-embedded-store.ts";
import type { Store } from "../../src/store/store.ts";
import type { Figure } from "../figure.ts";
import { DUE, duePeople } from "./due-people.ts";

const COMPANIES = 100;
const EACH = 100;
const REMINDERS = COMPANIES * EACH;
/** The floor does not need all of them: the last takes as long as the first. */
const FLOOR_REMINDERS = 1_000;
/** As the tick does it. */
const BATCH = 500;
const ALL_BUCKETS = Array.from({ length: BUCKETS }, (_, bucket) => bucket);

/** Before so long the first is sent. */
const FIRST_MS = 2_000;

/**
 * 10,000 people's weekly messages, due in the same minute, on the embedded store.
 *
 * - `reminders.plan`: from the people whose time has come to planned deliveries; floor: a delivery inserted and a person changed, one after another.
 * - `reminders.drain`: planned deliveries claimed, begun by fence, sent (to a platform that answers at once) and noted; floor: each only claimed, one
 *   after another, by a search for one and a conditional change.
 * - `reminders.first`: from the first look at the people to the first sending, with all 10,000 still to be planned; floor: its limit.
 */
export async function measureDrain(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "luotsi-bench-"));
  const [ours, floor] = await Promise.all(
    ["ours", "floor"].map((name) => openEmbeddedStore({ folder: join(folder, name), collections })),
  );
  if (!ours || !floor) throw new Error("two stores were opened");
  try {
    for (const store of [ours, floor]) await duePeople(store, { companies: COMPANIES, each: EACH });
    const floors = { plan: await planOneByOne(floor), drain: 0 };
    const taken = await drained(ours);
    await plan(floor);
    floors.drain = await claimOneByOne(floor);
    const figure = (name: string, value: number, least: number): Figure => ({
      name,
      value,
      unit: "reminders/s",
      floor: least,
      ratio: value / least,
      better: "higher",
    });
    const { firstMs } = taken;
    return [
      figure("reminders.plan", taken.planned, floors.plan),
      figure("reminders.drain", taken.drained, floors.drain),
      {
        name: "reminders.first",
        value: firstMs,
        unit: "ms",
        floor: FIRST_MS,
        ratio: firstMs / FIRST_MS,
        better: "lower",
      },
    ];
  } finally {
    await ours.close();
    await floor.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function planned(store: Store, nth: number, week = "2027-W06") {
  const company = `company-${nth % COMPANIES}`;
  return planDelivery(store, { company, person: `person-${nth}`, about: { kind: "weekly", week }, dueAt: DUE });
}

async function plan(store: Store): Promise<void> {
  await Promise.all(Array.from({ length: REMINDERS }, (_, nth) => planned(store, nth)));
}

async function planOneByOne(store: Store): Promise<number> {
  const from = performance.now();
  for (let nth = 0; nth < FLOOR_REMINDERS; nth += 1) {
    await planned(store, nth, "2027-W05");
    const _id = `person-${Math.floor(nth / EACH)}-${nth % EACH}`;
    const noted = await store.change(people, _id, { when: { "slots.nextAt": DUE }, set: { "slots.nextAt": DUE + 1 } });
    if (noted.kind !== "changed") throw new Error(`${_id} could not be changed`);
  }
  return (FLOOR_REMINDERS * 1000) / (performance.now() - from);
}

async function claimOneByOne(store: Store): Promise<number> {
  const query = { name: "claimable", equals: { bucket: ALL_BUCKETS }, to: DUE, limit: 1 } as const;
  const from = performance.now();
  for (let nth = 0; nth < FLOOR_REMINDERS; nth += 1) {
    const [next] = await store.find(deliveries, query);
    if (!next) throw new Error("nothing is due any more");
    const claimed = await store.change(deliveries, next._id, {
      when: { fence: next.fence },
      set: { owner: "floor", claimAt: DUE + 30_000 },
      increase: { fence: 1 },
    });
    if (claimed.kind !== "changed") throw new Error("somebody else has claimed it");
  }
  return (FLOOR_REMINDERS * 1000) / (performance.now() - from);
}

async function drained(store: Store) {
  const from = performance.now();
  const now = () => DUE + (performance.now() - from);
  const sent = new Set<string>();
  let firstMs = Number.NaN;
  const say = (_: object, text: string) => console.error(text);
  const log = { warn: say, error: say };
  const due = createDueSender({
    store,
    owner: "bench",
    now,
    send: async ({ _id }) => {
      if (sent.size === 0) firstMs = performance.now() - from;
      if (sent.has(_id)) throw new Error(`${_id} is sent twice`);
      sent.add(_id);
      return { kind: "sent", message: _id, at: now() };
    },
    log,
  });
  const ports = { store, directories: createDirectories(store, now), log };
  // As the tick does it, what is planned first begins to be sent; then, to time the two apart, all is planned before the rest is sent.
  let all = await planSlots(ports, now(), BATCH);
  due.begin();
  await due.settled();
  const began = performance.now();
  const [before, sentBefore] = [all, sent.size];
  for (let some = all; some > 0; all += some) some = await planSlots(ports, now(), BATCH);
  const plannedAt = performance.now();
  for (; sent.size < REMINDERS && now() < DUE + 60_000; due.begin()) await due.settled();
  if (sent.size !== REMINDERS) throw new Error(`${sent.size} of ${REMINDERS} were sent`);
  return {
    planned: ((all - before) * 1000) / (plannedAt - began),
    drained: ((REMINDERS - sentBefore) * 1000) / (performance.now() - plannedAt),
    firstMs,
  };
}

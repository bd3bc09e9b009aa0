import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  beginSending,
  type Claimed,
  claimDue,
  maySend,
  releaseClaim,
  settleDelivery,
} from "../../../src/deliveries/due/claim.ts";
import { deliveries, nudgeKey, planDelivery, weeklyKey } from "../../../src/deliveries/due/delivery.ts";
import type { Store } from "../../../src/store/store.ts";
import { dropJourneyStore, openJourneyStore } from "../../support/journey-store.ts";
import { fc } from "../../support/properties.ts";
import { createSender, type Platform } from "./sender.ts";

const SECOND = 1_000;
const WEEK = "2027-W06";

type Act = keyof ReturnType<typeof createSender>;
interface Step {
  readonly who: "p" | "q";
  readonly does: readonly Act[];
  readonly seconds: number;
}

const steps: fc.Arbitrary<Step> = fc.record({
  who: fc.constantFrom("p", "q"),
  does: fc.constantFrom<readonly Act[]>(
    ["claims"],
    ["claims", "begins"],
    ["claims", "begins", "sends"],
    ["begins", "sends", "notes"],
    ["sends", "notes"],
    ["crashes"],
    ["loses"],
  ),
  seconds: fc.constantFrom(0, 0, 5, 12, 21, 31),
});

describe("deliveries whose time has come", () => {
  let folder: string;
  let store: Store;
  let last = 0;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "luotsi-due-"));
    store = await openJourneyStore(folder);
  });
  afterAll(async () => {
    await store.close();
    await dropJourneyStore(folder);
  });

  /** A time before which nothing of other tests is due, and after which nothing of them is left. */
  const aTime = () => {
    last += 1;
    return last * 1_000_000_000;
  };
  const weekly = (person: string, dueAt: number) =>
    planDelivery(store, { company: "c", person: `${person}${dueAt}`, about: { kind: "weekly", week: WEEK }, dueAt });
  const claim = (owner: string, now: number, limit = 100) => claimDue(store, { owner, now, limit });
  async function only(claims: Promise<readonly Claimed[]>): Promise<Claimed> {
    const [claimed, ...others] = await claims;
    if (!claimed || others.length > 0) throw new Error(`one delivery was to be claimed, not ${others.length}`);
    return claimed;
  }
  const standing = async ({ delivery }: Claimed) => store.get(deliveries, delivery._id);
  const done = async (claimed: Claimed, now: number) => {
    expect(await settleDelivery(store, claimed, { kind: "dropped", reason: "nothing" }, now)).toBe(true);
  };

  test("are planned once for a person and week, and once for a person and due date", async () => {
    const at = aTime();
    expect(await weekly("a", at)).toBe("inserted");
    expect(await weekly("a", at)).toBe("exists");
    const nudge = { company: "c", person: `a${at}`, about: { kind: "nudge" as const, day: "2027-02-10" }, dueAt: at };
    expect(await planDelivery(store, nudge)).toBe("inserted");
    expect(await planDelivery(store, { ...nudge, dueAt: at + 1 })).toBe("exists");
    const ids = (await claim("p", at)).map(({ delivery }) => delivery._id).sort();
    expect(ids).toEqual([nudgeKey("c", `a${at}`, "2027-02-10"), weeklyKey("c", `a${at}`, WEEK)]);
    for (const claimed of await claim("p", at + 30 * SECOND)) await done(claimed, at);
  });

  test("are claimed when they are due, by one, for thirty seconds", async () => {
    const at = aTime();
    await weekly("a", at);
    expect(await claim("p", at - 1)).toEqual([]);
    const both = await Promise.all([claim("p", at), claim("q", at)]);
    expect(both.flat()).toHaveLength(1);
    expect(await claim("q", at + 30 * SECOND - 1)).toEqual([]);
    const taken = await only(claim("q", at + 30 * SECOND));
    expect(taken).toMatchObject({ doubtful: false, delivery: { owner: "q", fence: 2 } });
    await done(taken, at);
  });

  test("are not begun in the last ten seconds, nor by one whose claim another has taken over", async () => {
    const at = aTime();
    await weekly("a", at);
    const first = await only(claim("p", at));
    expect(await beginSending(store, first, at + 20 * SECOND)).toBe(false);
    const second = await only(claim("q", at + 30 * SECOND));
    expect(await beginSending(store, { ...first, until: second.until }, at + 31 * SECOND)).toBe(false);
    expect(await settleDelivery(store, first, { kind: "sent", message: "m", at }, at)).toBe(false);
    expect(await beginSending(store, second, at + 31 * SECOND)).toBe(true);
    expect(maySend(second, at + 49 * SECOND)).toBe(true);
    expect(maySend(second, at + 50 * SECOND)).toBe(false);
    await done(second, at);
  });

  test("that were begun by one who vanished are doubtful for the next", async () => {
    const at = aTime();
    await weekly("a", at);
    const first = await only(claim("p", at));
    await beginSending(store, first, at);
    const second = await only(claim("q", at + 30 * SECOND));
    expect(second.doubtful).toBe(true);
    await releaseClaim(store, second);
    expect((await standing(second))?.claimAt).toBe(second.until);
    expect(await settleDelivery(store, second, { kind: "unclear" }, at)).toBe(true);
    expect(await claim("q", at + 999 * SECOND)).toEqual([]);
    const listed = await store.find(deliveries, { name: "ofState", equals: { company: "c", state: "unclear" } });
    expect(listed.map(({ _id }) => _id)).toContain(second.delivery._id);
  });

  test("that were given back are anyone's at once", async () => {
    const at = aTime();
    await weekly("a", at);
    await releaseClaim(store, await only(claim("p", at)));
    await done(await only(claim("q", at + 1)), at);
  });

  test("for which the platform has no room yet come again when it has, as often as it takes, and stay doubtful if they were", async () => {
    const at = aTime();
    await weekly("a", at);
    let now = at;
    for (let nth = 0; nth < 20; nth++) {
      const claimed = await only(claim("p", now));
      await beginSending(store, claimed, now);
      await settleDelivery(store, claimed, { kind: "later", seconds: 7 }, now);
      expect(await standing(claimed)).toMatchObject({ state: "planned", attempts: 0, claimAt: now + 7 * SECOND });
      now += 7 * SECOND;
    }
    const vanished = await only(claim("p", now));
    await beginSending(store, vanished, now);
    now += 30 * SECOND;
    await settleDelivery(store, await only(claim("q", now)), { kind: "later", seconds: 7 }, now);
    now += 7 * SECOND;
    const doubtful = await only(claim("p", now));
    expect(doubtful.doubtful).toBe(true);
    await done(doubtful, now);
  });

  test("are taken by the process whose part they are, and by others when it leaves them lying", async () => {
    const at = aTime();
    const names = ["a", "b", "c", "d", "e", "f", "g", "h"];
    for (const name of names) await weekly(name, at);
    const claims = (owner: string, nth: number, now: number) =>
      claimDue(store, { owner, now, limit: 100, share: { of: 2, nth } });
    const first = await claims("p", 0, at);
    expect(await claims("p", 0, at + 10 * SECOND - 1)).toEqual([]);
    const rest = await claims("p", 0, at + 10 * SECOND);
    expect(await claims("q", 1, at + 10 * SECOND)).toEqual([]);
    expect(first.length).toBeGreaterThan(0);
    expect(rest.length).toBeGreaterThan(0);
    expect(first.length + rest.length).toBe(names.length);
    for (const claimed of [...first, ...rest]) await done(claimed, at);
  });

  test("that failed come again later and later, as long as the platform says, and not for ever", async () => {
    const at = aTime();
    await weekly("a", at);
    let now = at;
    const waits: number[] = [];
    for (let nth = 0; nth < 8; nth++) {
      const claimed = await only(claim("p", now));
      await beginSending(store, claimed, now);
      await settleDelivery(store, claimed, { kind: "failed", ...(nth === 1 ? { retryAfterSeconds: 600 } : {}) }, now);
      const { claimAt = null, state } = (await standing(claimed)) ?? {};
      if (claimAt === null) expect(state).toBe("dropped");
      else {
        waits.push((claimAt - now) / 60_000);
        now = claimAt;
      }
    }
    expect(waits).toEqual([1, 10, 4, 8, 16, 32, 60]);
    expect(await claim("p", now + 1e9)).toEqual([]);
  });

  async function carryOut(all: readonly Step[], platform: Platform, start: number): Promise<void> {
    let now = start;
    const sender = (owner: string) => createSender({ store, owner, platform, now: () => now });
    const senders = { p: sender("p"), q: sender("q") };
    for (const { who, does, seconds } of all) {
      now += seconds * SECOND;
      // After a write whose answer was lost the process lets go of all that it held, as one that crashed.
      for (const act of does) await senders[who][act]().catch(senders[who].crashes);
      expect(Math.max(0, ...platform.arrived.values())).toBeLessThanOrEqual(1);
    }
    const end = sender("end");
    for (let nth = 0; nth < 15; nth++) {
      now += 61 * SECOND;
      for (const act of ["claims", "begins", "sends", "notes", "begins", "sends", "notes"] as const) await end[act]();
    }
  }

  test("arrive once each, whoever claims, stands still, crashes or loses an answer, in whatever order", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 10, maxLength: 40 }), fc.boolean(), async (all, canBeAsked) => {
        const start = aTime();
        const persons = ["a", "b"];
        for (const person of persons) await weekly(person, start);
        const platform: Platform = { arrived: new Map(), canBeAsked };
        await carryOut(all, platform, start);
        const ids = persons.map((person) => weeklyKey("c", `${person}${start}`, WEEK));
        const found = await store.getMany(deliveries, ids);
        expect(found).toHaveLength(persons.length);
        for (const { _id, state, claimAt } of found) {
          expect(claimAt).toBeNull();
          expect(canBeAsked ? state : "sent").toBe("sent");
          expect(platform.arrived.get(_id) ?? (state === "unclear" ? 1 : 0)).toBe(1);
        }
      }),
      { numRuns: 150 },
    );
  }, 180_000);
});

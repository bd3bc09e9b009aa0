import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BUCKETS } from "../../src/deliveries/outbox.ts";
import { bucketsOf, createPeers, type Peers, processes } from "../../src/deliveries/peers.ts";
import type { Store } from "../../src/store/store.ts";
import { dropJourneyStore, openJourneyStore } from "../support/journey-store.ts";

describe("the processes on one store", () => {
  let folder: string;
  let store: Store;
  let now: number;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "luotsi-peers-"));
    store = await openJourneyStore(folder);
    now = 1_000_000;
  });
  afterEach(async () => {
    await store.close();
    await dropJourneyStore(folder);
  });

  const shared = () => ({ ...store, serverTime: () => Promise.resolve(now) });
  const clock = { now: () => now, isRight: () => Promise.resolve(true) };
  const aProcess = (process: string) => createPeers({ store: shared(), clock, process });
  async function look(all: readonly Peers[]): Promise<readonly string[]> {
    now += 5_000;
    for (const one of all) await one.look();
    now += 5_000;
    for (const one of all) await one.look();
    return all.map((one) => `${one.share().nth}/${one.share().of}`);
  }

  it("share what there is, and go on sharing when one comes, ends or is killed", async () => {
    const [a, b, c] = [aProcess("a"), aProcess("b"), aProcess("c")];
    expect(a.share()).toEqual({ of: 1, nth: 0 });
    expect(await look([a])).toEqual(["0/1"]);
    expect(await look([a, b, c])).toEqual(["0/3", "1/3", "2/3"]);
    await a.leave();
    expect(await look([b, c])).toEqual(["0/2", "1/2"]);
    expect(await look([c])).toEqual(["1/2"]);
    expect(await look([c])).toEqual(["0/1"]);
    expect(await look([b, c])).toEqual(["0/2", "1/2"]);
  });

  it("say every few seconds that they live, and forget who was killed long ago", async () => {
    const a = aProcess("a");
    await store.insert(processes, { _id: "killed", seenAt: now - 3_600_001 });
    await a.look();
    expect(await store.get(processes, "killed")).toBeUndefined();
    const said = (await store.get(processes, "a"))?.seenAt;
    now += 4_999;
    await a.look();
    expect((await store.get(processes, "a"))?.seenAt).toBe(said);
    now += 1;
    await a.look();
    expect((await store.get(processes, "a"))?.seenAt).toBe(now);
  });

  it("are one where the store has no clock of its own, and nothing is written", async () => {
    const alone = createPeers({ store, clock, process: "a" });
    await alone.look();
    await alone.leave();
    expect(alone.share()).toEqual({ of: 1, nth: 0 });
    expect(await store.get(processes, "a")).toBeUndefined();
  });

  it("take each bucket once between them, however many they are", () => {
    for (const of of [1, 2, 3, 7, 64, 70]) {
      const shares = Array.from({ length: of }, (_, nth) => bucketsOf({ of, nth }));
      const taken = shares.flatMap(({ mine }) => mine).sort((a, b) => a - b);
      expect(taken).toEqual(Array.from({ length: BUCKETS }, (_, bucket) => bucket));
      for (const { mine, others } of shares) expect(mine.length + others.length).toBe(BUCKETS);
    }
  });
});

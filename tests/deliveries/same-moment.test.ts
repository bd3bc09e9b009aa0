import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { conversations } from "../../src/conversations/conversation.ts";
import { createCourier } from "../../src/deliveries/courier.ts";
import { storeClock } from "../../src/deliveries/store-clock.ts";
import { changeRecord } from "../../src/rounds/change-record.ts";
import type { Store } from "../../src/store/store.ts";
import { dropJourneyStore, openJourneyStore } from "../support/journey-store.ts";
import { channelOf, Platform } from "./platform.ts";
import { aWhile, TEAM, World } from "./sending-world.ts";

/** Someone adds to an outbox in the very write after which its sender lets go of it; the sender hears of both so many steps apart. */
async function addedWhenLetGo(steps: number): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "luotsi-moment-"));
  const store = await openJourneyStore(folder);
  const platform = new Platform("slack");
  const world = new World(store, "r", TEAM, [platform]);
  await world.begin();
  const now = () => world.now;
  const log = { warn: () => undefined, error: () => undefined };
  const clock = storeClock({ store: { ...store, serverTime: async () => world.now }, now, log });
  const adds = async (text: string) => {
    const event = { id: text, now: world.now, sender: courier.sender() };
    const planned = [{ place: TEAM, how: { kind: "post" }, tell: { kind: "text", text } }] as const;
    const taken = await changeRecord(store, conversations, "r", event, () => ({ planned }));
    if (taken.kind !== "changed") throw new Error(`${text} was ${taken.kind}`);
    return taken.record;
  };
  let isLetGo = false;
  const watched: Store = {
    ...store,
    change: async (collection, id, change) => {
      const changed = await store.change(collection, id, change);
      if (isLetGo || change.set?.sendAt !== null) return changed;
      isLetGo = true;
      const added = await adds("second");
      void soon(steps).then(() => courier.send(conversations, added));
      return changed;
    },
  };
  const target = { installation: "slack/T", channel: channelOf(platform, async (act) => act(), now), first: true };
  const courier = createCourier({
    store: watched,
    clock,
    process: "one",
    targetsFor: async () => [target],
    homesOf: async () => [target],
    draw: async (_company, _place, { text }) => ({ text: String(text), blocks: [], language: "fi" }),
    findView: async () => undefined,
    now,
    wait: (milliseconds) => world.wait(milliseconds),
    log,
    redrawEveryMs: 3_000,
  });
  courier.send(conversations, await adds("first"));
  await courier.settled();
  await aWhile(5);
  await courier.settled();
  await store.close();
  await dropJourneyStore(folder);
  return platform.texts();
}

async function soon(steps: number): Promise<void> {
  for (let step = 0; step < steps; step += 1) await Promise.resolve();
}

it("what is added at the moment in which the sender lets go is sent at once all the same", async () => {
  for (let steps = 0; steps < 16; steps += 1)
    expect([steps, await addedWhenLetGo(steps)]).toEqual([steps, ["first", "second"]]);
});

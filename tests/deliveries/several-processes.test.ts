import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { collections } from "../../src/collections.ts";
import { conversations } from "../../src/conversations/conversation.ts";
import { openEmbeddedStore } from "../../src/store/embedded/open-embedded-store.ts";
import type { Store } from "../../src/store/store.ts";
import { fc } from "../support/properties.ts";
import { type Fate, Platform } from "./platform.ts";
import { aWhile, Process, TEAM, World } from "./sending-world.ts";

const folder = mkdtempSync(join(tmpdir(), "luotsi-sending-"));
let store: Store;
beforeAll(async () => {
  store = await openEmbeddedStore({ folder, collections });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

let worlds = 0;
async function aWorld(...platforms: readonly Platform[]): Promise<World> {
  const world = new World(store, `record-${worlds++}`, TEAM, platforms);
  await world.begin();
  return world;
}

describe("two processes that write one record", () => {
  it("send it one at a time: who writes while the other sends only adds, and the other sends that too", async () => {
    const slack = new Platform("slack");
    const world = await aWorld(slack);
    const [one, other] = [new Process(world, "one"), new Process(world, "other")];
    one.stops();
    const said = one.adds(["a", "b"]);
    one.goesOn();
    await said;
    await other.adds(["c"]);
    await Promise.all([one.courier.settled(), other.courier.settled()]);
    expect(slack.texts()).toEqual(["a", "b", "c"]);
    expect((await world.standing()).sendAt).toBeNull();
    await other.adds(["d"]);
    await other.courier.settled();
    expect(slack.texts()).toEqual(["a", "b", "c", "d"]);
  });

  it("double nothing when one is paused for two leases in the middle of its queue and goes on", async () => {
    const slack = new Platform("slack");
    const world = await aWorld(slack);
    const [paused, other] = [new Process(world, "paused"), new Process(world, "other")];
    await paused.adds(["a", "b", "c", "d"]);
    while (slack.arrived.length < 2) await aWhile(1);
    paused.stops();
    await aWhile(20);
    world.passes(60_000);
    await other.tick();
    await other.courier.settled();
    expect(slack.texts()).toEqual(["a", "b", "c", "d"]);
    paused.goesOn();
    await paused.courier.settled();
    await world.ends([paused, other]);
    expect(slack.texts()).toEqual(["a", "b", "c", "d"]);
  });

  it("leave a lease alone that is renewed while the platform takes long", async () => {
    const slack = new Platform("slack");
    const world = await aWorld(slack);
    const [slow, other] = [new Process(world, "slow"), new Process(world, "other")];
    await slow.adds(["a"]);
    for (let nth = 0; nth < 20; nth++) {
      world.passes(5_000);
      await slow.courier.keep();
      await other.tick();
    }
    await Promise.all([slow.courier.settled(), other.courier.settled()]);
    expect(slack.texts()).toEqual(["a"]);
  });

  it("take over what is added to while they take it over", async () => {
    const slack = new Platform("slack");
    const world = await aWorld(slack);
    const [gone, one, other] = [new Process(world, "gone"), new Process(world, "one"), new Process(world, "other")];
    await gone.adds(["a"]);
    gone.stops();
    const found = await world.standing();
    await other.adds(["b"]);
    await one.courier.recover(conversations, found);
    await one.courier.settled();
    expect(slack.texts()).toEqual(["a", "b"]);
  });

  it("hold their leases by the store's clock: one whose own is wrong takes nothing over, says so, and still replies", async () => {
    const slack = new Platform("slack");
    const world = await aWorld(slack);
    const [right, wrong] = [new Process(world, "right"), new Process(world, "wrong")];
    wrong.aheadMs = 20_000;
    await wrong.tick();
    expect(wrong.errors).toHaveLength(1);
    await right.adds(["a"]);
    right.stops();
    await aWhile(20);
    world.passes(31_000);
    await wrong.tick();
    await wrong.adds(["b"]);
    await wrong.courier.settled();
    expect(slack.texts()).not.toContain("b");
    right.goesOn();
    await world.ends([right, wrong]);
    expect(slack.texts()).toEqual(["a", "b"]);
    await wrong.adds(["c"]);
    await wrong.courier.settled();
    expect(slack.texts()).toEqual(["a", "b", "c"]);
  });
});

type Deed =
  | { readonly kind: "adds"; readonly process: number; readonly things: number }
  | { readonly kind: "dies" | "stops" | "goes-on" | "ticks"; readonly process: number }
  | { readonly kind: "passes"; readonly milliseconds: number }
  | { readonly kind: "while"; readonly turns: number }
  | { readonly kind: "trouble"; readonly platform: number; readonly fate: Fate };

const deeds: fc.Arbitrary<readonly Deed[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant("adds" as const),
        process: fc.nat(1),
        things: fc.integer({ min: 1, max: 3 }),
      }),
    },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant("while" as const), turns: fc.nat(6) }) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constantFrom("dies" as const, "stops" as const, "goes-on" as const, "ticks" as const),
        process: fc.nat(1),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant("passes" as const),
        milliseconds: fc.constantFrom(900, 9_000, 19_500, 31_000, 61_000),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant("trouble" as const),
        platform: fc.nat(1),
        fate: fc.constantFrom("refused" as const, "vanishes" as const, "lost" as const),
      }),
    },
  ),
  { maxLength: 30 },
);

/** A world in which deeds are done, and who is alive in it. */
class Happening {
  readonly platforms = [new Platform("slack"), new Platform("teams")];
  readonly processes: Process[];
  readonly world: World;
  #named = 0;

  constructor(world: (platforms: readonly Platform[]) => World) {
    this.world = world(this.platforms);
    this.processes = [this.#another(), this.#another()];
  }

  #another(): Process {
    return new Process(this.world, `process-${this.#named++}`);
  }

  async does(deed: Deed): Promise<void> {
    switch (deed.kind) {
      case "passes":
        return this.world.passes(deed.milliseconds);
      case "while":
        return aWhile(deed.turns);
      case "trouble":
        this.platforms[deed.platform]?.fates.push(deed.fate);
        return;
      default:
        return this.#happensTo(deed);
    }
  }

  #happensTo(deed: Extract<Deed, { process: number }>): void {
    const process = this.processes[deed.process];
    switch (deed.kind) {
      case "adds":
        void process?.adds(Array.from({ length: deed.things }, () => `${this.#named++}`));
        return;
      case "ticks":
        void process?.tick();
        return;
      case "goes-on":
        process?.goesOn();
        return;
      case "stops":
        process?.stops();
        return;
      case "dies":
        process?.stops();
        this.processes[deed.process] = this.#another();
        return;
      default:
        deed satisfies never;
    }
  }
}

describe("whatever happens to two processes on two platforms", () => {
  it("what was added arrives once on each, in order", async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (all) => {
        const happening = new Happening((platforms) => new World(store, `record-${worlds++}`, TEAM, platforms));
        const { world, processes, platforms } = happening;
        await world.begin();
        for (const deed of all) await happening.does(deed);
        for (const process of processes) process.goesOn();
        await world.ends(processes);
        for (const platform of platforms) expect(platform.texts()).toEqual(world.added);
      }),
      { numRuns: 150 },
    );
  });
});

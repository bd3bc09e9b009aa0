import { describe, expect, it } from "vitest";
import { limitOf } from "../../../../src/channels/slack/send/method-tiers.ts";
import { createPace, type Wanted } from "../../../../src/channels/slack/send/pace.ts";
import { fc } from "../../../support/properties.ts";
import { VirtualClock } from "./virtual-clock.ts";

interface Happened {
  readonly nth: number;
  readonly wanted: Omit<Wanted, "until">;
  readonly askedAt: number;
  readonly wentAt: number | undefined;
  readonly answeredAt: number;
}

interface Asking extends Omit<Wanted, "until"> {
  readonly at: number;
}

const PATIENCE_MS = 10_000;

/** Asks for turns at their times and tells what came of each, in the order of the answers. */
async function play(askings: readonly Asking[], processes = 1): Promise<readonly Happened[]> {
  const clock = new VirtualClock();
  const begin = clock.now;
  const pace = createPace({ now: clock.read, wait: clock.wait, processes: () => processes });
  const happened: Happened[] = [];
  for (const [nth, { at, ...wanted }] of [...askings].sort((a, b) => a.at - b.at).entries()) {
    await clock.until(begin + at);
    const askedAt = clock.now;
    void Promise.resolve(pace.turn({ ...wanted, until: askedAt + PATIENCE_MS })).then(({ kind }) => {
      happened.push({
        nth,
        wanted,
        askedAt,
        answeredAt: clock.now,
        wentAt: kind === "go" ? clock.now : undefined,
      });
    });
  }
  await clock.until(clock.now + 10 * 60_000);
  return happened;
}

const asking = fc.record({
  at: fc.integer({ min: 0, max: 90_000 }),
  installation: fc.constantFrom("slack/T1", "slack/T2"),
  method: fc.constantFrom("chat.postMessage", "chat.update", "views.publish", "conversations.list"),
  channel: fc.constantFrom("C1", "C2", "C3", "C4", "C5", "C6"),
  pace: fc.constantFrom("reply" as const, "storm" as const, "at-once" as const),
});
const many = fc.oneof(
  fc.array(asking, { maxLength: 300 }),
  // A storm: everything in one second.
  fc.array(
    asking.map((one) => ({ ...one, at: one.at % 1_000 })),
    { minLength: 100, maxLength: 300 },
  ),
);

/** The most that went within any window of that length. */
function mostWithin(times: readonly number[], windowMs: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return Math.max(0, ...sorted.map((from) => sorted.filter((at) => at >= from && at < from + windowMs).length));
}

function went(all: readonly Happened[], keep: (wanted: Happened["wanted"]) => boolean): readonly number[] {
  return all.flatMap(({ wanted, wentAt }) => (wentAt !== undefined && keep(wanted) ? [wentAt] : []));
}

describe("the pace at which Slack is called", () => {
  it("never goes above what Slack allows a method in a workspace, and gives storms at most half of it", async () => {
    await fc.assert(
      fc.asyncProperty(many, fc.constantFrom(1, 3), async (askings, processes) => {
        const all = await play(askings, processes);
        for (const installation of ["slack/T1", "slack/T2"])
          for (const method of new Set(askings.map((one) => one.method))) {
            const { perMinute } = limitOf(method);
            const here = (wanted: Happened["wanted"]) =>
              wanted.installation === installation && wanted.method === method;
            expect(mostWithin(went(all, here), 60_000)).toBeLessThanOrEqual(perMinute / processes);
            expect(
              mostWithin(
                went(all, (wanted) => here(wanted) && wanted.pace === "storm"),
                60_000,
              ),
            ).toBeLessThanOrEqual(perMinute / processes / 2);
          }
      }),
      { numRuns: 40 },
    );
  });

  it("posts one message a second to a channel, with three more at once", async () => {
    await fc.assert(
      fc.asyncProperty(many, async (askings) => {
        const all = await play(askings.map((one) => ({ ...one, method: "chat.postMessage" })));
        for (const installation of ["slack/T1", "slack/T2"])
          for (const channel of ["C1", "C2", "C3", "C4", "C5", "C6"]) {
            const times = went(all, (one) => one.installation === installation && one.channel === channel);
            for (const seconds of [1, 5, 30])
              expect(mostWithin(times, seconds * 1000)).toBeLessThanOrEqual(seconds + 3);
          }
      }),
      { numRuns: 40 },
    );
  });

  it("answers everybody within their patience, and lets calls of one kind to one channel go in the order asked", async () => {
    await fc.assert(
      fc.asyncProperty(many, async (askings) => {
        const all = await play(askings);
        expect(all).toHaveLength(askings.length);
        for (const { askedAt, answeredAt } of all) expect(answeredAt - askedAt).toBeLessThanOrEqual(PATIENCE_MS);
        const gone = all.filter(({ wanted, wentAt }) => wentAt !== undefined && wanted.pace !== "at-once");
        const kindOf = ({ wanted }: Happened) =>
          [wanted.installation, wanted.method, wanted.channel, wanted.pace].join();
        for (const kind of new Set(gone.map(kindOf))) {
          const order = gone.filter((one) => kindOf(one) === kind).map(({ nth }) => nth);
          expect(order).toEqual(order.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("a storm and people who wait", () => {
  const storm = (count: number): Asking[] =>
    Array.from({ length: count }, (_, nth) => ({
      at: 0,
      installation: "slack/T1",
      method: "chat.postMessage",
      channel: `D${nth}`,
      pace: "storm",
    }));
  const reply = (at: number, channel = "C1"): Asking => ({
    at,
    installation: "slack/T1",
    method: "chat.postMessage",
    channel,
    pace: "reply",
  });

  it("lets a person's reply go at once in the middle of a storm", async () => {
    const all = await play([...storm(400), reply(500), reply(3_000, "C2")]);
    for (const { wanted, askedAt, wentAt } of all) if (wanted.pace === "reply") expect(wentAt).toBe(askedAt);
    const storming = all.filter(({ wanted, wentAt }) => wanted.pace === "storm" && wentAt !== undefined);
    expect(storming.length).toBeGreaterThan(25);
  });

  it("lets the storm go on behind people who never stop", async () => {
    const replies = Array.from({ length: 600 }, (_, nth) => reply(nth * 100, `C${nth}`));
    const all = await play([...storm(60), ...replies]);
    const waited = all.filter(({ wanted, wentAt }) => wanted.pace === "storm" && (wentAt ?? 0) > 1_000_000 + 1_000);
    expect(waited.length).toBeGreaterThan(2);
  });

  /** Sends a storm, each as often as it is told to come again, and up to `lateMs` after that; how long it took all in all. */
  async function weathers(
    count: number,
    processes: () => number,
    {
      halfTime,
      lateMs = 1,
      replies = { count: 0, everyMs: 0 },
    }: {
      readonly halfTime?: () => void;
      readonly lateMs?: number;
      readonly replies?: { readonly count: number; readonly everyMs: number };
    } = {},
  ): Promise<number> {
    const clock = new VirtualClock();
    const begin = clock.now;
    let last = begin;
    let gone = 0;
    const pace = createPace({ now: clock.read, wait: clock.wait, processes });
    for (const [nth, { at: _, ...wanted }] of storm(count).entries()) {
      const again = async (): Promise<void> => {
        const turn = await pace.turn({ ...wanted, until: clock.now + 8_000 });
        if (turn.kind === "later") return clock.wait(turn.seconds * 1000 + ((nth * 977) % lateMs)).then(again);
        gone += 1;
        last = clock.now;
        if (gone === count / 2) halfTime?.();
      };
      void again();
    }
    for (let nth = 0; nth < replies.count; nth += 1) {
      await clock.until(begin + nth * replies.everyMs);
      const { at: _, ...wanted } = reply(0, `C${nth % 50}`);
      expect(await pace.turn({ ...wanted, until: clock.now + PATIENCE_MS })).toEqual({ kind: "go" });
    }
    await clock.until(begin + 3_600_000);
    expect(gone).toBe(count);
    return (last - begin) / 60_000;
  }

  it("is over, however long it is, in little more time than half of what Slack allows takes", async () => {
    expect(await weathers(600, () => 1)).toBeLessThanOrEqual((600 / 150) * 1.1);
    expect(await weathers(300, () => 2)).toBeLessThanOrEqual((300 / 75) * 1.1);
  });

  it("takes no longer where each comes back some seconds late", async () => {
    expect(await weathers(600, () => 2, { lateMs: 4_000 })).toBeLessThanOrEqual((600 / 75) * 1.05);
  });

  it("takes no longer beside people who never stop, as long as both fit", async () => {
    const replies = { count: 1_000, everyMs: 500 };
    expect(await weathers(600, () => 1, { replies })).toBeLessThanOrEqual((600 / 150) * 1.05);
  });

  it("is foreseen for what is not made ready yet, and nothing is taken by that", () => {
    const clock = new VirtualClock();
    const pace = createPace({ now: clock.read, wait: clock.wait });
    const wanted = { installation: "slack/T1", method: "chat.postMessage", channel: undefined, pace: "storm" } as const;
    const foreseen = () => pace.foresee({ ...wanted, until: clock.now + 8_000 });
    for (let nth = 0; nth < 400; nth += 1) expect(foreseen()).toEqual({ kind: "go" });
    for (const { at: _, ...one } of storm(100)) void pace.turn({ ...one, until: clock.now + 8_000 });
    const [first, second] = [foreseen(), foreseen()];
    expect([first.kind, second.kind]).toEqual(["later", "later"]);
  });

  it("goes on at another pace when processes come or go", async () => {
    let among = 1;
    const slower = await weathers(600, () => among, {
      halfTime: () => {
        among = 2;
      },
    });
    expect(slower).toBeGreaterThanOrEqual(2 + 3.6);
    expect(slower).toBeLessThanOrEqual((2 + 4) * 1.1);
  });

  it("tells those who would wait too long when to come again", async () => {
    const clock = new VirtualClock();
    const pace = createPace({ now: clock.read, wait: clock.wait });
    const answers = storm(100).map(({ at: _, ...wanted }) => pace.turn({ ...wanted, until: clock.now + PATIENCE_MS }));
    const last = await answers.at(-1);
    expect(last?.kind === "later" && last.seconds).toBeGreaterThan(10);
  });
});

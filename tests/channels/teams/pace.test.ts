import { describe, expect, test } from "vitest";
import { createPace, type Pace } from "../../../src/channels/teams/send/pace.ts";
import { createStanding } from "../../../src/channels/teams/send/standing.ts";
import { createTyping } from "../../../src/channels/teams/send/typing.ts";
import { fc } from "../../support/properties.ts";

/** A clock that waiting moves, for requests that are asked for one after another. */
function clock() {
  let time = 1_000_000;
  return {
    now: () => time,
    wait: async (milliseconds: number) => {
      time += milliseconds;
    },
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

type Clock = ReturnType<typeof clock>;

/** Asks until it may go, coming again when it is told to; gives back when it went. */
async function goes(pace: Pace, { now, pass }: Clock, ...[lane, hurry]: Parameters<Pace["take"]>): Promise<number> {
  for (;;) {
    const turn = await pace.take(lane, hurry);
    if (turn.kind === "go") return now();
    pass(turn.seconds * 1_000);
  }
}

/** How many of the times lie in the fullest window of that length. */
function mostIn(times: readonly number[], inMs: number): number {
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + inMs).length));
}

describe("the pace", () => {
  test("of one conversation never goes over what Teams allows, however requests come", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(400), { minLength: 80, maxLength: 160 }), async (gaps) => {
        const time = clock();
        const pace = createPace(time);
        const sent: number[] = [];
        for (const gap of gaps) {
          time.pass(gap);
          sent.push(await goes(pace, time, { tenant: "t", conversation: "c" }, "reply"));
        }
        expect(mostIn(sent, 1_000)).toBeLessThanOrEqual(7);
        expect(mostIn(sent, 2_000)).toBeLessThanOrEqual(8);
        expect(mostIn(sent, 30_000)).toBeLessThanOrEqual(60);
      }),
      { numRuns: 30 },
    );
  });

  test("of one conversation stays under 1,800 an hour", async () => {
    const time = clock();
    const pace = createPace(time);
    const sent: number[] = [];
    for (let at = 0; at < 2_000; at++) {
      time.pass(100);
      sent.push(await goes(pace, time, { tenant: "t", conversation: "c" }, "reply"));
    }
    expect(mostIn(sent, 3_600_000)).toBeLessThanOrEqual(1_800);
  });

  test("of a tenant is 30 a second over all its conversations, of which storms take half; another tenant waits for nobody", async () => {
    const { now, wait } = clock();
    const pace = createPace({ now, wait });
    const replies: number[] = [];
    for (let at = 0; at < 120; at++) {
      await pace.take({ tenant: "t", conversation: `c${at}` }, "reply");
      replies.push(now());
    }
    expect(mostIn(replies, 1_000)).toBeLessThanOrEqual(30);
    const storm: number[] = [];
    for (let at = 0; at < 60; at++) {
      await pace.take({ tenant: "u", conversation: `c${at}` }, "storm");
      storm.push(now());
    }
    expect(mostIn(storm, 1_000)).toBeLessThanOrEqual(15);
    const before = now();
    await pace.take({ tenant: "v", conversation: "c" }, "reply");
    expect(now()).toBe(before);
  });

  test("is divided among the processes that there are, as many as they are at the moment", async () => {
    const time = clock();
    let processes = 2;
    const ours = [
      createPace({ ...time, processes: () => processes }),
      createPace({ ...time, processes: () => processes }),
    ];
    const sent: number[] = [];
    const tenantWide: number[] = [];
    for (let at = 0; at < 120; at++) {
      const pace = ours[at % 2];
      if (!pace) throw new Error("there are two");
      sent.push(await goes(pace, time, { tenant: "t", conversation: "c" }, "reply"));
    }
    expect(mostIn(sent, 1_000)).toBeLessThanOrEqual(7);
    expect(mostIn(sent, 30_000)).toBeLessThanOrEqual(60);
    time.pass(60_000);
    for (const [nth, pace] of ours.entries())
      for (let at = 0; at < 60; at++)
        tenantWide.push(await goes(pace, time, { tenant: "u", conversation: `${nth} ${at}` }, "reply"));
    expect(mostIn(tenantWide, 1_000)).toBeLessThanOrEqual(30);
    expect(mostIn(tenantWide.slice(0, 60), 1_000)).toBe(15);
    processes = 1;
    time.pass(60_000);
    const alone: number[] = [];
    for (let at = 0; at < 60; at++)
      alone.push(await goes(createdFirst(ours), time, { tenant: "u", conversation: `alone ${at}` }, "reply"));
    expect(mostIn(alone, 1_000)).toBe(30);
  });

  test("tells a storm when to come again rather than let it wait in line, each at a time of its own; replies go before", async () => {
    const { now, pass } = clock();
    const waited: number[] = [];
    const pace = createPace({ now, wait: async (milliseconds) => void waited.push(milliseconds) });
    const turns = await Promise.all(
      Array.from({ length: 200 }, (_, at) => pace.take({ tenant: "t", conversation: `c${at}` }, "storm")),
    );
    const later = turns.flatMap((turn) => (turn.kind === "later" ? turn.seconds : []));
    expect(Math.max(...waited)).toBeLessThanOrEqual(3_000);
    expect(later.length).toBeGreaterThan(130);
    // Fifteen a second, beginning where the ones that wait end.
    const perSecond = later.map((seconds) => later.filter((one) => one === seconds).length);
    expect(Math.max(...perSecond)).toBeLessThanOrEqual(15);
    expect(Math.min(...later)).toBeGreaterThanOrEqual(3);
    pass(1_000);
    waited.length = 0;
    expect(await pace.take({ tenant: "t", conversation: "someone answers" }, "reply")).toEqual({ kind: "go" });
  });

  test("keeps no answer in line longer than ten seconds", async () => {
    const { now, wait } = clock();
    const pace = createPace({ now, wait });
    pace.hold({ tenant: "t", conversation: "c" }, 60_000);
    expect(await pace.take({ tenant: "t", conversation: "c" }, "reply")).toEqual({ kind: "later", seconds: 60 });
  });

  test("of a conversation that Teams asked to rest waits for the end of it, others go on", async () => {
    const { now, wait } = clock();
    const pace = createPace({ now, wait });
    const lane = { tenant: "t", conversation: "c" };
    pace.hold(lane, 5_000);
    const before = now();
    await pace.take({ tenant: "t", conversation: "other" }, "reply");
    expect(now()).toBe(before);
    await pace.take(lane, "reply");
    expect(now()).toBe(before + 5_000);
  });
});

function createdFirst([first]: readonly Pace[]): Pace {
  if (!first) throw new Error("there is none");
  return first;
}

/** Timers that go off when told to. */
function timers() {
  const waiting = new Set<() => void>();
  return {
    later: (_milliseconds: number, work: () => void) => {
      const go = () => {
        waiting.delete(go);
        work();
      };
      waiting.add(go);
      return () => void waiting.delete(go);
    },
    goOff: () => {
      for (const go of [...waiting]) go();
    },
  };
}

describe("the typing sign", () => {
  test("is shown once where the answer takes its time, and not where it came", () => {
    const { later, goOff } = timers();
    const typing = createTyping(later);
    const shown: string[] = [];
    const show = (where: string) => async () => void shown.push(where);
    typing.soon("slow", show("slow"));
    typing.soon("slow", show("slow"));
    typing.soon("quick", show("quick"));
    typing.over("quick");
    goOff();
    expect(shown).toEqual(["slow"]);
  });

  test("stays wished for by another when one takes the wish back, and is gone with the last", () => {
    const { later, goOff } = timers();
    const typing = createTyping(later);
    const shown: string[] = [];
    const show = async () => void shown.push("x");
    const mine = typing.soon("c", show);
    const other = typing.soon("c", show);
    mine();
    goOff();
    expect(shown).toEqual(["x"]);
    other();
    typing.soon("c", show)();
    goOff();
    expect(shown).toEqual(["x"]);
  });
});

test("who waits for what is sent next to a conversation goes on when it is sent, or when the time is over", async () => {
  const { later, goOff } = timers();
  const standing = createStanding(later);
  const sent = standing.nextSending("c", 500);
  const never = standing.nextSending("d", 500);
  standing.sending("c");
  await sent;
  goOff();
  await never;
});

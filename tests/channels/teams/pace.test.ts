import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createPace } from "../../../src/channels/teams/send/pace.ts";
import { createStanding } from "../../../src/channels/teams/send/standing.ts";
import { createTyping } from "../../../src/channels/teams/send/typing.ts";

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

/** How many of the times lie in the fullest window of that length. */
function mostIn(times: readonly number[], inMs: number): number {
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + inMs).length));
}

describe("the pace", () => {
  test("of one conversation never goes over what Teams allows, however requests come", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(400), { minLength: 80, maxLength: 160 }), async (gaps) => {
        const { now, wait, pass } = clock();
        const pace = createPace({ now, wait });
        const sent: number[] = [];
        for (const gap of gaps) {
          pass(gap);
          await pace.take({ tenant: "t", conversation: "c" }, "reply");
          sent.push(now());
        }
        expect(mostIn(sent, 1_000)).toBeLessThanOrEqual(7);
        expect(mostIn(sent, 2_000)).toBeLessThanOrEqual(8);
        expect(mostIn(sent, 30_000)).toBeLessThanOrEqual(60);
      }),
      { numRuns: 30 },
    );
  });

  test("of one conversation stays under 1,800 an hour", async () => {
    const { now, wait, pass } = clock();
    const pace = createPace({ now, wait });
    const sent: number[] = [];
    for (let at = 0; at < 2_000; at++) {
      pass(100);
      await pace.take({ tenant: "t", conversation: "c" }, "reply");
      sent.push(now());
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

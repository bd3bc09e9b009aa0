import { describe, expect, it } from "vitest";
import { createPace } from "../../../../src/channels/slack/send/pace.ts";
import { VirtualClock } from "./virtual-clock.ts";

const PATIENCE_MS = 10_000;

describe("Slack's own word to wait", () => {
  const turn = (
    clock: VirtualClock,
    pace: ReturnType<typeof createPace>,
    channel: string,
    method = "chat.postMessage",
  ) =>
    Promise.resolve(
      pace.turn({ installation: "slack/T1", method, channel, pace: "reply", until: clock.now + PATIENCE_MS }),
    );

  it("stops that channel alone, until a second channel hears it too", async () => {
    const clock = new VirtualClock();
    const pace = createPace({ now: clock.read, wait: clock.wait });
    pace.limited({ installation: "slack/T1", method: "chat.postMessage", channel: "C1" }, 30);
    expect(await turn(clock, pace, "C1")).toEqual({ kind: "later", seconds: 30 });
    expect(await turn(clock, pace, "C2")).toEqual({ kind: "go" });
    pace.limited({ installation: "slack/T1", method: "chat.postMessage", channel: "C2" }, 20);
    expect(await turn(clock, pace, "C3")).toEqual({ kind: "later", seconds: 20 });
    await clock.until(clock.now + 20_000);
    expect(await turn(clock, pace, "C3")).toEqual({ kind: "go" });
  });

  it("stops that method alone, in that workspace alone", async () => {
    const clock = new VirtualClock();
    const pace = createPace({ now: clock.read, wait: clock.wait });
    pace.limited({ installation: "slack/T1", method: "chat.update", channel: "C1" }, 30);
    expect(await turn(clock, pace, "C1", "chat.update")).toEqual({ kind: "later", seconds: 30 });
    expect(await turn(clock, pace, "C1")).toEqual({ kind: "go" });
    const elsewhere = { installation: "slack/T2", method: "chat.update", channel: "C1", pace: "at-once" } as const;
    expect(pace.turn({ ...elsewhere, until: clock.now })).toEqual({ kind: "go" });
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Incoming } from "../../src/channels/incoming.ts";
import { StoreUnavailable } from "../../src/store/store-errors.ts";
import { until } from "../support/awaited.ts";
import { Journey, privately } from "../support/journey.ts";
import { levelsOf, responseOf, starts, TEAM } from "../support/maturity-round.ts";
import { TcpProxy } from "../support/tcp-proxy.ts";

const uri = process.env.TEST_MONGODB_URI;

if (uri === undefined) {
  it("the network before MongoDB is tested only where TEST_MONGODB_URI names a server", () => {
    process.stderr.write("\n*** The network before MongoDB was NOT tested: set TEST_MONGODB_URI to a server. ***\n\n");
    expect(uri).toBeUndefined();
  });
} else {
  describe("the network before MongoDB", () => {
    let proxy: TcpProxy;
    let journey: Journey;
    beforeEach(async () => {
      proxy = await TcpProxy.before(uri);
      journey = await Journey.begin({ through: proxy.address });
      await starts(journey);
      await journey.taps("jari", "Vastaa", TEAM);
    });
    afterEach(async () => {
      proxy.pass();
      await journey.end();
      await proxy.close();
    });

    const typed = (text: string): Incoming => {
      const base = journey.base("jari", privately("jari"));
      return { ...base, kind: "said", text, message: `m-${base.eventId}`, addressed: false };
    };

    /** Redelivered until it is taken, as platforms do. */
    const delivered = (incoming: Incoming) =>
      until(async () => {
        const outcome = await journey.receive(incoming).catch((error: unknown) => {
          if (error instanceof StoreUnavailable) return undefined;
          throw error;
        });
        return outcome !== undefined;
      });

    it("loses answers to writes: each is recorded once and asked on once", async () => {
      for (const [nth, level] of ["2", "3", "4"].entries()) {
        proxy.loseAnswers = nth + 1;
        await delivered(typed(level));
        await until(async () => {
          await journey.at(31_000).catch(() => undefined);
          return Object.keys((await responseOf(journey, "jari")).outbox).length === 0;
        });
      }
      expect(await levelsOf(journey, "jari")).toBe("2 3 4");
      expect(Object.values((await responseOf(journey, "jari")).answers).map(({ revision }) => revision)).toEqual([
        1, 1, 1,
      ]);
      for (const question of ["2/6", "3/6", "4/6"]) expect(journey.count("jari", question)).toBe(1);
    });

    it("is cut for a while: people are refused, and then everything goes on", async () => {
      const answer = typed("2");
      proxy.refuse();
      await expect(journey.receive(answer)).rejects.toThrow(StoreUnavailable);
      proxy.pass();
      await delivered(answer);
      expect(await levelsOf(journey, "jari")).toBe("2");
      expect(journey.sees("jari")).toContain("2/6");
    });

    it("is slow: answers still come in order, each once", async () => {
      proxy.delayMs = 40;
      await Promise.all(["2", "3"].map((level) => delivered(typed(level))));
      proxy.delayMs = 0;
      expect(Object.keys((await responseOf(journey, "jari")).answers).length).toBeGreaterThanOrEqual(1);
      expect(journey.count("jari", "2/6")).toBe(1);
    });
  });
}

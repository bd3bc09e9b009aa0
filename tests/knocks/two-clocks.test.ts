import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { MongoClient } from "mongodb";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { collections } from "../../src/collections.ts";
import { deliveries } from "../../src/deliveries/due/delivery.ts";
import { LEASE_MS } from "../../src/deliveries/lease.ts";
import { type MongoStore, openMongoStore } from "../../src/store/mongo/open-mongo-store.ts";
import { bundle, type Child, run } from "../store/run-bundled.ts";
import { until } from "../support/awaited.ts";
import { FakeSlackApi } from "../support/fake-slack-api.ts";
import { planReminders, remindedPeople } from "./clocks/reminded-people.ts";

const server = process.env.TEST_MONGODB_URI;
const SPREAD_OVER_MS = 60_000;
const TRICKLE = 300;
const BURST = 300;
const BURST_AFTER_MS = 15_000;

interface Process {
  readonly token: string;
  readonly child: Child;
  readonly said: string[];
}

if (server)
  describe("a minute and a half with real processes on one MongoDB", () => {
    const uri = databaseAddress(server, `luotsi-test-${randomUUID()}`);
    const running: Process[] = [];
    let child: Awaited<ReturnType<typeof bundle>>;
    let slack: FakeSlackApi;
    let store: MongoStore;
    beforeAll(async () => {
      child = await bundle("tests/knocks/clocks/sending-child.ts");
      slack = await FakeSlackApi.start();
      // It is asked what it got in the last week.
      slack.workspace.clock = Math.floor(Date.now() / 1000);
      store = await openMongoStore({ uri, collections });
    });
    afterAll(async () => {
      for (const one of running) one.child.process.kill("SIGKILL");
      await Promise.all(running.map(({ child: { ended } }) => ended));
      child.remove();
      await slack.close();
      await store.close();
      const client = await MongoClient.connect(uri);
      await client.db().dropDatabase();
      await client.close();
    });

    async function starts(token: string, shiftMs = 0): Promise<Process> {
      const options = JSON.stringify({ uri, api: slack.base, token, shiftMs });
      const started = { token, child: run(process.execPath, [child.file, options]), said: [] as string[] };
      running.push(started);
      void listen(started);
      await until(() => started.said.some((line) => line.includes('"ready"')), 30_000);
      return started;
    }
    const postsOf = (token?: string) =>
      slack.callsOf("chat.postMessage").filter((call) => token === undefined || call.token === token);

    it("sends each reminder once, though one is killed, one stands still for two leases and two have wrong clocks", async () => {
      const [first, second] = [await starts("first"), await starts("second")];
      const skewed = [await starts("ahead", 20_000), await starts("behind", -20_000)];
      const all = { workspaces: 2, each: (TRICKLE + BURST) / 2 };
      await remindedPeople(store, all);
      const begin = Date.now() + 3_000;
      await planReminders(
        store,
        all,
        (nth) => begin + (nth < TRICKLE ? (nth * SPREAD_OVER_MS) / TRICKLE : BURST_AFTER_MS),
      );
      // Answers that are lost after the message was posted.
      slack.fault("chat.postMessage", ...Array.from({ length: 5 }, () => ({ kind: "cut", applied: true }) as const));
      const before = () => (TRICKLE * (Date.now() - begin)) / SPREAD_OVER_MS;
      await until(() => Date.now() > begin + BURST_AFTER_MS && postsOf().length > before() + 20, 60_000);
      second.child.process.kill("SIGKILL");
      first.child.process.kill("SIGSTOP");
      const third = await starts("third");
      await pause(2 * LEASE_MS + 2_000);
      first.child.process.kill("SIGCONT");
      await until(async () => (await undone()) === 0, 120_000);
      await pause(3_000);

      const arrived = [...slack.workspace.messages].map(([channel, kept]) => `${channel} ${kept.length}`);
      expect(arrived.filter((one) => !one.endsWith(" 1"))).toEqual([]);
      expect(arrived).toHaveLength(TRICKLE + BURST);
      const states = await Promise.all(
        ["company-0", "company-1"].map((company) =>
          store.find(deliveries, { name: "ofState", equals: { company, state: "sent" }, limit: 1_000 }),
        ),
      );
      expect(states.flat()).toHaveLength(TRICKLE + BURST);
      for (const { token } of skewed) expect(postsOf(token)).toEqual([]);
      for (const { said } of skewed)
        expect(said.filter((line) => line.includes("this machine's clock differs"))).not.toEqual([]);
      for (const { token } of [first, second, third]) expect(postsOf(token).length).toBeGreaterThan(0);
      process.stderr.write(`${running.map(({ token }) => `${token} posted ${postsOf(token).length}`).join(", ")}\n`);
    }, 300_000);

    async function undone(): Promise<number> {
      const client = await MongoClient.connect(uri);
      const left = await client
        .db()
        .collection("deliveries")
        .countDocuments({ claimAt: { $ne: null } });
      await client.close();
      return left;
    }
  });
else
  test("reminders are sent by real processes only where TEST_MONGODB_URI names a server", () => {
    process.stderr.write(
      "\n*** A minute with real processes, killed and paused, did NOT run: set TEST_MONGODB_URI to a server to run it. ***\n\n",
    );
    expect(server).toBeUndefined();
  });

async function listen({ child, said }: Process): Promise<void> {
  for await (const line of child.lines) said.push(line);
}

function databaseAddress(address: string, database: string): string {
  const url = new URL(address);
  url.pathname = `/${database}`;
  return url.href;
}

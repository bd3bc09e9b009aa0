import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { deliveries, planDelivery } from "../../src/deliveries/due/delivery.ts";
import { postDelivery } from "../../src/reminders/post-delivery.ts";
import { type DuePorts, sendDue } from "../../src/reminders/send-due.ts";
import type { Store } from "../../src/store/store.ts";
import { type Faults, failingStore } from "../support/failing-store.ts";
import { dropJourneyStore, openJourneyStore } from "../support/journey-store.ts";
import { recordingChannel } from "../support/recording-channel.ts";

const DAY_MS = 24 * 3_600_000;
const START = Date.parse("2027-02-08T07:00:00Z");

describe("sending what is due", () => {
  let folder: string;
  let store: Store;
  let now: number;
  let sent: string[];
  let logged: string[];
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "luotsi-send-"));
    store = await openJourneyStore(folder);
    [now, sent, logged] = [START, [], []];
  });
  afterEach(async () => {
    await store.close();
    await dropJourneyStore(folder);
  });

  async function plans(...persons: readonly string[]): Promise<void> {
    for (const person of persons)
      await planDelivery(store, { company: "c", person, about: { kind: "weekly", week: "2027-W06" }, dueAt: START });
  }
  function ports(owner: string, options: Partial<DuePorts> = {}): DuePorts {
    return {
      store,
      owner,
      now: () => now,
      send: async ({ person }, { begin }) => {
        if (!(await begin())) return { kind: "later", seconds: 1 };
        sent.push(person);
        return { kind: "sent", message: `m-${person}`, at: now };
      },
      log: { warn: (_, text) => logged.push(`warn: ${text}`), error: (_, text) => logged.push(`error: ${text}`) },
      ...options,
    };
  }
  const standing = async (person: string) => store.get(deliveries, `c/${person}/weekly/2027-W06`);

  test("each is sent once by two processes at the same moment, and noted", async () => {
    await plans("a", "b", "c", "d");
    const counts = await Promise.all([sendDue(ports("p"), 3), sendDue(ports("q"), 3)]);
    await Promise.all([sendDue(ports("p"), 3), sendDue(ports("q"), 3)]);
    expect(sent.sort()).toEqual(["a", "b", "c", "d"]);
    expect(counts[0] + counts[1]).toBeGreaterThanOrEqual(3);
    expect(await standing("a")).toMatchObject({ state: "sent", posted: { message: "m-a" }, claimAt: null });
  });

  test("a store so slow that a whole batch cannot be made ready within its time: part after part is sent, and nothing is lost", async () => {
    const persons = Array.from({ length: 100 }, (_, nth) => `p${nth}`);
    await plans(...persons);
    // Every step of every message takes the time of all: as many as there are at once.
    const step = async () => {
      await Promise.resolve();
      now += 50;
    };
    const channel = {
      ...recordingChannel(
        () => [],
        () => now,
      ),
      post: async (_company: string, _place: unknown, _message: unknown, delivery: string) => {
        sent.push(delivery);
        return { message: delivery, at: now };
      },
    };
    const send = postDelivery({
      store,
      targetsFor: async () => [{ installation: "web/c", first: true, channel }],
      draw: async () => {
        for (let nth = 0; nth < 10; nth += 1) await step();
        return { message: { text: "Viikko 6", blocks: [], language: "fi" }, shown: [] };
      },
      now: () => now,
      log: { warn: () => undefined, error: (_, text) => logged.push(text) },
    });
    const due = ports("p", { send });
    await sendDue(due, 200);
    expect(sent.length).toBeGreaterThan(20);
    for (let again = 0; again < 6; again += 1) {
      now += 2_000;
      await sendDue(due, 200);
    }
    expect(sent.toSorted()).toEqual(persons.map((person) => `c/${person}/weekly/2027-W06`).toSorted());
    expect(logged).toEqual([]);
  });

  test("what is a day late is not sent any more: the next weekly message tells it", async () => {
    await plans("a");
    now = START + DAY_MS - 1;
    await sendDue(ports("p", { send: async () => ({ kind: "failed" }) }), 9);
    now = START + 2 * DAY_MS;
    await sendDue(ports("p"), 9);
    expect(sent).toEqual([]);
    expect(await standing("a")).toMatchObject({ state: "dropped", reason: "late" });
  });

  test("a sending that throws is told of, and is doubtful for whoever takes it over", async () => {
    await plans("a");
    const throwing: DuePorts["send"] = async (_, { begin }) => {
      await begin();
      throw new Error("a mistake");
    };
    await sendDue(ports("p", { send: throwing }), 9);
    expect(logged).toEqual([expect.stringMatching(/^error: a delivery could not be sent/u)]);
    now += 31_000;
    const doubts: boolean[] = [];
    await sendDue(
      ports("q", {
        send: async (_, { doubtful }) => {
          doubts.push(doubtful);
          return { kind: "unclear" };
        },
      }),
      9,
    );
    expect(doubts).toEqual([true]);
    expect(await standing("a")).toMatchObject({ state: "unclear" });
  });

  test("a process that stood still for two leases sends nothing more, and what another did stays", async () => {
    await plans("a");
    let goesOn: () => void = () => undefined;
    const stood = new Promise<void>((resolve) => {
      goesOn = resolve;
    });
    let begins: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => {
      begins = resolve;
    });
    const paused = sendDue(
      ports("p", {
        send: async (_, { begin, maySend }) => {
          await begin();
          begins();
          await stood;
          if (!maySend()) return { kind: "failed" };
          sent.push("twice");
          return { kind: "sent", message: "twice", at: now };
        },
      }),
      9,
    );
    await begun;
    now += 60_000;
    await sendDue(ports("q"), 9);
    goesOn();
    await paused;
    expect(sent).toEqual(["a"]);
    expect(await standing("a")).toMatchObject({ state: "sent", owner: "q" });
    expect(logged).toEqual([expect.stringMatching(/^warn: another process has taken over/u)]);
  });

  test("a store that goes away between two steps loses nothing", async () => {
    await plans("a", "b");
    const faults: Faults = { away: false, loseAnswers: 0 };
    const send: DuePorts["send"] = async ({ person }, { begin }) => {
      await begin();
      faults.away = true;
      sent.push(person);
      return { kind: "sent", message: "m", at: now };
    };
    await sendDue(ports("p", { store: failingStore(store, faults), send }), 1);
    expect(logged).toEqual([expect.stringMatching(/^warn: a delivery could not be/u)]);
    now += 31_000;
    const found: DuePorts["send"] = async ({ person }, { doubtful }) => {
      if (!doubtful) sent.push(person);
      return { kind: "sent", message: "m", at: now };
    };
    await sendDue(ports("q", { send: found }), 9);
    expect(sent.sort()).toEqual(["a", "b"]);
    expect([(await standing("a"))?.state, (await standing("b"))?.state]).toEqual(["sent", "sent"]);
  });
});

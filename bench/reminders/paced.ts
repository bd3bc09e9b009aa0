import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { limitOf } from "../../src/channels/slack/send/method-tiers.ts";
import { collections } from "../../src/collections.ts";
import { openMongoStore } from "../../src/store/mongo/open-mongo-store.ts";
import { planReminders, remindedPeople } from "../../tests/knocks/clocks/reminded-people.ts";
import { bundle, type Child, run } from "../../tests/store/run-bundled.ts";
import type { Figure } from "../figure.ts";
import { LimitedSlack } from "./limited-slack.ts";

const WORKSPACES = 5;
const EACH = 2_000;
const REMINDERS = WORKSPACES * EACH;
const REPLY_EVERY_MS = 200;
const PROCESSES = 2;
/** A person's reply comes within. */
const REPLY_MS = 2_000;
/** Time to plan them, and for the processes to come up and to know of each other. */
const UNTIL_DUE_MS = 60_000;
const LONGEST_MS = 1_500_000;

const lineSchema = z.looseObject({ level: z.string(), waits: z.array(z.number()).optional() });

/**
 * 10,000 reminders due at the same moment in 5 workspaces, sent by two processes on one MongoDB (TEST_MONGODB_URI) to a stand-in that refuses what is
 * beyond Slack's limits: in any minute 300 messages a workspace ("several hundred"), in a channel one a second with short bursts.
 *
 * The floor of `reminders.paced` is the theoretical minimum: workspaces do not stand in each other's way, so it is how long one of them takes for its
 * 2,000, at half of what Slack allows (150 a minute, without a pause), since storms leave the other half to people (DESIGN: "Pacing"): 800 s. In one
 * workspace all 10,000 would take 67 minutes; in ten a server that searches without indexes may be what is measured rather than the pace. Meanwhile each
 * process answers five people a second: `reminders.replies` is what the slowest hundredth of them waits for; its floor is its limit. Lost or doubled
 * reminders fail the figure.
 */
export async function measurePaced(): Promise<readonly Figure[]> {
  const server = process.env.TEST_MONGODB_URI;
  if (!server) throw new Error("*** NOT measured: set TEST_MONGODB_URI to a MongoDB server to measure it ***");
  const uri = databaseAt(server);
  const { perMinute } = limitOf("chat.postMessage");
  const slack = new LimitedSlack(perMinute, 60_000);
  const child = await bundle("tests/knocks/clocks/sending-child.ts");
  const children: Child[] = [];
  const store = await openMongoStore({ uri, collections });
  try {
    const api = await slack.start();
    const all = { workspaces: WORKSPACES, each: EACH };
    await remindedPeople(store, all);
    const begin = Date.now() + UNTIL_DUE_MS;
    await planReminders(store, all, () => begin);
    const options = { uri, api, faster: 1, replyEveryMs: REPLY_EVERY_MS, workspaces: WORKSPACES };
    for (let nth = 0; nth < PROCESSES; nth += 1)
      children.push(run(process.execPath, [child.file, JSON.stringify({ ...options, token: `process-${nth}` })]));
    const heard = children.map(listen);
    await Promise.all(heard.map(({ ready }) => ready));
    if (Date.now() > begin) throw new Error("NOT measured: this machine has too much to do");
    await pause(begin - Date.now());
    const from = performance.now();
    while (slack.reminders.size < REMINDERS) {
      if (performance.now() - from > LONGEST_MS) throw new Error(`${slack.reminders.size} of ${REMINDERS} were sent`);
      await pause(100);
    }
    const seconds = (slack.lastReminderAt - from) / 1000;
    // What is sent twice is sent soon after.
    await pause(5_000);
    for (const one of children) one.process.kill("SIGTERM");
    const waits = (await Promise.all(heard.map(({ waits: told }) => told))).flat().sort((a, b) => a - b);
    if (slack.doubled > 0) throw new Error(`${slack.doubled} reminders were sent twice`);
    const p99 = waits[Math.floor(waits.length * 0.99)] ?? Number.NaN;
    const least = EACH / (perMinute / 2 / 60);
    console.error(
      `reminders.paced: ${REMINDERS} sent, 0 lost, 0 doubled; ${waits.length} replies; ${slack.limited} calls refused by the limits`,
    );
    return [
      { name: "reminders.paced", value: seconds, unit: "s", floor: least, ratio: seconds / least, better: "lower" },
      { name: "reminders.replies", value: p99, unit: "ms", floor: REPLY_MS, ratio: p99 / REPLY_MS, better: "lower" },
    ];
  } finally {
    for (const one of children) one.process.kill("SIGKILL");
    child.remove();
    await slack.close();
    await store.database.dropDatabase();
    await store.close();
  }
}

/** When a process is ready, and how long its replies took, told at its end. */
function listen({ lines }: Child): { readonly ready: Promise<void>; readonly waits: Promise<readonly number[]> } {
  let isReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    isReady = resolve;
  });
  const read = async () => {
    let waits: readonly number[] = [];
    for await (const line of lines) {
      const { level, waits: told } = lineSchema.parse(JSON.parse(line));
      if (level === "ready") isReady();
      if (level === "ended") waits = told ?? [];
    }
    return waits;
  };
  return { ready, waits: read() };
}

/** A database of this run's own. */
function databaseAt(server: string): string {
  const address = new URL(server);
  address.pathname = `/luotsi-bench-${process.pid}`;
  return address.href;
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { limitOf } from "../../src/channels/slack/send/method-tiers.ts";
import { collections } from "../../src/collections.ts";
import { openMongoStore } from "../../src/store/mongo/open-mongo-store.ts";
import { planReminders, remindedPeople } from "../../tests/knocks/clocks/reminded-people.ts";
import { bundle, type Child, run } from "../../tests/store/run-bundled.ts";
import type { Figure } from "../figure.ts";
import { LimitedSlack } from "./limited-slack.ts";

const SERVER = "../shared/harness/mongodb/start.sh";
const PORT = "27467";
const WORKSPACES = 1;
const EACH = 2_000;
const REMINDERS = WORKSPACES * EACH;
/** Slack's limits, and what Luotsi keeps of them, both times this: else 2,000 reminders in one workspace would take a quarter of an hour, 10,000 over an hour. */
const FASTER = 10;
const REPLY_EVERY_MS = 200;
const PROCESSES = 2;
/** A person's reply comes within. */
const REPLY_MS = 2_000;
/** Time to plan them, and for the processes to come up and to know of each other. */
const UNTIL_DUE_MS = 25_000;
const LONGEST_MS = 150_000;

const lineSchema = z.looseObject({ level: z.string(), waits: z.array(z.number()).optional() });

/**
 * 2,000 reminders due at the same moment in one workspace, sent by two processes on one server to a stand-in that refuses what is beyond Slack's limits.
 * The limits, and the pace that Luotsi keeps to, are ten times Slack's (3,000 messages a minute in a workspace; one a second in a channel as it is); all
 * else is the product's own. Fewer than 10,000, because the server at hand searches without indexes. The floor of `reminders.paced` is the theoretical
 * minimum: half of what Slack allows, without a pause, since storms leave the other half to people. Meanwhile each process answers five people a second:
 * `reminders.replies` is what the slowest hundredth of them waits for; its floor is its limit. Lost or doubled reminders fail the figure.
 */
export async function measurePaced(): Promise<readonly Figure[]> {
  if (!existsSync(SERVER)) throw new Error(`NOT measured: it needs the MongoDB server of ${SERVER}`);
  const uri = `${await started()}/luotsi-bench-${process.pid}`;
  const { perMinute } = limitOf("chat.postMessage");
  const slack = new LimitedSlack(perMinute * FASTER, 60_000);
  const child = await bundle("tests/knocks/clocks/sending-child.ts");
  const children: Child[] = [];
  try {
    const api = await slack.start();
    const store = await openMongoStore({ uri, collections });
    const all = { workspaces: WORKSPACES, each: EACH };
    await remindedPeople(store, all);
    const options = { uri, api, faster: FASTER, replyEveryMs: REPLY_EVERY_MS, workspaces: WORKSPACES };
    for (let nth = 0; nth < PROCESSES; nth += 1)
      children.push(run(process.execPath, [child.file, JSON.stringify({ ...options, token: `process-${nth}` })]));
    const lines = children.map(linesOf);
    const begin = Date.now() + UNTIL_DUE_MS;
    await planReminders(store, all, () => begin);
    await store.close();
    if (Date.now() > begin) throw new Error("NOT measured: this machine has too much to do");
    await pause(begin - Date.now());
    const from = performance.now();
    const reminders = () => slack.postings.filter(({ delivery }) => !delivery.startsWith("reply-"));
    while (new Set(reminders().map(({ delivery }) => delivery)).size < REMINDERS) {
      if (performance.now() - from > LONGEST_MS) throw new Error(`${reminders().length} of ${REMINDERS} were sent`);
      await pause(100);
    }
    const seconds = ((reminders().at(-1)?.at ?? Number.NaN) - from) / 1000;
    for (const one of children) one.process.kill("SIGTERM");
    const waits = (await Promise.all(lines)).flat().sort((a, b) => a - b);
    const doubled = reminders().length - REMINDERS;
    if (doubled > 0) throw new Error(`${doubled} reminders were sent twice`);
    const p99 = waits[Math.floor(waits.length * 0.99)] ?? Number.NaN;
    const least = REMINDERS / WORKSPACES / ((perMinute * FASTER) / 2 / 60);
    console.error(`reminders.paced: ${waits.length} replies, ${slack.limited} calls refused by the limits`);
    return [
      { name: "reminders.paced", value: seconds, unit: "s", floor: least, ratio: seconds / least, better: "lower" },
      { name: "reminders.replies", value: p99, unit: "ms", floor: REPLY_MS, ratio: p99 / REPLY_MS, better: "lower" },
    ];
  } finally {
    for (const one of children) one.process.kill("SIGKILL");
    child.remove();
    await slack.close();
    await once(spawn(SERVER, ["--stop", PORT], { stdio: "ignore" }), "exit");
  }
}

/** How long replies took, told at the end. */
async function linesOf({ lines }: Child): Promise<readonly number[]> {
  let waits: readonly number[] = [];
  for await (const line of lines) {
    const { level, waits: told } = lineSchema.parse(JSON.parse(line));
    if (level === "ended") waits = told ?? [];
  }
  return waits;
}

async function started(): Promise<string> {
  const server = spawn(SERVER, [PORT], { stdio: ["ignore", "pipe", "inherit"] });
  let address = "";
  for await (const chunk of server.stdout) address += String(chunk);
  if (!address.startsWith("mongodb://")) throw new Error("NOT measured: the MongoDB server did not start");
  return address.trim();
}

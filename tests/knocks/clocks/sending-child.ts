// A whole Luotsi in a process of its own, on a MongoDB and a stand-in of Slack's: sending-child.mjs '{"uri", "api", "token", …}'. Its log goes to standard output.
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { assemble } from "../../../src/assemble.ts";
import { createSlackApi } from "../../../src/channels/slack/send/create-slack-api.ts";
import { limitOf } from "../../../src/channels/slack/send/method-tiers.ts";
import { createPace, unpaced } from "../../../src/channels/slack/send/pace.ts";
import { createResponseUrls } from "../../../src/channels/slack/send/response-urls.ts";
import { createSlackChannel } from "../../../src/channels/slack/send/slack-channel.ts";
import { collections } from "../../../src/collections.ts";
import { exportXlsx } from "../../../src/customers/exchange/export-customers.ts";
import { readCustomers } from "../../../src/customers/reading/read-customers.ts";
import { loadGlossary } from "../../../src/flow/glossary/glossary.ts";
import { loadFlows } from "../../../src/flow/load-flows.ts";
import { createDirectories } from "../../../src/people/directory.ts";
import { startAgendaClock } from "../../../src/reminders/agenda/agenda-clock.ts";
import { mongoBackend } from "../../../src/reminders/agenda/job-backends.ts";
import { openMongoStore } from "../../../src/store/mongo/open-mongo-store.ts";

const {
  uri,
  api: base,
  token,
  shiftMs,
  faster,
  replyEveryMs,
  workspaces,
} = z
  .object({
    uri: z.string(),
    /** Where the stand-in of Slack's Web API is. */
    api: z.string(),
    /** Tells the processes apart at the stand-in. */
    token: z.string(),
    /** By so much this machine's clock is ahead. */
    shiftMs: z.number().default(0),
    /** Slack's limits times this are kept; none of them where it is 0. */
    faster: z.number().default(0),
    /** So often a person is answered meanwhile, one after another of each workspace; how long each waited is told at the end. */
    replyEveryMs: z.number().default(0),
    workspaces: z.number().default(1),
  })
  .parse(JSON.parse(process.argv[2] ?? "{}"));

shiftClock(shiftMs);
const now = () => Date.now();
const wait = (milliseconds: number) => sleep(milliseconds);
const say = (level: string) => (fields: object, text: string) =>
  console.log(
    JSON.stringify({ level, text, ...fields }, (_, value) => (value instanceof Error ? value.message : value)),
  );
const log = { info: say("info"), warn: say("warn"), error: say("error") };

const store = await openMongoStore({ uri, collections });
const directories = createDirectories(store, now);
const flows = loadFlows("flows");
const glossary = loadGlossary("flows/glossary.yaml");
if (!flows.ok || !glossary.ok) throw new Error("the flows have mistakes");
let among = () => 1;
const limits = (method: string) => {
  const { perMinute, burst } = limitOf(method);
  return { perMinute: perMinute * faster, burst: burst * faster };
};
const slack = createSlackApi({
  base,
  tokenOf: () => Promise.resolve(token),
  pacing: faster === 0 ? unpaced : createPace({ now, wait, processes: () => among(), limitOf: limits }),
  now,
  wait,
  log,
});
const channel = createSlackChannel({
  api: slack,
  store,
  directories,
  responseUrls: createResponseUrls(now),
  drawPicture: () => Promise.reject(new Error("nothing here has a picture")),
  now,
  wait,
  log,
});
const luotsi = assemble({
  store,
  directories,
  flows: flows.value,
  glossary: glossary.value,
  channels: [channel],
  now,
  wait,
  redrawEveryMs: 3_000,
  readCustomers,
  writeWorkbook: exportXlsx,
  log,
});
among = () => luotsi.peers.share().of;
if (await luotsi.clock.isRight()) await luotsi.peers.look();
const clock = await startAgendaClock({
  backend: await mongoBackend(store.database),
  tick: luotsi.tick,
  now,
  process: randomUUID(),
  log,
  everyMs: 2_000,
  lockMs: 10_000,
});
console.log(JSON.stringify({ level: "ready" }));

const waits: number[] = [];
const replies = replyEveryMs === 0 ? undefined : setInterval(() => void reply(), replyEveryMs);
let answered = 0;

/** What a person waits for who has tapped or written something. */
async function reply(): Promise<void> {
  const nth = answered++;
  const company = `company-${nth % workspaces}`;
  const person = `person-${nth % workspaces}-${Math.floor(nth / workspaces) % 200}`;
  const from = performance.now();
  const message = { text: "Kirjattu.", blocks: [], language: "fi" } as const;
  await channel
    .post(company, { kind: "private", person }, message, `reply-${token}-${nth}`)
    .then(() => waits.push(performance.now() - from))
    .catch((error: unknown) => log.error({ err: error }, "a reply was not sent"));
}

process.once("SIGTERM", () => void stop());

async function stop(): Promise<void> {
  clearInterval(replies);
  await clock.stop();
  await luotsi.due.stop();
  await luotsi.peers.leave();
  await slack.close();
  await store.close();
  console.log(JSON.stringify({ level: "ended", waits: waits.map(Math.round) }));
  process.exit(0);
}

/** As if this machine's clock were wrong: what asks for the time gets another one. */
function shiftClock(milliseconds: number): void {
  if (milliseconds === 0) return;
  const Real = Date;
  globalThis.Date = new Proxy(Real, {
    construct: (target, given, as) =>
      Reflect.construct(target, given.length === 0 ? [Real.now() + milliseconds] : given, as),
    get: (target, name, receiver) =>
      name === "now" ? () => Real.now() + milliseconds : Reflect.get(target, name, receiver),
  });
}

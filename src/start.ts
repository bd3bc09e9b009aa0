import { randomUUID } from "node:crypto";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import project from "../package.json" with { type: "json" };
import { assemble } from "./assemble.ts";
import type { Channel } from "./channels/channel.ts";
import { collections } from "./collections.ts";
import type { Config } from "./config.ts";
import { connectionsOf } from "./connections.ts";
import { readInThread } from "./customers/reading/read-in-thread.ts";
import { writeInThread } from "./customers/writing/write-in-thread.ts";
import { loadGlossary } from "./flow/glossary/glossary.ts";
import { type Loaded, loadFlows, problemText } from "./flow/load-flows.ts";
import { startHttp } from "./http.ts";
import type { Log } from "./log.ts";
import { loggedSendings, loggedTurns } from "./logged.ts";
import { createDirectories } from "./people/directory.ts";
import { registered } from "./registered.ts";
import { startAgendaClock } from "./reminders/agenda/agenda-clock.ts";
import { mongoBackend, storeBackend } from "./reminders/agenda/job-backends.ts";
import { StartFailed } from "./start-failed.ts";
import { openStore } from "./store/open-store.ts";

/** The project's folder, whether this runs from src/ or from the bundle in dist/. */
const HOME = fileURLToPath(new URL("..", import.meta.url));

/** How often a card that many people change is drawn anew: on platforms as DESIGN's "Pacing" says; the web chat has no limits to keep. */
const REDRAW_MS = { platforms: 3_000, web: 500 } as const;

export interface Running {
  readonly address: string;
  /** Takes nothing new, finishes what is under way, lets go of the store. */
  stop(): Promise<void>;
}

export interface StartOptions {
  readonly config: Config;
  readonly log: Log;
  readonly now?: () => number;
  /** The web chat's built page; what the build makes, unless a test has made its own. */
  readonly pageFolder?: string;
}

/** Opens the store, loads the flows, starts the channels and the clock: the wiring of the whole of Luotsi. Throws StartFailed or StoreNotOpened. */
export async function start({
  config,
  log,
  now = Date.now,
  pageFolder = join(HOME, "dist", "web"),
}: StartOptions): Promise<Running> {
  const flows = orFail(
    loadFlows(join(HOME, "flows"), {
      ...(config.flowsDir === undefined ? {} : { companies: config.flowsDir }),
      ...registered,
    }),
  );
  const glossary = orFail(loadGlossary(join(HOME, "flows", "glossary.yaml")));
  const store = await openStore({ mongodbUri: config.mongodbUri, dataDir: config.dataDir, collections });
  const directories = createDirectories(store, now);
  const channels: Channel[] = [];
  const luotsi = assemble({
    store,
    directories,
    flows,
    glossary,
    channels,
    now,
    wait: (milliseconds) => sleep(milliseconds),
    redrawEveryMs: config.slack || config.teams ? REDRAW_MS.platforms : REDRAW_MS.web,
    readCustomers: readInThread(join(HOME, "dist", "reading-thread.js")),
    writeWorkbook: writeInThread(join(HOME, "dist", "writing-thread.js")),
    log,
  });
  const connections = await connectionsOf(config, {
    store,
    directories,
    receiver: loggedTurns(luotsi.receiver, now, log),
    files: luotsi.files,
    processes: () => luotsi.peers.share().of,
    pageFolder,
    now,
    log,
  });
  channels.push(...connections.map(({ channel }) => loggedSendings(channel, now, log)));
  const claims = connections.flatMap((connection) => connection.claims);
  await Promise.all(connections.map((connection) => connection.connect()));
  // The embedded store has one process: whatever waits in an outbox was left by a process that is gone.
  if (config.mongodbUri === undefined) await luotsi.takeOver();
  const http = await startHttp(config.host, config.port, claims).catch(async (error: unknown) => {
    await Promise.all(connections.map((connection) => connection.disconnect()));
    await store.close();
    throw error;
  });
  if (await luotsi.clock.isRight()) await luotsi.peers.look();
  const clock = await startAgendaClock({
    backend: "database" in store ? await mongoBackend(store.database) : storeBackend(store),
    tick: luotsi.tick,
    now,
    process: randomUUID(),
    log,
    everyMs: 2_000,
    lockMs: 10_000,
  });
  const warmed = luotsi
    .warm()
    .catch((error: unknown) => log.warn({ err: error }, "customers are read when they are asked for"));
  const keeping = setInterval(() => void luotsi.courier.keep(), 5_000);
  const platforms = channels.map(({ platform }) => platform);
  log.info({ version: project.version, ...storeOf(config), channels: platforms, port: http.port }, "Luotsi runs");
  return {
    address: `http://127.0.0.1:${http.port}`,
    stop: async () => {
      log.info({}, "Luotsi stops");
      await Promise.all([...connections.map((connection) => connection.disconnect()), http.close()]);
      await clock.stop();
      await luotsi.peers
        .leave()
        .catch((error: unknown) => log.warn({ err: error }, "the others count this process for some seconds more"));
      await luotsi.due.stop();
      await Promise.all([luotsi.savings.settled(), warmed]);
      await luotsi.courier.settled();
      await Promise.all(connections.map((connection) => connection.close?.()));
      clearInterval(keeping);
      await store.close();
      log.info({}, "Luotsi has stopped");
    },
  };
}

/** Never MONGODB_URI: it may hold a password. */
function storeOf({ mongodbUri, dataDir }: Config) {
  return mongodbUri === undefined ? { store: "embedded", folder: resolve(dataDir) } : { store: "mongodb" };
}

function orFail<T>(loaded: { readonly ok: true; readonly value: T } | Extract<Loaded, { ok: false }>): T {
  if (loaded.ok) return loaded.value;
  throw new StartFailed(`The flows have mistakes:\n${loaded.problems.map(problemText).join("\n")}`);
}

import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { setFlagsFromString } from "node:v8";
import { readConfig } from "./config.ts";
import { ListenFailed } from "./http.ts";
import { createLog } from "./log.ts";
import { type Running, start } from "./start.ts";
import { StartFailed } from "./start-failed.ts";
import { StoreNotOpened } from "./store/store-errors.ts";
import { words } from "./text/text.ts";

// V8 lets garbage grow to four times what lives before it sweeps; Luotsi shares small machines, and so `npm start` lets what is young take no more than
// 24 MB, and has V8's compiler and sweeper share one thread. By `npm run bench -- teams.turn rss.channels`: 219 MB with all three channels, not 256, and
// three turns in a hundred more.
setFlagsFromString("--heap-growing-percent=45");
setFlagsFromString("--semi-space-growth-factor=1");

// Beside what the environment says, a file of the same form; what is in the environment wins.
if (existsSync(".env")) process.loadEnvFile(".env");
const read = readConfig(process.env);
if (read.ok) await run(read.value);
else fail(read.problems);

async function run(config: Extract<typeof read, { ok: true }>["value"]): Promise<void> {
  const log = createLog(config.logLevel);
  let running: Running | undefined;
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop(running));
  running = await start({ config, log }).catch((error: unknown) => {
    if (error instanceof StartFailed || error instanceof ListenFailed || error instanceof StoreNotOpened)
      return fail([error.message]);
    throw error;
  });
  if (!running) return;
  const say = words(config.defaultLanguage);
  const stores =
    config.mongodbUri === undefined
      ? say("start.storesEmbedded", { folder: resolve(config.dataDir) })
      : say("start.storesMongo");
  process.stdout.write(
    [
      ...(config.webChat
        ? [say("start.listening", { address: running.address }), say("start.tryThis")]
        : [say("start.running", { port: new URL(running.address).port })]),
      ...(config.slack ? [say("start.inSlack")] : []),
      stores,
      say("start.stopHint"),
      "",
    ].join("\n"),
  );
}

/** Before it runs there is nothing that must be finished: what is written stands, and what is not sent is sent by the next start. */
async function stop(running: Running | undefined): Promise<void> {
  await running?.stop();
  process.exit(0);
}

/** Every mistake with its mend, and exit code 1. */
function fail(problems: readonly string[]): undefined {
  process.stderr.write(`${problems.join("\n")}\n`);
  process.exitCode = 1;
  return undefined;
}

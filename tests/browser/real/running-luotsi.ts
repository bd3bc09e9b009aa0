import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Config, readConfig } from "../../../src/config.ts";
import { createLog } from "../../../src/log.ts";
import { type Running, start } from "../../../src/start.ts";
import { buildPage } from "../build-page.ts";

/** The whole of Luotsi in this process, on a folder of its own and with the page as it stands in src/. */
export interface RunningLuotsi {
  /** The same over every restart. */
  readonly address: string;
  /** By how much its clock is ahead of this machine's. */
  readonly aheadMs: number;
  now(): number;
  moveClock(milliseconds: number): void;
  stop(): Promise<void>;
  /** Starts again on the same folder and port. */
  startAgain(): Promise<void>;
  /** Stops and leaves nothing behind. */
  end(): Promise<void>;
}

/** `flows`: a folder with companies' own flows. */
export async function runLuotsi(startAt: string, flows?: string): Promise<RunningLuotsi> {
  const folder = await mkdtemp(join(tmpdir(), "luotsi-browser-"));
  const pageFolder = await mkdtemp(join(tmpdir(), "luotsi-page-"));
  await buildPage(pageFolder);
  let aheadMs = Date.parse(startAt) - Date.now();
  const now = () => Date.now() + aheadMs;
  const options = { log: createLog("error"), now, pageFolder };
  let running: Running | undefined = await start({ ...options, config: configOf(folder, 0, flows) });
  const { address } = running;
  const stop = async () => {
    await running?.stop();
    running = undefined;
  };
  return {
    address,
    get aheadMs() {
      return aheadMs;
    },
    now,
    moveClock(milliseconds) {
      aheadMs += milliseconds;
    },
    stop,
    async startAgain() {
      running = await start({ ...options, config: configOf(folder, Number(new URL(address).port), flows) });
    },
    async end() {
      await stop();
      await Promise.all([folder, pageFolder].map((each) => rm(each, { recursive: true, force: true })));
    },
  };
}

function configOf(folder: string, port: number, flows: string | undefined): Config {
  const own = flows === undefined ? {} : { FLOWS_DIR: flows };
  const read = readConfig({ PORT: String(port), DATA_DIR: folder, WEB_CHAT: "on", ...own });
  if (!read.ok) throw new Error(read.problems.join(" "));
  return read.value;
}

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { get } from "node:http";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

export interface ServerOptions {
  /** What node runs, with its arguments; the server listens on 127.0.0.1 at the PORT of its environment. */
  readonly args: readonly string[];
  /** Is answered with `status`, or 200, once the server serves. */
  readonly path: string;
  readonly status?: number;
  readonly environment?: { readonly [name: string]: string };
}

export interface ServerProcess {
  readonly port: number;
  /** From the start of the process to its first answer. */
  readonly startedMs: number;
  rssMegabytes(): number;
  /** What it has used of the processors so far, its own time and the system's for it; NaN where the system has no /proc. */
  cpuSeconds(): number;
  /** Asks it to stop and waits until it is gone. */
  stop(): Promise<void>;
  /** Ends it at once, whatever it is doing. */
  kill(): Promise<void>;
}

const LONGEST_START_MS = 30_000;

/** Starts a server in a process of its own and waits for its first answer. Throws when it ends before that. */
export async function startServer({
  args,
  path,
  status = 200,
  environment = {},
}: ServerOptions): Promise<ServerProcess> {
  const port = await freePort();
  const from = performance.now();
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...environment, PORT: String(port) },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const { pid } = child;
  const end = () => child.kill("SIGKILL");
  process.once("exit", end);
  child.once("exit", () => process.off("exit", end));
  while (!(await answers(port, path, status))) {
    if (pid === undefined || ended(child)) throw new Error(`node ${args.join(" ")} ended before its first answer`);
    if (performance.now() - from > LONGEST_START_MS) {
      end();
      throw new Error(`node ${args.join(" ")} gave no answer in ${LONGEST_START_MS / 1000} s`);
    }
    await sleep(2);
  }
  const startedMs = performance.now() - from;
  return {
    port,
    startedMs,
    rssMegabytes: () => rssOf(pid),
    cpuSeconds: () => cpuOf(pid),
    stop: () => endBy(child, "SIGTERM"),
    kill: () => endBy(child, "SIGKILL"),
  };
}

async function endBy(child: ChildProcess, signal: "SIGTERM" | "SIGKILL"): Promise<void> {
  if (ended(child)) return;
  const gone = once(child, "exit");
  child.kill(signal);
  await gone;
}

function ended(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function answers(port: number, path: string, status: number): Promise<boolean> {
  return new Promise((resolve) => {
    get({ host: "127.0.0.1", port, path, agent: false }, (response) => {
      response.resume().on("end", () => resolve(response.statusCode === status));
    }).on("error", () => resolve(false));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/** Resident memory of another process in MB (10⁶ bytes); NaN where the system has no /proc. */
function rssOf(pid: number | undefined): number {
  if (process.platform !== "linux") return Number.NaN;
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return (Number(kilobytes) * 1024) / 1e6;
}

/** Linux counts a process's time in hundredths of a second, whatever its own clock is (proc(5), /proc/pid/stat: utime, stime). */
function cpuOf(pid: number | undefined): number {
  if (process.platform !== "linux") return Number.NaN;
  // The second field is the command's name, in brackets, and may hold spaces.
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

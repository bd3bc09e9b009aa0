import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { freePort } from "../real-luotsi.ts";

/** The program as it is built, in a folder of its own inside the project, where it finds the packages: other tests build theirs meanwhile. */
export async function buildApart(): Promise<{ readonly main: string; remove(): void }> {
  mkdirSync(join("dist", "run"), { recursive: true });
  const home = mkdtempSync(join("dist", "run", "luotsi-"));
  symlinkSync(resolve("flows"), join(home, "flows"), "dir");
  await promisify(execFile)(process.execPath, ["scripts/build.mjs", "--programs-to", join(home, "dist")]);
  return { main: join(home, "dist", "main.js"), remove: () => rmSync(home, { recursive: true, force: true }) };
}

/** A process of the program that can be killed without warning. */
export interface Killable {
  readonly address: string;
  /** kill -9. */
  kill(): Promise<void>;
  /** Asks it to stop, and waits until it is gone. */
  stop(): Promise<void>;
}

/** Starts the program on a free port and waits until it says that it runs. */
export async function startBuilt(main: string, environment: { readonly [name: string]: string }): Promise<Killable> {
  const port = await freePort();
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH ?? "", ...environment, PORT: String(port) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said] = await Promise.race([once(child.stdout, "data"), once(child, "exit")]);
  if (!Buffer.isBuffer(said)) throw new Error(`Luotsi ended with ${child.exitCode}`);
  child.stdout.resume();
  return {
    address: `http://127.0.0.1:${port}`,
    kill: () => end(child, "SIGKILL"),
    stop: () => end(child, "SIGTERM"),
  };
}

async function end(child: ChildProcess, signal: "SIGKILL" | "SIGTERM"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
}

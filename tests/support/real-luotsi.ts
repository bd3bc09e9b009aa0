import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import type { MessagesView, requests, WebMessage } from "../../src/channels/web/api.ts";
import { awaited, until } from "./awaited.ts";

/** Bundles Luotsi as `npm run build` does. */
export function buildLuotsi(): void {
  execFileSync(process.execPath, ["scripts/build.mjs"], { stdio: ["ignore", "ignore", "inherit"] });
}

/** The real process on a port and a folder of its own: killed without warning, started again, talked to over the web chat. */
export class RealLuotsi {
  readonly #environment: { readonly [name: string]: string };
  readonly #port: number;
  #process: ChildProcess | undefined;
  #running: Promise<void> = Promise.resolve();
  kills = 0;

  private constructor(port: number, environment: { readonly [name: string]: string }) {
    this.#port = port;
    this.#environment = environment;
  }

  static async begin(environment: { readonly [name: string]: string }): Promise<RealLuotsi> {
    const luotsi = new RealLuotsi(await freePort(), environment);
    luotsi.#running = luotsi.#start();
    await luotsi.#running;
    return luotsi;
  }

  /** kill -9, and at once a new process on what the old one left. */
  async killAndRestart(): Promise<void> {
    this.kills += 1;
    await this.kill();
    this.#running = this.#start();
    await this.#running;
  }

  async kill(): Promise<void> {
    const process = this.#process;
    if (!process || process.exitCode !== null || process.signalCode !== null) return;
    const ended = once(process, "exit");
    process.kill("SIGKILL");
    await ended;
  }

  async #start(): Promise<void> {
    const child = spawn(process.execPath, ["dist/main.js"], {
      env: { PATH: process.env.PATH ?? "", ...this.#environment, PORT: String(this.#port) },
      stdio: ["ignore", "pipe", "inherit"],
    });
    this.#process = child;
    await until(async () => {
      if (child.exitCode !== null) throw new Error(`Luotsi ended with ${child.exitCode}`);
      return this.#answers();
    });
  }

  async #answers(): Promise<boolean> {
    const response = await fetch(`http://127.0.0.1:${this.#port}/api/company`).catch(() => undefined);
    return response?.ok ?? false;
  }

  /** Does it until it is acknowledged, with the same event id each time, as a page does whose server dies under it. */
  async deed(person: string, path: keyof typeof requests, body: object): Promise<unknown> {
    return this.#untilTaken(`people/${person}/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  }

  async messages(person: string, room: string, thread?: string): Promise<readonly WebMessage[]> {
    const inThread = thread === undefined ? "" : `/threads/${encodeURIComponent(thread)}`;
    const path = `people/${person}/rooms/${encodeURIComponent(room)}${inThread}/messages?limit=100`;
    const view = (await this.#untilTaken(path, {})) as MessagesView;
    return view.messages;
  }

  async #untilTaken(path: string, request: RequestInit): Promise<unknown> {
    const look = async () => {
      await this.#running;
      // The process may die before it answers: then the same is asked again.
      const response = await fetch(`http://127.0.0.1:${this.#port}/api/${path}`, request).catch(() => undefined);
      const body: unknown = await response?.json().catch(() => undefined);
      if (response && !response.ok && response.status !== 429 && response.status !== 503)
        throw new Error(`${path}: ${response.status} ${JSON.stringify(body)}`);
      return response?.ok && body !== undefined ? { body } : undefined;
    };
    return (await awaited(look, () => `${path} was not taken`)).body;
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return address.port;
}

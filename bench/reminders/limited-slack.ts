import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { z } from "zod";

const postingSchema = z.object({
  channel: z.string(),
  metadata: z.object({ event_payload: z.object({ delivery: z.string() }) }),
});

/**
 * A stand-in of Slack's chat.postMessage that keeps to Slack's limits: so many in any window of a workspace, and in a channel one a second with short
 * bursts. Beyond that 429 with Retry-After.
 */
export class LimitedSlack {
  readonly reminders = new Set<string>();
  doubled = 0;
  lastReminderAt = Number.NaN;
  limited = 0;
  #posted = 0;
  readonly #standing = new Map<string, { readonly delivery: string; readonly ts: string }[]>();
  readonly #perWindow: number;
  readonly #windowMs: number;
  readonly #workspaces = new Map<string, number[]>();
  readonly #channels = new Map<string, number[]>();
  readonly #server = createServer((request, response) => void this.#take(request, response));

  /** At most `perWindow` in any window of a workspace. */
  constructor(perWindow: number, windowMs: number) {
    this.#perWindow = perWindow;
    this.#windowMs = windowMs;
  }

  async start(): Promise<string> {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
    const at = this.#server.address();
    return `http://127.0.0.1:${typeof at === "object" && at !== null ? at.port : 0}/api/`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    if (this.#server.listening) await once(this.#server, "close");
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    if (request.url?.endsWith("/conversations.history"))
      return this.#tell(Buffer.concat(chunks).toString("utf8"), response);
    const { channel, metadata } = postingSchema.parse(JSON.parse(Buffer.concat(chunks).toString("utf8")));
    const [workspace = ""] = channel.split("x");
    const at = performance.now();
    const full =
      this.#isFull(this.#workspaces, workspace, this.#perWindow, this.#windowMs, at) ||
      this.#isFull(this.#channels, channel, 5, 2_000, at);
    if (full) {
      this.limited += 1;
      response.writeHead(429, { "retry-after": "1" }).end("{}");
      return;
    }
    for (const [taken, key] of [
      [this.#workspaces, workspace],
      [this.#channels, channel],
    ] as const)
      taken.set(key, [...(taken.get(key) ?? []), at]);
    this.#posted += 1;
    const ts = `${Math.floor(Date.now() / 1000)}.${String(this.#posted).padStart(6, "0")}`;
    const { delivery } = metadata.event_payload;
    this.#standing.set(channel, [...(this.#standing.get(channel) ?? []), { delivery, ts }]);
    if (!delivery.startsWith("reply-")) this.#remind(delivery, at);
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ ok: true, channel, ts }));
  }

  /** What stands in a channel, for who does not know whether it arrived. */
  #tell(asked: string, response: ServerResponse): void {
    const channel = new URLSearchParams(asked).get("channel") ?? "";
    const messages = (this.#standing.get(channel) ?? []).map(({ delivery, ts }) => ({
      type: "message",
      ts,
      text: "",
      metadata: { event_type: "luotsi_delivery", event_payload: { delivery } },
    }));
    response
      .writeHead(200, { "content-type": "application/json" })
      .end(JSON.stringify({ ok: true, messages, has_more: false }));
  }

  #remind(delivery: string, at: number): void {
    if (this.reminders.has(delivery)) this.doubled += 1;
    this.reminders.add(delivery);
    this.lastReminderAt = at;
  }

  #isFull(taken: Map<string, number[]>, key: string, most: number, windowMs: number, at: number): boolean {
    const recent = (taken.get(key) ?? []).filter((one) => one > at - windowMs);
    taken.set(key, recent);
    return recent.length >= most;
  }
}

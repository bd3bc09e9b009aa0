import { Agent, request } from "undici";
import type { MessageToSend } from "../draw/draw-activity.ts";

/** An activity for a conversation, as JSON. */
export type ToSend = string;

export function toSend(activity: MessageToSend | { readonly type: "typing" }): ToSend {
  return JSON.stringify(activity);
}

/** An answer of the Bot Connector that says no; what it holds is read by readFailure. Nothing of the request is kept. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly response: { readonly status: number; readonly headers: object; readonly data: unknown };
  constructor(response: Refused["response"]) {
    super(`the Bot Connector answered ${response.status}`);
    this.response = response;
  }
}

/** Messages on their way to the Bot Connector. */
export interface Wire {
  /** Gives back what was answered. Throws Refused, or the network's own error. */
  send(method: "POST" | "PUT", url: string, activity: ToSend): Promise<unknown>;
  close(): Promise<void>;
}

/** Teams waits some fifteen seconds; a sending that hangs longer would hold up all that follows it at its place. */
const TIMEOUT_MS = 10_000;
const CONNECT_MS = 5_000;

/**
 * Straight over undici, as two messages a turn are worth it: by measure, the SDK's client (axios on node:http) takes a quarter of a turn's processor time. Every
 * other request is the SDK's.
 */
export function createWire(token: () => Promise<string>): Wire {
  const agent = new Agent({
    connections: 50,
    pipelining: 1,
    keepAliveTimeout: 30_000,
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
    connect: { timeout: CONNECT_MS },
  });
  return {
    async send(method, url, activity) {
      const { statusCode, headers, body } = await request(url, {
        method,
        dispatcher: agent,
        headers: { "content-type": "application/json; charset=utf-8", authorization: `Bearer ${await token()}` },
        body: activity,
      });
      const data = parsed(await body.text());
      if (statusCode >= 300) throw new Refused({ status: statusCode, headers, data });
      return data;
    },
    close: () => agent.close(),
  };
}

function parsed(text: string): unknown {
  if (!text.startsWith("{")) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text as textOf } from "node:stream/consumers";
import { z } from "zod";
import { BOT, slackTeams, TENANT } from "./slack-people.ts";

/** A message as it stands in Slack. */
export interface SlackStands {
  readonly channel: string;
  readonly ts: string;
  readonly text: string;
  readonly blocks: readonly unknown[];
  /** How often it was drawn anew: through a response URL or by chat.update. */
  readonly responded: number;
  readonly updated: number;
}

export interface SlackStub {
  /** The Web API's address for SLACK_API_URL. */
  readonly apiUrl: string;
  /** Where a tapped message's response_url leads. */
  responseUrl(at: { readonly channel: string; readonly ts: string }): string;
  /** Slack's clock: every timestamp once, each later than those before. */
  nextTs(): string;
  /** The next message that is posted to a channel. To be asked before the event that brings it is sent. */
  next(channel: string): Promise<SlackStands>;
  /** What stands in a channel, in the order in which it was posted. */
  standing(channel: string): readonly SlackStands[];
  close(): Promise<void>;
}

const LONGEST_WAIT_MS = 20_000;
const bodySchema = z.object({
  channel: z.string().optional(),
  ts: z.string().optional(),
  text: z.string().default(""),
  blocks: z.array(z.unknown()).default([]),
});

/**
 * A stand-in of Slack's Web API that keeps what stands in every channel. It lives in the process that drives the people, which so knows at once when a
 * message stands; the measured process has the machine's other core, and is measured with the same stub beside it as its floor is.
 */
export async function startSlackStub(): Promise<SlackStub> {
  const channels = new Map<string, Map<string, SlackStands>>();
  const waiting = new Map<string, (message: SlackStands) => void>();
  let last = 0;

  function nextTs(): string {
    last = Math.max(last + 1, Date.now() * 1000);
    return `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, "0")}`;
  }

  function post(channel: string, text: string, blocks: readonly unknown[]): SlackStands {
    const message = { channel, ts: nextTs(), text, blocks, responded: 0, updated: 0 };
    const there = channels.get(channel) ?? new Map<string, SlackStands>();
    channels.set(channel, there.set(message.ts, message));
    const tell = waiting.get(channel);
    waiting.delete(channel);
    tell?.(message);
    return message;
  }

  function draw(channel: string, ts: string, body: string, how: "responded" | "updated"): boolean {
    const message = channels.get(channel)?.get(ts);
    if (!message) return false;
    const { text, blocks } = bodySchema.parse(JSON.parse(body));
    channels.get(channel)?.set(ts, { ...message, text, blocks, [how]: message[how] + 1 });
    return true;
  }

  function answer(method: string, body: string): object {
    switch (method) {
      case "chat.postMessage": {
        const { channel = "", text, blocks } = bodySchema.parse(fieldsOf(body));
        const { ts } = post(channel, text, blocks);
        return { ok: true, channel, ts, message: { type: "message", user: BOT, text, ts } };
      }
      case "chat.update": {
        const { channel = "", ts = "" } = bodySchema.parse(JSON.parse(body));
        return draw(channel, ts, body, "updated") ? { ok: true, channel, ts } : refused("message_not_found");
      }
      case "chat.postEphemeral":
        return { ok: true, message_ts: nextTs() };
      case "auth.test":
        return { ok: true, url: "https://bench.slack.com/", team: "Bench", user: "luotsi", ...ids() };
      case "conversations.members": {
        const team = slackTeams.find(({ channel }) => channel === new URLSearchParams(body).get("channel"));
        return { ok: true, members: [...(team?.users ?? []), BOT], response_metadata: { next_cursor: "" } };
      }
      default:
        return refused("unknown_method");
    }
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request);
    const [, kind = "", one = "", other = ""] = (request.url ?? "").split("/");
    if (kind === "respond") {
      response.end(draw(one, other, body, "responded") ? "ok" : "gone");
      return;
    }
    const said = JSON.stringify(answer(one, body));
    response.setHeader("content-type", "application/json; charset=utf-8").end(said);
  }

  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const base = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  return {
    apiUrl: `${base}/api/`,
    responseUrl: ({ channel, ts }) => `${base}/respond/${channel}/${ts}`,
    nextTs,
    next: (channel) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(
          () => reject(new Error(`${channel} waited ${LONGEST_WAIT_MS / 1000} s`)),
          LONGEST_WAIT_MS,
        );
        waiting.set(channel, (message) => {
          clearTimeout(late);
          resolve(message);
        });
      }),
    standing: (channel) => [...(channels.get(channel)?.values() ?? [])],
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function ids(): object {
  return { team_id: TENANT, user_id: BOT, bot_id: "B0LUOTSI", app_id: "A0LUOTSI" };
}

function refused(error: string): object {
  return { ok: false, error };
}

/** JSON, or the form that Slack's own client sends. */
function fieldsOf(body: string): unknown {
  return body.startsWith("{") ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body));
}

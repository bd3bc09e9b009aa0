import { createHmac } from "node:crypto";
import type { FakeSlackSocket } from "../fake-slack-socket.ts";
import { untilTaken } from "./until-taken.ts";

export type SlackKind = "events_api" | "interactive" | "slash_commands";

/** Brings a payload to Luotsi, and gives back what it was acknowledged with. What is not acknowledged comes again, as Slack does it, only sooner. */
export type SlackWire = (kind: SlackKind, payload: object) => Promise<unknown>;

export const SIGNING_SECRET = "test-signing-secret";

export function overHttp(address: () => string, now: () => number = Date.now): SlackWire {
  return (kind, payload) => {
    const body = bodyOf(kind, payload);
    const contentType = kind === "events_api" ? "application/json" : "application/x-www-form-urlencoded";
    return untilTaken((tries) => {
      const headers = { "content-type": contentType, ...signed(body, now()), "x-slack-retry-num": String(tries) };
      const request = { method: "POST", headers, body, signal: AbortSignal.timeout(3_000) };
      return fetch(`${address()}/slack/events`, request);
    });
  };
}

function bodyOf(kind: SlackKind, payload: object): string {
  if (kind === "events_api") return JSON.stringify(payload);
  const fields = Object.entries(payload).map(([name, value]): [string, string] => [name, String(value)]);
  return new URLSearchParams(kind === "slash_commands" ? fields : [["payload", JSON.stringify(payload)]]).toString();
}

function signed(body: string, now: number) {
  const stamp = String(Math.floor(now / 1000));
  const hash = createHmac("sha256", SIGNING_SECRET).update(`v0:${stamp}:${body}`).digest("hex");
  return { "x-slack-signature": `v0=${hash}`, "x-slack-request-timestamp": stamp };
}

export function overSocket(socket: FakeSlackSocket): SlackWire {
  let envelopes = 0;
  return (kind, payload) => {
    envelopes += 1;
    return socket.exchange(`E${envelopes}`, kind, payload);
  };
}

/** Every payload comes twice, the second after the first was acknowledged, as when the acknowledgement was lost. */
export function twice(wire: SlackWire): SlackWire {
  return async (kind, payload) => {
    const answer = await wire(kind, payload);
    if (kind === "events_api") await wire(kind, payload);
    return answer;
  };
}

import type { IncomingMessage, ServerResponse } from "node:http";
import { type App, isValidSlackRequest, type Receiver } from "@slack/bolt";
import type { SlackLog } from "../receiving.ts";
import { answerOf } from "./bolt-app.ts";
import { type Gate, NotNow } from "./gate.ts";
import { isSslCheck, parseBody } from "./parse-body.ts";
import { readRawBody } from "./read-raw-body.ts";
import { report } from "./report.ts";

export const EVENTS_PATH = "/slack/events";

export interface HttpReceiver extends Receiver {
  /** A request to EVENTS_PATH. Always answers; never rejects. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

export interface HttpReceiverParts {
  readonly signingSecret: string;
  readonly gate: Gate;
  /** Whether a payload is any of Luotsi's business; all others are acknowledged at once. */
  readonly concerns: (body: object) => boolean;
  readonly now: () => number;
  readonly log: SlackLog;
}

/**
 * Slack over HTTP, on the one server: what bears Slack's signature, made within the last five minutes over the body as it came, is taken in, and answered
 * after the write. 401 without it, 413 for too much, 400 for what is no payload, all without work; 503 when Slack is to send it again.
 */
export function createHttpReceiver({ signingSecret, gate, concerns, now, log }: HttpReceiverParts): HttpReceiver {
  let app: App | undefined;

  const isSigned = (request: IncomingMessage, body: string): boolean =>
    isValidSlackRequest({
      signingSecret,
      body,
      headers: {
        "x-slack-signature": String(request.headers["x-slack-signature"] ?? ""),
        "x-slack-request-timestamp": Number(request.headers["x-slack-request-timestamp"] ?? Number.NaN),
      },
      nowMilliseconds: now(),
    });

  const takeIn = async (body: object, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const retried = request.headers["x-slack-retry-num"];
    const event = { body, ...(retried === undefined ? {} : { retryNum: Number(retried) }) };
    let answer: unknown;
    try {
      answer = await gate.run(() => (app ? answerOf(app, event) : Promise.reject(new NotNow("Luotsi is starting"))));
    } catch (error) {
      const failure = report(log, error);
      if (failure.kind === "failed") end(response, 500);
      else end(response, 503, { "retry-after": String(failure.afterSeconds) });
      return;
    }
    if (answer === undefined) end(response, 200);
    else endWith(response, answer);
  };

  return {
    init: (given) => {
      app = given;
    },
    start: () => Promise.resolve(),
    stop: () => gate.close(),
    handle: async (request, response) => {
      if (request.url?.split("?")[0] !== EVENTS_PATH) return end(response, 404);
      if (request.method !== "POST") return end(response, 405, { allow: "POST" });
      const raw = await readRawBody(request);
      if (raw === undefined) return;
      if (raw === "too-large") return end(response, 413, { connection: "close" });
      const contentType = request.headers["content-type"] ?? "";
      if (!isSigned(request, raw)) return end(response, isSslCheck(raw, contentType) ? 200 : 401);
      const body = parseBody(raw, contentType);
      if (body === undefined) return end(response, 400);
      const challenge = challengeIn(body);
      if (challenge !== undefined) return endWith(response, { challenge });
      if (!concerns(body)) return end(response, 200);
      await takeIn(body, request, response);
    },
  };
}

/** What Slack asks when the address is set up (docs.slack.dev: "url_verification"). */
function challengeIn(body: object): unknown {
  return "type" in body && body.type === "url_verification" && "challenge" in body ? body.challenge : undefined;
}

function end(response: ServerResponse, status: number, headers: { readonly [name: string]: string } = {}): void {
  response.writeHead(status, headers).end();
}

function endWith(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { "content-type": "application/json; charset=utf-8" }).end(JSON.stringify(body));
}

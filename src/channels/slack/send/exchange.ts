import { Agent, errors, request } from "undici";
import { z } from "zod";
import type { SlackAnswer } from "./slack-api.ts";

/** What became of one request to Slack. */
export type Exchanged =
  | { readonly kind: "answered"; readonly answer: SlackAnswer }
  | { readonly kind: "refused"; readonly code: string; readonly answer: SlackAnswer }
  | { readonly kind: "limited"; readonly seconds: number }
  /** It never reached Slack. */
  | { readonly kind: "unsent"; readonly why: string; readonly cause?: unknown }
  /** It may have reached Slack; what came back is no answer. */
  | { readonly kind: "lost"; readonly why: string; readonly cause?: unknown };

export interface Outgoing {
  readonly url: string;
  /** Undefined where the address itself is the permission. */
  readonly token?: string;
  readonly contentType: string;
  readonly body: string | Uint8Array;
  readonly timeoutMs: number;
}

export interface Wire {
  send(outgoing: Outgoing): Promise<Exchanged>;
  close(): Promise<void>;
}

const answerSchema = z.object({ ok: z.boolean(), error: z.string().optional() });

/** Where nothing of the request has left this machine, or the other one was not there. */
const NEVER_ARRIVED: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENETDOWN",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

const CONNECT_MS = 5_000;
const DEFAULT_RETRY_SECONDS = 30;

/**
 * HTTP to Slack over kept connections. Straight over undici: by measure, Node 20's own fetch is half of what a posting costs, and Slack's WebClient
 * pauses every method of a client on one 429 and posts again when only the answer was lost.
 */
export function createWire(): Wire {
  const agent = new Agent({
    connections: 50,
    pipelining: 1,
    keepAliveTimeout: 30_000,
    connect: { timeout: CONNECT_MS },
  });

  async function send({ url, token, contentType, body, timeoutMs }: Outgoing): Promise<Exchanged> {
    try {
      const response = await request(url, {
        method: "POST",
        dispatcher: agent,
        headers: { "content-type": contentType, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
        body,
        headersTimeout: timeoutMs,
        bodyTimeout: timeoutMs,
      });
      const text = await response.body.text();
      return read(response.statusCode, response.headers["retry-after"], text);
    } catch (cause) {
      if (isUnsent(cause)) return { kind: "unsent", why: codeOf(cause), cause };
      return { kind: "lost", why: isLate(cause) ? `no answer within ${timeoutMs} ms` : codeOf(cause), cause };
    }
  }

  return { send, close: () => agent.close() };
}

function read(status: number, retryAfter: string | string[] | undefined, text: string): Exchanged {
  if (status === 429) {
    const seconds = Number(retryAfter);
    return { kind: "limited", seconds: Number.isFinite(seconds) && seconds > 0 ? seconds : DEFAULT_RETRY_SECONDS };
  }
  const answer = parsed(text);
  const { ok, error } = answerSchema.safeParse(answer).data ?? {};
  if (answer && ok === true && status < 300) return { kind: "answered", answer };
  if (answer && error !== undefined && status < 500) return { kind: "refused", code: error, answer };
  if (status < 300 && (text === "ok" || text === "" || /^OK\b/.test(text))) return { kind: "answered", answer: {} };
  if (status >= 400 && status < 500)
    return { kind: "refused", code: text.slice(0, 40).replaceAll(/[^\w]/g, "_") || `http_${status}`, answer: {} };
  return { kind: "lost", why: `HTTP status ${status}` };
}

function parsed(text: string): SlackAnswer | undefined {
  if (!text.startsWith("{")) return undefined;
  try {
    // Begins with a brace, so it is an object.
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isLate(error: unknown): boolean {
  return error instanceof errors.HeadersTimeoutError || error instanceof errors.BodyTimeoutError;
}

function isUnsent(error: unknown): boolean {
  return error instanceof errors.ConnectTimeoutError || NEVER_ARRIVED.has(codeOf(error));
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  const code = error instanceof Error ? Reflect.get(error, "code") : undefined;
  return typeof code === "string" ? code : error instanceof Error ? error.name : "unknown";
}

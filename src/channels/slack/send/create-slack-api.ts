import { setTimeout as sleep } from "node:timers/promises";
import { PostFailed } from "../../channel.ts";
import { fetchFile } from "../../fetch-file.ts";
import { refusal } from "./errors.ts";
import { createWire, type Exchanged, type Outgoing } from "./exchange.ts";
import { createPace, type Pacing, type Wanted } from "./pace.ts";
import type { CallOptions, Pace, SlackAnswer, SlackApi } from "./slack-api.ts";

export interface SlackApiParts {
  /** Where Slack's Web API is; ends with "/". */
  readonly base: string;
  /** The installation's token; undefined where Luotsi is not installed. */
  tokenOf(installation: string): Promise<string | undefined>;
  /** This process's own, of all that Slack allows, unless told. */
  readonly pacing?: Pacing;
  readonly now?: () => number;
  readonly wait?: (milliseconds: number) => Promise<void>;
  readonly log: { warn(fields: object, text: string): void };
}

export interface OpenSlackApi extends SlackApi {
  /** Uploads bytes to an address that files.getUploadURLExternal gave. Throws PostFailed. */
  upload(url: string, bytes: Uint8Array, timeoutMs: number): Promise<void>;
  /** Lets go of the connections. */
  close(): Promise<void>;
}

/** How long a call waits for its turn and between tries, all in all: with its last answer it stays within a delivery's lease (30 s). */
const PATIENCE_MS = 10_000;
/** A storm is rather told when to come again than kept, for what waits behind it goes elsewhere perhaps; but long enough that there is always one to go. */
const STORM_PATIENCE_MS = 8_000;
const TIMEOUT_MS = 10_000;
const TRIES = 3;
const AFTER_OUTAGE_SECONDS = 5;

const PATIENCE: { readonly [pace in Pace]: number } = { reply: PATIENCE_MS, storm: STORM_PATIENCE_MS, "at-once": 0 };

/** What may arrive twice without harm: reading, and writing that says the same again. */
const REPEATABLE =
  /^(?:auth\.test|chat\.update|conversations\.|files\.info|files\.getUpload|users\.|team\.|views\.publish)/;
/** Big bodies go as JSON; the rest as a form, which every method takes. */
const AS_JSON = /^(?:chat|views)\./;

/** Slack's Web API over HTTP. */
export function createSlackApi(parts: SlackApiParts): OpenSlackApi {
  const { base, now = Date.now, wait = (milliseconds) => sleep(milliseconds), log } = parts;
  const wire = createWire();
  const pacing = parts.pacing ?? createPace({ now, wait });

  async function call(
    installation: string,
    method: string,
    args: Readonly<Record<string, unknown>>,
    { pace = "reply", timeoutMs = TIMEOUT_MS, mayGo = () => true }: CallOptions = {},
  ): Promise<SlackAnswer> {
    const token = await parts.tokenOf(installation);
    if (token === undefined) throw refusal(installation, method, "not_installed", {});
    const wanted = { installation, method, channel: channelIn(args), pace };
    const until = now() + PATIENCE[pace];
    const outgoing = { url: `${base}${method}`, token, ...bodyOf(method, args), timeoutMs };
    for (let tried = 1; ; tried += 1) {
      const exchanged = await once({ ...wanted, until }, outgoing, mayGo);
      if (exchanged.kind === "answered") return exchanged.answer;
      const pauseMs = tried < TRIES ? pauseBefore(method, exchanged, tried) : undefined;
      if (pauseMs === undefined || now() + pauseMs >= until) throw failureOf(installation, method, exchanged);
      log.warn({ installation, method, tried, why: exchanged.kind }, "Slack did not take the call; asking again");
      await wait(pauseMs);
    }
  }

  async function once(wanted: Wanted, outgoing: Outgoing, mayGo: () => boolean): Promise<Exchanged> {
    const turn = await pacing.turn(wanted);
    if (turn.kind === "later")
      throw new PostFailed(`${wanted.installation} ${wanted.method}: Slack's limits leave no room yet`, {
        retryAfterSeconds: turn.seconds,
        waiting: true,
      });
    if (!mayGo()) throw new PostFailed("Another process may send this by now", { retryAfterSeconds: 1, waiting: true });
    const exchanged = await wire.send(outgoing);
    if (exchanged.kind === "limited") pacing.limited(wanted, exchanged.seconds);
    return exchanged;
  }

  return {
    call,
    stormWait: (installation, method) => {
      const until = now() + PATIENCE.storm;
      const turn = pacing.foresee({ installation, method, channel: undefined, pace: "storm", until });
      return turn.kind === "later" ? turn.seconds : 0;
    },
    respond: async (url, body) => {
      const exchanged = await wire.send({ url, ...json(body), timeoutMs: TIMEOUT_MS });
      if (exchanged.kind !== "answered") throw failureOf("response_url", "POST", exchanged);
    },
    upload: async (url, bytes, timeoutMs) => {
      const exchanged = await wire.send({ url, contentType: "application/octet-stream", body: bytes, timeoutMs });
      if (exchanged.kind !== "answered") throw failureOf("upload_url", "POST", exchanged);
    },
    fetchFile: async (installation, address, most) => {
      const url = ownAddress(address, base);
      const token = await parts.tokenOf(installation);
      if (!url || token === undefined) return { kind: "unreachable" };
      return fetchFile(url, { headers: { authorization: `Bearer ${token}` }, most });
    },
    close: wire.close,
  };
}

/** An address of Slack's own, or of what stands in for its Web API; undefined for any other: a token is shown to nobody else. */
function ownAddress(address: string, base: string): URL | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url) return undefined;
  const isSlack = url.protocol === "https:" && (url.hostname === "slack.com" || url.hostname.endsWith(".slack.com"));
  return isSlack || url.origin === new URL(base).origin ? url : undefined;
}

/** How long to pause before another try; undefined: there is none. */
function pauseBefore(method: string, exchanged: Exchanged, tried: number): number | undefined {
  switch (exchanged.kind) {
    case "limited":
      return exchanged.seconds * 1000;
    case "unsent":
      return tried * 250;
    case "lost":
      return REPEATABLE.test(method) ? tried * 250 : undefined;
    case "refused":
    case "answered":
      return undefined;
    default:
      return exchanged satisfies never;
  }
}

function failureOf(
  installation: string,
  method: string,
  exchanged: Exclude<Exchanged, { kind: "answered" }>,
): PostFailed {
  const what = `${installation} ${method}`;
  switch (exchanged.kind) {
    case "refused":
      return refusal(installation, method, exchanged.code, exchanged.answer);
    case "limited":
      return new PostFailed(`${what}: Slack asks to wait.`, {
        retryAfterSeconds: exchanged.seconds,
      });
    case "unsent":
      return new PostFailed(
        `${what}: Slack cannot be reached (${exchanged.why}). Check that this machine reaches slack.com over HTTPS.`,
        { cause: exchanged.cause, retryAfterSeconds: AFTER_OUTAGE_SECONDS },
      );
    case "lost":
      return new PostFailed(`${what}: Slack's answer was lost (${exchanged.why}).`, {
        cause: exchanged.cause,
        retryAfterSeconds: AFTER_OUTAGE_SECONDS,
        unclear: !REPEATABLE.test(method),
      });
    default:
      return exchanged satisfies never;
  }
}

function channelIn({ channel }: Readonly<Record<string, unknown>>): string | undefined {
  return typeof channel === "string" ? channel : undefined;
}

function bodyOf(method: string, args: Readonly<Record<string, unknown>>): Body {
  if (AS_JSON.test(method)) return json(args);
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(args))
    if (value !== undefined) form.append(name, typeof value === "object" ? JSON.stringify(value) : String(value));
  return { contentType: "application/x-www-form-urlencoded; charset=utf-8", body: form.toString() };
}

type Body = Pick<Outgoing, "contentType" | "body">;

function json(body: object): Body {
  return { contentType: "application/json; charset=utf-8", body: JSON.stringify(body) };
}

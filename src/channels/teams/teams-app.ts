import { PUBLIC } from "@microsoft/teams.api";
import { App } from "@microsoft/teams.apps";
import { createTokens, type TeamsCredentials } from "./credentials.ts";
import { keysAway } from "./keys-away.ts";
import { createKnownSenders } from "./known-senders.ts";
import type { Answer } from "./receive/receive-parts.ts";
import { createSdkLog, sdkText } from "./sdk-log.ts";
import type { TeamsHttp } from "./send/connector.ts";
import { createWire, type Wire } from "./send/wire.ts";

/** Who may come in, and as whom Luotsi goes out. */
export type TeamsAccess =
  | (TeamsCredentials & {
      readonly kind: "verified";
      /** Where the keys of those who sign for Teams are told of. */
      readonly openIdMetadataUrl: string;
    })
  /** For trying things out: whoever is on this machine is believed. */
  | { readonly kind: "on-this-machine" };

export interface TeamsApp {
  /**
   * Checks the sender of a body and hands it on; 401 when the token is not Teams' for this app, or speaks of another service URL than the body; 503, so that
   * Teams sends it again, when the keys to check it by could not be fetched.
   */
  handle(headers: Record<string, string>, body: object): Promise<Answer>;
  /** Asks with the bot's token. */
  readonly http: TeamsHttp;
  /** Sends with the bot's token. */
  readonly wire: Wire;
}

const KEYS_AWAY =
  "the keys that sign for Teams could not be fetched, so what Teams sends is not taken; it is asked to send it again. Does this machine reach the address of TEAMS_OPENID_METADATA_URL (Microsoft's own where that is not set)?";

/** What a bot's own token is for (Bot Connector, "Authentication"). */
const BOT_SCOPE = "https://api.botframework.com/.default";

/** Teams waits some fifteen seconds; a sending that hangs longer would hold up all that follows it at its place. */
const TIMEOUT_MS = 10_000;

/**
 * The SDK's app, of which these parts are used: its check of inbound tokens, its HTTP client with the bot's token, and the API client made from that for all but
 * the messages themselves. Its own
 * server and router are not. The router makes an API client and two Graph clients anew for each activity, answers a failed handler with 500 and an invoke without
 * one with nothing; and `app.send` knows one service URL, where Luotsi has to use each conversation's own. So the verified body goes straight to `take`
 * (`server.onRequest`, which is there for that), and its answer, given after the durable write, is the HTTP answer.
 */
export async function createTeamsApp(
  access: TeamsAccess,
  take: (body: unknown) => Promise<Answer>,
  log: { warn(fields: object, text: string): void; error(fields: object, text: string): void },
): Promise<TeamsApp> {
  const { logger, listen } = createSdkLog(log);
  const tokens = access.kind === "verified" ? createTokens(access) : undefined;
  const token = () =>
    tokens && access.kind === "verified" ? tokens(BOT_SCOPE, access.tenant) : Promise.resolve(SHAPED_LIKE_A_TOKEN);
  const app = new App({
    logger,
    client: { timeout: TIMEOUT_MS, logger },
    // Requests come in through Luotsi's one HTTP server.
    httpServerAdapter: { registerRoute: () => undefined },
    ...(access.kind === "verified" && tokens ? verified(access, tokens) : ON_THIS_MACHINE),
  });
  const senders = createKnownSenders();
  const checking = new WeakMap<object, string>();
  app.server.onRequest = async ({ body, token }) => {
    const authorization = checking.get(body);
    if (authorization !== undefined) senders.note(authorization, Reflect.get(body, "serviceUrl"), token);
    return take(body);
  };
  // Without credentials it warns of what was asked for, and of credentials that are none; Luotsi says its own word of it.
  if (access.kind === "on-this-machine") await listen([], () => app.initialize());
  else await app.initialize();
  return {
    handle: async (headers, body) => {
      const { authorization = "" } = headers;
      if (access.kind === "verified") {
        if (senders.has(authorization, Reflect.get(body, "serviceUrl"))) return take(body);
        checking.set(body, authorization);
      }
      const said: unknown[] = [];
      const answer = await listen(said, () => app.server.handleRequest({ headers, body }));
      const away = answer.status === 401 ? keysAway(said) : undefined;
      if (away) {
        log.error({ sdk: sdkText([away]) }, KEYS_AWAY);
        return { status: 503 };
      }
      if (said.length > 0) log.warn({ sdk: sdkText(said) }, "from the Teams SDK");
      return answer;
    },
    http: app.api.http,
    wire: createWire(token),
  };
}

function verified(access: Extract<TeamsAccess, { kind: "verified" }>, token: ReturnType<typeof createTokens>) {
  return {
    clientId: access.clientId,
    ...(access.tenant === undefined ? {} : { tenantId: access.tenant }),
    token,
    cloud: { ...PUBLIC, openIdMetadataUrl: access.openIdMetadataUrl },
    dangerouslyAllowUnauthenticatedRequests: false,
  };
}

/** The SDK reads what it is given for a token, so there has to be one of the right shape; nobody accepts it. */
const SHAPED_LIKE_A_TOKEN = [{ alg: "none", typ: "JWT" }, { appid: "on-this-machine" }, {}]
  .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
  .join(".");

const ON_THIS_MACHINE = {
  clientId: "on-this-machine",
  token: () => SHAPED_LIKE_A_TOKEN,
  dangerouslyAllowUnauthenticatedRequests: true,
};

import { PUBLIC } from "@microsoft/teams.api";
import { App } from "@microsoft/teams.apps";
import { createTokens, type TeamsCredentials } from "./credentials.ts";
import { TokenRefused } from "./errors.ts";
import type { Answer } from "./receive/receive-parts.ts";
import { createSdkLog } from "./sdk-log.ts";
import type { TeamsHttp } from "./send/connector.ts";
import { createWire, type Wire } from "./send/wire.ts";
import { createSenderCheck } from "./sender-check.ts";

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
  handle(authorization: string, body: object): Promise<Answer>;
  /** Whether there is a token to go out with, and the keys to check by who comes in; what is not there is logged, a line each. Never rejects. */
  isReady(): Promise<boolean>;
  /** Asks with the bot's token. */
  readonly http: TeamsHttp;
  /** Sends with the bot's token. */
  readonly wire: Wire;
}

/** What a bot's own token is for (Bot Connector, "Authentication"). */
const BOT_SCOPE = "https://api.botframework.com/.default";

/** Teams waits some fifteen seconds; a sending that hangs longer would hold up all that follows it at its place. */
const TIMEOUT_MS = 10_000;

/**
 * The SDK's app, of which these parts are used: its check of inbound tokens, its HTTP client with the bot's token, and the API client made from that for all but
 * the messages themselves. Its own
 * server and router are not. The router makes an API client and two Graph clients anew for each activity, answers a failed handler with 500 and an invoke without
 * one with nothing; and `app.send` knows one service URL, where Luotsi has to use each conversation's own. So the body of a checked sender goes straight to
 * `take`, and its answer, given after the durable write, is the HTTP answer.
 */
export async function createTeamsApp(
  access: TeamsAccess,
  take: (body: unknown) => Promise<Answer>,
  log: { warn(fields: object, text: string): void; error(fields: object, text: string): void },
  checkWithinMs?: number,
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
  // Without credentials it warns of what was asked for, and of credentials that are none; Luotsi says its own word of it.
  if (access.kind === "on-this-machine") await listen([], () => app.initialize());
  else await app.initialize();
  const senders = createSenderCheck(app.server, listen, log, checkWithinMs);
  const hasToken = () =>
    token().then(
      () => true,
      (error: unknown) => {
        log.error({}, `Teams: ${error instanceof TokenRefused ? error.message : String(error)}`);
        return false;
      },
    );
  return {
    handle: async (authorization, body) => {
      const refusal = access.kind === "verified" ? await senders.refusal(authorization, body) : undefined;
      return refusal ?? take(body);
    },
    isReady: async () => (await Promise.all([hasToken(), senders.keysAreHere()])).every(Boolean),
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

import type { IncomingMessage, ServerResponse } from "node:http";
import { ErrorCode, type Installation, InstallProvider } from "@slack/oauth";
import type { Language } from "../../../text/text.ts";
import { quiet } from "../receive/door/bolt-app.ts";
import { languageOf, showOauthPage } from "./oauth-page.ts";
import { SCOPES } from "./scopes.ts";
import type { InstalledSlack, SlackInstallations } from "./slack-installations.ts";

export interface OauthParts {
  readonly installations: Pick<SlackInstallations, "install">;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Signs what the browser brings back from Slack. */
  readonly stateSecret: string;
  /** Where Slack's Web API is; ends with "/". */
  readonly base: string;
  /** Where Slack sends the browser back to; not set: the first address in the app's settings. */
  readonly redirectUri?: string;
  /** Where the browser is sent to consent; Slack's own unless told. */
  readonly authorizeUrl?: string;
  readonly language: Language;
  readonly log: { error(fields: object, text: string): void; warn(fields: object, text: string): void };
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The two addresses at which a workspace installs Luotsi: /slack/install and /slack/oauth_redirect. They never reject. */
export interface Oauth {
  readonly install: Handler;
  readonly redirect: Handler;
}

export function createOauth(parts: OauthParts): Oauth {
  const { installations, clientId, clientSecret, stateSecret, base, redirectUri, authorizeUrl, log } = parts;
  const provider = new InstallProvider({
    clientId,
    clientSecret,
    stateSecret,
    directInstall: true,
    installUrlOptions: { scopes: [...SCOPES], ...(redirectUri === undefined ? {} : { redirectUri }) },
    installationStore: {
      storeInstallation: async (installation) => {
        await installations.install(installedFrom(installation));
      },
      fetchInstallation: () => Promise.reject(new Error("Tokens are looked up by botOf")),
    },
    clientOptions: { slackApiUrl: base, retryConfig: { retries: 1 }, timeout: 10_000 },
    logger: quiet,
    ...(authorizeUrl === undefined ? {} : { authorizationUrl: authorizeUrl }),
  });

  const language = (request: IncomingMessage) => languageOf(request.headers["accept-language"], parts.language);

  async function redirect(request: IncomingMessage, response: ServerResponse): Promise<void> {
    await provider.handleCallback(request, response, {
      success: ({ team }) => showOauthPage(response, { kind: "done", team: team?.id }, language(request)),
      failure: (error) => {
        const kind = PAGES[error.code] ?? "failed";
        if (kind === "failed") log.error({ code: error.code }, `Slack: an installation failed. ${adviceOn(error)}`);
        else log.warn({ code: error.code }, "Slack: an installation was not completed");
        showOauthPage(response, { kind }, language(request));
      },
    });
  }

  /** Whatever is thrown is the world's failure at this door: said in the log, and a page to the one who installs. */
  const atDoor =
    (handle: Handler): Handler =>
    async (request, response) => {
      try {
        if (request.method === "GET") await handle(request, response);
        else response.writeHead(405, { allow: "GET" }).end();
      } catch (error) {
        log.error({}, `Slack: an installation failed. ${adviceOn(error)}`);
        if (!response.headersSent) showOauthPage(response, { kind: "failed" }, language(request));
      }
    };

  return {
    install: atDoor((request, response) => provider.handleInstallPath(request, response)),
    redirect: atDoor(redirect),
  };
}

const PAGES: { readonly [code: string]: "cancelled" | "stale" } = {
  [ErrorCode.AuthorizationError]: "cancelled",
  [ErrorCode.InvalidStateError]: "stale",
  [ErrorCode.MissingStateError]: "stale",
  [ErrorCode.MissingCodeError]: "stale",
};

const ADVICE: readonly (readonly [RegExp, string])[] = [
  [/bad_client_secret/, "SLACK_CLIENT_SECRET is not the app's: see Basic Information in the app's settings."],
  [/invalid_client_id/, "SLACK_CLIENT_ID is not the app's: see Basic Information in the app's settings."],
  [/bad_redirect_uri/, "Slack's settings of the app (OAuth & Permissions, Redirect URLs) lack this address."],
  [/invalid_code|code_already_used/, "Slack's code was used up; starting again helps."],
];

/** The reason without anything that Slack or the browser sent beside its code word. */
function adviceOn(error: unknown): string {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : "";
  return ADVICE.find(([told]) => told.test(message))?.[1] ?? message.replaceAll(/xox\S+/g, "xox…").slice(0, 200);
}

class NoBot extends Error {
  override readonly name = "NoBot";
}

/** An organisation-wide installation belongs to the organisation, any other to its workspace. */
function installedFrom(installation: Installation): InstalledSlack {
  const { team, enterprise, bot, user, appId, isEnterpriseInstall } = installation;
  const home = isEnterpriseInstall ? enterprise : team;
  if (!home || !bot) throw new NoBot("Slack gave no bot token. Does the app have a bot user (App Home)?");
  return {
    tenant: home.id,
    name: home.name ?? home.id,
    token: bot.token,
    botUser: bot.userId,
    bot: bot.id,
    app: appId,
    scopes: bot.scopes,
    installer: user.id,
  };
}

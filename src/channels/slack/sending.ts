import type { Chart } from "../../message/chart.ts";
import type { Directories } from "../../people/directory.ts";
import type { Store } from "../../store/store.ts";
import type { Language } from "../../text/text.ts";
import type { Channel } from "../channel.ts";
import type { FileSource } from "../file-source.ts";
import { createSlackInstallations } from "./installations/create-slack-installations.ts";
import { createOauth, type Oauth } from "./installations/oauth.ts";
import { createOwnWorkspace, OWN, type OwnWorkspace } from "./installations/own-workspace.ts";
import type { SlackInstallations } from "./installations/slack-installations.ts";
import { createTokenBox } from "./installations/token-box.ts";
import { createSlackApi } from "./send/create-slack-api.ts";
import type { Limit } from "./send/method-tiers.ts";
import { createPace, unpaced } from "./send/pace.ts";
import { createResponseUrls, type ResponseUrls } from "./send/response-urls.ts";
import type { SlackApi } from "./send/slack-api.ts";
import { createSlackChannel } from "./send/slack-channel.ts";

export interface SlackSendingParts {
  readonly store: Store;
  readonly directories: Directories;
  /** SLACK_API_URL; ends with "/". */
  readonly base: string;
  /** SLACK_BOT_TOKEN: the one workspace. */
  readonly ownToken: string | undefined;
  /** TOKEN_ENCRYPTION_KEY as readTokenKeys reads it; none: no workspace can be installed by OAuth. */
  readonly tokenKeys: readonly Buffer[];
  readonly oauth:
    | { readonly clientId: string; readonly clientSecret: string; readonly redirectUri?: string }
    | undefined;
  /** How many processes share what Slack allows; "unpaced" for a stand-in of Slack's on this machine. */
  readonly processes: (() => number) | "unpaced";
  /** What Slack allows of a method; what its documents say, unless told. */
  readonly limitOf?: (method: string) => Limit;
  readonly locale: { readonly language: Language; readonly timeZone: string };
  drawPicture(chart: Chart): Promise<Uint8Array>;
  /** Files that messages name. */
  readonly files?: FileSource;
  readonly now: () => number;
  wait(milliseconds: number): Promise<void>;
  readonly log: {
    info(fields: object, text: string): void;
    warn(fields: object, text: string): void;
    error(fields: object, text: string): void;
  };
}

/** The sending half of Slack, put together. */
export interface SlackSending {
  readonly api: SlackApi;
  readonly channel: Channel;
  readonly responseUrls: ResponseUrls;
  readonly installations: SlackInstallations;
  /** Where there is a SLACK_BOT_TOKEN. */
  readonly own: OwnWorkspace | undefined;
  /** Where workspaces can be installed by OAuth. */
  readonly oauth: Oauth | undefined;
  /** Lets go of the connections; what is under way is finished first. */
  close(): Promise<void>;
}

export function createSlackSending(parts: SlackSendingParts): SlackSending {
  const { store, directories, base, ownToken, tokenKeys, processes, locale, now, wait, log } = parts;
  const box = tokenKeys.length > 0 ? createTokenBox(tokenKeys) : undefined;
  const installations = createSlackInstallations({
    store,
    directories,
    box,
    ownToken,
    locale,
    now,
    log,
    api: () => api,
  });
  const api = createSlackApi({
    base,
    tokenOf: async (installation) =>
      installation === OWN ? ownToken : (await installations.botOf(installation))?.token,
    pacing: processes === "unpaced" ? unpaced : createPace({ ...parts, processes }),
    now,
    wait,
    log,
  });
  const responseUrls = createResponseUrls(now);
  const { drawPicture, files } = parts;
  return {
    api,
    installations,
    responseUrls,
    channel: createSlackChannel({
      api,
      store,
      directories,
      responseUrls,
      drawPicture,
      ...(files ? { files } : {}),
      now,
      wait,
      log,
    }),
    own: ownToken === undefined ? undefined : createOwnWorkspace({ token: ownToken, installations, api, wait, log }),
    oauth:
      parts.oauth && box
        ? createOauth({
            ...parts.oauth,
            installations,
            base,
            stateSecret: box.secretFor("Slack's OAuth state"),
            language: locale.language,
            log,
          })
        : undefined,
    close: api.close,
  };
}

import { z } from "zod";
import { PostFailed } from "../../channel.ts";
import { TOKEN_REFUSED } from "../send/errors.ts";
import { type SlackApi, SlackRefused } from "../send/slack-api.ts";
import type { SlackInstallations } from "./slack-installations.ts";

export interface OwnWorkspaceParts {
  /** SLACK_BOT_TOKEN. */
  readonly token: string;
  readonly installations: Pick<SlackInstallations, "install">;
  /** Knows that OWN is this token. */
  readonly api: Pick<SlackApi, "call">;
  wait(milliseconds: number): Promise<void>;
  readonly log: {
    info(fields: object, text: string): void;
    warn(fields: object, text: string): void;
    error(fields: object, text: string): void;
  };
}

/** The workspace of SLACK_BOT_TOKEN. */
export interface OwnWorkspace {
  /**
   * Asks Slack whose token it is and installs that workspace, again and again until it is here: what is refused today may be let in once the app
   * allows this machine's address. Never rejects; resolves when it is here, or after `stop`. `tried` hears of the first try, whatever came of it.
   */
  keepArriving(tried?: () => void): Promise<void>;
  /** Whether the workspace is known by now. */
  isHere(): boolean;
  stop(): void;
}

/** Stands for SLACK_BOT_TOKEN where an installation is named, before Slack has said whose it is. */
export const OWN = "SLACK_BOT_TOKEN";

const whoSchema = z.object({
  team: z.string(),
  team_id: z.string(),
  user_id: z.string(),
  bot_id: z.string(),
  enterprise_id: z.string().nullish(),
  is_enterprise_install: z.boolean().optional(),
  app_id: z.string().optional(),
});

const NOT_A_BOT = "not_allowed_token_type";
const MEANWHILE =
  "What comes from a workspace that is not known is not acknowledged meanwhile, so that Slack sends it again; Luotsi's other channels work.";

/** 5 s, 10 s, 20 s … five minutes; a refused token is asked about at the latter pace, and said again each time. */
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 300_000;

export function createOwnWorkspace({ token, installations, api, wait, log }: OwnWorkspaceParts): OwnWorkspace {
  let stopped = false;
  let here = false;

  async function arrive(): Promise<string> {
    const who = whoSchema.safeParse(await api.call(OWN, "auth.test", {}));
    if (!who.success)
      throw new SlackRefused(
        NOT_A_BOT,
        "SLACK_BOT_TOKEN is not a bot's. It begins with xoxb-: see OAuth & Permissions in the app's settings.",
      );
    const { team, team_id, user_id, bot_id, enterprise_id, is_enterprise_install, app_id } = who.data;
    return installations.install({
      tenant: is_enterprise_install && enterprise_id ? enterprise_id : team_id,
      name: team,
      token,
      botUser: user_id,
      bot: bot_id,
      app: app_id,
      scopes: [],
      installer: undefined,
    });
  }

  /** In how many milliseconds to try again; undefined when the workspace is here. */
  async function tryOnce(pauseMs: number): Promise<number | undefined> {
    try {
      const installation = await arrive();
      here = true;
      log.info({ installation }, "Slack: the workspace of SLACK_BOT_TOKEN is here");
      return undefined;
    } catch (error) {
      const isRefused = error instanceof SlackRefused && TOKEN_REFUSED.has(error.code);
      const waitMs = isRefused ? LONGEST_PAUSE_MS : pauseMs;
      const say = error instanceof PostFailed ? error.message : "the workspace could not be noted in the store.";
      log[isRefused ? "error" : "warn"](
        isRefused ? { code: error.code } : { err: error },
        `Slack: ${say} ${MEANWHILE} Trying again in ${waitMs / 1000} s.`,
      );
      return waitMs;
    }
  }

  return {
    keepArriving: async (tried) => {
      for (let pauseMs = FIRST_PAUSE_MS; !stopped; pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2)) {
        const waitMs = await tryOnce(pauseMs);
        tried?.();
        if (waitMs === undefined) return;
        await wait(waitMs);
      }
    },
    isHere: () => here,
    stop: () => {
      stopped = true;
    },
  };
}

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
  /** Asks Slack whose token it is, and installs that workspace; the installation's id, or undefined when the token is refused: then only a new one helps. */
  arrive(): Promise<string | undefined>;
  /** Arrives, again and again while waiting may help. Never rejects; resolves when there is no more to do, or after `stop`. `tried` hears of the first try, whatever came of it. */
  keepArriving(tried?: () => void): Promise<void>;
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

/** 5 s, 10 s, 20 s … five minutes. */
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 300_000;

export function createOwnWorkspace({ token, installations, api, wait, log }: OwnWorkspaceParts): OwnWorkspace {
  let stopped = false;

  async function arrive(): Promise<string | undefined> {
    const answer = await api.call(OWN, "auth.test", {}).catch((error: unknown) => {
      if (!(error instanceof SlackRefused && TOKEN_REFUSED.has(error.code))) throw error;
      log.error({ code: error.code }, `Slack: ${error.message} Luotsi's other channels work meanwhile.`);
      return undefined;
    });
    if (!answer) return undefined;
    const who = whoSchema.safeParse(answer);
    if (!who.success) {
      log.error(
        {},
        "Slack: SLACK_BOT_TOKEN is not a bot's. It begins with xoxb-: see OAuth & Permissions in the app's settings.",
      );
      return undefined;
    }
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

  async function tryOnce(pauseMs: number): Promise<"done" | "again"> {
    try {
      const installation = await arrive();
      if (installation !== undefined) log.info({ installation }, "Slack: the workspace of SLACK_BOT_TOKEN is here");
      return "done";
    } catch (error) {
      const say = error instanceof PostFailed ? error.message : "the workspace could not be noted in the store.";
      log.warn({ err: error }, `Slack: ${say} Trying again in ${pauseMs / 1000} s.`);
      return "again";
    }
  }

  return {
    arrive,
    keepArriving: async (tried) => {
      for (let pauseMs = FIRST_PAUSE_MS; !stopped; pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2)) {
        const came = await tryOnce(pauseMs);
        tried?.();
        if (came === "done") return;
        await wait(pauseMs);
      }
    },
    stop: () => {
      stopped = true;
    },
  };
}

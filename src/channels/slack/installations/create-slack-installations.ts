import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import { type ArrivalPorts, arriveInstallation, arrivePerson, removeInstallation } from "../../../people/arrive.ts";
import type { Installation } from "../../../people/records.ts";
import { PostFailed } from "../../channel.ts";
import { arriving, profileSchema } from "../receive/people/profile.ts";
import type { SlackApi } from "../send/slack-api.ts";
import type { Bot, InstalledSlack, SlackInstallations } from "./slack-installations.ts";
import { type StoredInstallation, slackInstallations } from "./stored-installation.ts";
import { type TokenBox, TokenNotOpened } from "./token-box.ts";

export interface InstallationParts extends ArrivalPorts {
  /** For what is installed by OAuth: where there is none, only SLACK_BOT_TOKEN's workspace can be. */
  readonly box: TokenBox | undefined;
  /** SLACK_BOT_TOKEN. */
  readonly ownToken: string | undefined;
  /** What a new company and its people have until they say otherwise. */
  readonly locale: { readonly language: "fi" | "en"; readonly timeZone: string };
  readonly now: () => number;
  readonly log: { info(fields: object, text: string): void; error(fields: object, text: string): void };
  /** Asks who the installer is; given later, as it needs the tokens kept here. */
  api(): Pick<SlackApi, "call">;
}

const KEPT_MS = 30_000;
const userSchema = z.object({ user: profileSchema });

export function createSlackInstallations(parts: InstallationParts): SlackInstallations {
  const { store, box, ownToken, locale, now, log } = parts;
  const kept = new LRUCache<string, { readonly bot: Bot | undefined }>({ max: 5_000, ttl: KEPT_MS, perf: { now } });

  function opened({ _id, token, botUser, bot, tenant }: StoredInstallation): Bot | undefined {
    const known = token.kind === "own" ? ownOf(token.fingerprint) : box?.open(token, _id);
    return known === undefined ? undefined : { token: known, botUser, bot, tenant };
  }

  function ownOf(fingerprint: string): string | undefined {
    return ownToken !== undefined && fingerprintOf(ownToken) === fingerprint ? ownToken : undefined;
  }

  async function botOf(installation: string): Promise<Bot | undefined> {
    const known = kept.get(installation);
    if (known) return known.bot;
    const stored = await store.get(slackInstallations, installation);
    const bot = stored && openedOrLogged(stored);
    kept.set(installation, { bot });
    return bot;
  }

  function openedOrLogged(stored: StoredInstallation): Bot | undefined {
    try {
      return opened(stored);
    } catch (error) {
      if (!(error instanceof TokenNotOpened)) throw error;
      log.error({ installation: stored._id, err: error }, error.message);
      return undefined;
    }
  }

  function tokenToKeep(token: string, installation: string): StoredInstallation["token"] {
    if (token === ownToken) return { kind: "own", fingerprint: fingerprintOf(token) };
    if (!box) throw new TokenNotOpened("TOKEN_ENCRYPTION_KEY is not set: tokens of workspaces cannot be kept");
    return box.seal(token, installation);
  }

  async function keep(installed: InstalledSlack, { _id, company }: Installation): Promise<void> {
    const { tenant, token, botUser, bot, app, scopes, installer } = installed;
    const stored: StoredInstallation = {
      _id,
      company,
      tenant,
      token: tokenToKeep(token, _id),
      botUser,
      bot,
      app: app ?? null,
      scopes: [...scopes],
      installer: installer ?? null,
      installedAt: now(),
    };
    if ((await store.insert(slackInstallations, stored)) === "exists") {
      const { _id: _, ...set } = stored;
      await store.change(slackInstallations, _id, { set });
    }
    kept.delete(_id);
  }

  /** Who installs Luotsi is an admin, whatever else their profile says; without it they have their id for a name until it changes. */
  async function arriveInstaller(installation: Installation, user: string): Promise<void> {
    const answer = await parts
      .api()
      .call(installation._id, "users.info", { user, include_locale: true })
      .catch((error: unknown) => {
        if (error instanceof PostFailed) return undefined;
        throw error;
      });
    const profile = userSchema.safeParse(answer).data?.user ?? { id: user };
    await arrivePerson(parts, { ...arriving(profile, installation, locale), admin: true });
  }

  return {
    botOf,
    install: async (installed) => {
      const { tenant, name, installer } = installed;
      const installation = await arriveInstallation(parts, { platform: "slack", tenant, name, ...locale });
      await keep(installed, installation);
      if (installer !== undefined) await arriveInstaller(installation, installer);
      log.info({ installation: installation._id }, "Slack: Luotsi is installed");
      return installation._id;
    },
    remove: async (tenant, at = now()) => {
      const id = `slack/${tenant}`;
      const stored = await store.get(slackInstallations, id);
      if (stored && stored.installedAt > at) return;
      await store.remove(slackInstallations, id);
      kept.delete(id);
      await removeInstallation(parts, id, now());
      log.info({ installation: id }, "Slack: Luotsi was taken away; its token is deleted");
    },
  };
}

function fingerprintOf(token: string): string {
  return createHash("sha256").update("luotsi own token").update(token).digest("hex").slice(0, 16);
}

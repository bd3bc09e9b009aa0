import { setTimeout as sleep } from "node:timers/promises";
import type { Receiver } from "./channels/channel.ts";
import type { Connection } from "./channels/connection.ts";
import type { FileSource } from "./channels/file-source.ts";
import { PLAYGROUND, PLAYGROUND_INSTALLATION, playgroundTitles, seedPlayground } from "./channels/web/playground.ts";
import { createWebChat } from "./channels/web/web-chat.ts";
import { drawPicture } from "./charts/draw-picture.ts";
import type { Config } from "./config.ts";
import { connectTeams } from "./connect-teams.ts";
import type { Log } from "./log.ts";
import type { Directories } from "./people/directory.ts";
import type { SlackSettings } from "./slack-settings.ts";
import { StartFailed } from "./start-failed.ts";
import type { Store } from "./store/store.ts";
import type { TeamsSettings } from "./teams-settings.ts";

interface ConnectionParts {
  readonly store: Store;
  readonly directories: Directories;
  readonly receiver: Receiver;
  readonly files: FileSource;
  /** How many processes share what the platforms allow. */
  readonly processes: () => number;
  readonly pageFolder: string;
  readonly now: () => number;
  readonly log: Log;
}

/** The platforms that are configured. An SDK is loaded only where its platform is. */
export async function connectionsOf(config: Config, parts: ConnectionParts): Promise<readonly Connection[]> {
  const connections: Connection[] = [];
  if (config.webChat) connections.push(await webConnection(parts));
  if (config.teams) connections.push(await teamsConnection(config, config.teams, parts));
  if (config.slack) connections.push(await slackConnection(config, config.slack, parts));
  if (connections.length === 0)
    throw new StartFailed(
      "There is nothing to talk through: WEB_CHAT is off, and no other channel is configured. Set WEB_CHAT=on, or connect Slack or Teams.",
    );
  return connections;
}

function teamsConnection(config: Config, settings: TeamsSettings, parts: ConnectionParts): Promise<Connection> {
  const { defaultLanguage: language, defaultTimeZone: timeZone } = config;
  const options = { ...parts, fallback: { language, timeZone }, drawPicture };
  return connectTeams(settings, options);
}

async function webConnection({ store, log, ...parts }: ConnectionParts): Promise<Connection> {
  await seedPlayground(store);
  return createWebChat({
    company: PLAYGROUND,
    installation: PLAYGROUND_INSTALLATION,
    ...parts,
    store,
    titles: playgroundTitles,
    drawPicture,
    logger: log,
  });
}

async function slackConnection(
  config: Config,
  settings: SlackSettings,
  { store, directories, receiver, files, processes, now, log }: ConnectionParts,
): Promise<Connection> {
  const { createSlackConnection } = await import("./channels/slack/slack-connection.ts");
  return createSlackConnection({
    settings,
    store,
    directories,
    receiver,
    files,
    locale: { language: config.defaultLanguage, timeZone: config.defaultTimeZone },
    drawPicture,
    processes,
    now,
    wait: (milliseconds) => sleep(milliseconds),
    log,
  });
}

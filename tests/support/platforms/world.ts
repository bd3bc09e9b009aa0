import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { collections } from "../../../src/collections.ts";
import { readConfig } from "../../../src/config.ts";
import { createLog } from "../../../src/log.ts";
import { installations, teams } from "../../../src/people/records.ts";
import { type Round, rounds } from "../../../src/rounds/round.ts";
import { start } from "../../../src/start.ts";
import { openEmbeddedStore } from "../../../src/store/embedded/open-embedded-store.ts";
import type { Store } from "../../../src/store/store.ts";
import { FakeSlackApi } from "../fake-slack-api.ts";
import { FakeSlackSocket } from "../fake-slack-socket.ts";
import { startFakeConnector } from "../teams/fake-connector.ts";
import { startFakeDrive } from "../teams/fake-drive.ts";
import { startFakeOpenId } from "../teams/fake-openid.ts";
import { type Killable, startBuilt } from "./built-luotsi.ts";
import type { PersonThere, Platform } from "./platform.ts";
import { slackPeople } from "./slack-people.ts";
import { overHttp, overSocket, SIGNING_SECRET, twice } from "./slack-wire.ts";
import { TENANT, teamsChat, teamsPeople, teamsUser } from "./teams-people.ts";
import { messagesTwice, signedBy } from "./teams-wire.ts";

export interface WorldOptions {
  readonly slack?: { readonly over: "http" | "socket"; readonly people: readonly PersonThere[]; readonly team: string };
  readonly teams?: { readonly place: "channel" | "group"; readonly people: readonly PersonThere[] };
  /** Platforms deliver everything twice. */
  readonly doubled?: boolean;
  /** What Luotsi's clock shows at the start; without it, this machine's time. */
  readonly startAt?: string;
  /** The built program instead of Luotsi in this process. */
  readonly built?: string;
  /** What is logged from this level on is printed. */
  readonly logLevel?: "error" | "silent";
}

/** The reminders' clock looks so often. */
const LOOKS_EVERY_MS = 2_000;
const CLIENT = "22222222-bbbb-4222-8222-222222222222";
const BOT_TOKEN = "xoxb-1";

/** Luotsi connected to stand-ins of Slack and Teams, as its environment says, with a store of its own. */
export async function startWorld(options: WorldOptions) {
  let aheadMs = options.startAt === undefined ? 0 : Date.parse(options.startAt) - Date.now();
  const now = () => Date.now() + aheadMs;
  const folder = mkdtempSync(join(tmpdir(), "luotsi-platforms-"));
  const [api, socket, openId] = await Promise.all([
    FakeSlackApi.start(),
    FakeSlackSocket.start(),
    startFakeOpenId(CLIENT),
  ]);
  const members = (options.teams?.people ?? []).map(({ user, name }) => ({
    id: teamsUser(user),
    name,
    tenantId: TENANT,
  }));
  const chatOf = (id: string) => teamsChat(id.slice(teamsUser("").length));
  const connector = await startFakeConnector(members, { now, chatOf });
  const drive = await startFakeDrive();
  // Timestamps of what is posted are of this time, so that they can be compared with the program's own clock.
  api.workspace.clock = Math.floor(now() / 1000);
  api.workspace.socketUrl = socket.url;
  let address = "";

  const environment = {
    DATA_DIR: folder,
    PORT: "0",
    LOG_LEVEL: options.logLevel ?? "error",
    ...(options.slack ? slackEnvironment(options.slack.over, api.base) : {}),
    ...(options.teams ? teamsEnvironment(openId.metadataUrl, openId.loginUrl) : {}),
  };
  const run = async (): Promise<Killable> => {
    if (options.built !== undefined) return startBuilt(options.built, environment);
    const config = readConfig(environment);
    if (!config.ok) throw new Error(config.problems.join("\n"));
    const running = await start({ config: config.value, log: createLog(config.value.logLevel), now });
    const stop = () => running.stop();
    return { address: running.address, stop, kill: () => Promise.reject(new Error("it runs in this process")) };
  };
  let running: Killable | undefined;
  const begin = async () => {
    running = await run();
    address = running.address;
  };
  await begin();

  const slackWire = options.slack?.over === "socket" ? overSocket(socket) : overHttp(() => address, now);
  const teamsWire = signedBy(openId, () => address);
  const slack = options.slack && slackPeople(api, options.doubled ? twice(slackWire) : slackWire, options.slack);
  const teams =
    options.teams &&
    teamsPeople(connector, options.doubled ? messagesTwice(teamsWire) : teamsWire, { ...options.teams, drive, now });
  return {
    slack,
    teams,
    api,
    connector,
    openId,
    /** Luotsi's clock is set to that moment, and the platform's with it; it has looked at everything before. */
    async moves(to: string): Promise<void> {
      await pause(2 * LOOKS_EVERY_MS);
      aheadMs = Date.parse(to) - Date.now();
      api.workspace.clock = Math.floor(now() / 1000);
    },
    /** The platform that there is, where there is one. */
    get platform(): Platform {
      const one = slack ?? teams;
      if (!one) throw new Error("there is no platform");
      return one;
    },
    kill: async () => running?.kill(),
    restart: begin,
    /** Stops Luotsi and looks into its store. */
    async stored<T>(look: (store: Store) => Promise<T>): Promise<T> {
      await running?.stop();
      running = undefined;
      const store = await openEmbeddedStore({ folder, collections });
      try {
        return await look(store);
      } finally {
        await store.close();
      }
    },
    async end() {
      await running?.stop();
      await Promise.all([api.close(), socket.close(), openId.stop(), connector.stop(), drive.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
/** Everything that happened in a store, whosoever's company it is. */
export async function roundsIn(store: Store): Promise<readonly Round[]> {
  const installed = await Promise.all(
    ["slack/T1", `teams/${TENANT}`].map((installation) => store.get(installations, installation)),
  );
  const companies = new Set(installed.flatMap((one) => one?.company ?? []));
  const all = await Promise.all(
    [...companies].map((company) => store.find(teams, { name: "ofCompany", equals: { company } })),
  );
  const found = await Promise.all(
    all.flat().map(({ company, _id: team }) => store.find(rounds, { name: "ofTeam", equals: { company, team } })),
  );
  return found.flat();
}

export type World = Awaited<ReturnType<typeof startWorld>>;

function slackEnvironment(over: "http" | "socket", apiUrl: string) {
  const door = over === "http" ? { SLACK_SIGNING_SECRET: SIGNING_SECRET } : { SLACK_APP_TOKEN: "xapp-1-secret" };
  return { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_API_URL: apiUrl, ...door };
}

function teamsEnvironment(metadataUrl: string, loginUrl: string) {
  return {
    TEAMS_CLIENT_ID: CLIENT,
    TEAMS_CLIENT_SECRET: "a secret of eight",
    TEAMS_OPENID_METADATA_URL: metadataUrl,
    TEAMS_LOGIN_URL: loginUrl,
  };
}

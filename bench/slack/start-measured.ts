import { setTimeout as sleep } from "node:timers/promises";
import { bundle } from "../../tests/store/run-bundled.ts";
import { APP } from "../support/build-app.ts";
import { type ServerProcess, startServer } from "../support/server-process.ts";
import { BOT_TOKEN, SIGNING_SECRET, slackTeams } from "./slack-people.ts";
import type { SlackStub } from "./slack-stub.ts";

/** What `npm start` starts, on a folder that seedSlackCompany has filled; resolves when the cards of the rounds and of their facilitators stand. */
export async function startLuotsi(stub: SlackStub, folder: string): Promise<ServerProcess> {
  const luotsi = await startServer({
    args: APP,
    path: "/slack/events",
    status: 405,
    environment: {
      DATA_DIR: folder,
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_API_URL: stub.apiUrl,
      WEB_CHAT: "off",
    },
  });
  const places = slackTeams.flatMap(({ channel, users: [facilitator = ""] }) => [channel, `D${facilitator}`]);
  while (places.some((channel) => stub.standing(channel).length === 0)) await sleep(20);
  return luotsi;
}

/** The floor: a plain Bolt app, which posts one line for each event. */
export function startBolt(stub: SlackStub): Promise<ServerProcess> {
  return startChild(stub, "bench/slack/bolt-child.ts");
}

/** What a turn costs without the coach. */
export function startLeast(stub: SlackStub): Promise<ServerProcess> {
  return startChild(stub, "bench/slack/least-child.ts");
}

async function startChild(stub: SlackStub, entry: string): Promise<ServerProcess> {
  const child = await bundle(entry);
  try {
    return await startServer({
      args: [child.file],
      path: "/slack/events",
      status: 404,
      environment: { SLACK_API_URL: stub.apiUrl },
    });
  } finally {
    child.remove();
  }
}

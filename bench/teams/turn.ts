import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { roundId } from "../../src/rounds/round.ts";
import { bundle } from "../../tests/store/run-bundled.ts";
import type { Figure } from "../figure.ts";
import { BOT_TOKEN, SIGNING_SECRET } from "../slack/slack-people.ts";
import { startSlackStub } from "../slack/slack-stub.ts";
import { APP, buildApp } from "../support/build-app.ts";
import { type ServerProcess, startServer } from "../support/server-process.ts";
import { checkStore } from "../web/check-agreement.ts";
import { answerPart, repeatPart, takePart } from "./answer-part.ts";
import { checkStanding } from "./check-standing.ts";
import { openDoor, type TeamsDoor } from "./teams-activities.ts";
import { seedTeamsCompany } from "./teams-company.ts";
import { CLIENT_ID, CLIENT_SECRET, COMPANY, chatOf, FLOW, QUESTIONS, teamsPeople, teamsTeams } from "./teams-people.ts";
import { startTeamsStub, type TeamsStub } from "./teams-stub.ts";

/** As many as wait for their answer at the same time. */
const AT_ONCE = 16;
/** What a server still does after its last message is no part of the other's time. */
const REST_MS = 150;
const MOST_RSS_MEGABYTES = 250;
/** One run tells the ratio to some 5 %. */
const RUNS = 3;

/**
 * `teams.turn`: what `npm start` starts, with all three channels configured, driven through Teams' endpoint by 500 people in 50 rounds who answer six
 * questions in turn, every other by a tap. A turn is a signed activity until it is answered and the next message stands in the stub; the answered question is
 * redrawn as well. The floor is an empty echo bot of the SDK that gets the same activities with the same tokens, question by question in turn with
 * Luotsi, and answers each with one line. `rss.channels` is Luotsi's memory at the end, the largest of three runs; of the ratios the median counts. Throws
 * unless store and stub agree afterwards.
 */
export async function measureTeamsTurn(): Promise<readonly Figure[]> {
  await buildApp();
  const runs: Run[] = [];
  while (runs.length < RUNS) runs.push(await runOnce());
  const median = runs.toSorted((one, other) => ratioOf(one) - ratioOf(other))[Math.floor(RUNS / 2)];
  return median ? figures(median, Math.max(...runs.map(({ rss }) => rss))) : [];
}

interface Run {
  /** Turns a second. */
  readonly turns: number;
  readonly echoed: number;
  /** Megabytes. */
  readonly rss: number;
}

const ratioOf = ({ turns, echoed }: Run) => turns / echoed;

async function runOnce(): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), "luotsi-bench-"));
  const stub = await startTeamsStub();
  const lines = await startTeamsStub();
  const slack = await startSlackStub();
  const sides: Side[] = [];
  try {
    await seedTeamsCompany(folder, stub.serviceUrl);
    const luotsi = sideOf(await startLuotsi(stub, slack.apiUrl, folder));
    sides.push(luotsi);
    const echo = sideOf(await startEcho(lines));
    sides.push(echo);
    const people = await takePart(stub, luotsi.door, AT_ONCE);
    const taken = { luotsi: 0, echo: 0 };
    for (let question = 0; question < QUESTIONS; question += 1) {
      await sleep(REST_MS);
      const { events, seconds } = await answerPart(stub, luotsi.door, people, AT_ONCE);
      taken.luotsi += seconds;
      await sleep(REST_MS);
      taken.echo += await repeatPart(lines, echo.door, events, AT_ONCE);
    }
    const rss = luotsi.server.rssMegabytes();
    const wrong = checkStanding(stub, people);
    await luotsi.server.stop();
    const given = new Map(people.map((person) => [person.person, person.given]));
    const rounds = new Set(teamsTeams.map(({ id }) => roundId(id, FLOW, 1)));
    insist([...wrong, ...(await checkStore(folder, COMPANY, given, rounds))]);
    const turns = teamsPeople.length * QUESTIONS;
    return { turns: turns / taken.luotsi, echoed: turns / taken.echo, rss };
  } finally {
    for (const { server, door } of sides) {
      await door.close();
      await server.stop();
    }
    await Promise.all([stub.close(), lines.close(), slack.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Side {
  readonly server: ServerProcess;
  readonly door: TeamsDoor;
}

function sideOf(server: ServerProcess): Side {
  return { server, door: openDoor(server.port) };
}

/** All three channels; resolves when the cards of the rounds and of their facilitators stand in Teams. */
async function startLuotsi(stub: TeamsStub, slackApiUrl: string, folder: string): Promise<ServerProcess> {
  const luotsi = await startServer({
    args: APP,
    path: "/api/messages",
    status: 405,
    environment: {
      DATA_DIR: folder,
      WEB_CHAT: "on",
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_API_URL: slackApiUrl,
      TEAMS_CLIENT_ID: CLIENT_ID,
      TEAMS_CLIENT_SECRET: CLIENT_SECRET,
      TEAMS_OPENID_METADATA_URL: stub.metadataUrl,
      TEAMS_LOGIN_URL: stub.loginUrl,
    },
  });
  const places = teamsTeams.flatMap(({ channel, users: [facilitator = ""] }) => [channel, chatOf(facilitator)]);
  while (places.some((conversation) => stub.standing(conversation).length === 0)) await sleep(20);
  return luotsi;
}

async function startEcho(stub: TeamsStub): Promise<ServerProcess> {
  const child = await bundle("bench/teams/echo-child.ts");
  try {
    return await startServer({
      args: [child.file],
      path: "/",
      status: 404,
      environment: { OPENID_METADATA_URL: stub.metadataUrl },
    });
  } finally {
    child.remove();
  }
}

function figures(run: Run, rss: number): readonly Figure[] {
  const most = MOST_RSS_MEGABYTES;
  const { turns: value, echoed: floor } = run;
  return [
    { name: "teams.turn", value, unit: "turns/s", floor, ratio: ratioOf(run), better: "higher" },
    { name: "rss.channels", value: rss, unit: "MB", floor: most, ratio: rss / most, better: "lower" },
  ];
}

function insist(wrong: readonly string[]): void {
  if (wrong.length > 0)
    throw new Error(`store and stub do not agree, in ${wrong.length} places:\n${wrong.slice(0, 20).join("\n")}`);
}

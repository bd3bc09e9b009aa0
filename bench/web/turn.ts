import { mkdtempSync, rmSync } from "node:fs";
import { Agent } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PLAYGROUND } from "../../src/channels/web/playground.ts";
import { roundId } from "../../src/rounds/round.ts";
import type { Figure } from "../figure.ts";
import { APP, buildApp } from "../support/build-app.ts";
import type { Given } from "../support/choose-answer.ts";
import { type ServerProcess, startServer } from "../support/server-process.ts";
import { type AllGiven, answerAll, turnsOf } from "./answer-all.ts";
import { startBareServer } from "./bare-server.ts";
import { benchTeams, seedBenchCompany } from "./bench-company.ts";
import { checkScreens, checkStore, readScreens } from "./check-agreement.ts";
import { openRound } from "./open-rounds.ts";
import { askedIn } from "./shown.ts";
import { sideBySide } from "./side-by-side.ts";

const FLOW = "digital-maturity";
const QUESTIONS = 6;
const MOST_RSS_MEGABYTES = 250;
/** People answer in so many parts, Luotsi and the floor by turns, so that a busy machine is as busy for both. */
const PARTS = 5;

/**
 * `web.turn`: what `npm start` starts, driven from outside by 500 people in 50 rounds, 16 of them answering at a time, each through a page
 * of their own. A turn is an answer, typed or tapped, until the next message is on the screen. Throws unless store and screens agree
 * afterwards. The floor is a bare server with the same writes and the same people. `rss` is Luotsi's memory at the end, against its promise.
 */
export async function measureWebTurn(): Promise<readonly Figure[]> {
  await buildApp();
  const folder = mkdtempSync(join(tmpdir(), "luotsi-bench-"));
  try {
    const { turns, bareTurns, rss } = await driveBoth(join(folder, "luotsi"), join(folder, "bare"));
    return [
      { name: "web.turn", value: turns, unit: "turns/s", floor: bareTurns, ratio: turns / bareTurns, better: "higher" },
      {
        name: "rss",
        value: rss,
        unit: "MB",
        floor: MOST_RSS_MEGABYTES,
        ratio: rss / MOST_RSS_MEGABYTES,
        better: "lower",
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Driven {
  /** A second. */
  readonly turns: number;
  readonly bareTurns: number;
  /** MB. */
  readonly rss: number;
}

async function driveBoth(folder: string, bareFolder: string): Promise<Driven> {
  await seedBenchCompany(folder);
  const people = benchTeams.flatMap((team) => team.people);
  const given = new Map<string, readonly Given[]>();
  const wrong: string[] = [];
  const luotsi = await startServer({ args: APP, path: "/api/company", environment: { DATA_DIR: folder } });
  const driven = await thenStop(luotsi, async () => {
    await openRounds(luotsi.port);
    const bare = await startBareServer(bareFolder, await firstQuestion(luotsi.port, people));
    const seconds = await thenStop(bare, async () => {
      const taken = { luotsi: 0, bare: 0 };
      for (let part = 0; part < PARTS; part += 1) {
        const some = people.slice((part * people.length) / PARTS, ((part + 1) * people.length) / PARTS);
        const answered = await answerAll(luotsi.port, some);
        for (const [person, answers] of answered.given) given.set(person, answers);
        taken.luotsi += answered.seconds;
        taken.bare += (await answerAll(bare.port, some)).seconds;
      }
      return taken;
    });
    const rss = luotsi.rssMegabytes();
    wrong.push(...checkScreens(given, await readScreens(luotsi.port, people)));
    const turns = turnsOf(given);
    return { turns: turns / seconds.luotsi, bareTurns: turns / seconds.bare, rss };
  });
  const rounds = new Set(benchTeams.map(({ id }) => roundId(id, FLOW, 1)));
  wrong.push(...(await checkStore(folder, PLAYGROUND, given, rounds)));
  insist(given, people.length * QUESTIONS, wrong);
  return driven;
}

async function thenStop<T>(server: ServerProcess, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await server.stop();
  }
}

async function openRounds(port: number): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  await sideBySide(benchTeams, 4, (team) => openRound(port, agent, team));
  agent.destroy();
}

async function firstQuestion(port: number, people: readonly string[]) {
  const screens = await readScreens(port, people.slice(0, 1));
  const question = [...screens.values()].flat().findLast(askedIn);
  if (!question) throw new Error("nobody was asked anything");
  return question;
}

function insist(given: AllGiven, wanted: number, wrong: readonly string[]): void {
  const all = turnsOf(given) === wanted ? wrong : [`${turnsOf(given)} answers were given, of ${wanted}`, ...wrong];
  if (all.length > 0)
    throw new Error(`store and screen do not agree, in ${all.length} places:\n${all.slice(0, 20).join("\n")}`);
}

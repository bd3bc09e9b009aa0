import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Agent } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { roundId } from "../../src/rounds/round.ts";
import { bundle } from "../../tests/store/run-bundled.ts";
import type { Figure } from "../figure.ts";
import { APP, buildApp } from "../support/build-app.ts";
import { startServer } from "../support/server-process.ts";
import { type Answered, answerAll } from "./answer-all.ts";
import { benchTeams, seedBenchCompany } from "./bench-company.ts";
import { checkScreens, checkStore, readScreens } from "./check-agreement.ts";
import { openRound } from "./open-rounds.ts";
import { askedIn, type Shown } from "./shown.ts";
import { sideBySide } from "./side-by-side.ts";

const FLOW = "digital-maturity";
const QUESTIONS = 6;
const MOST_RSS_MEGABYTES = 250;
const people = benchTeams.flatMap((team) => team.people);

/**
 * `web.turn`: what `npm start` starts, driven from outside by 500 people in 50 rounds, 16 of them answering at a time, each through a page
 * of their own. A turn is an answer, typed or tapped, until the next message is on the screen. Throws unless store and screens agree
 * afterwards. The floor is a bare server with the same writes and the same people. `rss` is Luotsi's memory at the end, against its promise.
 */
export async function measureWebTurn(): Promise<readonly Figure[]> {
  await buildApp();
  const folder = mkdtempSync(join(tmpdir(), "luotsi-bench-"));
  try {
    const { answered, rssMegabytes, question } = await driveLuotsi(join(folder, "luotsi"));
    const floor = perSecond(await driveBare(join(folder, "bare"), question));
    const value = perSecond(answered);
    return [
      { name: "web.turn", value, unit: "turns/s", floor, ratio: value / floor, better: "higher" },
      {
        name: "rss",
        value: rssMegabytes,
        unit: "MB",
        floor: MOST_RSS_MEGABYTES,
        ratio: rssMegabytes / MOST_RSS_MEGABYTES,
        better: "lower",
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Driven {
  readonly answered: Answered;
  readonly rssMegabytes: number;
  /** The first question that somebody saw. */
  readonly question: Shown;
}

async function driveLuotsi(folder: string): Promise<Driven> {
  await seedBenchCompany(folder);
  const server = await startServer({ args: [APP], path: "/api/company", environment: { DATA_DIR: folder } });
  const { port } = server;
  const wrong: string[] = [];
  const driven = await (async () => {
    try {
      const agent = new Agent({ keepAlive: true });
      await sideBySide(benchTeams, 4, (team) => openRound(port, agent, team));
      agent.destroy();
      const question = [...(await readScreens(port, people.slice(0, 1))).values()].flat().findLast(askedIn);
      if (!question) throw new Error("nobody was asked anything");
      const answered = await answerAll(port, people);
      const rssMegabytes = server.rssMegabytes();
      wrong.push(...checkScreens(answered.given, await readScreens(port, people)));
      return { answered, rssMegabytes, question };
    } finally {
      await server.stop();
    }
  })();
  const rounds = new Set(benchTeams.map(({ id }) => roundId(id, FLOW, 1)));
  wrong.push(...(await checkStore(folder, driven.answered.given, rounds)));
  if (driven.answered.turns !== people.length * QUESTIONS)
    wrong.push(`${driven.answered.turns} answers were given, of ${people.length * QUESTIONS}`);
  if (wrong.length > 0)
    throw new Error(`store and screen do not agree, in ${wrong.length} places:\n${wrong.slice(0, 20).join("\n")}`);
  return driven;
}

async function driveBare(folder: string, question: Shown): Promise<Answered> {
  const child = await bundle("bench/web/bare-server-child.ts");
  const asked = join(folder, "question.json");
  mkdirSync(folder);
  const step = askedIn(question)?.step ?? "";
  writeFileSync(asked, JSON.stringify({ ...question, id: "MESSAGE" }).replaceAll(step, "STEP"));
  try {
    const environment = { DATA_DIR: folder, QUESTION: asked };
    const server = await startServer({ args: [child.file], path: "/", environment });
    try {
      return await answerAll(server.port, people);
    } finally {
      await server.stop();
    }
  } finally {
    child.remove();
  }
}

function perSecond({ turns, seconds }: Answered): number {
  return turns / seconds;
}

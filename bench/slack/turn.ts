import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { roundId } from "../../src/rounds/round.ts";
import type { Figure } from "../figure.ts";
import { buildApp } from "../support/build-app.ts";
import type { ServerProcess } from "../support/server-process.ts";
import { checkStore } from "../web/check-agreement.ts";
import { type Answering, answerPart, repeatPart, takePart } from "./answer-part.ts";
import { checkStanding } from "./check-standing.ts";
import { seedSlackCompany } from "./slack-company.ts";
import { openDoor, type SlackDoor, type SlackEvent } from "./slack-events.ts";
import { COMPANY, FLOW, QUESTIONS, slackPeople, slackTeams } from "./slack-people.ts";
import { type SlackStub, startSlackStub } from "./slack-stub.ts";
import { startBolt, startLeast, startLuotsi } from "./start-measured.ts";

/** As many as wait for their answer at the same time; the worse counts. */
const AT_ONCE = [16, 64] as const;
/** What a server does after its last message is its cost too. */
const REST_MS = 150;

/**
 * `slack.turn`: what `npm start` starts, on the embedded store, driven through Slack's HTTP door by 500 people in 50 rounds who answer six questions in
 * turn, every other by a tap. A turn is a signed event until it is acknowledged and the next message stands in the stub; the answered question is redrawn
 * as well. `slack.cpu`: the processor time of the server's process for it. The floor is a plain Bolt app that takes the same events and posts one line for
 * each. Each question is a part of its own, Luotsi and the floor by turns, so that a busy machine is as busy for both; people and stub live in this
 * process, beside either. Throws unless store and stub agree afterwards. `slack.least`, `slack.least.cpu`: the same events through what no turn can do
 * without, and no coach (signature, a durable write, posting and redrawing with Luotsi's own parts): what `slack.turn` would be if coaching cost nothing.
 */
export async function measureSlackTurn(): Promise<readonly Figure[]> {
  await buildApp();
  const runs: Run[] = [];
  for (const atOnce of AT_ONCE) runs.push(await measureAt(atOnce));
  const turn = runs.toSorted((a, b) => a.luotsi.turns / a.bolt.turns - b.luotsi.turns / b.bolt.turns)[0];
  const cpu = runs.toSorted((a, b) => b.luotsi.cpu / b.bolt.cpu - a.luotsi.cpu / a.bolt.cpu)[0];
  if (!turn || !cpu) throw new Error("nothing was measured");
  return [
    figure("slack.turn", turn.luotsi.turns, "turns/s", turn.bolt.turns, "higher"),
    figure("slack.cpu", cpu.luotsi.cpu, "µs/turn", cpu.bolt.cpu, "lower"),
    figure("slack.least", turn.least.turns, "turns/s", turn.bolt.turns, "higher"),
    figure("slack.least.cpu", cpu.least.cpu, "µs/turn", cpu.bolt.cpu, "lower"),
  ];
}

function figure(name: string, value: number, unit: string, floor: number, better: Figure["better"]): Figure {
  return { name, value, unit, floor, ratio: value / floor, better };
}

interface Measured {
  /** A second. */
  readonly turns: number;
  /** Microseconds a turn. */
  readonly cpu: number;
}

interface Run {
  readonly luotsi: Measured;
  readonly bolt: Measured;
  readonly least: Measured;
}

async function measureAt(atOnce: number): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), "luotsi-bench-"));
  const stub = await startSlackStub();
  const lines = await startSlackStub();
  const servers: Side[] = [];
  try {
    await seedSlackCompany(folder);
    const luotsi = sideOf(await startLuotsi(stub, folder));
    servers.push(luotsi);
    const bolt = sideOf(await startBolt(lines));
    servers.push(bolt);
    const least = sideOf(await startLeast(lines));
    servers.push(least);
    const { run, people } = await driveAll({ stub, lines }, { luotsi, bolt, least }, atOnce);
    const wrong = checkStanding(stub, people);
    await luotsi.server.stop();
    const given = new Map(people.map((person) => [person.person, person.given]));
    const rounds = new Set(slackTeams.map(({ id }) => roundId(id, FLOW, 1)));
    insist([...wrong, ...(await checkStore(folder, COMPANY, given, rounds))]);
    return run;
  } finally {
    for (const { server, door } of servers) {
      await door.close();
      await server.stop();
    }
    await Promise.all([stub.close(), lines.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Stubs {
  readonly stub: SlackStub;
  /** What the others post stands apart from what Luotsi posts. */
  readonly lines: SlackStub;
}

interface Side {
  readonly server: ServerProcess;
  readonly door: SlackDoor;
}

function sideOf(server: ServerProcess): Side {
  return { server, door: openDoor(server.port) };
}

async function driveAll(
  { stub, lines }: Stubs,
  { luotsi, bolt, least }: { readonly [side in keyof Run]: Side },
  atOnce: number,
): Promise<{ readonly run: Run; readonly people: readonly Answering[] }> {
  const joining: SlackEvent[] = [];
  const people = await takePart(stub, luotsi.door, atOnce, (event) => joining.push(event));
  for (const { door } of [bolt, least]) await repeatPart(lines, door, joining, atOnce);
  const taken = { luotsi: nothingYet(), bolt: nothingYet(), least: nothingYet() };
  for (let question = 0; question < QUESTIONS; question += 1) {
    let events: readonly SlackEvent[] = [];
    await timed(luotsi.server, taken.luotsi, async () => {
      const part = await answerPart(stub, luotsi.door, people, atOnce);
      events = part.events;
      return part.seconds;
    });
    await timed(bolt.server, taken.bolt, () => repeatPart(lines, bolt.door, events, atOnce));
    await timed(least.server, taken.least, () => repeatPart(lines, least.door, events, atOnce));
  }
  const turns = slackPeople.length * QUESTIONS;
  const measured = ({ seconds, cpu }: Taken): Measured => ({ turns: turns / seconds, cpu: (cpu / turns) * 1e6 });
  const run = { luotsi: measured(taken.luotsi), bolt: measured(taken.bolt), least: measured(taken.least) };
  return { run, people };
}

interface Taken {
  seconds: number;
  cpu: number;
}

function nothingYet(): Taken {
  return { seconds: 0, cpu: 0 };
}

async function timed(server: ServerProcess, taken: Taken, drive: () => Promise<number>): Promise<void> {
  await sleep(REST_MS);
  const before = server.cpuSeconds();
  taken.seconds += await drive();
  await sleep(REST_MS);
  taken.cpu += server.cpuSeconds() - before;
}

function insist(wrong: readonly string[]): void {
  if (wrong.length > 0)
    throw new Error(`store and stub do not agree, in ${wrong.length} places:\n${wrong.slice(0, 20).join("\n")}`);
}

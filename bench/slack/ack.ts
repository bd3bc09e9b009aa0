import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { collections } from "../../src/collections.ts";
import { responseId, responses } from "../../src/rounds/response.ts";
import { roundId } from "../../src/rounds/round.ts";
import { openEmbeddedStore } from "../../src/store/embedded/open-embedded-store.ts";
import type { Figure } from "../figure.ts";
import { buildApp } from "../support/build-app.ts";
import type { Given } from "../support/choose-answer.ts";
import { type Answering, nextAnswer, takePart } from "./answer-part.ts";
import { seedSlackCompany } from "./slack-company.ts";
import { openDoor, type SlackDoor } from "./slack-events.ts";
import { FLOW, QUESTIONS, slackPeople } from "./slack-people.ts";
import { type SlackStub, startSlackStub } from "./slack-stub.ts";
import { startLuotsi } from "./start-measured.ts";
import { askedIn } from "./tapped-blocks.ts";

const PER_SECOND = 200;
const MOST_MS = 150;

/**
 * `slack.ack`: answers come at 200 a second, whether or not earlier ones have been acknowledged, until most have given all but their last. The
 * 99th percentile of the time from when an answer was due to be sent to its acknowledgement, against its promise. Then the process is killed in the
 * middle of the last ones. Throws unless every answer that was acknowledged is on disk.
 */
export async function measureSlackAck(): Promise<Figure> {
  await buildApp();
  const folder = mkdtempSync(join(tmpdir(), "luotsi-bench-"));
  const stub = await startSlackStub();
  try {
    await seedSlackCompany(folder);
    const luotsi = await startLuotsi(stub, folder);
    const door = openDoor(luotsi.port);
    const acknowledged = await takePart(stub, door, 16)
      .then((people) => answerInTime(stub, door, people, () => luotsi.kill()))
      .finally(async () => {
        await door.close();
        await luotsi.kill();
      });
    const lost = await lostFrom(folder, acknowledged);
    if (lost.length > 0)
      throw new Error(`${lost.length} answers were acknowledged and are not on disk:\n${lost.slice(0, 20).join("\n")}`);
    const value = percentile(acknowledged.map(({ ms }) => ms));
    return { name: "slack.ack", value, unit: "ms", floor: MOST_MS, ratio: value / MOST_MS, better: "lower" };
  } finally {
    await stub.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Acknowledged {
  readonly person: Answering;
  readonly given: Given;
  readonly ms: number;
}

/** Everyone in turn, one question after another; whose question does not stand yet is passed by until it does. */
async function answerInTime(
  stub: SlackStub,
  door: SlackDoor,
  people: readonly Answering[],
  kill: () => Promise<void>,
): Promise<readonly Acknowledged[]> {
  const acknowledged: Acknowledged[] = [];
  const failed: unknown[] = [];
  const waiting = [...people];
  const count = slackPeople.length * (QUESTIONS - 1);
  const from = performance.now();
  let killed = false;
  for (let nth = 0; nth < count; nth += 1) {
    const due = from + (nth * 1000) / PER_SECOND;
    if (due > performance.now()) await sleep(due - performance.now());
    let person = nextAsked(stub, waiting);
    for (; !person; person = nextAsked(stub, waiting)) await sleep(1);
    void answerOne(stub, door, person, due)
      .then((one) => acknowledged.push(one))
      .catch((error: unknown) => killed || failed.push(error));
  }
  killed = true;
  await kill();
  if (failed.length > 0) throw new AggregateError(failed, `${failed.length} answers failed, the first: ${failed[0]}`);
  return acknowledged;
}

/** The first of those who wait that has a question before them; they go to the end. */
function nextAsked(stub: SlackStub, waiting: Answering[]): Answering | undefined {
  for (const [nth, person] of waiting.entries()) {
    const newest = stub.standing(person.conversation).at(-1);
    const asked = newest && askedIn(newest.blocks);
    // A question that was just answered stands until it is redrawn.
    if (!asked || asked.step === person.given.at(-1)?.step) continue;
    person.newest = newest;
    waiting.push(...waiting.splice(nth, 1));
    return person;
  }
  return undefined;
}

async function answerOne(stub: SlackStub, door: SlackDoor, person: Answering, due: number): Promise<Acknowledged> {
  const event = nextAnswer(stub, person);
  const given = person.given.at(-1);
  await door.deliver(event);
  if (!given) throw new Error(`${person.user} has given nothing`);
  return { person, given, ms: performance.now() - due };
}

async function lostFrom(folder: string, acknowledged: readonly Acknowledged[]): Promise<readonly string[]> {
  const store = await openEmbeddedStore({ folder, collections });
  try {
    const lost = acknowledged.map(async ({ person: { person, team }, given: { step, level } }) => {
      const response = await store.get(responses, responseId(roundId(team.id, FLOW, 1), person));
      const value = response?.answers[step]?.value;
      return value?.kind === "level" && value.level === level ? [] : [`${person}: ${level} for ${step}`];
    });
    return (await Promise.all(lost)).flat();
  } finally {
    await store.close();
  }
}

function percentile(all: readonly number[]): number {
  const sorted = all.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? Number.NaN;
}

import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { type Channel, PostFailed } from "../../src/channels/channel.ts";
import { createCarrier } from "../../src/deliveries/carrier.ts";
import { inTurn } from "../../src/deliveries/in-turn.ts";
import { born, type Outgoing } from "../../src/deliveries/outbox.ts";
import { dropJourneyStore, openJourneyStore } from "../support/journey-store.ts";

const PLACE = { kind: "thread", team: "koneet", round: "koneet:1" } as const;

function refusing(error: PostFailed): Channel {
  const never = () => Promise.reject(error);
  return { platform: "slack", post: never, edit: never, find: never, showTyping: () => Promise.resolve() };
}

/** What is logged when a thing that was tried so often before is refused so. */
async function logged(error: PostFailed, attempts: number): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "luotsi-waiting-"));
  const store = await openJourneyStore(folder);
  onTestFinished(async () => {
    await store.close();
    await dropJourneyStore(folder);
  });
  const lines: string[] = [];
  const note = (_fields: object, text: string) => void lines.push(text);
  const target = { installation: "slack/T1", channel: refusing(error), first: true };
  const carrier = createCarrier(
    {
      store,
      targetsFor: () => Promise.resolve([target]),
      homesOf: () => Promise.resolve([]),
      draw: () => Promise.resolve({ text: "x", blocks: [], language: "fi" }),
      findView: () => Promise.resolve(undefined),
      now: () => 0,
      wait: () => Promise.resolve(),
      log: { warn: note, error: note },
      redrawEveryMs: 0,
    },
    inTurn(),
  );
  const event = { id: "e", now: 0 };
  const one = born({ _id: "r", company: "firma" }, event, [
    { place: PLACE, how: { kind: "post" }, tell: { kind: "x" } },
  ]);
  const outbox = Object.fromEntries(
    Object.entries(one.outbox).map(([id, entry]): [string, Outgoing] => [id, { ...entry, attempts }]),
  );
  const record = { ...one, outbox, _id: "r", company: "firma" };
  const [entry] = Object.values(outbox);
  if (!entry) throw new Error("nothing was planned");
  const [task] = await carrier.tasksFor(record, entry);
  if (!task) throw new Error("there is nothing to do");
  expect(await carrier.carry(record, task, () => true)).toMatchObject({ kind: "failed" });
  return lines;
}

const WAITING = new PostFailed("the round has no thread yet", { retryAfterSeconds: 2, waiting: true });

it("a wait for what goes before is no warning, unless it lasts; a refusal is one at once", async () => {
  expect(await logged(WAITING, 0)).toEqual([]);
  expect(await logged(WAITING, 2)).toEqual([]);
  expect(await logged(WAITING, 3)).toEqual(["not sent yet"]);
  expect(await logged(new PostFailed("refused", { retryAfterSeconds: 2 }), 0)).toEqual(["not sent yet"]);
});

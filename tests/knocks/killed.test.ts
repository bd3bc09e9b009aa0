import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { collections } from "../../src/collections.ts";
import { responses } from "../../src/rounds/response.ts";
import { rounds } from "../../src/rounds/round.ts";
import { openEmbeddedStore } from "../../src/store/embedded/open-embedded-store.ts";
import { until } from "../support/awaited.ts";
import { buildLuotsi, RealLuotsi } from "../support/real-luotsi.ts";

const COMPANY = "playground";
const PEOPLE = ["marja", "satu", "jari", "pekka", "anu", "timo"].map((name) => `${COMPANY}-${name}`);
const TEAM = `${COMPANY}-koneet`;
const CHANNEL = `channel:${TEAM}`;
const ROUND = `${TEAM}:digital-maturity:1`;
const KILLS = 8;

/** The same dice every time (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe("kill -9 at any moment", () => {
  const folder = mkdtempSync(join(tmpdir(), "luotsi-killed-"));
  let luotsi: RealLuotsi;
  beforeAll(async () => {
    buildLuotsi();
    luotsi = await RealLuotsi.begin({ DATA_DIR: folder, LOG_LEVEL: "error" });
  });
  afterAll(async () => {
    await luotsi.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it("loses no answer, doubles no record and says nothing twice", async () => {
    const roll = dice(20_261_122);
    let deeds = 0;
    let nextKill = 5;
    let dying: Promise<void> = Promise.resolve();
    /** Between two deeds of anyone the process may die; whoever waits for an answer then asks again. */
    const did = () => {
      deeds += 1;
      if (deeds < nextKill || luotsi.kills >= KILLS) return;
      nextKill = deeds + 1 + Math.floor(roll() * 8);
      const pauseMs = Math.floor(roll() * 25);
      dying = dying.then(() => later(pauseMs)).then(() => luotsi.killAndRestart());
    };

    const satu = `${COMPANY}-satu`;
    await luotsi.deed(satu, "submit", {
      eventId: "opening-1",
      room: CHANNEL,
      thread: null,
      action: JSON.stringify({ kind: "open-round", flow: "digital-maturity", team: TEAM }),
      values: { "many.invited": PEOPLE.join(","), "text.date": inDays(10), "text.time": "14.00" },
    });
    await until(async () => (await luotsi.messages(satu, CHANNEL)).some(({ text }) => text.includes("0/6")));
    const card = (await luotsi.messages(satu, CHANNEL)).find(({ text }) => text.includes("0/6"));
    const cardId = card?.id ?? "";

    await Promise.all(
      PEOPLE.map(async (person) => {
        const action = JSON.stringify({ kind: "take-part", round: ROUND });
        did();
        await luotsi.deed(person, "tap", { eventId: `part-${person}`, message: cardId, action });
        for (let question = 1; question <= 6; question++) {
          await until(async () =>
            (await luotsi.messages(person, `private:${person}`)).some((one) => asks(one.text, question)),
          );
          const said = {
            eventId: `answer-${question}-${person}`,
            room: `private:${person}`,
            thread: null,
            at: Date.now(),
          };
          did();
          await luotsi.deed(person, "say", { ...said, text: String(1 + (question % 5)) });
        }
      }),
    );
    await dying;
    expect(luotsi.kills).toBeGreaterThanOrEqual(KILLS / 2);

    for (const person of PEOPLE) {
      const room = `private:${person}`;
      await until(async () =>
        (await luotsi.messages(person, room)).some(({ text }) => text.includes("Kaikkiin kohtiin on vastattu")),
      );
      const texts = (await luotsi.messages(person, room))
        .filter(({ from }) => from.kind === "coach")
        .map(({ text }) => text);
      for (let question = 1; question <= 6; question++)
        expect([person, question, texts.filter((text) => asks(text, question)).length]).toEqual([person, question, 1]);
      expect(texts.filter((text) => text.includes("Kaikkiin kohtiin on vastattu"))).toHaveLength(1);
      const mine = (await luotsi.messages(person, room)).filter(({ from }) => from.kind === "person");
      expect(mine).toHaveLength(6);
    }
    await until(async () => (await luotsi.messages(satu, CHANNEL)).some(({ text }) => text.includes("6/6 vastannut")));
    expect((await luotsi.messages(satu, CHANNEL)).filter(({ text }) => text.includes("vastannut"))).toHaveLength(1);
    await luotsi.kill();
    await storeAgrees();
  });

  async function storeAgrees(): Promise<void> {
    const store = await openEmbeddedStore({ folder, collections });
    const all = await store.find(responses, { name: "ofRound", equals: { company: COMPANY, round: ROUND } });
    expect(all.map(({ person }) => person).sort()).toEqual([...PEOPLE].sort());
    for (const { answers } of all) {
      expect(Object.values(answers).map(({ revision, value }) => [revision, value])).toEqual(
        [1, 2, 3, 4, 5, 6].map((question) => [1, { kind: "level", level: 1 + (question % 5) }]),
      );
    }
    expect(await store.get(rounds, `${TEAM}:digital-maturity:2`)).toBeUndefined();
    await store.close();
  }
});

function asks(text: string, question: number): boolean {
  return text.split("\n").some((line) => line.endsWith(` · ${question}/6`));
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** The moment of a death, a few milliseconds into whatever is going on. */
function later(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unsettledDeliveries } from "../../src/deliveries/unsettled.ts";
import { responses } from "../../src/rounds/response.ts";
import type { Store } from "../../src/store/store.ts";
import { buildApart } from "../support/platforms/built-luotsi.ts";
import { answers, CHANNEL, FIVE, isAsked, peopleOf, startsRound } from "../support/platforms/company.ts";
import { awaited, type Person } from "../support/platforms/person.ts";
import { roundsIn, startWorld, type World, type WorldOptions } from "../support/platforms/world.ts";

type Built = Awaited<ReturnType<typeof buildApart>>;
let built: Built;
beforeAll(async () => {
  built = await buildApart();
}, 60_000);
afterAll(() => built.remove());

const PEOPLE = FIVE.slice(0, 2);
const ON_SLACK: WorldOptions = { slack: { over: "http", people: PEOPLE, team: "koneet" } };
const ON_TEAMS: WorldOptions = { teams: { place: "channel", people: PEOPLE } };

/** A round in which Jari has the first question before him. */
async function asked(options: WorldOptions): Promise<{ readonly world: World; readonly jari: Person }> {
  const world = await startWorld({ ...options, built: built.main, logLevel: "silent" });
  const [satu, jari] = peopleOf(world.platform);
  if (!satu || !jari) throw new Error("two people are needed");
  await world.platform.addsLuotsi(satu.user);
  await startsRound(satu, 2);
  await jari.taps("Vastaa", CHANNEL);
  await isAsked(jari, 1);
  return { world, jari };
}

/** The levels that stand as Jari's answers, each once. */
async function levelsIn(store: Store): Promise<readonly unknown[]> {
  const [round] = await roundsIn(store);
  const equals = { company: round?.company ?? "", round: round?._id ?? "" };
  const all = await store.find(responses, { name: "ofRound", equals });
  return all.flatMap(({ answers: given }) =>
    Object.values(given).map(({ revision, value }) => [revision, value.kind === "level" ? value.level : value.kind]),
  );
}

async function unsettledIn(store: Store): Promise<readonly unknown[]> {
  const [round] = await roundsIn(store);
  const all = await store.find(unsettledDeliveries, { name: "ofCompany", equals: { company: round?.company ?? "" } });
  return all.map(({ outcome }) => outcome);
}

describe("kill -9 between write and post", () => {
  it("on Slack finds what was posted, and says it once", async () => {
    const { world, jari } = await asked(ON_SLACK);
    try {
      world.api.fault("chat.postMessage", { kind: "silent" });
      await jari.says("2");
      await isAsked(jari, 2);
      await world.kill();
      await world.restart();
      await jari.says("3");
      await isAsked(jari, 3);
      expect(jari.count(" · 2/6")).toBe(1);
      await world.stored(async (store) => {
        expect(await levelsIn(store)).toEqual([
          [1, 2],
          [1, 3],
        ]);
        expect(await unsettledIn(store)).toEqual(["found"]);
      });
    } finally {
      await world.end();
    }
  });

  it("on Slack posts what was not, once", async () => {
    const { world, jari } = await asked(ON_SLACK);
    try {
      world.api.fault("chat.postMessage", { kind: "silent", applied: false });
      const calls = world.api.callsOf("chat.postMessage").length;
      await jari.says("2");
      await awaited(
        () => world.api.callsOf("chat.postMessage").length > calls || undefined,
        () => "nothing was posted",
      );
      await world.kill();
      await world.restart();
      await isAsked(jari, 2);
      await jari.says("3");
      await isAsked(jari, 3);
      expect(jari.count(" · 2/6")).toBe(1);
      await world.stored(async (store) => {
        expect(await levelsIn(store)).toEqual([
          [1, 2],
          [1, 3],
        ]);
        expect(await unsettledIn(store)).toEqual(["repeated"]);
      });
    } finally {
      await world.end();
    }
  });

  it("on Teams, which cannot be asked, says the question once more, and lists that", async () => {
    const { world, jari } = await asked(ON_TEAMS);
    try {
      world.connector.fail({ method: "POST", path: "/activities", applied: true, silent: true });
      await jari.says("2");
      await isAsked(jari, 2);
      await world.kill();
      await world.restart();
      await awaited(
        () => jari.count(" · 2/6") === 2 || undefined,
        () => jari.transcript(),
      );
      await jari.says("3");
      await isAsked(jari, 3);
      await world.stored(async (store) => {
        expect(await levelsIn(store)).toEqual([
          [1, 2],
          [1, 3],
        ]);
        expect(await unsettledIn(store)).toEqual(["repeated"]);
      });
    } finally {
      await world.end();
    }
  });
});

describe("kill -9 between receipt and write", () => {
  it("on Slack loses nothing: what was not acknowledged comes again", async () => {
    const world = await startWorld({ ...ON_SLACK, built: built.main, logLevel: "silent" });
    try {
      const [satu] = peopleOf(world.platform);
      // Who somebody is, is asked before anything is written of what they did.
      world.api.fault("users.info", { kind: "silent" });
      const said = satu?.says("moi");
      await awaited(
        () => world.api.callsOf("users.info").length > 0 || undefined,
        () => "nobody was asked about",
      );
      await world.kill();
      await world.restart();
      await said;
      await awaited(
        () => (satu?.platform.sheets(satu.chat).length ?? 0) > 0 || undefined,
        () => "no answer came",
      );
      expect(satu?.platform.sheets(satu.chat)).toHaveLength(1);
    } finally {
      await world.end();
    }
  });

  it("on Teams loses nothing: what was not answered comes again", async () => {
    const world = await startWorld({ ...ON_TEAMS, built: built.main, logLevel: "silent" });
    try {
      const [satu] = peopleOf(world.platform);
      world.connector.fail({ method: "GET", path: "/members/", silent: true, applied: true });
      const said = satu?.says("moi");
      await awaited(
        () => world.connector.calls.some(({ path }) => path.includes("/members/")) || undefined,
        () => "nobody was asked about",
      );
      await world.kill();
      await world.restart();
      await said;
      await awaited(
        () => (satu?.platform.sheets(satu.chat).length ?? 0) > 0 || undefined,
        () => "no answer came",
      );
      expect(satu?.platform.sheets(satu.chat)).toHaveLength(1);
    } finally {
      await world.end();
    }
  });
});

describe("kill -9 again and again while people answer", () => {
  it.each([
    ["Slack", ON_SLACK],
    ["Teams", ON_TEAMS],
  ] as const)(
    "on %s loses no answer and doubles no record",
    async (platform, options) => {
      const { world, jari } = await asked(options);
      try {
        let answered = false;
        const levels = "2 3 3 4 2 5";
        const answering = answers(jari, levels).finally(() => {
          answered = true;
        });
        for (let kills = 0; kills < 5 && !answered; kills += 1) {
          await pause(40 + 35 * kills);
          await world.kill();
          await world.restart();
        }
        await answering;
        if (platform === "Slack")
          for (const question of [1, 2, 3, 4, 5, 6])
            expect([question, jari.count(` · ${question}/6`)]).toEqual([question, 1]);
        await world.stored(async (store) => {
          expect(await levelsIn(store)).toEqual(levels.split(" ").map((level) => [1, Number(level)]));
        });
      } finally {
        await world.end();
      }
    },
    120_000,
  );
});

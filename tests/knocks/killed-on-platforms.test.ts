import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { Store } from "../../src/store/store.ts";
import { awaited, until } from "../support/awaited.ts";
import { begun } from "../support/platforms/begun.ts";
import { buildApart } from "../support/platforms/built-luotsi.ts";
import { answers, CHANNEL, FIVE, isAsked, startsRound } from "../support/platforms/company.ts";
import { Person } from "../support/platforms/person.ts";
import { responsesIn, unsettledIn } from "../support/platforms/responses-in.ts";
import { teamsChat } from "../support/platforms/teams-people.ts";
import { startWorld, type World, type WorldOptions } from "../support/platforms/world.ts";

type Built = Awaited<ReturnType<typeof buildApart>>;
let built: Built;
beforeAll(async () => {
  built = await buildApart();
});
afterAll(() => built.remove());

const PEOPLE = FIVE.slice(0, 2);
const ON_SLACK: WorldOptions = { slack: { over: "http", people: PEOPLE, team: "koneet" } };
const ON_TEAMS: WorldOptions = { teams: { place: "channel", people: PEOPLE } };

const toKill = (options: WorldOptions): WorldOptions => ({ ...options, built: built.main, logLevel: "silent" });

/** A round in which Jari has the first question before him. */
async function asked(options: WorldOptions): Promise<{ readonly world: World; readonly jari: Person }> {
  const { world, satu, jari } = await begun(toKill(options), onTestFinished);
  await startsRound(satu, 2);
  await jari.taps("Vastaa", CHANNEL);
  await isAsked(jari, 1);
  return { world, jari };
}

async function isKilled(world: World): Promise<void> {
  await world.kill();
  await world.restart();
}

/** The levels that stand as Jari's answers, each once. */
async function levelsIn(store: Store): Promise<readonly unknown[]> {
  return (await responsesIn(store)).flatMap(({ answers: given }) =>
    Object.values(given).map(({ revision, value }) => [revision, value.kind === "level" ? value.level : value.kind]),
  );
}

/** He goes on with a 3; that and the 2 before it are stored once, and it is listed what became of the sending between. */
async function goesOn(world: World, jari: Person, outcome: "found" | "repeated"): Promise<void> {
  await jari.says("3");
  await isAsked(jari, 3);
  await world.stored(async (store) => {
    expect(await levelsIn(store)).toEqual([
      [1, 2],
      [1, 3],
    ]);
    expect(await unsettledIn(store)).toEqual([outcome]);
  });
}

describe("kill -9 between write and post", () => {
  it("on Slack finds what was posted, and says it once", async () => {
    const { world, jari } = await asked(ON_SLACK);
    world.api.fault("chat.postMessage", { kind: "silent", to: `D${jari.user}` });
    await jari.says("2");
    await isAsked(jari, 2);
    await isKilled(world);
    await goesOn(world, jari, "found");
    expect(jari.count(" · 2/6")).toBe(1);
  });

  it("on Slack posts what was not, once", async () => {
    const { world, jari } = await asked(ON_SLACK);
    const calls = () =>
      world.api.callsOf("chat.postMessage").filter(({ args }) => args.channel === `D${jari.user}`).length;
    const before = calls();
    world.api.fault("chat.postMessage", { kind: "silent", applied: false, to: `D${jari.user}` });
    await jari.says("2");
    await until(() => calls() > before);
    await isKilled(world);
    await isAsked(jari, 2);
    await goesOn(world, jari, "repeated");
    expect(jari.count(" · 2/6")).toBe(1);
  });

  it("on Teams, which cannot be asked, says the question once more, and lists that", async () => {
    const { world, jari } = await asked(ON_TEAMS);
    world.connector.fail({ method: "POST", path: teamsChat(jari.user), applied: true, silent: true });
    await jari.says("2");
    await isAsked(jari, 2);
    await isKilled(world);
    await awaited(
      () => jari.count(" · 2/6") === 2 || undefined,
      () => jari.transcript(),
    );
    await goesOn(world, jari, "repeated");
  });
});

describe("kill -9 between receipt and write", () => {
  it.each([
    ["Slack", ON_SLACK],
    ["Teams", ON_TEAMS],
  ] as const)("on %s loses nothing: what was not acknowledged comes again", async (_platform, options) => {
    const world = await startWorld(toKill(options));
    onTestFinished(world.end);
    const satu = new Person(world.platform, "USATU");
    // Who somebody is, is asked before anything is written of what they did.
    world.api.fault("users.info", { kind: "silent" });
    world.connector.fail({ method: "GET", path: "/members/", silent: true, applied: true });
    const looked = () =>
      world.api.callsOf("users.info").length +
      world.connector.calls.filter(({ path }) => path.includes("/members/")).length;
    const before = looked();
    const said = satu.says("moi");
    await until(() => looked() > before);
    await isKilled(world);
    await said;
    await until(() => world.platform.sheets(satu.chat).length > 0);
    expect(world.platform.sheets(satu.chat)).toHaveLength(1);
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
      let answered = false;
      const levels = "2 3 3 4 2 5";
      const answering = answers(jari, levels).finally(() => {
        answered = true;
      });
      for (let kills = 0; kills < 5 && !answered; kills += 1) {
        await pause(40 + 35 * kills);
        await isKilled(world);
      }
      await answering;
      if (platform === "Slack")
        for (const question of [1, 2, 3, 4, 5, 6])
          expect([question, jari.count(` · ${question}/6`)]).toEqual([question, 1]);
      await world.stored(async (store) => {
        expect(await levelsIn(store)).toEqual(levels.split(" ").map((level) => [1, Number(level)]));
      });
    },
    240_000,
  );
});

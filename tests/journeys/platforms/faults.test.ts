import { describe, expect, it, onTestFinished } from "vitest";
import { accounts } from "../../../src/people/records.ts";
import { awaited } from "../../support/awaited.ts";
import { begun } from "../../support/platforms/begun.ts";
import { answers, CHANNEL, FIVE, isAsked, startsRound } from "../../support/platforms/company.ts";
import type { Person } from "../../support/platforms/person.ts";
import { responsesIn, unsettledIn } from "../../support/platforms/responses-in.ts";
import { TENANT, teamsChat, teamsUser } from "../../support/platforms/teams-people.ts";
import { roundsIn, type World, type WorldOptions } from "../../support/platforms/world.ts";

const PEOPLE = FIVE.slice(0, 3);
const ON_SLACK: WorldOptions = { slack: { over: "http", people: PEOPLE, team: "koneet" } };
const ON_TEAMS: WorldOptions = { teams: { place: "channel", people: PEOPLE } };

/** A round in which Jari and Pekka have the first question before them. */
async function during(
  options: WorldOptions,
  happens: (world: World, jari: Person, pekka: Person, satu: Person) => Promise<void>,
): Promise<void> {
  const { world, satu, jari, pekka } = await begun({ logLevel: "silent", ...options }, onTestFinished);
  await startsRound(satu, 3);
  for (const one of [jari, pekka]) {
    await one.taps("Vastaa", CHANNEL);
    await isAsked(one, 1);
  }
  await happens(world, jari, pekka, satu);
}

describe.each([
  ["Slack", ON_SLACK],
  ["Teams", ON_TEAMS],
] as const)("on %s", (_name, options) => {
  it("everything that is delivered twice counts once", () =>
    during({ ...options, doubled: true }, async (world, jari, _pekka, satu) => {
      await answers(jari, "2 3 3 4 2 5");
      await satu.sees("1/3 vastannut", CHANNEL);
      for (const question of [1, 2, 3, 4, 5, 6])
        expect([question, jari.count(` · ${question}/6`)]).toEqual([question, 1]);
      expect(satu.count("vastannut", CHANNEL)).toBe(1);
      await world.stored(async (store) => {
        const all = await responsesIn(store);
        expect([(await roundsIn(store)).length, all.length]).toEqual([1, 2]);
        expect(all.flatMap(({ answers: given }) => Object.values(given).map(({ revision }) => revision))).toEqual([
          1, 1, 1, 1, 1, 1,
        ]);
      });
    }));
});

describe("Slack", () => {
  it("that asks to wait gets the message once and later, and the others are not held up", () =>
    during(ON_SLACK, async (world, jari, pekka) => {
      world.api.fault("chat.postMessage", { kind: "limited", retryAfter: 1, to: `D${jari.user}` });
      await jari.says("2");
      await pekka.says("2");
      for (const one of [jari, pekka]) {
        await isAsked(one, 2);
        expect(one.count(" · 2/6")).toBe(1);
      }
    }));

  it("whose answer is lost is asked what arrived, and nothing is said twice", () =>
    during(ON_SLACK, async (world, jari) => {
      world.api.fault("chat.postMessage", { kind: "cut", applied: true, to: `D${jari.user}` });
      await jari.says("2");
      await isAsked(jari, 2);
      await jari.says("3");
      await isAsked(jari, 3);
      expect(jari.count(" · 2/6")).toBe(1);
      await world.stored(async (store) => expect(await unsettledIn(store)).toEqual(["found"]));
    }));
});

describe("Teams", () => {
  it("that asks to wait gets the message once and later", () =>
    during(ON_TEAMS, async (world, jari, pekka) => {
      world.connector.fail({
        method: "POST",
        path: teamsChat(jari.user),
        status: 429,
        headers: { "retry-after": "1" },
      });
      await jari.says("2");
      await pekka.says("2");
      for (const one of [pekka, jari]) {
        await isAsked(one, 2);
        expect(one.count(" · 2/6")).toBe(1);
      }
    }));

  it("whose answer is lost cannot be asked: the question comes once more, and that is listed", () =>
    during(ON_TEAMS, async (world, jari) => {
      world.connector.fail({ method: "POST", path: teamsChat(jari.user), applied: true });
      await jari.says("2");
      await awaited(
        () => jari.count(" · 2/6") === 2 || undefined,
        () => jari.transcript(),
      );
      await world.stored(async (store) => expect(await unsettledIn(store)).toEqual(["repeated"]));
    }));

  it("that says somebody has blocked Luotsi is not knocked at again until they write", () =>
    during(ON_TEAMS, async (world, jari) => {
      const path = teamsChat(jari.user);
      world.connector.fail({ path, status: 403, body: { error: { code: "MessageWritesBlocked" } }, times: 99 });
      const calls = () => world.connector.calls.filter((call) => call.path.includes(path)).length;
      const before = calls();
      await jari.says("2");
      await world.stored(async (store) => {
        const account = await store.get(accounts, `teams/${TENANT}/${teamsUser(jari.user)}`);
        expect([typeof account?.blockedAt, calls()]).toEqual(["number", before]);
      });
    }));
});

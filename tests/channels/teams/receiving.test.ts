import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { noteThread } from "../../../src/channels/threads.ts";
import { accounts, people } from "../../../src/people/records.ts";
import { StoreUnavailable } from "../../../src/store/store-errors.ts";
import { GENERAL, PLANNING } from "../../support/teams/fake-connector.ts";
import {
  foreigner,
  guest,
  JARI,
  SATU,
  startTeamsWorld,
  TENANT,
  type TeamsWorld,
} from "../../support/teams/teams-world.ts";

let world: TeamsWorld;
beforeEach(async () => {
  world = await startTeamsWorld();
});
afterEach(() => world.stop());

const membersOf = async (team: string) =>
  (await world.directory()).memberships.filter((one) => one.team === team).map(({ person }) => person);

describe("what people write", () => {
  test("in the private chat is said to the coach as it was written, with the message's id and the platform's time", async () => {
    expect((await world.plays("said-privately")).status).toBe(200);
    const person = await world.personOf(SATU);
    expect(world.heard).toEqual([
      {
        kind: "said",
        eventId: expect.stringMatching(/^teams:/),
        company: await world.company(),
        person,
        at: Date.parse("2026-11-23T07:05:12.345Z"),
        place: { kind: "private", person },
        text: "kolmonen kai",
        message: "a:1SatuPrivateChatWithLuotsi/1795417512345",
        addressed: true,
      },
    ]);
  });

  test("is the same event when Teams sends it again, and another one when it is edited or deleted", async () => {
    for (const name of ["said-privately", "said-privately", "edited", "deleted", "undeleted"]) await world.plays(name);
    const ids = world.heard.map(({ eventId }) => eventId);
    expect(ids[0]).toBe(ids[1]);
    expect(new Set(ids).size).toBe(4);
    expect(world.heard.map(({ kind }) => kind)).toEqual(["said", "said", "edited", "deleted", "edited"]);
    expect(new Set(world.heard.map((one) => ("message" in one ? one.message : ""))).size).toBe(1);
  });

  test("with a mention in a channel is said without it, under the person's own post", async () => {
    await world.plays("said-in-channel");
    const { _id: team, name } = await world.onlyTeam();
    expect(world.heard).toMatchObject([
      { kind: "said", text: "aloita digikypsyys", addressed: true, place: { kind: "thread", team } },
    ]);
    expect(name).toBe("Suunnittelu");
    expect((await membersOf(team)).toSorted()).toEqual(
      [await world.personOf(SATU), await world.personOf(JARI)].toSorted(),
    );
  });

  test("in a channel whose answer is elsewhere is answered there with where it is", async () => {
    world.answer(() => ({ kind: "taken", notice: "Oma sivusi on yksityisessä keskustelussamme." }));
    await world.plays("said-in-channel");
    await expect.poll(() => JSON.stringify(world.connector.said())).toContain("Oma sivusi on yksityisessä");
  });

  test("in a round's thread belongs to the round, other people's names and everyday characters as they were written", async () => {
    await world.plays("installed-in-channel");
    const { _id: team } = await world.onlyTeam();
    const company = await world.company();
    const thread = { installation: `teams/${TENANT}`, channel: PLANNING, root: "1795417400000" };
    await noteThread(world.store, { company, ...thread, round: "koneet:1" });
    await world.plays("said-in-thread");
    expect(world.heard.at(-1)).toMatchObject({
      text: "listataan rekisterit <10 kpl & siivotaan",
      place: { kind: "thread", team, round: "koneet:1" },
    });
  });

  test("in a group chat belongs to a team of its own", async () => {
    await world.plays("said-in-group");
    const { _id: team, name } = await world.onlyTeam();
    expect(name).toBe("Projektiryhmä");
    expect(world.heard).toMatchObject([{ text: "kysyykö Satu Korhonen ohje", place: { kind: "channel", team } }]);
  });

  test("to each other is not addressed, and stands in the channel", async () => {
    await world.plays("overheard-in-channel");
    expect(world.heard).toMatchObject([{ kind: "said", addressed: false, place: { kind: "channel" } }]);
  });

  test("beside a picture is heard too; a file is told of, a quote is none", async () => {
    for (const name of ["sent-file", "sent-picture-with-words", "quoted"]) await world.plays(name);
    expect(world.heard.map((one) => [one.kind, "text" in one ? one.text : ""])).toEqual([
      ["sent-file", ""],
      ["said", "tässä"],
      ["sent-file", ""],
      ["said", "2"],
    ]);
  });

  test("a reaction means nothing", async () => {
    expect((await world.plays("reaction")).status).toBe(200);
    expect(world.heard).toEqual([]);
  });
});

describe("who writes", () => {
  test("has their name, language and zone from Teams, and is answered where they wrote; the first one is the admin", async () => {
    await world.plays("said-privately", { locale: "en-GB", localTimezone: "Europe/London" });
    const person = await world.personOf(SATU);
    expect(await world.store.get(people, person)).toMatchObject({
      name: "Satu Korhonen",
      language: "en",
      timeZone: "Europe/London",
      roles: ["admin", "member"],
    });
    expect(await world.store.get(accounts, `teams/${TENANT}/${SATU}`)).toMatchObject({
      conversation: "a:1SatuPrivateChatWithLuotsi",
      serviceUrl: world.connector.serviceUrl.replace(/\/$/, ""),
    });
    await world.plays("said-privately", { locale: "fi-FI" });
    expect(await world.store.get(people, person)).toMatchObject({ language: "fi", timeZone: "Europe/Helsinki" });
  });

  test("is asked of Teams once", async () => {
    for (let at = 0; at < 3; at++) await world.plays("said-privately", { id: `179541751234${at}` });
    expect(world.connector.calls.filter(({ path }) => path.includes("/members/"))).toHaveLength(1);
  });

  test.each([
    ["a guest", { ...guest, aadObjectId: "x" }],
    ["someone of another tenant", { ...foreigner, aadObjectId: "x" }],
    ["nobody of any directory", { id: SATU, name: "Satu" }],
  ])("gets nothing when they are %s", async (_who, from) => {
    expect((await world.plays("said-privately", { from })).status).toBe(200);
    expect(world.heard).toEqual([]);
    expect(await world.personOf(from.id)).toBe("");
  });

  test("who blocked Luotsi is written to again once they write themselves", async () => {
    await world.plays("said-privately");
    await world.plays("uninstalled-personally");
    const account = () => world.store.get(accounts, `teams/${TENANT}/${SATU}`);
    expect(await account()).toMatchObject({ blockedAt: expect.any(Number) });
    await world.plays("said-privately");
    expect(await account()).not.toHaveProperty("blockedAt");
  });

  test("an upgrade of the app is no farewell", async () => {
    await world.plays("said-privately");
    await world.plays("upgraded");
    expect(await world.store.get(accounts, `teams/${TENANT}/${SATU}`)).not.toHaveProperty("blockedAt");
  });
});

describe("comings and goings", () => {
  test("Luotsi in a team greets once, in the chosen channel, whose people it then knows, turning the roster's pages", async () => {
    await world.plays("added-to-team");
    await world.plays("installed-in-channel");
    const team = await world.onlyTeam();
    const person = await world.personOf(SATU);
    expect(world.heard).toMatchObject([{ kind: "added", person, place: { kind: "channel", team: team._id } }]);
    expect(team.channels).toMatchObject([{ channel: PLANNING }]);
    expect(await membersOf(team._id)).toHaveLength(2);
    expect((await world.directory()).people.size).toBe(2);
  });

  test("Luotsi with a person opens their chat", async () => {
    await world.plays("installed-personally");
    expect(world.heard).toMatchObject([{ kind: "opened", place: { kind: "private" } }]);
  });

  test("people who come to a team or leave it are joined and left in every channel that Luotsi knows, and not greeted", async () => {
    await world.plays("installed-in-channel");
    const { _id: team } = await world.onlyTeam();
    const jari = await world.personOf(JARI);
    await world.plays("someone-left");
    expect(await membersOf(team)).not.toContain(jari);
    await world.plays("someone-came");
    expect(await membersOf(team)).toContain(jari);
    expect(world.heard.slice(1)).toMatchObject([{ kind: "joined", person: jari }]);
    expect(world.connector.said()).toEqual([]);
  });

  test("a renamed channel is a renamed team", async () => {
    await world.plays("installed-in-channel");
    await world.plays("channel-renamed");
    expect((await world.onlyTeam()).name).toBe("Myynti ja huolto");
  });

  test("what happens in a team that Luotsi does not know is no news", async () => {
    for (const name of ["someone-came", "someone-left", "channel-renamed", "removed-from-team", "team-archived"])
      expect((await world.plays(name)).status).toBe(200);
    expect(world.heard).toEqual([]);
    expect(GENERAL).not.toBe(PLANNING);
  });
});

describe("when something fails", () => {
  test("a message that could not be written is not acknowledged, so that Teams sends it again", async () => {
    world.answer(() => new StoreUnavailable("away"));
    expect((await world.plays("said-privately")).status).toBe(503);
    world.answer(() => ({ kind: "taken" }));
    expect((await world.plays("said-privately")).status).toBe(200);
    expect(world.heard).toHaveLength(1);
  });

  test("a newcomer whom Teams cannot tell of just now is asked for again", async () => {
    world.connector.fail({ path: "/members/", status: 500 });
    expect((await world.plays("said-privately")).status).toBe(503);
    expect((await world.plays("said-privately")).status).toBe(200);
  });

  test("a mistake of ours answers 503 and is logged, without what was written", async () => {
    world.answer(() => new Error("broken"));
    expect((await world.plays("said-privately")).status).toBe(503);
    expect(world.logged.at(-1)).toMatchObject({ kind: "message" });
    expect(JSON.stringify(world.logged)).not.toContain("kolmonen");
  });
});

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { collections } from "../../src/collections.ts";
import { conversations } from "../../src/conversations/conversation.ts";
import { unsettledDeliveries } from "../../src/deliveries/unsettled.ts";
import { accounts, installations, people, teams } from "../../src/people/records.ts";
import { openEmbeddedStore } from "../../src/store/embedded/open-embedded-store.ts";
import type { Store } from "../../src/store/store.ts";
import { Journey } from "../support/journey.ts";
import { answers, TEAM as KONEET, roundOf, starts } from "../support/maturity-round.ts";
import { recordingChannel, type Seen } from "../support/recording-channel.ts";
import { COMPANY } from "../support/sample-company.ts";
import { Platform } from "./platform.ts";
import { aWhile, Process, TEAM, World } from "./sending-world.ts";

describe("what goes to a place on two platforms", () => {
  const folder = mkdtempSync(join(tmpdir(), "luotsi-platforms-"));
  let store: Store;
  let worlds = 0;
  beforeAll(async () => {
    store = await openEmbeddedStore({ folder, collections });
  });
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function aWorld() {
    const [slack, teamsPlatform] = [new Platform("slack"), new Platform("teams")] as const;
    const world = new World(store, `platforms-${worlds++}`, TEAM, [slack, teamsPlatform]);
    await world.begin();
    return { slack, teams: teamsPlatform, world, process: new Process(world, `process-${worlds}`) };
  }

  it("goes to both once, though one of them is away: the other does not wait, and hears nothing twice", async () => {
    const { slack, teams: other, world, process } = await aWorld();
    other.isAway = true;
    await process.adds(["a", "b"]);
    await process.courier.settled();
    expect(slack.texts()).toEqual(["a", "b"]);
    await process.adds(["c"]);
    await process.courier.settled();
    expect(slack.texts()).toEqual(["a", "b", "c"]);
    other.isAway = false;
    await world.ends([process]);
    expect([slack.texts(), other.texts()]).toEqual([
      ["a", "b", "c"],
      ["a", "b", "c"],
    ]);
  });

  it("is remembered where it stands on each, and drawn anew on each, whichever of them was tapped", async () => {
    const { slack, teams: other, world, process } = await aWorld();
    await process.adds(["card"], { kind: "view", key: "card" });
    await process.courier.settled();
    const { messages } = await world.standing();
    expect(Object.keys(messages)).toEqual(["card", "card@teams/T_1"]);
    await process.adds(["card, later"], { kind: "view", key: "card" });
    await process.adds(["tapped"], { kind: "edit", message: messages["card@teams/T_1"]?.id ?? "" });
    await process.adds(["redrawn"], { kind: "redraw", round: world.record, key: "card" });
    await process.courier.settled();
    expect([slack.texts(), other.texts()]).toEqual([["card"], ["card"]]);
    for (const platform of [slack, other])
      expect(platform.edited.map((edit) => edit.split(" ").slice(3).join(" "))).toEqual([
        "card, later",
        "tapped",
        "redrawn",
      ]);
    expect(slack.edited[1]).toContain(messages.card?.id);
  });

  it("is looked for on the one whose answer was lost, and only there", async () => {
    const { slack, teams: other, world, process } = await aWorld();
    other.canBeAsked = false;
    slack.fates.push("lost");
    other.fates.push("vanishes");
    await process.adds(["a"], { kind: "post" }, "reminder");
    await world.ends([process]);
    expect([slack.texts(), other.texts()]).toEqual([["a"], []]);
    const listed = await store.find(unsettledDeliveries, { name: "ofCompany", equals: { company: COMPANY } });
    expect(listed.map(({ outcome }) => outcome).sort()).toEqual(["dropped", "found"]);
  });

  it("is not held up by a Home or a redraw that waits for its time: what people say meanwhile goes on in any process", async () => {
    const { slack, world, process } = await aWorld();
    const other = new Process(world, "other");
    const card = { kind: "view", key: "card" } as const;
    const redraw = { kind: "redraw", round: world.record, key: "card" } as const;
    await process.adds(["card"], card);
    await process.courier.settled();
    await process.adds(["1"], redraw);
    await process.courier.settled();
    await process.adds(["2", "3"], redraw);
    await aWhile(20);
    expect(slack.edited).toHaveLength(1);
    await other.adds(["reply"]);
    await aWhile(40);
    expect(slack.texts()).toEqual(["card", "reply"]);
    world.passes(3_000);
    await world.ends([process, other]);
    expect(slack.edited.map((edit) => edit.split(" ").at(-1))).toContain("3");
    expect((await world.standing()).outbox).toEqual({});
  });

  it("is noted when its time comes while its record is being told that it waits", async () => {
    const { world, process } = await aWorld();
    const redraw = { kind: "redraw", round: world.record, key: "card" } as const;
    await process.adds(["card"], { kind: "view", key: "card" });
    await process.adds(["0"], redraw);
    await process.courier.settled();
    for (let turns = 0; turns < 20; turns++) {
      await process.adds(["again"], redraw);
      await aWhile(turns);
      world.passes(3_000);
      await process.courier.settled();
      expect((await world.standing()).outbox).toEqual({});
    }
  });
});

describe("a team whose people sit on two platforms", () => {
  it("answers one round, each in the chat that they prefer, and sees the card grow on both", async () => {
    const teamsSeen: Seen[] = [];
    let now = 0;
    const teamsChannel = recordingChannel(
      () => teamsSeen,
      () => now,
    );
    const journey = await Journey.begin({ also: [{ ...teamsChannel, platform: "teams" }] });
    now = journey.now;
    const { store } = journey;
    await store.insert(installations, { _id: "teams/firma", company: COMPANY, platform: "teams", tenant: "firma" });
    for (const person of ["jari", "pekka"]) {
      const account = { _id: `teams/firma/${person}`, installation: "teams/firma", user: person, person };
      await store.insert(accounts, { ...account, company: COMPANY });
      await store.change(people, person, { set: { prefers: "teams" } });
    }
    const both = [
      { installation: "web/firma", channel: "koneet" },
      { installation: "teams/firma", channel: "19:koneet" },
    ];
    await store.change(teams, "koneet", { set: { channels: both } });
    journey.now += 31_000;
    await starts(journey);
    await answers(journey, "marja", "2 2 2 2 2 2");
    await journey.taps("jari", "Vastaa", KONEET);
    for (const level of "234223") await journey.says("jari", level);
    const isCard = ({ message }: Seen) => message.text.includes("vastannut");
    const [onWeb, onTeams] = [journey.messages(KONEET).filter(isCard), teamsSeen.filter(isCard)];
    expect([onWeb.length, onTeams.length]).toEqual([1, 1]);
    expect(onTeams[0]?.message).toEqual(onWeb[0]?.message);
    expect(onTeams[0]?.message.text).toContain("2/5 vastannut");
    const questions = teamsSeen.filter(({ place }) => place.kind === "private" && place.person === "jari");
    expect(questions.map(({ message }) => message.text).join("\n")).toContain("Kaikkiin kohtiin on vastattu");
    expect(journey.messages({ kind: "private", person: "jari" })).toEqual([]);
    const { messages, outbox } = await roundOf(journey);
    expect(Object.keys(messages)).toContain("card@teams/firma");
    expect(outbox).toEqual({});
    expect(await store.get(conversations, "private:jari")).toBeUndefined();
    await journey.end();
  });
});

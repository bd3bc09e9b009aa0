import { afterEach, beforeEach, expect, test } from "vitest";
import { arriveInstallation } from "../../../../src/people/arrive.ts";
import { membersOf } from "../../../../src/people/directory.ts";
import { installations } from "../../../../src/people/records.ts";
import type { Fault } from "../../../support/fake-slack-api.ts";
import { payload, type ReceivingWorld, startReceiving } from "./receiving-world.ts";

let world: ReceivingWorld;
beforeEach(async () => {
  world = await startReceiving();
});
afterEach(() => world.stop());

const CHAT = "<https://slack.com/app_redirect?app=A1&team=T1|Avaa keskustelu>";
const answer = (body: object): Fault => ({ kind: "answer", body: { ok: true, ...body } });
const user = (id: string, more: object = {}): Fault =>
  answer({ user: { id, team_id: "T1", real_name: `Nimi ${id}`, tz: "Europe/Helsinki", locale: "fi-FI", ...more } });

async function members(team = world.team): Promise<readonly string[]> {
  return membersOf(await world.directory(), team)
    .map(({ name }) => name)
    .toSorted();
}

test("who joins a team's channel is in the team, with name, language and zone of their own", async () => {
  world.slack.fault("users.info", user("U3EMMA", { real_name: "Emma Lind", tz: "Europe/London", locale: "en-GB" }));
  await world.deliver(payload("member-joined"));
  expect(await members()).toEqual(["Emma Lind", "Jari Lahtinen", "Satu Virtanen"]);
  const emma = [...(await world.directory()).people.values()].find(({ name }) => name === "Emma Lind");
  expect(emma).toMatchObject({ language: "en", timeZone: "Europe/London", roles: ["member"] });
  expect(world.coach.heard).toMatchObject([{ kind: "joined", place: { kind: "channel", team: world.team } }]);
});

test.each([
  ["a guest", { is_restricted: true }],
  ["a bot", { is_bot: true }],
  ["someone of another workspace", { team_id: "T9", is_stranger: true }],
  ["someone deactivated", { deleted: true }],
])("%s joins no team, is not heard, and is asked about once", async (_who, more) => {
  world.slack.fault("users.info", user("U3EMMA", more), user("U3EMMA", more));
  await world.deliver(payload("member-joined"));
  const said = payload("message-im");
  await world.deliver({ ...said, event: { ...(said.event as object), user: "U3EMMA" } });
  expect(await members()).toEqual(["Jari Lahtinen", "Satu Virtanen"]);
  expect(world.coach.heard).toEqual([]);
  expect(world.slack.callsOf("users.info")).toHaveLength(1);
});

test.each(["user_not_found", "user_not_visible"])("someone of whom Slack says %s is a stranger too", async (error) => {
  world.slack.fault("users.info", { kind: "error", error });
  const said = payload("message-im");
  expect((await world.deliver({ ...said, event: { ...(said.event as object), user: "U3EMMA" } })).status).toBe(200);
  expect(world.coach.heard).toEqual([]);
});

test("Luotsi added to a channel makes it a team of those who are there, page by page, and says who asked for it", async () => {
  // The first event brings the channels that are known up to date.
  await world.deliver(payload("home-opened"));
  await expect.poll(() => world.slack.callsOf("conversations.members").length).toBe(1);
  world.coach.heard.length = 0;
  world.slack.fault("conversations.info", answer({ channel: { id: "C2MYYNTI", name: "myynti", is_member: true } }));
  world.slack.fault(
    "conversations.members",
    answer({ members: ["U1SATU", "UBOT"], response_metadata: { next_cursor: "more" } }),
    answer({ members: ["U3EMMA", "U4VIERAS"], response_metadata: { next_cursor: "" } }),
  );
  world.slack.fault("users.info", user("U3EMMA"), user("U4VIERAS", { is_ultra_restricted: true }));
  await world.deliver(payload("bot-joined"));
  await world.connection.disconnect();
  const team = [...(await world.directory()).teams.values()].find(({ name }) => name === "myynti");
  expect(world.coach.heard).toMatchObject([
    { kind: "added", person: world.satu, place: { kind: "channel", team: team?._id } },
  ]);
  expect(await members(team?._id)).toEqual(["Nimi U3EMMA", "Satu Virtanen"]);
});

test("Luotsi added by nobody whom Slack names says so, by somebody who is there", async () => {
  const { inviter: _unknown, ...event } = payload("bot-joined").event as { inviter: string };
  world.slack.fault("conversations.info", answer({ channel: { id: "C2MYYNTI", name: "myynti", is_member: true } }));
  world.slack.fault("conversations.members", answer({ members: ["U1SATU", "UBOT"] }));
  await world.deliver({ ...payload("bot-joined"), event });
  expect(world.coach.heard).toMatchObject([{ kind: "added", byUnknown: true }]);
});

test("who leaves the channel leaves the team", async () => {
  await world.deliver(payload("member-left"));
  expect(await members()).toEqual(["Satu Virtanen"]);
});

test("from where Luotsi is taken nothing is sent or heard there any more, until it is invited again", async () => {
  await world.deliver(payload("luotsi-left"));
  const channels = async () => (await world.directory()).teams.get(world.team)?.channels;
  expect(await channels()).toMatchObject([{ channel: "C1KONEET", removedAt: 1_733_050_800_001 }]);
  expect(await members()).toEqual(["Jari Lahtinen", "Satu Virtanen"]);
  world.slack.fault("conversations.info", answer({ channel: { id: "C1KONEET", name: "koneet", is_member: false } }));
  expect((await world.deliver(payload("command"))).body).toMatchObject({
    text: expect.stringContaining("Jos haluat minut tälle kanavalle"),
  });
  expect(world.coach.heard).toMatchObject([{ elsewhere: true, place: { kind: "private", person: world.satu } }]);
  const invited = payload("bot-joined");
  world.slack.fault("conversations.info", answer({ channel: { id: "C1KONEET", name: "koneet", is_member: true } }));
  await world.deliver({ ...invited, event: { ...(invited.event as object), channel: "C1KONEET" } });
  expect((await channels())?.[0]).not.toHaveProperty("removedAt");
  expect(world.coach.heard.at(-1)).toMatchObject({ kind: "added", place: { kind: "channel", team: world.team } });
});

test("a channel's new name is the team's", async () => {
  await world.deliver(payload("channel-renamed"));
  expect((await world.directory()).teams.get(world.team)?.name).toBe("koneet-ja-huolto");
});

test("a changed profile is taken over; who is deactivated has left, and is back with their first words", async () => {
  await world.deliver(payload("user-changed"));
  expect((await world.directory()).people.get(world.satu)).toMatchObject({
    name: "Satu Virtanen-Laine",
    language: "en",
    timeZone: "Europe/Stockholm",
  });
  await world.deliver(payload("user-deactivated"));
  expect((await world.directory()).people.get(world.jari)?.leftAt).toBe(1_733_050_800_000 + 1);
  world.slack.fault("users.info", user("U2JARI"));
  const said = payload("message-im");
  await world.deliver({ ...said, event: { ...(said.event as object), user: "U2JARI", channel: "D2JARI" } });
  expect(world.coach.heard).toMatchObject([{ person: world.jari, text: "kolmonen kai, asiakas & myynti <3" }]);
  expect((await world.directory()).people.get(world.jari)?.leftAt).toBeUndefined();
});

test.each(["uninstalled", "tokens-revoked"])(
  "%s: nothing is sent there any more, and nothing is heard; what comes before it is installed anew, Slack is asked to send again",
  async (name) => {
    const told = payload(name);
    const later = { event_time: 1_733_050_870, event: { ...(told.event as object), event_ts: "1733050870.000100" } };
    await world.deliver({ ...told, ...later });
    expect((await world.store.get(installations, "slack/T1"))?.removedAt).toBeTypeOf("number");
    expect((await world.deliver(payload("message-im"))).status).toBe(503);
    expect((await world.deliver(payload("command"))).body.text).toContain("joka asensi Luotsin");
    expect(world.coach.heard).toEqual([]);
    const firm = {
      platform: "slack",
      tenant: "T1",
      name: "Firma",
      language: "fi",
      timeZone: "Europe/Helsinki",
    } as const;
    await arriveInstallation(world, firm);
    expect((await world.deliver(payload("message-im"))).status).toBe(200);
    expect(world.coach.heard).toHaveLength(1);
  },
);

test("someone new is asked about before they are heard, once, however much they say at once", async () => {
  world.slack.fault("users.info", user("U3EMMA", { is_admin: true }));
  const said = payload("message-im");
  const by = (nth: number) => ({
    ...said,
    event_id: `EvNew${nth}`,
    event: { ...(said.event as object), user: "U3EMMA" },
  });
  await Promise.all([world.deliver(by(1)), world.deliver(by(2)), world.deliver(by(3))]);
  expect(world.slack.callsOf("users.info")).toHaveLength(1);
  expect(world.coach.heard).toHaveLength(3);
  const emma = (await world.directory()).people.get(world.coach.heard[0]?.person ?? "");
  expect(emma).toMatchObject({ name: "Nimi U3EMMA", roles: ["admin", "member"] });
});

test("with Slack's Web API away someone new is not lost: Slack is asked to send it again", async () => {
  const cut: Fault = { kind: "cut" };
  world.slack.fault("users.info", cut, cut, cut);
  const said = payload("message-im");
  const answered = await world.deliver({ ...said, event: { ...(said.event as object), user: "U3EMMA" } });
  expect(answered.status).toBe(503);
  expect(world.coach.heard).toEqual([]);
});

test("/luotsi where Luotsi is not is taken as said in private, and the person is told", async () => {
  world.slack.fault("conversations.info", answer({ channel: { id: "C9MUU", name: "muu", is_member: false } }));
  const answered = await world.deliver({ ...payload("command"), channel_id: "C9MUU" });
  expect(answered.body).toEqual({
    response_type: "ephemeral",
    text: `Vastaus on yksityisessä keskustelussamme. Jos haluat minut tälle kanavalle, kirjoita /invite @Luotsi. ${CHAT}`,
  });
  expect(world.coach.heard).toMatchObject([
    { kind: "said", elsewhere: true, place: { kind: "private", person: world.satu } },
  ]);
});

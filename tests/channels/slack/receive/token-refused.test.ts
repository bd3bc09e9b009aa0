import { afterEach, beforeEach, expect, test } from "vitest";
import type { SlackSettings } from "../../../../src/slack-settings.ts";
import { FakeSlackApi, type Fault } from "../../../support/fake-slack-api.ts";
import { FakeSlackSocket } from "../../../support/fake-slack-socket.ts";
import { type Payload, payload, type ReceivingWorld, startReceiving } from "./receiving-world.ts";

/** SLACK_BOT_TOKEN is that of the workspace T2, and Slack refuses it. T1 is known from before. */
let slack: FakeSlackApi;
let socket: FakeSlackSocket;
let world: ReceivingWorld;
const REFUSED: Fault = { kind: "error", error: "invalid_auth" };

beforeEach(async () => {
  [slack, socket] = await Promise.all([FakeSlackApi.start(), FakeSlackSocket.start()]);
  slack.workspace.socketUrl = socket.url;
  const own = { ok: true, team: "Toinen", team_id: "T2", user_id: "UBOT", bot_id: "B1" };
  slack.fault("auth.test", REFUSED, REFUSED, { kind: "answer", body: own });
});
afterEach(async () => {
  await world.stop();
  await Promise.all([slack.close(), socket.close()]);
});

const http = (): SlackSettings => ({
  kind: "http",
  apiUrl: slack.base,
  botToken: "xoxb-1",
  signingSecret: "test-signing-secret",
});
const overSocket = (): SlackSettings => ({
  kind: "socket",
  apiUrl: slack.base,
  botToken: "xoxb-1",
  appToken: "xapp-1",
});

function ofT2(name: string): Payload {
  return JSON.parse(JSON.stringify(payload(name)).replaceAll('"T1"', '"T2"'));
}
const errors = () => world.lines.filter(({ level }) => level === "error");
const heard = () => world.coach.heard.map(({ kind }) => kind);

/** Slack is asked about the token again. */
async function again(): Promise<void> {
  const asked = slack.callsOf("auth.test").length;
  const lines = world.lines.length;
  world.later();
  await expect.poll(() => slack.callsOf("auth.test").length).toBe(asked + 1);
  await expect.poll(() => world.lines.length).toBeGreaterThan(lines);
}

test("over HTTP, what comes from the workspace of a refused token is not acknowledged until the token is taken", async () => {
  world = await startReceiving(http);
  for (let thrice = 0; thrice < 3; thrice += 1) expect((await world.deliver(ofT2("message-im"))).status).toBe(503);
  expect((await world.deliver(ofT2("tap-private"))).status).toBe(503);
  expect(errors()).toHaveLength(1);
  expect(world.lines.filter(({ level }) => level === "warn")).toEqual([]);
  await again();
  expect(errors()).toHaveLength(2);
  expect((await world.deliver(ofT2("message-im"))).status).toBe(503);
  await again();
  expect((await world.deliver(ofT2("message-im"))).status).toBe(200);
  expect(heard()).toEqual(["said"]);
});

test("over Socket Mode, what comes from the workspace of a refused token is not acknowledged until the token is taken", async () => {
  world = await startReceiving(overSocket);
  socket.deliver("E1", "events_api", ofT2("message-im"));
  expect(await socket.exchange("E2", "slash_commands", ofT2("command"))).toMatchObject({ response_type: "ephemeral" });
  await again();
  await again();
  await socket.exchange("E3", "events_api", ofT2("message-im"));
  expect([...socket.acknowledged.keys()]).toEqual(["E2", "E3"]);
  expect(heard()).toEqual(["said"]);
});

test("meanwhile a command gets a kind word, and workspaces that are known are served", async () => {
  world = await startReceiving(http);
  const answer = await world.deliver(ofT2("command"));
  expect(answer).toMatchObject({ status: 200, body: { response_type: "ephemeral" } });
  expect(answer.body.text).toContain("joka asensi Luotsin");
  expect((await world.deliver(payload("message-im"))).status).toBe(200);
  expect(heard()).toEqual(["said"]);
});

test("once the own workspace is known, another one that is not is acknowledged, and nothing is done", async () => {
  world = await startReceiving(http);
  await again();
  await again();
  const stranger = JSON.parse(JSON.stringify(payload("message-im")).replaceAll('"T1"', '"T3"'));
  expect((await world.deliver(stranger)).status).toBe(200);
  expect(heard()).toEqual([]);
});

import { afterEach, beforeEach, expect, test } from "vitest";
import { createBoltApp } from "../../../../src/channels/slack/receive/door/bolt-app.ts";
import { createGate } from "../../../../src/channels/slack/receive/door/gate.ts";
import { createSocketReceiver } from "../../../../src/channels/slack/receive/door/socket-receiver.ts";
import type { Answer } from "../../../../src/channels/slack/receive/take/taking.ts";
import { StoreUnavailable } from "../../../../src/store/store-errors.ts";
import { FakeSlackApi, type Fault } from "../../../support/fake-slack-api.ts";
import { FakeSlackSocket } from "../../../support/fake-slack-socket.ts";
import { payload } from "./receiving-world.ts";

let slack: FakeSlackApi;
let socket: FakeSlackSocket;
let take: (body: object) => Promise<Answer>;
let lines: { readonly level: string; readonly text: string }[];
let app: ReturnType<typeof createBoltApp>;

beforeEach(async () => {
  [slack, socket] = await Promise.all([FakeSlackApi.start(), FakeSlackSocket.start()]);
  take = () => Promise.resolve(undefined);
  lines = [];
  const line = (level: string) => (_fields: object, text: string) => void lines.push({ level, text });
  const gate = createGate({ atOnce: 4, waiting: 4, onError: () => undefined });
  const receiver = createSocketReceiver({
    appToken: "xapp-1-secret",
    apiUrl: slack.base,
    gate,
    concerns: (body) => !("ignored" in body),
    log: { info: line("info"), warn: line("warn"), error: line("error") },
    pauseMs: () => 5,
  });
  app = createBoltApp(receiver, (body) => take(body));
});
afterEach(async () => {
  await app.stop();
  await Promise.all([slack.close(), socket.close()]);
});

const open = (): Fault => ({ kind: "answer", body: { ok: true, url: socket.url } });

test("an envelope is acknowledged after the write, with what a dialog is answered with", async () => {
  slack.fault("apps.connections.open", open());
  let write: ((answer: Answer) => void) | undefined;
  take = () =>
    new Promise((resolve) => {
      write = resolve;
    });
  await app.start();
  socket.deliver("E1", "interactive", { ...payload("tap-private"), type: "block_actions" });
  await expect.poll(() => write).toBeDefined();
  expect(socket.acknowledged.size).toBe(0);
  write?.({ response_action: "clear" });
  await expect.poll(() => socket.acknowledged.get("E1")).toEqual({ response_action: "clear" });
  expect(slack.callsOf("apps.connections.open")[0]?.token).toBe("xapp-1-secret");
});

test("with the store away an envelope is not acknowledged, and is taken when it comes again", async () => {
  slack.fault("apps.connections.open", open());
  let away = true;
  take = () => (away ? Promise.reject(new StoreUnavailable("away")) : Promise.resolve(undefined));
  await app.start();
  socket.deliver("E1", "events_api", payload("message-im"));
  await expect.poll(() => lines.filter(({ level }) => level === "warn").length).toBe(1);
  away = false;
  socket.deliver("E2", "events_api", payload("message-im"));
  await expect.poll(() => [...socket.acknowledged.keys()]).toEqual(["E2"]);
});

test("what is none of Luotsi's business is acknowledged all the same", async () => {
  slack.fault("apps.connections.open", open());
  await app.start();
  socket.deliver("E1", "events_api", { ...payload("ignored-reaction"), ignored: true });
  await expect.poll(() => [...socket.acknowledged.keys()]).toEqual(["E1"]);
});

test("when Slack ends the connection a new one stands at once, and what comes there is taken", async () => {
  slack.fault("apps.connections.open", open(), open());
  await app.start();
  socket.refresh();
  await expect.poll(() => socket.connections).toBe(2);
  socket.deliver("E1", "events_api", payload("message-im"));
  await expect.poll(() => [...socket.acknowledged.keys()]).toEqual(["E1"]);
  const stands = { level: "info", text: "Slack's socket stands" };
  expect(lines).toEqual([stands, { level: "info", text: "Slack's socket fell; Luotsi connects again" }, stands]);
});

test("an unknown token is said once with its mend, and healing is said once", async () => {
  const refused: Fault = { kind: "error", error: "invalid_auth" };
  slack.fault("apps.connections.open", refused, refused, { kind: "cut" }, open());
  await app.start();
  await expect.poll(() => socket.connections).toBe(1);
  await expect.poll(() => lines.length).toBe(2);
  expect(lines).toEqual([
    {
      level: "error",
      text: "Slack's socket: invalid_auth. Slack does not know SLACK_APP_TOKEN. Make an app-level token (Basic Information, App-Level Tokens). Luotsi goes on trying; its other channels work.",
    },
    { level: "warn", text: "Slack's socket stands" },
  ]);
});

test.each([
  ["some_new_code", "Slack's socket: some_new_code. Is Socket Mode on in the app's settings? Luotsi goes on trying"],
  ["<html>Sign in to the network</html>", "Slack's socket: what answers is not Slack. Do SLACK_API_URL and"],
])("a refusal by %j is said with what it may come from", async (error, said) => {
  slack.fault("apps.connections.open", { kind: "error", error }, open());
  await app.start();
  await expect.poll(() => lines[0]?.text).toContain(said);
});

test("stopping acknowledges what is under way and takes nothing new", async () => {
  slack.fault("apps.connections.open", open());
  let write: (() => void) | undefined;
  take = () =>
    new Promise((resolve) => {
      write = () => resolve(undefined);
    });
  await app.start();
  socket.deliver("E1", "events_api", payload("message-im"));
  await expect.poll(() => write).toBeDefined();
  const stopping = app.stop();
  socket.deliver("E2", "events_api", { ...payload("message-im"), event_id: "EvLate" });
  await expect.poll(() => lines.filter(({ level }) => level === "warn").length).toBe(1);
  write?.();
  await stopping;
  expect([...socket.acknowledged.keys()]).toEqual(["E1"]);
});

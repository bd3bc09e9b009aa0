import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { SlackSettings } from "../../../src/slack-settings.ts";
import { startReceiving } from "./receive/receiving-world.ts";

let away: Server;
let apiUrl: string;
const held = new Set<Socket>();
beforeEach(async () => {
  away = createServer((socket) => held.add(socket)).listen(0, "127.0.0.1");
  await once(away, "listening");
  const at = away.address();
  apiUrl = `http://127.0.0.1:${typeof at === "object" && at !== null ? at.port : 0}/api/`;
});
afterEach(() => {
  away.close();
});

test.each<[string, (apiUrl: string) => SlackSettings]>([
  ["Socket Mode", (url) => ({ kind: "socket", apiUrl: url, botToken: "xoxb-1", appToken: "xapp-1" })],
  ["HTTP", (url) => ({ kind: "http", apiUrl: url, botToken: "xoxb-1", signingSecret: "test-signing-secret" })],
])("by %s, a Slack that takes calls and never answers does not keep Luotsi from starting", async (_way, settings) => {
  const world = await startReceiving(() => settings(apiUrl));
  expect(held.size).toBeGreaterThan(0);
  for (const socket of held) socket.destroy();
  await world.stop();
});

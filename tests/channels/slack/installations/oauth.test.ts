import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SCOPES } from "../../../../src/channels/slack/installations/scopes.ts";
import type { SlackSending } from "../../../../src/channels/slack/sending.ts";
import { InstallingWorld } from "./installing-world.ts";

let world: InstallingWorld;
let sending: SlackSending;
let server: Server;
let origin: string;
beforeEach(async () => {
  world = await InstallingWorld.begin();
  sending = world.sending();
  server = createServer((request, response) => {
    const { oauth } = sending;
    if (oauth) void (request.url?.startsWith("/slack/install") ? oauth.install : oauth.redirect)(request, response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const at = server.address();
  origin = `http://127.0.0.1:${typeof at === "object" && at !== null ? at.port : 0}`;
});
afterEach(async () => {
  server.close();
  server.closeAllConnections();
  await world.end();
});

const ANSWER = {
  ok: true,
  app_id: "A1",
  access_token: "xoxb-oauth-secret",
  token_type: "bot",
  scope: "chat:write,commands",
  bot_user_id: "UBOT",
  team: { id: "T1", name: "Firma Oy" },
  enterprise: null,
  is_enterprise_install: false,
  authed_user: { id: "U1" },
};

async function begin(): Promise<{ readonly consent: URL; readonly state: string; readonly cookie: string }> {
  const response = await fetch(`${origin}/slack/install`, { redirect: "manual" });
  const consent = new URL(response.headers.get("location") ?? "");
  const cookie = response.headers.get("set-cookie")?.split(";")[0] ?? "";
  return { consent, cookie, state: consent.searchParams.get("state") ?? "" };
}

const comeBack = (query: string, cookie: string, language = "fi-FI,fi;q=0.9") =>
  fetch(`${origin}/slack/oauth_redirect?${query}`, { headers: { cookie, "accept-language": language } });

describe("installing Luotsi by OAuth", () => {
  it("asks Slack for the least scopes", async () => {
    const { consent } = await begin();
    expect(consent.origin + consent.pathname).toBe("https://slack.com/oauth/v2/authorize");
    expect(consent.searchParams.get("scope")?.split(",")).toEqual([...SCOPES]);
    expect(consent.searchParams.get("client_id")).toBe("1.2");
  });

  it("keeps the workspace when its admin comes back from Slack, and shows the way on in their language", async () => {
    const { state, cookie } = await begin();
    world.slack.fault("oauth.v2.access", { kind: "answer", body: ANSWER });
    const response = await comeBack(`code=c1&state=${state}`, cookie);
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(page).toContain("Luotsi on asennettu");
    expect(page).toContain("https://app.slack.com/client/T1");
    expect(await sending.installations.botOf("slack/T1")).toMatchObject({ token: "xoxb-oauth-secret", bot: "B1" });
    expect(world.slack.callsOf("oauth.v2.access")[0]?.args).toMatchObject({ code: "c1" });
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
  });

  it("keeps an organisation's installation under the organisation", async () => {
    const { state, cookie } = await begin();
    const body = { ...ANSWER, team: null, enterprise: { id: "E1", name: "Konserni" }, is_enterprise_install: true };
    world.slack.fault("oauth.v2.access", { kind: "answer", body });
    expect((await comeBack(`code=c1&state=${state}`, cookie, "en-GB")).status).toBe(200);
    expect(await sending.installations.botOf("slack/E1")).toBeDefined();
  });

  it.each([
    { name: "another browser's state", query: (state: string) => `code=c1&state=${state}`, cookie: "" },
    { name: "a made-up state", query: () => "code=c1&state=x", cookie: "slack-app-oauth-state=x" },
    { name: "no state", query: () => "code=c1", cookie: undefined },
  ])("refuses $name before Slack is asked", async ({ query, cookie }) => {
    const begun = await begin();
    const response = await comeBack(query(begun.state), cookie ?? begun.cookie, "en");
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("The installation has expired");
    expect(world.slack.calls).toEqual([]);
  });

  it("takes a cancelled consent kindly", async () => {
    const { state, cookie } = await begin();
    const response = await comeBack(`error=access_denied&state=${state}`, cookie);
    expect(await response.text()).toContain("Asennus peruttiin");
  });

  it("tells whoever runs Luotsi which setting is wrong, without the secret", async () => {
    const { state, cookie } = await begin();
    world.slack.fault("oauth.v2.access", { kind: "error", error: "bad_client_secret" });
    const response = await comeBack(`code=c1&state=${state}`, cookie);
    expect(response.status).toBe(500);
    expect(world.logged.at(-1)?.text).toContain("SLACK_CLIENT_SECRET");
    expect(JSON.stringify(world.logged)).not.toContain("client-secret");
  });

  it("answers nothing but GET", async () => {
    expect((await fetch(`${origin}/slack/install`, { method: "POST" })).status).toBe(405);
  });
});

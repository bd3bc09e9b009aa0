import { expect, test } from "vitest";
import { readConfig } from "../src/config.ts";

const BOT = { SLACK_BOT_TOKEN: "xoxb-1-secret" };
const APP = { SLACK_APP_TOKEN: "xapp-1-secret" };
const SIGNED = { SLACK_SIGNING_SECRET: "signing-secret" };
const CLIENT = { SLACK_CLIENT_ID: "123.456", SLACK_CLIENT_SECRET: "client-secret" };
const KEY = { TOKEN_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64") };
const URL_SET = { PUBLIC_URL: "https://luotsi.example.org" };

function read(environment: { readonly [name: string]: string }) {
  const config = readConfig(environment);
  return config.ok ? config.value : config.problems;
}

test("a bot token and an app-level token are Socket Mode, and the web chat is off then", () => {
  expect(read({ ...BOT, ...APP })).toMatchObject({
    webChat: false,
    slack: { kind: "socket", botToken: "xoxb-1-secret", appToken: "xapp-1-secret", apiUrl: "https://slack.com/api/" },
  });
});

test("a bot token and a signing secret are HTTP for one workspace", () => {
  expect(read({ ...BOT, ...SIGNED, WEB_CHAT: "on" })).toMatchObject({ webChat: true, slack: { kind: "http" } });
});

test("client id and secret, a key and an address are for many workspaces", () => {
  expect(read({ ...CLIENT, ...SIGNED, ...KEY, ...URL_SET })).toMatchObject({
    slack: { kind: "oauth", clientId: "123.456", publicUrl: "https://luotsi.example.org/" },
  });
});

test.each([
  [BOT, "SLACK_BOT_TOKEN: set SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) too."],
  [APP, "SLACK_APP_TOKEN: set SLACK_BOT_TOKEN too."],
  [
    SIGNED,
    "SLACK_SIGNING_SECRET: set SLACK_BOT_TOKEN (one workspace), or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET (many), too.",
  ],
  [
    { ...BOT, ...APP, ...SIGNED },
    "SLACK_APP_TOKEN: it is for Socket Mode, SLACK_SIGNING_SECRET for HTTP. Set one of the two.",
  ],
  [
    { ...CLIENT, ...SIGNED },
    "SLACK_CLIENT_ID: to be installed in many workspaces, set TOKEN_ENCRYPTION_KEY and PUBLIC_URL too.",
  ],
  [
    { ...CLIENT, ...SIGNED, ...KEY, ...URL_SET, ...BOT },
    "SLACK_BOT_TOKEN: it is one workspace's, SLACK_CLIENT_ID is for many. Set one of the two.",
  ],
  [
    { ...CLIENT, ...SIGNED, ...KEY, ...URL_SET, ...APP },
    "SLACK_APP_TOKEN: many workspaces come over HTTP, not over Socket Mode. Leave it out.",
  ],
  [{ ...BOT, SLACK_APP_TOKEN: "xoxb-2" }, "SLACK_APP_TOKEN: write the app-level token, which begins with xapp-."],
  [{ SLACK_API_URL: "http://slack.example.org/api/" }, "SLACK_API_URL: write an address that begins with https://."],
  [
    { TOKEN_ENCRYPTION_KEY: "secret" },
    "TOKEN_ENCRYPTION_KEY: write 32 random bytes in base64, as openssl rand -base64 32 makes.",
  ],
])(
  "what is missing or does not go together is said with its mend, never with the value: %j",
  (environment, problem) => {
    expect(read(environment)).toEqual([problem]);
  },
);

test("another Web API may be on this machine", () => {
  expect(read({ ...BOT, ...APP, SLACK_API_URL: "http://127.0.0.1:4000/api" })).toMatchObject({
    slack: { apiUrl: "http://127.0.0.1:4000/api/" },
  });
});

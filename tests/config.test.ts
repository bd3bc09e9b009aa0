import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { expect, test } from "vitest";
import { PACKAGE_VARIABLES } from "../scripts/teams/make-package.ts";
import { type Config, readConfig, VARIABLES } from "../src/config.ts";

function problemsOf(environment: { readonly [name: string]: string }): readonly string[] {
  const read = readConfig(environment);
  return read.ok ? [] : read.problems;
}

function configOf(environment: { readonly [name: string]: string | undefined }): Config {
  const read = readConfig(environment);
  if (!read.ok) throw new Error(read.problems.join("\n"));
  return read.value;
}

test("nothing has to be set", () => {
  expect(configOf({})).toEqual({
    port: 3978,
    host: "127.0.0.1",
    dataDir: "data",
    mongodbUri: undefined,
    flowsDir: undefined,
    webChat: true,
    logLevel: "warn",
    defaultLanguage: "fi",
    defaultTimeZone: "Europe/Helsinki",
    slack: undefined,
    teams: undefined,
  });
});

test("what is set counts", () => {
  const set = {
    PORT: "4000",
    HOST: "0.0.0.0",
    DATA_DIR: "/var/lib/luotsi",
    MONGODB_URI: "mongodb+srv://example.org/luotsi",
    FLOWS_DIR: "own-flows",
    WEB_CHAT: "off",
    LOG_LEVEL: "debug",
    DEFAULT_LANGUAGE: "en",
    DEFAULT_TIME_ZONE: "Europe/Stockholm",
  };
  expect(configOf(set)).toEqual({
    port: 4000,
    host: "0.0.0.0",
    dataDir: "/var/lib/luotsi",
    mongodbUri: "mongodb+srv://example.org/luotsi",
    flowsDir: "own-flows",
    webChat: false,
    logLevel: "debug",
    defaultLanguage: "en",
    defaultTimeZone: "Europe/Stockholm",
    slack: undefined,
    teams: undefined,
  });
});

test("the web chat, which knows no sign-in, is kept from other machines", () => {
  expect(problemsOf({ HOST: "0.0.0.0", WEB_CHAT: "on" })).toEqual([
    "HOST: the web chat has no sign-in and stays on 127.0.0.1. Set WEB_CHAT=off, or leave HOST as it is.",
  ]);
});

test("a blank variable counts as not set, and other variables of the machine do not matter", () => {
  const blank = Object.fromEntries(VARIABLES.map((name) => [name, " "]));
  expect(configOf({ ...blank, HOME: "/root", SLACK_LIKE: "1" })).toEqual(configOf({}));
});

test.each(["PUBLIC_URL", "SLACK_API_URL", "TEAMS_LOGIN_URL", "TEAMS_OPENID_METADATA_URL"])(
  "%s that is no address is told once",
  (name) => {
    expect(problemsOf({ [name]: "abc" })).toEqual([expect.stringMatching(`^${name}: write an address`)]);
  },
);

test("all mistakes come at once, each with its variable and its mend, and never with the value", () => {
  const problems = problemsOf({
    PORT: "99999-secret",
    MONGODB_URI: "postgres://secret@example.org",
    WEB_CHAT: "secret",
    LOG_LEVEL: "secret",
    DEFAULT_LANGUAGE: "secret",
    DEFAULT_TIME_ZONE: "Europe/Secret",
  });
  expect(problems).toEqual([
    "PORT: write a port number, such as 3978.",
    "MONGODB_URI: write an address that begins with mongodb:// or mongodb+srv://.",
    'WEB_CHAT: write "on" or "off".',
    "LOG_LEVEL: write trace, debug, info, warn, error or silent.",
    'DEFAULT_LANGUAGE: write "fi" or "en".',
    'DEFAULT_TIME_ZONE: write an IANA time zone, such as "Europe/Helsinki".',
  ]);
  expect(problems.join()).not.toMatch(/secret/i);
});

test.each([
  ["70000", "PORT: write a number from 0 to 65535."],
  ["-1", "PORT: write a number from 0 to 65535."],
  ["39.5", "PORT: write a whole number."],
])("the port %s is refused with the way to mend it", (port, problem) => {
  expect(problemsOf({ PORT: port })).toEqual([problem]);
});

test.each(["UTC", "Europe/Kyiv", "America/Argentina/Buenos_Aires"])("%s is a time zone", (zone) => {
  expect(configOf({ DEFAULT_TIME_ZONE: zone }).defaultTimeZone).toBe(zone);
});

test.each(["Helsinki", "EET+2", "+02:00", "Europe/Atlantis"])("%s is no time zone", (zone) => {
  expect(problemsOf({ DEFAULT_TIME_ZONE: zone })).toHaveLength(1);
});

test(".env.example lists exactly the variables that are read, with their defaults", () => {
  const example = parseEnv(readFileSync(".env.example", "utf8"));
  expect(Object.keys(example).sort()).toEqual([...new Set([...VARIABLES, ...PACKAGE_VARIABLES])].sort());
  expect(configOf(example)).toEqual(configOf({}));
});

test("each default in .env.example is written out, so that a reader sees it", () => {
  const example = parseEnv(readFileSync(".env.example", "utf8"));
  const empty = Object.entries(example).flatMap(([name, value]) => (value === "" ? [name] : []));
  expect(empty.sort()).toEqual([
    "FLOWS_DIR",
    "MONGODB_URI",
    "PUBLIC_URL",
    "SLACK_APP_TOKEN",
    "SLACK_BOT_TOKEN",
    "SLACK_CLIENT_ID",
    "SLACK_CLIENT_SECRET",
    "SLACK_SIGNING_SECRET",
    "TEAMS_APP_ID",
    "TEAMS_CERTIFICATE_FILE",
    "TEAMS_CLIENT_ID",
    "TEAMS_CLIENT_SECRET",
    "TEAMS_TENANT_ID",
    "TEAMS_UNAUTHENTICATED",
    "TOKEN_ENCRYPTION_KEY",
    "WEB_CHAT",
  ]);
});

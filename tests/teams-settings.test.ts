import { expect, test } from "vitest";
import { readConfig } from "../src/config.ts";

const ID = "11111111-2222-4333-8444-555555555555";
const TENANT = "99999999-2222-4333-8444-555555555555";

function read(environment: { readonly [name: string]: string }) {
  const result = readConfig(environment);
  return result.ok
    ? { teams: result.value.teams, webChat: result.value.webChat, problems: [] }
    : { problems: result.problems };
}

const microsoft = {
  openIdMetadataUrl: "https://login.botframework.com/v1/.well-known/openidconfiguration",
  loginUrl: "https://login.microsoftonline.com",
};

test("an app id and a secret are a multi-tenant app, a tenant makes it that tenant's, and the web chat is off", () => {
  const set = { TEAMS_CLIENT_ID: ID, TEAMS_CLIENT_SECRET: "long enough" };
  const secret = { kind: "secret", secret: "long enough" };
  expect(read(set)).toEqual({
    teams: { kind: "verified", clientId: ID, secret, tenant: undefined, ...microsoft },
    webChat: false,
    problems: [],
  });
  expect(read({ ...set, TEAMS_TENANT_ID: TENANT }).teams).toMatchObject({ tenant: TENANT });
});

test("a certificate takes the secret's place", () => {
  expect(read({ TEAMS_CLIENT_ID: ID, TEAMS_CERTIFICATE_FILE: "/etc/luotsi/app.pem" }).teams).toMatchObject({
    secret: { kind: "certificate", file: "/etc/luotsi/app.pem" },
  });
});

test("without credentials it is open only on this machine, and only when that is asked for by name", () => {
  expect(read({ TEAMS_UNAUTHENTICATED: "on-this-machine" }).teams).toEqual({ kind: "on-this-machine" });
  expect(read({ TEAMS_UNAUTHENTICATED: "yes" }).problems).toEqual([
    'TEAMS_UNAUTHENTICATED: write "on-this-machine", or leave it out.',
  ]);
  expect(read({ TEAMS_UNAUTHENTICATED: "on-this-machine", HOST: "0.0.0.0", WEB_CHAT: "off" }).problems).toEqual([
    "TEAMS_UNAUTHENTICATED: it is for this machine alone. Leave HOST as it is, or set TEAMS_CLIENT_ID.",
  ]);
  expect(
    read({ TEAMS_UNAUTHENTICATED: "on-this-machine", TEAMS_CLIENT_ID: ID, TEAMS_CLIENT_SECRET: "long enough" })
      .problems,
  ).toEqual(["TEAMS_UNAUTHENTICATED: with TEAMS_CLIENT_ID Teams' tokens are checked. Set one of the two."]);
});

test.each([
  [{ TEAMS_CLIENT_ID: ID }, "TEAMS_CLIENT_ID: set TEAMS_CLIENT_SECRET or TEAMS_CERTIFICATE_FILE too."],
  [{ TEAMS_CLIENT_SECRET: "long enough" }, "TEAMS_CLIENT_SECRET: set TEAMS_CLIENT_ID too."],
  [{ TEAMS_TENANT_ID: TENANT }, "TEAMS_TENANT_ID: set TEAMS_CLIENT_ID too."],
  [
    { TEAMS_CLIENT_ID: ID, TEAMS_CLIENT_SECRET: "long enough", TEAMS_CERTIFICATE_FILE: "app.pem" },
    "TEAMS_CERTIFICATE_FILE: set it or TEAMS_CLIENT_SECRET, one of the two.",
  ],
  [
    { TEAMS_CLIENT_ID: "luotsi", TEAMS_CLIENT_SECRET: "long enough" },
    "TEAMS_CLIENT_ID: write the application (client) id of the app registration.",
  ],
  [
    { TEAMS_CLIENT_ID: ID, TEAMS_CLIENT_SECRET: TENANT },
    "TEAMS_CLIENT_SECRET: write the value of the client secret, not its id.",
  ],
  [
    { TEAMS_CLIENT_ID: ID, TEAMS_CLIENT_SECRET: "short" },
    "TEAMS_CLIENT_SECRET: write the value of the client secret, not its id.",
  ],
  [{ TEAMS_LOGIN_URL: "abc" }, "TEAMS_LOGIN_URL: write an address, such as https://login.microsoftonline.com."],
  [
    { TEAMS_OPENID_METADATA_URL: "http://example.org/keys" },
    "TEAMS_OPENID_METADATA_URL: write an address that begins with https://.",
  ],
])("%j is told with its mend", (set: { readonly [name: string]: string }, problem) => {
  expect(read(set).problems).toEqual([problem]);
});

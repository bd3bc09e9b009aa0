import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TeamsAccess } from "../../../src/channels/teams/teams-app.ts";
import { until } from "../../support/awaited.ts";
import { startFakeOpenId } from "../../support/teams/fake-openid.ts";
import { startTeamsWorld, TENANT, type TeamsWorld } from "../../support/teams/teams-world.ts";

const APP = "66666666-ffff-4666-8666-666666666666";
type OpenId = Awaited<ReturnType<typeof startFakeOpenId>>;

function accessOf(microsoft: OpenId, more: { readonly tenant?: string; readonly secret?: string } = {}): TeamsAccess {
  return {
    kind: "verified",
    clientId: APP,
    secret: { kind: "secret", secret: more.secret ?? "the right secret" },
    tenant: more.tenant,
    openIdMetadataUrl: microsoft.metadataUrl,
    loginUrl: microsoft.loginUrl,
  };
}

let microsoft: OpenId;
let world: TeamsWorld;
beforeAll(async () => {
  microsoft = await startFakeOpenId(APP);
  world = await startTeamsWorld(accessOf(microsoft));
});
afterAll(async () => {
  await world.stop();
  await microsoft.stop();
});

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const own = () => ({ serviceurl: world.connector.serviceUrl });
const seconds = () => Math.floor(Date.now() / 1000);

describe("who comes in", () => {
  test("is let in with a token that Teams signed for this app and this service URL", async () => {
    const { status } = await world.post(await world.activity("said-privately"), bearer(microsoft.token(own())));
    expect(status).toBe(200);
    expect(world.heard).toHaveLength(1);
  });

  test("is let in again with the same token, but not for another service URL, nor with a letter of it changed", async () => {
    const token = microsoft.token(own());
    const post = async (given: string, changed: object = {}) =>
      (await world.post({ ...(await world.activity("said-privately")), ...changed }, bearer(given))).status;
    expect([await post(token), await post(token)]).toEqual([200, 200]);
    expect(await post(token, { serviceUrl: "http://127.0.0.1:9/elsewhere" })).toBe(401);
    expect(await post(token, { serviceUrl: 7 })).toBe(401);
    const [head, claims = "", signature] = token.split(".");
    expect(await post([head, `${claims.slice(0, -1)}${claims.endsWith("A") ? "B" : "A"}`, signature].join("."))).toBe(
      401,
    );
  });

  test.each([
    ["no token", () => ({})],
    ["an empty token", () => ({ authorization: "Bearer " })],
    ["another kind of authorization", () => ({ authorization: "Basic bHVvdHNpOmx1b3RzaQ==" })],
    ["garbage", () => bearer("not-a-token")],
    ["three parts of garbage", () => bearer("a.b.c")],
    ["an expired token", () => bearer(microsoft.token({ ...own(), exp: seconds() - 3_600 }))],
    ["another app's token", () => bearer(microsoft.token({ ...own(), aud: "someone-else" }))],
    ["another issuer's token", () => bearer(microsoft.token({ ...own(), iss: "https://example.org" }))],
    ["another key's signature", () => bearer(microsoft.token(own(), microsoft.wrongKey))],
    ["an unknown key", () => bearer(microsoft.token(own(), microsoft.wrongKey, "key-9"))],
    ["a token for another service URL", () => bearer(microsoft.token({ serviceurl: "https://example.org/" }))],
    ["a token for no service URL", () => bearer(microsoft.token())],
  ])("is refused with %s, and nothing is heard", async (_what, headers: () => { readonly [name: string]: string }) => {
    const before = world.heard.length;
    expect((await world.post(await world.activity("said-privately"), headers())).status).toBe(401);
    expect(world.heard).toHaveLength(before);
  });

  test("is refused with an unsigned token", async () => {
    const [, payload] = microsoft.token(own()).split(".");
    const header = Buffer.from(JSON.stringify({ alg: "none", typ: "JWT" })).toString("base64url");
    const { status } = await world.post(await world.activity("said-privately"), bearer(`${header}.${payload}.`));
    expect(status).toBe(401);
  });

  test.each(["{}", "[]", "null", '"text"', "not json", ""])(
    "a body of %j is refused, with a token or without",
    async (body) => {
      expect([400, 401]).toContain((await world.post(body, bearer(microsoft.token(own())))).status);
      expect((await world.post(body)).status).toBe(401);
    },
  );

  test("an activity of another channel of the same bot, which could claim any tenant, is refused", async () => {
    const activity = await world.activity("said-privately", { channelId: "directline" });
    expect((await world.post(activity, bearer(microsoft.token(own())))).status).toBe(400);
  });

  test("a body that is too large is refused, whether or not it says how large it is", async () => {
    const large = JSON.stringify({ text: "x".repeat(300_000) });
    expect((await world.post(large, bearer(microsoft.token(own())))).status).toBe(413);
    expect(await chunked(world.address, large, `Bearer ${microsoft.token(own())}`)).toBe(413);
  });

  test("other methods and paths are refused", async () => {
    expect((await fetch(world.address)).status).toBe(405);
    expect((await fetch(`${world.address}/more`, { method: "POST" })).status).toBe(404);
  });

  test("is asked to come again while the keys cannot be fetched, with one line that says what to look at", async () => {
    const cut = await startTeamsWorld(
      accessOf({ ...microsoft, metadataUrl: "http://127.0.0.1:9/v1/.well-known/openidconfiguration" }),
    );
    const post = async (token: string) => (await cut.post(await cut.activity("said-privately"), bearer(token))).status;
    const token = microsoft.token({ serviceurl: cut.connector.serviceUrl });
    expect(await Promise.all([post(token), post(token)])).toEqual([503, 503]);
    expect(cut.logged).toEqual([
      { sdk: expect.stringContaining("ECONNREFUSED"), text: expect.stringContaining("TEAMS_OPENID_METADATA_URL") },
      { sdk: expect.stringContaining("ECONNREFUSED"), text: expect.stringContaining("TEAMS_OPENID_METADATA_URL") },
    ]);
    expect(await post("a.b.c")).toBe(401);
    expect(cut.logged).toHaveLength(3);
    await cut.stop();
  });

  test("is asked to come again where nobody gives the keys, before Teams has given up waiting", async () => {
    const silent = { ...microsoft, metadataUrl: microsoft.silentMetadataUrl };
    const hung = await startTeamsWorld(accessOf(silent), { checkWithinMs: 20 });
    const token = bearer(microsoft.token({ serviceurl: hung.connector.serviceUrl }));
    expect((await hung.post(await hung.activity("said-privately"), token)).status).toBe(503);
    expect(hung.heard).toEqual([]);
    expect(hung.logged).toEqual([
      { sdk: "no answer in time", text: expect.stringContaining("TEAMS_OPENID_METADATA_URL") },
    ]);
    await hung.stop();
  });

  test("what is logged of them holds no token", () => {
    expect(JSON.stringify(world.logged)).not.toMatch(/eyJ/);
  });
});

describe("Luotsi itself", () => {
  test("goes out with a token for its app, asked for once", async () => {
    const calls = world.connector.calls.filter(({ authorization }) => authorization?.startsWith("Bearer eyJ"));
    expect(calls.length).toBeGreaterThan(0);
    expect(calls.length).toBe(world.connector.calls.length);
    expect(microsoft.logins.map(({ path }) => path)).toEqual(["/botframework.com/oauth2/v2.0/token"]);
    expect(microsoft.logins[0]?.form.get("client_id")).toBe(APP);
  });

  test("serves no other tenant when the app is a single tenant's, and asks for its tokens there", async () => {
    const single = await startTeamsWorld(accessOf(microsoft, { tenant: TENANT }));
    const token = bearer(microsoft.token({ serviceurl: single.connector.serviceUrl }));
    const other = { tenant: { id: "another" } };
    await single.post(await single.activity("said-privately", { channelData: other }), token);
    expect(single.heard).toEqual([]);
    await single.post(await single.activity("said-privately"), token);
    expect(single.heard).toHaveLength(1);
    expect(microsoft.logins.at(-1)?.path).toBe(`/${TENANT}/oauth2/v2.0/token`);
    await single.stop();
  });

  test("says what to look at when Microsoft gives it no token, and never its secret", async () => {
    const refused = await startTeamsWorld(accessOf(microsoft, { secret: "the wrong secret" }));
    const token = bearer(microsoft.token({ serviceurl: refused.connector.serviceUrl }));
    expect((await refused.post(await refused.activity("said-privately"), token)).status).toBe(503);
    const told = refused.logged.map((one) => String(Reflect.get(one, "err"))).join();
    expect(told).toContain("TEAMS_CLIENT_ID, TEAMS_TENANT_ID and the secret or certificate");
    expect(told).not.toContain("the wrong secret");
    await refused.stop();
  });
});

describe("at the start", () => {
  const saidOf = async (access: TeamsAccess, lines: number) => {
    const started = await startTeamsWorld(access);
    await started.connection.connect();
    await until(() => started.logged.length === lines);
    await started.stop();
    return started.logged.map((one) => String(Reflect.get(one, "text")));
  };

  test("a wrong secret and keys that are away are said at once, a line each, without the secret", async () => {
    const away = { ...microsoft, metadataUrl: "http://127.0.0.1:9/v1/.well-known/openidconfiguration" };
    const [, ...said] = (await saidOf(accessOf(away, { secret: "the wrong secret" }), 3)).toSorted();
    expect(said).toEqual([
      expect.stringContaining("Microsoft's login gave no token (invalid_client). Look at TEAMS_CLIENT_ID"),
      expect.stringContaining("the keys that sign for Teams could not be fetched"),
    ]);
    expect(said.join()).not.toContain("the wrong secret");
  });

  test("a login that is away is said", async () => {
    const away = { ...microsoft, loginUrl: "http://127.0.0.1:9" };
    expect((await saidOf(accessOf(away), 2)).join()).toContain("no token (network_error)");
  });

  test("it is said that all is there, and the token is asked for once, also when somebody writes meanwhile", async () => {
    const before = microsoft.logins.length;
    const started = await startTeamsWorld(accessOf(microsoft));
    await started.connection.connect();
    const token = bearer(microsoft.token({ serviceurl: started.connector.serviceUrl }));
    expect((await started.post(await started.activity("said-privately"), token)).status).toBe(200);
    await until(() => started.logged.length === 2);
    expect(started.logged.at(-1)).toEqual({ text: "Teams: Luotsi has its token, and the keys to check others'" });
    expect(microsoft.logins).toHaveLength(before + 1);
    await started.stop();
  });
});

describe("without credentials", () => {
  let local: TeamsWorld;
  beforeAll(async () => {
    local = await startTeamsWorld();
  });
  afterAll(() => local.stop());

  test("nothing is said of credentials that are none", () => {
    expect(JSON.stringify(local.logged)).not.toContain("redentials");
  });

  test("this machine is believed", async () => {
    expect((await local.plays("said-privately")).status).toBe(200);
  });

  test.each([
    ["a page of another origin", { origin: "https://example.org" }],
    ["a form that a page posts", { "content-type": "text/plain" }],
  ])("%s is not", async (_what, headers: { readonly [name: string]: string }) => {
    expect((await local.post(await local.activity("said-privately"), headers)).status).toBe(401);
  });
});

/** Posts without saying how much will come. */
function chunked(address: string, body: string, authorization: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", authorization };
    const sent = request(address, { method: "POST", headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on("error", reject);
    for (let at = 0; at < body.length; at += 50_000) sent.write(body.slice(at, at + 50_000));
    sent.end();
  });
}

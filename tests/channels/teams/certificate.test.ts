import { constants, createHash, verify } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readConfig } from "../../../src/config.ts";
import { createLog } from "../../../src/log.ts";
import { type Running, start } from "../../../src/start.ts";
import { startFakeOpenId } from "../../support/teams/fake-openid.ts";
import { selfSigned } from "../../support/teams/self-signed.ts";
import { startTeamsWorld, type TeamsWorld } from "../../support/teams/teams-world.ts";

const APP = "77777777-ffff-4777-8777-777777777777";

let folder: string;
let microsoft: Awaited<ReturnType<typeof startFakeOpenId>>;
const running: { stop(): Promise<void> }[] = [];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "luotsi-certificate-"));
  microsoft = await startFakeOpenId(APP);
});
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
  await microsoft.stop();
  rmSync(folder, { recursive: true, force: true });
});

function startsWith(pem: string): Promise<Running> {
  const file = join(folder, "app.pem");
  writeFileSync(file, pem);
  const config = readConfig({
    DATA_DIR: folder,
    PORT: "0",
    LOG_LEVEL: "silent",
    TEAMS_CLIENT_ID: APP,
    TEAMS_CERTIFICATE_FILE: file,
    TEAMS_OPENID_METADATA_URL: microsoft.metadataUrl,
    TEAMS_LOGIN_URL: microsoft.loginUrl,
  });
  if (!config.ok) throw new Error(config.problems.join("\n"));
  return start({ config: config.value, log: createLog("silent") });
}

function decoded(part = ""): Record<string, unknown> {
  return JSON.parse(Buffer.from(part, "base64url").toString());
}

/** Someone writes to Luotsi, which asks Teams who they are with a token of its own. */
async function isSpokenTo(world: TeamsWorld, address: string): Promise<number> {
  const token = microsoft.token({ serviceurl: world.connector.serviceUrl });
  const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
  const body = JSON.stringify(await world.activity("said-privately"));
  return (await fetch(`${address}/api/messages`, { method: "POST", headers, body })).status;
}

test("Luotsi proves at Microsoft's login who it is by its certificate, and speaks with the token that it gets", async () => {
  const { pem, publicKey, der } = selfSigned("Luotsi");
  const world = await startTeamsWorld();
  const luotsi = await startsWith(pem);
  running.push(luotsi, world);
  expect(await isSpokenTo(world, luotsi.address)).toBe(200);
  expect(microsoft.logins.map(({ path }) => path)).toEqual(["/botframework.com/oauth2/v2.0/token"]);
  const form = microsoft.logins[0]?.form ?? new URLSearchParams();
  expect(form.has("client_secret")).toBe(false);
  expect(form.get("client_id")).toBe(APP);
  expect(form.get("grant_type")).toBe("client_credentials");
  expect(form.get("client_assertion_type")).toBe("urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
  const [header, claims, signature = ""] = (form.get("client_assertion") ?? "").split(".");
  const signed = {
    key: publicKey,
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
  };
  expect(verify("RSA-SHA256", Buffer.from(`${header}.${claims}`), signed, Buffer.from(signature, "base64url"))).toBe(
    true,
  );
  expect(decoded(header)).toMatchObject({
    alg: "PS256",
    "x5t#S256": createHash("sha256").update(der).digest("base64url"),
    x5c: [der.toString("base64")],
  });
  const now = Date.now() / 1000;
  const { iss, sub, aud, exp, nbf } = decoded(claims);
  expect([iss, sub]).toEqual([APP, APP]);
  expect(aud).toBe("https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token");
  expect(Number(exp)).toBeGreaterThan(now);
  expect(Number(nbf)).toBeLessThanOrEqual(now + 1);
  expect(world.connector.calls.length).toBeGreaterThan(0);
  for (const { authorization } of world.connector.calls) expect(authorization).toMatch(/^Bearer eyJ/);
});

test.each([
  [
    "holds no key",
    (pem: string) => pem.split("-----BEGIN PRIVATE KEY-----")[0] ?? "",
    "both the certificate and its private key",
  ],
  [
    "holds no certificate",
    (pem: string) => pem.slice(pem.indexOf("-----BEGIN PRIVATE KEY-----")),
    "both the certificate",
  ],
  ["is garbled", (pem: string) => pem.replace("MII", "AAA"), "no certificate that can be read"],
])("a certificate file that %s stops the start with what to mend", async (_what, spoil, told) => {
  await expect(startsWith(spoil(selfSigned("Luotsi").pem))).rejects.toThrow(told);
});

import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";

export interface TokenClaims {
  readonly aud?: string;
  readonly iss?: string;
  readonly exp?: number;
  readonly serviceurl?: string;
}

/** Stands in for Microsoft's: keys that sign for Teams, told of over HTTP, and a login that gives tokens. */
export async function startFakeOpenId(appId: string) {
  const right = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const wrong = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const keys = [{ ...right.publicKey.export({ format: "jwk" }), kid: "key-1", use: "sig", alg: "RS256" }];
  const logins: { readonly path: string; readonly form: URLSearchParams }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const [path = ""] = (request.url ?? "").split("?");
    response.setHeader("content-type", "application/json");
    if (path.startsWith("/silent/")) return;
    if (path === "/v1/.well-known/keys") return response.end(JSON.stringify({ keys }));
    if (!path.endsWith("/oauth2/v2.0/token")) return response.writeHead(404).end("{}");
    const form = new URLSearchParams(Buffer.concat(chunks).toString());
    logins.push({ path, form });
    if (form.get("client_secret") === "the wrong secret")
      return response.writeHead(401).end(JSON.stringify({ error: "invalid_client", error_description: "no" }));
    return response.end(
      JSON.stringify({ token_type: "Bearer", expires_in: 3600, access_token: token({ aud: "outbound" }) }),
    );
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const base = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;

  function token(claims: TokenClaims = {}, key: KeyObject = right.privateKey, kid = "key-1"): string {
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
    const seconds = Math.floor(Date.now() / 1000);
    const payload = {
      iss: "https://api.botframework.com",
      aud: appId,
      nbf: seconds - 600,
      exp: seconds + 3600,
      ...claims,
    };
    const signed = `${encode({ alg: "RS256", typ: "JWT", kid })}.${encode(payload)}`;
    return `${signed}.${sign("RSA-SHA256", Buffer.from(signed), key).toString("base64url")}`;
  }

  return {
    metadataUrl: `${base}/v1/.well-known/openidconfiguration`,
    /** Where nobody answers until the stand-in stops. */
    silentMetadataUrl: `${base}/silent/.well-known/openidconfiguration`,
    loginUrl: base,
    logins,
    token,
    wrongKey: wrong.privateKey,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

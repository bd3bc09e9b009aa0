import { X509Certificate } from "node:crypto";
import { ConfidentialClientApplication } from "@azure/msal-node";
import { TokenRefused } from "./errors.ts";

/** How Luotsi proves at Microsoft's login that it is this app. */
export type TeamsSecret =
  | { readonly kind: "secret"; readonly secret: string }
  /** A PEM text that holds the certificate and its private key. */
  | { readonly kind: "certificate"; readonly pem: string };

export interface TeamsCredentials {
  /** The app's id in Microsoft Entra. */
  readonly clientId: string;
  readonly secret: TeamsSecret;
  /** Whose app it is, and the only tenant that is served; undefined: any tenant that has the app (a multi-tenant registration). */
  readonly tenant: string | undefined;
  /** Where tokens are asked for: Microsoft's login, or in tests a stand-in. */
  readonly loginUrl: string;
}

/** The library renews a token when five minutes of it are left. */
const RENEWED_BEFORE_MS = 5 * 60_000;

/** A turn waits for its token, and Teams some fifteen seconds for the turn. */
const LOGIN_WITHIN_MS = 5_000;

export const MICROSOFT_LOGIN = "https://login.microsoftonline.com";

/** A certificate file that is none, or has no key. */
export class CertificateUnusable extends Error {
  override readonly name = "CertificateUnusable";
}

/**
 * Tokens for speaking to Teams, from Microsoft's own library, which keeps and renews them. The SDK takes a client secret by itself, but no certificate;
 * so both come this way, and the SDK gets a function to ask for them. Throws TokenRefused.
 */
export function createTokens({ clientId, secret, loginUrl }: TeamsCredentials) {
  const clients = new Map<string, ConfidentialClientApplication>();
  const proof =
    secret.kind === "secret" ? { clientSecret: secret.secret } : { clientCertificate: readCertificate(secret.pem) };
  const system = { networkClient: networkTo(loginUrl) };
  const clientOf = (tenant: string) => {
    const known = loginUrl === MICROSOFT_LOGIN ? {} : knownOf(tenant);
    const auth = { clientId, authority: `${MICROSOFT_LOGIN}/${tenant}`, ...known, ...proof };
    const client = clients.get(tenant) ?? new ConfidentialClientApplication({ auth, system });
    clients.set(tenant, client);
    return client;
  };
  const kept = new Map<string, { readonly token: string; readonly until: number }>();
  const underWay = new Map<string, Promise<string>>();
  async function ask(key: string, tenant: string, scopes: string[]): Promise<string> {
    const result = await clientOf(tenant)
      .acquireTokenByClientCredential({ scopes })
      .catch((error: unknown) => {
        throw new TokenRefused(`Microsoft's login gave no token (${codeOf(error)}). ${ADVICE}`);
      });
    if (!result?.accessToken) throw new TokenRefused(`Microsoft's login gave no token. ${ADVICE}`);
    // The library keeps it too, but looks through its whole cache each time.
    kept.set(key, { token: result.accessToken, until: (result.expiresOn?.getTime() ?? 0) - RENEWED_BEFORE_MS });
    return result.accessToken;
  }
  return async (scope: string | string[], tenant = "botframework.com"): Promise<string> => {
    const scopes = typeof scope === "string" ? [scope] : scope;
    const key = [tenant, ...scopes].join(" ");
    const known = kept.get(key);
    if (known && known.until > Date.now()) return known.token;
    const asked = underWay.get(key) ?? ask(key, tenant, scopes).finally(() => underWay.delete(key));
    underWay.set(key, asked);
    return asked;
  };
}

const ADVICE =
  "Look at TEAMS_CLIENT_ID, TEAMS_TENANT_ID and the secret or certificate, and whether this machine reaches login.microsoftonline.com";

/** "invalid_client", "network_error": the message beside it may hold more than belongs in a log. */
function codeOf(error: unknown): string {
  const code = typeof error === "object" && error !== null ? Reflect.get(error, "errorCode") : undefined;
  return typeof code === "string" ? code : "unknown";
}

function readCertificate(pem: string) {
  try {
    const [, x5c] = /(-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----)/.exec(pem) ?? [];
    const [, privateKey] =
      /(-----BEGIN (?:RSA )?PRIVATE KEY-----[\s\S]+?-----END (?:RSA )?PRIVATE KEY-----)/.exec(pem) ?? [];
    if (x5c !== undefined && privateKey !== undefined) {
      const thumbprintSha256 = new X509Certificate(x5c).fingerprint256.replaceAll(":", "");
      return { thumbprintSha256, privateKey, x5c };
    }
  } catch (cause) {
    throw new CertificateUnusable("TEAMS_CERTIFICATE_FILE holds no certificate that can be read.", { cause });
  }
  throw new CertificateUnusable(
    "TEAMS_CERTIFICATE_FILE must hold both the certificate and its private key (PEM, the key without a passphrase).",
  );
}

/** What the library would ask the login about itself: a stand-in need only give tokens. */
function knownOf(tenant: string) {
  const authority = `${MICROSOFT_LOGIN}/${tenant}`;
  const host = new URL(MICROSOFT_LOGIN).host;
  return {
    authorityMetadata: JSON.stringify({
      authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
      token_endpoint: `${authority}/oauth2/v2.0/token`,
      issuer: `${authority}/v2.0`,
      jwks_uri: `${authority}/discovery/v2.0/keys`,
    }),
    cloudDiscoveryMetadata: JSON.stringify({
      tenant_discovery_endpoint: `${authority}/v2.0/.well-known/openid-configuration`,
      metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
    }),
  };
}

/** The library itself waits for an answer without end, and asks Microsoft's hosts only; a stand-in takes their place on the way. */
function networkTo(loginUrl: string) {
  const ask = async <T>(url: string, method: string, options?: { headers?: Record<string, string>; body?: string }) => {
    const there = url.replace(MICROSOFT_LOGIN, loginUrl.replace(/\/+$/, ""));
    const { headers = {}, body = null } = options ?? {};
    const response = await fetch(there, { method, headers, body, signal: AbortSignal.timeout(LOGIN_WITHIN_MS) });
    const read: T = await response.json();
    return { headers: Object.fromEntries(response.headers), body: read, status: response.status };
  };
  return {
    sendGetRequestAsync: <T>(url: string, options?: { headers?: Record<string, string> }) =>
      ask<T>(url, "GET", options),
    sendPostRequestAsync: <T>(url: string, options?: { headers?: Record<string, string>; body?: string }) =>
      ask<T>(url, "POST", options),
  };
}

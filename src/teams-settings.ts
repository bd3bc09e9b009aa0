import { z } from "zod";

const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const LOOPBACK = /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?(?:\/|$)/;

function address(standing: string) {
  return z
    .url(`write an address, such as ${standing}`)
    .refine((url) => url.startsWith("https://") || LOOPBACK.test(url), "write an address that begins with https://")
    .default(standing);
}

/** The variables of Microsoft Teams; which go together is checked by `teamsSettings`. */
export const teamsVariables = {
  TEAMS_CLIENT_ID: z.string().regex(ID, "write the application (client) id of the app registration").optional(),
  TEAMS_CLIENT_SECRET: z
    .string()
    .refine((secret) => secret.length >= 8 && !ID.test(secret), "write the value of the client secret, not its id")
    .optional(),
  TEAMS_CERTIFICATE_FILE: z.string().min(1).optional(),
  TEAMS_TENANT_ID: z.string().regex(ID, "write the directory (tenant) id of the app registration").optional(),
  TEAMS_UNAUTHENTICATED: z.literal("on-this-machine", 'write "on-this-machine", or leave it out').optional(),
  TEAMS_OPENID_METADATA_URL: address("https://login.botframework.com/v1/.well-known/openidconfiguration"),
  TEAMS_LOGIN_URL: address("https://login.microsoftonline.com"),
} as const;

const variablesSchema = z.object(teamsVariables);
type Variables = z.infer<typeof variablesSchema>;

/** How Teams is connected. */
export type TeamsSettings =
  | {
      readonly kind: "verified";
      readonly clientId: string;
      readonly secret:
        | { readonly kind: "secret"; readonly secret: string }
        | { readonly kind: "certificate"; readonly file: string };
      /** Undefined: a multi-tenant registration. */
      readonly tenant: string | undefined;
      readonly openIdMetadataUrl: string;
      readonly loginUrl: string;
    }
  /** For trying things out: nobody's token is checked. */
  | { readonly kind: "on-this-machine" };

/** The settings of Teams, undefined where it is not configured; or what is missing or does not go together, a sentence each. */
export function teamsSettings(
  given: Variables & { readonly HOST: string },
):
  | { readonly ok: true; readonly value: TeamsSettings | undefined }
  | { readonly ok: false; readonly problems: readonly string[] } {
  const problems = problemsIn(given);
  if (problems.length > 0) return { ok: false, problems };
  if (given.TEAMS_UNAUTHENTICATED !== undefined) return { ok: true, value: { kind: "on-this-machine" } };
  const { TEAMS_CLIENT_ID: clientId, TEAMS_CLIENT_SECRET: secret, TEAMS_CERTIFICATE_FILE: file } = given;
  const proof =
    secret !== undefined
      ? ({ kind: "secret", secret } as const)
      : file !== undefined
        ? ({ kind: "certificate", file } as const)
        : undefined;
  if (clientId === undefined || proof === undefined) return { ok: true, value: undefined };
  const { TEAMS_TENANT_ID: tenant, TEAMS_OPENID_METADATA_URL: openIdMetadataUrl, TEAMS_LOGIN_URL: loginUrl } = given;
  return { ok: true, value: { kind: "verified", clientId, secret: proof, tenant, openIdMetadataUrl, loginUrl } };
}

function problemsIn(given: Variables & { readonly HOST: string }): readonly string[] {
  const has = (name: keyof Variables): boolean => given[name] !== undefined;
  const proofs = (["TEAMS_CLIENT_SECRET", "TEAMS_CERTIFICATE_FILE"] as const).filter(has);
  const found: string[] = [];
  if (has("TEAMS_UNAUTHENTICATED")) {
    if (!["127.0.0.1", "localhost", "::1"].includes(given.HOST))
      found.push("TEAMS_UNAUTHENTICATED: it is for this machine alone. Leave HOST as it is, or set TEAMS_CLIENT_ID.");
    if (has("TEAMS_CLIENT_ID"))
      found.push("TEAMS_UNAUTHENTICATED: with TEAMS_CLIENT_ID Teams' tokens are checked. Set one of the two.");
    return found;
  }
  if (has("TEAMS_CLIENT_ID") && proofs.length === 0)
    found.push("TEAMS_CLIENT_ID: set TEAMS_CLIENT_SECRET or TEAMS_CERTIFICATE_FILE too.");
  if (proofs.length === 2) found.push("TEAMS_CERTIFICATE_FILE: set it or TEAMS_CLIENT_SECRET, one of the two.");
  if (!has("TEAMS_CLIENT_ID"))
    for (const name of [...proofs, ...(["TEAMS_TENANT_ID"] as const).filter(has)])
      found.push(`${name}: set TEAMS_CLIENT_ID too.`);
  return found;
}

import { z } from "zod";

const LOOPBACK = /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?(?:\/|$)/;

function address(example: string) {
  return z
    .url(`write an address, such as ${example}`)
    .refine((url) => url.startsWith("https://") || LOOPBACK.test(url), "write an address that begins with https://")
    .transform((url) => (url.endsWith("/") ? url : `${url}/`));
}

/** The variables of Slack; which go together is checked by `slackSettings`. */
export const slackVariables = {
  SLACK_BOT_TOKEN: z.string().startsWith("xoxb-", "write the bot token, which begins with xoxb-").optional(),
  SLACK_APP_TOKEN: z.string().startsWith("xapp-", "write the app-level token, which begins with xapp-").optional(),
  SLACK_SIGNING_SECRET: z.string().min(8, "write the signing secret of Basic Information").optional(),
  SLACK_CLIENT_ID: z
    .string()
    .regex(/^\d+\.\d+$/, "write the client id of Basic Information, two numbers with a dot between")
    .optional(),
  SLACK_CLIENT_SECRET: z.string().min(8, "write the client secret of Basic Information").optional(),
  TOKEN_ENCRYPTION_KEY: z
    .string()
    .regex(
      /^(?:[0-9a-fA-F]{64}|[\w+/-]{43}=?)(?:\s*,\s*(?:[0-9a-fA-F]{64}|[\w+/-]{43}=?))*$/,
      "write 32 random bytes in base64, as openssl rand -base64 32 makes",
    )
    .optional(),
  PUBLIC_URL: address("https://luotsi.example.org/").optional(),
  SLACK_API_URL: address("https://slack.com/api/").default("https://slack.com/api/"),
} as const;

const variablesSchema = z.object(slackVariables);
type Variables = z.infer<typeof variablesSchema>;

/** How Slack is connected. */
export type SlackSettings = {
  /** Where Slack's Web API is; ends with "/". */
  readonly apiUrl: string;
} & (
  | { readonly kind: "socket"; readonly botToken: string; readonly appToken: string }
  | { readonly kind: "http"; readonly botToken: string; readonly signingSecret: string }
  /** Many workspaces, each installed by itself. */
  | {
      readonly kind: "oauth";
      readonly signingSecret: string;
      readonly clientId: string;
      readonly clientSecret: string;
      /** One key, or several with commas between: the first seals, all open. */
      readonly encryptionKey: string;
      /** Where the world reaches this Luotsi; ends with "/". */
      readonly publicUrl: string;
    }
);

/** The settings of Slack, undefined where it is not configured; or what is missing or does not go together, a sentence each. */
export function slackSettings(
  given: Variables,
):
  | { readonly ok: true; readonly value: SlackSettings | undefined }
  | { readonly ok: false; readonly problems: readonly string[] } {
  const {
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_CLIENT_ID: clientId,
    SLACK_CLIENT_SECRET: clientSecret,
    TOKEN_ENCRYPTION_KEY: encryptionKey,
    PUBLIC_URL: publicUrl,
    SLACK_API_URL: apiUrl,
  } = given;
  const problems = problemsIn(given);
  if (problems.length > 0) return { ok: false, problems };
  if (clientId && clientSecret && signingSecret && encryptionKey && publicUrl)
    return {
      ok: true,
      value: { kind: "oauth", apiUrl, signingSecret, clientId, clientSecret, encryptionKey, publicUrl },
    };
  if (botToken && appToken) return { ok: true, value: { kind: "socket", apiUrl, botToken, appToken } };
  if (botToken && signingSecret) return { ok: true, value: { kind: "http", apiUrl, botToken, signingSecret } };
  return { ok: true, value: undefined };
}

function problemsIn(given: Variables): readonly string[] {
  const has = (name: keyof Variables): boolean => given[name] !== undefined;
  const oauth = has("SLACK_CLIENT_ID") || has("SLACK_CLIENT_SECRET");
  const missing = (...names: readonly (keyof Variables)[]): string =>
    `set ${names.filter((name) => !has(name)).join(" and ")} too`;
  const found: string[] = [];
  if (oauth) {
    const needed = [
      "SLACK_CLIENT_ID",
      "SLACK_CLIENT_SECRET",
      "SLACK_SIGNING_SECRET",
      "TOKEN_ENCRYPTION_KEY",
      "PUBLIC_URL",
    ] as const;
    if (!needed.every(has)) found.push(`SLACK_CLIENT_ID: to be installed in many workspaces, ${missing(...needed)}.`);
    if (has("SLACK_BOT_TOKEN"))
      found.push("SLACK_BOT_TOKEN: it is one workspace's, SLACK_CLIENT_ID is for many. Set one of the two.");
    if (has("SLACK_APP_TOKEN"))
      found.push("SLACK_APP_TOKEN: many workspaces come over HTTP, not over Socket Mode. Leave it out.");
    return found;
  }
  if (has("SLACK_APP_TOKEN") && has("SLACK_SIGNING_SECRET"))
    found.push("SLACK_APP_TOKEN: it is for Socket Mode, SLACK_SIGNING_SECRET for HTTP. Set one of the two.");
  if (has("SLACK_BOT_TOKEN") && !has("SLACK_APP_TOKEN") && !has("SLACK_SIGNING_SECRET"))
    found.push("SLACK_BOT_TOKEN: set SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) too.");
  if (has("SLACK_APP_TOKEN") && !has("SLACK_BOT_TOKEN")) found.push("SLACK_APP_TOKEN: set SLACK_BOT_TOKEN too.");
  if (has("SLACK_SIGNING_SECRET") && !has("SLACK_BOT_TOKEN"))
    found.push(
      "SLACK_SIGNING_SECRET: set SLACK_BOT_TOKEN (one workspace), or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET (many), too.",
    );
  return found;
}

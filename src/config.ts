import { z } from "zod";
import { isTimeZone } from "./calendar/time-zone.ts";
import { type SlackSettings, slackSettings, slackVariables } from "./slack-settings.ts";
import { type TeamsSettings, teamsSettings, teamsVariables } from "./teams-settings.ts";

/** Every variable that Luotsi reads, with its default; .env.example lists the same (a test compares them). */
const environmentSchema = z.object({
  PORT: z.coerce
    .number("write a port number, such as 3978")
    .int("write a whole number")
    .min(0, "write a number from 0 to 65535")
    .max(65535, "write a number from 0 to 65535")
    .default(3978),
  HOST: z.string().min(1).default("127.0.0.1"),
  DATA_DIR: z.string().min(1).default("data"),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, "write an address that begins with mongodb:// or mongodb+srv://")
    .optional(),
  FLOWS_DIR: z.string().min(1).optional(),
  WEB_CHAT: z.enum(["on", "off"], 'write "on" or "off"').optional(),
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "silent"], "write trace, debug, info, warn, error or silent")
    .default("warn"),
  DEFAULT_LANGUAGE: z.enum(["fi", "en"], 'write "fi" or "en"').default("fi"),
  DEFAULT_TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'write an IANA time zone, such as "Europe/Helsinki"')
    .default("Europe/Helsinki"),
  ...slackVariables,
  ...teamsVariables,
});

export const VARIABLES = Object.keys(environmentSchema.shape);

export interface Config {
  readonly port: number;
  /** The address that it listens on: 127.0.0.1 unless Slack or Teams reach this machine otherwise. */
  readonly host: string;
  /** The folder of the embedded store. */
  readonly dataDir: string;
  /** Set: everything is kept in MongoDB, and nowhere else. */
  readonly mongodbUri: string | undefined;
  /** The folder of companies' own flows. */
  readonly flowsDir: string | undefined;
  readonly webChat: boolean;
  readonly logLevel: z.infer<typeof environmentSchema>["LOG_LEVEL"];
  readonly defaultLanguage: "fi" | "en";
  readonly defaultTimeZone: string;
  /** Undefined: not connected to Slack. */
  readonly slack: SlackSettings | undefined;
  /** Undefined: not connected to Teams. */
  readonly teams: TeamsSettings | undefined;
}

export type ReadConfig =
  | { readonly ok: true; readonly value: Config }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads the environment that it is given; a blank variable counts as not set. Every mistake at once, each naming its variable and how to mend it; values are never repeated. */
export function readConfig(environment: { readonly [name: string]: string | undefined }): ReadConfig {
  const given = Object.fromEntries(
    VARIABLES.map((name) => [name, environment[name]?.trim()] as const).filter(
      ([, value]) => value !== undefined && value !== "",
    ),
  );
  const read = environmentSchema.safeParse(given);
  if (!read.success) {
    const firstOfEach = new Map(read.error.issues.toReversed().map((issue) => [issue.path.join("."), issue.message]));
    const problems = VARIABLES.filter((name) => firstOfEach.has(name));
    return { ok: false, problems: problems.map((name) => `${name}: ${firstOfEach.get(name)}.`) };
  }
  const { data } = read;
  const slack = slackSettings(data);
  const teams = teamsSettings(data);
  if (!slack.ok || !teams.ok)
    return { ok: false, problems: [slack, teams].flatMap((one) => (one.ok ? [] : one.problems)) };
  const otherChannel = slack.value !== undefined || teams.value !== undefined;
  const webChat = data.WEB_CHAT !== undefined ? data.WEB_CHAT === "on" : !otherChannel;
  if (webChat && !LOOPBACK.has(data.HOST))
    return {
      ok: false,
      problems: ["HOST: the web chat has no sign-in and stays on 127.0.0.1. Set WEB_CHAT=off, or leave HOST as it is."],
    };
  return {
    ok: true,
    value: {
      port: data.PORT,
      host: data.HOST,
      dataDir: data.DATA_DIR,
      mongodbUri: data.MONGODB_URI,
      flowsDir: data.FLOWS_DIR,
      webChat,
      logLevel: data.LOG_LEVEL,
      defaultLanguage: data.DEFAULT_LANGUAGE,
      defaultTimeZone: data.DEFAULT_TIME_ZONE,
      slack: slack.value,
      teams: teams.value,
    },
  };
}

const LOOPBACK: ReadonlySet<string> = new Set(["127.0.0.1", "localhost", "::1"]);

import { z } from "zod";
import { collection } from "../../../store/collection.ts";

/** A token that only the key from the environment opens: AES-256-GCM, base64. */
const sealedSchema = z.strictObject({
  kind: z.literal("sealed"),
  /** Which key sealed it, so that keys can be changed. */
  key: z.string(),
  iv: z.string(),
  tag: z.string(),
  data: z.string(),
});
export type Sealed = z.infer<typeof sealedSchema>;

/** A workspace's bot. `_id` is the installation's. Deleted when Luotsi is taken away. */
const storedInstallationSchema = z.strictObject({
  _id: z.string(),
  company: z.string(),
  tenant: z.string(),
  /** "own": SLACK_BOT_TOKEN, which is kept nowhere; the fingerprint tells whether it is still the same one. */
  token: z.discriminatedUnion("kind", [
    sealedSchema,
    z.strictObject({ kind: z.literal("own"), fingerprint: z.string() }),
  ]),
  botUser: z.string(),
  bot: z.string(),
  app: z.string().nullable(),
  /** What the workspace granted, where Slack told it. */
  scopes: z.array(z.string()),
  /** The platform's id of the user who installed. */
  installer: z.string().nullable(),
  installedAt: z.number(),
});
export type StoredInstallation = z.infer<typeof storedInstallationSchema>;

export const slackInstallations = collection({
  name: "slackInstallations",
  schema: storedInstallationSchema,
  indexes: [],
  queries: {},
});

import { z } from "zod";
import type { Told } from "./told.ts";

/** The one slash command of the manifest. */
export const COMMAND = "/luotsi";

const schema = z.object({
  command: z.string(),
  text: z.string().default(""),
  team_id: z.string(),
  enterprise_id: z.string().optional(),
  is_enterprise_install: z.string().optional(),
  channel_id: z.string(),
  user_id: z.string(),
  trigger_id: z.string(),
  api_app_id: z.string().optional(),
});

/** "/luotsi …". Slack never repeats a command; its trigger is its id all the same. `at` is when it came: a command carries no time. */
export function readSlashCommand(body: unknown, at: number): Told | undefined {
  const read = schema.safeParse(body);
  if (!read.success || read.data.command !== COMMAND) return undefined;
  const { text, team_id, enterprise_id, is_enterprise_install, channel_id, user_id, trigger_id } = read.data;
  const organisation = is_enterprise_install === "true" ? enterprise_id : undefined;
  return {
    kind: "commanded",
    eventId: `command:${trigger_id}`.slice(0, 200),
    tenant: organisation ?? team_id,
    user: user_id,
    channel: channel_id,
    at,
    text,
    trigger: trigger_id,
    app: read.data.api_app_id,
  };
}

import { createHash } from "node:crypto";
import { z } from "zod";
import { millisecondsOf, type Told, type ViewStanding } from "./told.ts";

const base = {
  api_app_id: z.string().optional(),
  team: z.object({ id: z.string() }).nullish(),
  enterprise: z.object({ id: z.string() }).nullish(),
  is_enterprise_install: z.boolean().optional(),
  user: z.object({ id: z.string(), team_id: z.string().optional() }),
};
const viewSchema = z.object({
  id: z.string().max(60),
  type: z.string(),
  hash: z.string().max(100).default(""),
  private_metadata: z.string().max(3000).default(""),
  state: z.unknown().optional(),
  blocks: z.unknown().optional(),
  previous_view_id: z.string().nullish(),
  app_installed_team_id: z.string().nullish(),
});
const schema = z.discriminatedUnion("type", [
  z.object({
    ...base,
    type: z.literal("block_actions"),
    trigger_id: z.string(),
    response_url: z.string().optional(),
    container: z.object({
      type: z.string(),
      message_ts: z.string().optional(),
      channel_id: z.string().optional(),
      thread_ts: z.string().optional(),
      is_ephemeral: z.boolean().optional(),
    }),
    message: z.object({ blocks: z.unknown().optional(), thread_ts: z.string().optional() }).optional(),
    state: z.unknown().optional(),
    view: viewSchema.optional(),
    actions: z.array(z.looseObject({ action_ts: z.string() })).min(1),
  }),
  z.object({ ...base, type: z.literal("view_submission"), view: viewSchema }),
  z.object({
    ...base,
    type: z.literal("message_action"),
    callback_id: z.string(),
    trigger_id: z.string(),
    action_ts: z.string(),
    channel: z.object({ id: z.string() }),
    message: z.object({ ts: z.string(), thread_ts: z.string().optional(), text: z.string().default("") }),
  }),
]);
type Interaction = z.infer<typeof schema>;

/** The one message shortcut of the manifest. */
export const MAKE_ACTION = "make_action";

/** Taps, submitted dialogs and message shortcuts. Undefined for what Luotsi has not drawn, and for people of other workspaces. */
export function readInteraction(body: unknown): Told | undefined {
  const read = schema.safeParse(body);
  if (!read.success) return undefined;
  const told = read.data;
  const tenant = tenantOf(told);
  const { id: user, team_id: from } = told.user;
  const stranger = !told.is_enterprise_install && from !== undefined && from !== tenant;
  if (tenant === undefined || stranger) return undefined;
  switch (told.type) {
    case "block_actions":
      return tap(told, tenant);
    case "view_submission": {
      const view = standing(told.view);
      // What was typed belongs to the id: who corrects a mistake and submits again has not submitted the same.
      const typed = createHash("sha256")
        .update(JSON.stringify(view.state ?? null))
        .digest("hex")
        .slice(0, 16);
      return { kind: "submitted", eventId: `submit:${view.id}:${view.hash}:${typed}`, tenant, user, at: 0, view };
    }
    case "message_action": {
      if (told.callback_id !== MAKE_ACTION) return undefined;
      const { channel, message, action_ts, trigger_id: trigger } = told;
      const eventId = `note:${channel.id}/${message.ts}:${user}:${action_ts}`;
      const deed = { eventId, tenant, user, channel: channel.id, at: millisecondsOf(action_ts) };
      const thread = message.thread_ts === undefined ? {} : { thread: message.thread_ts };
      return { ...deed, ...thread, kind: "noted", ts: message.ts, text: message.text, trigger };
    }
    default:
      return told satisfies never;
  }
}

function tap(told: Extract<Interaction, { type: "block_actions" }>, tenant: string): Told | undefined {
  const [action] = told.actions;
  if (!action) return undefined;
  const { id: user } = told.user;
  const { container, view, trigger_id: trigger } = told;
  const at = millisecondsOf(action.action_ts);
  if (view) {
    const eventId = `tap:${view.id}:${user}:${action.action_ts}`;
    const home = view.type === "home";
    const shown = { view: standing(view), action, trigger };
    return { kind: "tapped-in-view", eventId, tenant, user, at, home, ...shown, app: told.api_app_id };
  }
  const { channel_id: channel, message_ts: ts } = container;
  if (channel === undefined || ts === undefined) return undefined;
  const root = container.thread_ts ?? told.message?.thread_ts;
  return {
    kind: "tapped",
    eventId: `tap:${channel}/${ts}:${user}:${action.action_ts}`,
    tenant,
    user,
    channel,
    ...(root === undefined || root === ts ? {} : { thread: root }),
    at,
    ts,
    action,
    state: told.state,
    blocks: told.message?.blocks,
    trigger,
    app: told.api_app_id,
    responseUrl: told.response_url,
    ...(container.is_ephemeral ? { ephemeral: true } : {}),
  };
}

function tenantOf(told: Interaction): string | undefined {
  if (told.is_enterprise_install) return told.enterprise?.id;
  const installed = "view" in told ? told.view?.app_installed_team_id : undefined;
  return installed ?? told.team?.id ?? told.user.team_id;
}

function standing(view: z.infer<typeof viewSchema>): ViewStanding {
  const { id, hash, private_metadata: metadata, state, blocks, previous_view_id: previous } = view;
  return { id, hash, metadata, state, blocks, ...(previous ? { previous } : {}) };
}

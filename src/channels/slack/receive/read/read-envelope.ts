import { z } from "zod";

/** What every event of the Events API comes in (docs.slack.dev: "The Events API", callback field). */
export const envelopeSchema = z.object({
  type: z.literal("event_callback"),
  team_id: z.string(),
  api_app_id: z.string().optional(),
  event_id: z.string().max(200),
  event_time: z.number().optional(),
  authorizations: z
    .array(
      z.object({
        team_id: z.string().nullish(),
        enterprise_id: z.string().nullish(),
        user_id: z.string(),
        is_bot: z.boolean().optional(),
        is_enterprise_install: z.boolean().optional(),
      }),
    )
    .optional(),
  event: z.looseObject({ type: z.string() }),
});

/** An event's envelope in few words. */
export interface Envelope {
  readonly eventId: string;
  readonly tenant: string;
  /** The installation is a whole organisation: its people are of several workspaces. */
  readonly organisation: boolean;
  /** Luotsi's app id. */
  readonly app: string | undefined;
  /** Luotsi's own user there. */
  readonly bot: string | undefined;
  readonly event: { readonly type: string; readonly [field: string]: unknown };
  /** Milliseconds since 1970; an event's own `event_ts` is finer. */
  readonly at: number;
}

/**
 * The envelope of an event, undefined for what is none. In a channel shared by two workspaces `team_id` may be the other one's; `authorizations` names
 * the installation that the event was sent for.
 */
export function readEnvelope(body: unknown): Envelope | undefined {
  const read = envelopeSchema.safeParse(body);
  if (!read.success) return undefined;
  const { team_id, event_id, event_time, authorizations, event } = read.data;
  const first = authorizations?.[0];
  const organisation = first?.is_enterprise_install === true;
  return {
    eventId: event_id,
    tenant: (organisation ? first?.enterprise_id : first?.team_id) ?? team_id,
    organisation,
    app: read.data.api_app_id,
    bot: first?.is_bot === true ? first.user_id : undefined,
    event,
    at: (event_time ?? 0) * 1000,
  };
}

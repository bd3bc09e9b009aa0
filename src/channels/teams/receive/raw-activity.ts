import { z } from "zod";

const accountSchema = z.object({
  id: z.string().min(1).max(300),
  name: z.string().max(500).optional(),
  aadObjectId: z.string().max(100).optional(),
});

const named = z.object({ id: z.string().max(500).optional(), name: z.string().max(500).nullish() });

/**
 * An activity as Teams sends it (Bot Connector REST reference, "Activity object"; Teams' own parts stand in `channelData`). Only what is read is
 * named. Other channels of the same bot (Direct Line, web chat) let their callers write `channelData` themselves, and with it the tenant: they are refused.
 */
export const rawActivitySchema = z.object({
  type: z.string().max(100),
  id: z.string().min(1).max(300),
  timestamp: z.iso.datetime({ offset: true }).optional(),
  localTimezone: z.string().max(100).nullish(),
  locale: z.string().max(50).nullish(),
  channelId: z.literal("msteams"),
  serviceUrl: z.url({ protocol: /^https?$/ }).max(500),
  from: accountSchema,
  recipient: accountSchema.optional(),
  conversation: z.object({
    id: z.string().min(1).max(500),
    conversationType: z.string().max(50).optional(),
    isGroup: z.boolean().optional(),
    tenantId: z.string().max(100).optional(),
    name: z.string().max(500).nullish(),
  }),
  channelData: z
    .looseObject({
      tenant: named.optional(),
      team: named.optional(),
      channel: named.optional(),
      eventType: z.string().max(100).optional(),
      settings: z.object({ selectedChannel: named.optional() }).optional(),
    })
    .optional(),
  entities: z.array(z.looseObject({ type: z.string().max(100) })).nullish(),
  attachments: z.array(z.looseObject({ contentType: z.string().max(300) })).nullish(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  name: z.string().max(200).nullish(),
  replyToId: z.string().max(300).nullish(),
  action: z.string().max(100).nullish(),
  membersAdded: z.array(accountSchema).max(1000).nullish(),
  membersRemoved: z.array(accountSchema).max(1000).nullish(),
});
export type RawActivity = z.infer<typeof rawActivitySchema>;
export type TeamsAccount = z.infer<typeof accountSchema>;

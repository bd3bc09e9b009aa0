import { z } from "zod";
import type { Envelope } from "./read-envelope.ts";
import { readMessage } from "./read-message.ts";
import { millisecondsOf, type Told } from "./told.ts";

const stamp = { event_ts: z.string().optional() };
const openedSchema = z.object({ ...stamp, user: z.string(), tab: z.enum(["home", "messages"]) });
const memberSchema = z.object({
  ...stamp,
  user: z.string(),
  channel: z.string(),
  team: z.string().optional(),
  inviter: z.string().optional(),
});
const leftSchema = z.object({ ...stamp, channel: z.string() });
const renamedSchema = z.object({ ...stamp, channel: z.object({ id: z.string(), name: z.string() }) });
const profileSchema = z.object({ ...stamp, user: z.looseObject({ id: z.string() }) });
const revokedSchema = z.object({ tokens: z.object({ bot: z.array(z.string()).optional() }) });

type Reader = (envelope: Envelope) => Told | undefined;

/** Every event that Luotsi listens to; the manifest subscribes to these (a test compares them). */
const READERS: { readonly [type: string]: Reader } = {
  message: readMessage,
  app_mention: readMessage,
  app_home_opened: (envelope) => {
    const read = openedSchema.safeParse(envelope.event).data;
    return read && { ...baseOf(envelope, read), kind: "opened", user: read.user, home: read.tab === "home" };
  },
  member_joined_channel: (envelope) => {
    const read = memberOf(envelope);
    return (
      read && {
        ...baseOf(envelope, read),
        ...deed(read),
        kind: "came",
        inviter: read.inviter,
        bot: read.user === envelope.bot,
      }
    );
  },
  member_left_channel: (envelope) => {
    const read = memberOf(envelope);
    return read && { ...baseOf(envelope, read), ...deed(read), kind: "left", bot: read.user === envelope.bot };
  },
  channel_left: taken,
  group_left: taken,
  channel_rename: renamed,
  group_rename: renamed,
  user_change: (envelope) => {
    const read = profileSchema.safeParse(envelope.event).data;
    return read && { ...baseOf(envelope, read), kind: "profile", user: read.user };
  },
  app_uninstalled: (envelope) => ({ ...baseOf(envelope, {}), kind: "removed" }),
  tokens_revoked: (envelope) => {
    const read = revokedSchema.safeParse(envelope.event).data;
    return read?.tokens.bot?.length ? { ...baseOf(envelope, {}), kind: "removed" } : undefined;
  },
};

export const EVENTS: readonly string[] = Object.keys(READERS);

/** What an event tells; undefined for what Luotsi has no use for, or cannot read. */
export function readEvent(envelope: Envelope): Told | undefined {
  return Object.hasOwn(READERS, envelope.event.type) ? READERS[envelope.event.type]?.(envelope) : undefined;
}

function baseOf({ eventId, tenant, at }: Envelope, { event_ts }: { readonly event_ts?: string | undefined }) {
  return { eventId, tenant, at: event_ts === undefined ? at : millisecondsOf(event_ts) };
}

function deed({ user, channel }: z.infer<typeof memberSchema>) {
  return { user, channel };
}

/** Someone of this workspace: `team` is the user's own, and another one for who comes through a shared channel. */
function memberOf({ event, tenant, organisation }: Envelope) {
  const read = memberSchema.safeParse(event).data;
  return read && (organisation || read.team === undefined || read.team === tenant) ? read : undefined;
}

/** Luotsi itself was taken from a channel: of that only these tell, the others' leaving is told to those who are still in it. */
function taken(envelope: Envelope): Told | undefined {
  const read = leftSchema.safeParse(envelope.event).data;
  if (!read || envelope.bot === undefined) return undefined;
  return { ...baseOf(envelope, read), user: envelope.bot, channel: read.channel, kind: "left", bot: true };
}

function renamed(envelope: Envelope): Told | undefined {
  const read = renamedSchema.safeParse(envelope.event).data;
  return read && { ...baseOf(envelope, read), kind: "renamed", channel: read.channel.id, name: read.channel.name };
}

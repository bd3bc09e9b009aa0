import { z } from "zod";
import type { Envelope } from "./read-envelope.ts";
import { millisecondsOf, type SlackFile, type Told } from "./told.ts";

const author = {
  user: z.string().optional(),
  bot_id: z.string().nullish(),
  subtype: z.string().optional(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  text: z.string().default(""),
  files: z.array(z.unknown()).optional(),
  team: z.string().nullish(),
  user_team: z.string().nullish(),
  source_team: z.string().nullish(),
};
const written = z.object(author);
const messageSchema = z.object({
  ...author,
  type: z.enum(["message", "app_mention"]),
  channel: z.string(),
  channel_type: z.string().optional(),
  event_ts: z.string().optional(),
  message: written.optional(),
  previous_message: written.optional(),
  deleted_ts: z.string().optional(),
});
type Written = z.infer<typeof written>;

/** Messages that a person wrote: plain ones, with files, and replies that were also sent to the channel. All others Slack or an app wrote. */
const WRITTEN: ReadonlySet<string | undefined> = new Set([undefined, "file_share", "thread_broadcast", "me_message"]);

/**
 * A message event, or "app_mention". A mention in a channel is told twice, as both: the first is left out, so that it counts once. Messages of bots,
 * of workflows, of Slack itself and of people of other workspaces are left out, and so are group conversations, which have no team.
 */
export function readMessage(envelope: Envelope): Told | undefined {
  const read = messageSchema.safeParse(envelope.event);
  if (!read.success) return undefined;
  const event = read.data;
  const at = millisecondsOf(event.event_ts ?? event.ts);
  const base = { eventId: envelope.eventId, tenant: envelope.tenant, channel: event.channel, at };
  if (event.channel_type === "mpim") return undefined;
  if (event.subtype === "message_changed") return changed(envelope, base, event.message, event.previous_message);
  if (event.subtype === "message_deleted") {
    const gone = event.previous_message;
    const user = gone && personOf(envelope, gone);
    return user === undefined ? undefined : { ...base, ...inThread(gone), kind: "deleted", user, ts: gone?.ts ?? "" };
  }
  if (!WRITTEN.has(event.subtype)) return undefined;
  const user = personOf(envelope, event);
  if (user === undefined) return undefined;
  const { bot, app } = envelope;
  const isPrivate = event.channel.startsWith("D");
  const mentioned = event.type === "app_mention";
  if (mentioned ? isPrivate : !isPrivate && mentions(event.text, bot)) return undefined;
  const deed = { ...base, ...inThread(event), user };
  const addressed = isPrivate || mentioned;
  const bare = bot === undefined ? event.text : event.text.replaceAll(mention(bot), "");
  const files = filesIn(event.files);
  if (files && bare.trim() === "") return { ...deed, kind: "sent-file", addressed, files };
  return { ...deed, kind: "said", ts: event.ts, text: event.text, addressed, bot, app, ...(files ? { files } : {}) };
}

const fileSchema = z.object({
  id: z.string(),
  name: z.string().nullish(),
  size: z.number().optional(),
  url_private_download: z.string().optional(),
});

/** Undefined where a message has none. */
function filesIn(files: readonly unknown[] = []): readonly SlackFile[] | undefined {
  if (files.length === 0) return undefined;
  return files.flatMap((file) => {
    const read = fileSchema.safeParse(file).data;
    return read ? [{ id: read.id, name: read.name ?? "", size: read.size, url: read.url_private_download }] : [];
  });
}

interface Base {
  readonly eventId: string;
  readonly tenant: string;
  readonly channel: string;
  readonly at: number;
}

/** Slack also says "changed" when it adds a link's preview or a reply to a thread; only another text is an edit. */
function changed(
  envelope: Envelope,
  base: Base,
  now: Written | undefined,
  before: Written | undefined,
): Told | undefined {
  if (!now) return undefined;
  // A deleted message that has replies stays as a tombstone, written by Slack.
  const removed = now.subtype === "tombstone";
  const user = personOf(envelope, removed && before ? before : now);
  if (user === undefined) return undefined;
  const deed = { ...base, ...inThread(now), user, ts: now.ts };
  if (removed) return { ...deed, kind: "deleted" };
  if (before?.text === now.text) return undefined;
  return { ...deed, kind: "edited", text: now.text, bot: envelope.bot };
}

/** The person who wrote it; undefined for bots, Slack and people of other workspaces (Slack Connect). */
function personOf({ tenant, organisation, bot }: Envelope, message: Written): string | undefined {
  const { user, bot_id } = message;
  if (user === undefined || user === "USLACKBOT" || user === bot || (bot_id !== null && bot_id !== undefined))
    return undefined;
  const from = [message.user_team, message.source_team, message.team];
  const stranger = !organisation && from.some((team) => team !== undefined && team !== null && team !== tenant);
  return stranger ? undefined : user;
}

function inThread(message: Written | undefined): { readonly thread?: string } {
  const root = message?.thread_ts;
  return root === undefined || root === message?.ts ? {} : { thread: root };
}

function mentions(text: string, bot: string | undefined): boolean {
  return bot !== undefined && mention(bot).test(text);
}

function mention(bot: string): RegExp {
  return new RegExp(`<@${bot}(?:\\|[^>]*)?>`, "gu");
}

import { hash } from "node:crypto";
import { z } from "zod";
import type { RawActivity, TeamsAccount } from "./raw-activity.ts";
import { readText } from "./read-text.ts";

/** Where something happened: the conversation without its thread, and in a channel the post under which it stands. */
export interface Spot {
  readonly kind: "personal" | "group" | "channel";
  readonly conversation: string;
  /** In a channel: the activity id of the thread's first message. */
  readonly root: string | undefined;
}

/** What every activity says. */
export interface Heard {
  /** The same at every redelivery. */
  readonly eventId: string;
  readonly at: number;
  readonly tenant: string | undefined;
  readonly serviceUrl: string;
  readonly spot: Spot;
  readonly from: TeamsAccount;
  readonly locale: string | undefined;
  readonly timeZone: string | undefined;
  /** The Microsoft team that a channel belongs to; its id is its General channel's. */
  readonly team: { readonly id: string; readonly name: string | undefined } | undefined;
  /** The name of the group chat or channel, where the activity carries it. */
  readonly name: string | undefined;
}

/** What happened, in the words of Teams. */
export type TeamsActivity = Heard &
  (
    | {
        readonly kind: "message";
        readonly text: string;
        readonly addressed: boolean;
        readonly message: string;
        readonly files: boolean;
        /** Those of them that can be fetched: what is uploaded in the private chat. */
        readonly downloads: readonly Download[];
      }
    | { readonly kind: "edited"; readonly text: string; readonly message: string }
    | { readonly kind: "deleted"; readonly message: string }
    | {
        readonly kind: "invoke";
        readonly name: string;
        readonly value: unknown;
        /** The message whose card was tapped. */
        readonly message: string | undefined;
      }
    | { readonly kind: "installed" | "uninstalled" }
    | { readonly kind: "came" | "left"; readonly members: readonly TeamsAccount[] }
    | { readonly kind: "renamed"; readonly channel: string; readonly to: string }
    | { readonly kind: "other" }
  );

/** What people attach themselves; quotes, cards and the message once more as HTML come as attachments too. */
const FILE = /^(?:image|audio|video|application\/vnd\.microsoft\.teams\.file\.|application\/octet-stream|reference$)/i;

/** A file with the address at which it lies for some minutes (Teams, "Send and receive files", `file.download.info`). */
export interface Download {
  readonly name: string;
  readonly url: string;
}

const downloadSchema = z.object({
  contentType: z.literal("application/vnd.microsoft.teams.file.download.info"),
  name: z.string().max(500),
  content: z.object({ downloadUrl: z.url({ protocol: /^https?$/ }) }),
});

function downloadsIn(attachments: readonly object[]): readonly Download[] {
  return attachments.flatMap((one) => {
    const read = downloadSchema.safeParse(one).data;
    return read ? [{ name: read.name, url: read.content.downloadUrl }] : [];
  });
}

/** An activity as what happened; kinds that mean nothing to Luotsi are "other". */
export function readActivity(raw: RawActivity): TeamsActivity {
  const heard = heardIn(raw);
  const eventType = raw.channelData?.eventType;
  switch (raw.type) {
    case "message":
      return {
        ...heard,
        kind: "message",
        ...readText(raw, heard.spot.kind === "personal"),
        message: raw.id,
        files: (raw.attachments ?? []).some(({ contentType }) => FILE.test(contentType)),
        downloads: downloadsIn(raw.attachments ?? []),
      };
    case "messageUpdate":
      // "undeleteMessage" too: the text is back, and with it what it said.
      return { ...heard, kind: "edited", text: readText(raw, true).text, message: raw.id };
    case "messageDelete":
      return { ...heard, kind: "deleted", message: raw.id };
    case "invoke":
      return {
        ...heard,
        kind: "invoke",
        name: raw.name ?? "",
        value: raw.value,
        message: raw.replyToId ?? undefined,
      };
    case "installationUpdate":
      return { ...heard, kind: installation(raw.action) };
    case "conversationUpdate":
      return conversationUpdate(raw, heard, eventType);
    default:
      return { ...heard, kind: "other" };
  }
}

/** An upgrade of the app takes it away and puts it back: only the second part of it counts. */
function installation(action: string | null | undefined): "installed" | "uninstalled" | "other" {
  if (action?.startsWith("add")) return "installed";
  return action === "remove" ? "uninstalled" : "other";
}

/** What leaves nobody to read what is sent to a Microsoft team (Teams, "Conversation events in your bot"). */
const TEAM_GONE: ReadonlySet<string> = new Set(["teamArchived", "teamDeleted", "teamHardDeleted"]);

/** That Luotsi itself was put into a team is told by "installationUpdate", which knows the chosen channel; here it would be General. */
function conversationUpdate(raw: RawActivity, heard: Heard, eventType: string | undefined): TeamsActivity {
  const bot = raw.recipient?.id;
  const added = raw.membersAdded ?? [];
  const removed = raw.membersRemoved ?? [];
  if (removed.some(({ id }) => id === bot)) return { ...heard, kind: "uninstalled" };
  if (added.some(({ id }) => id === bot)) return { ...heard, kind: "other" };
  if (added.length > 0) return { ...heard, kind: "came", members: added };
  if (removed.length > 0) return { ...heard, kind: "left", members: removed };
  const { channel, team } = raw.channelData ?? {};
  if (eventType === "channelRenamed" && channel?.id && channel.name)
    return { ...heard, kind: "renamed", channel: channel.id, to: channel.name };
  if (eventType === "teamRenamed" && team?.id && team.name)
    return { ...heard, kind: "renamed", channel: team.id, to: team.name };
  if (eventType === "channelDeleted" && channel?.id)
    return { ...heard, kind: "uninstalled", team: undefined, spot: { ...heard.spot, conversation: channel.id } };
  if (TEAM_GONE.has(eventType ?? "")) return { ...heard, kind: "uninstalled" };
  return { ...heard, kind: "other" };
}

function heardIn(raw: RawActivity): Heard {
  const { team, tenant } = raw.channelData ?? {};
  return {
    eventId: eventIdOf(raw),
    at: raw.timestamp === undefined ? 0 : Date.parse(raw.timestamp),
    tenant: tenant?.id ?? raw.conversation.tenantId,
    serviceUrl: raw.serviceUrl.replace(/\/+$/, ""),
    spot: spotOf(raw),
    from: raw.from,
    locale: raw.locale ?? undefined,
    timeZone: raw.localTimezone ?? clientTimeZone(raw),
    team: team?.id === undefined ? undefined : { id: team.id, name: team.name ?? undefined },
    name: raw.channelData?.channel?.name ?? raw.conversation.name ?? undefined,
  };
}

/** A message keeps its id when it is edited or deleted, and Teams numbers messages by conversation: the id alone says too little. */
function eventIdOf({ type, id, conversation, timestamp, channelData }: RawActivity): string {
  const again = type === "message" || type === "invoke" ? [] : [timestamp ?? "", channelData?.eventType ?? ""];
  const words = [type, conversation.id, id, ...again].join("\n");
  return `teams:${hash("sha256", words, "base64url")}`;
}

function spotOf({ conversation, channelData, type }: RawActivity): Spot {
  const [id = "", root] = conversation.id.split(";messageid=");
  const { conversationType, isGroup } = conversation;
  if (conversationType === "channel" || (conversationType === undefined && channelData?.team)) {
    const chosen = type === "installationUpdate" ? channelData?.settings?.selectedChannel?.id : undefined;
    return { kind: "channel", conversation: chosen ?? id, root };
  }
  if (conversationType === "groupChat" || (conversationType === undefined && isGroup))
    return { kind: "group", conversation: id, root: undefined };
  return { kind: "personal", conversation: id, root: undefined };
}

function clientTimeZone({ entities }: RawActivity): string | undefined {
  const client = entities?.find(({ type }) => type === "clientInfo");
  return typeof client?.timezone === "string" ? client.timezone : undefined;
}

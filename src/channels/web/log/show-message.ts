import { createHash } from "node:crypto";
import type { Chart } from "../../../message/chart.ts";
import type { FormValues } from "../../../message/form.ts";
import type { Directory } from "../../../people/directory.ts";
import { drawCard } from "../../cards/draw-card.ts";
import type { WebMessage } from "../api.ts";
import type { MessageLog } from "./message-log.ts";
import { type StoredMessage, seqOf } from "./web-message.ts";

/** A stored message as the page gets it, its card drawn now. */
export async function showMessage(log: MessageLog, directory: Directory, stored: StoredMessage): Promise<WebMessage> {
  const { count, lastAt } = await log.replies(stored);
  return {
    id: stored._id,
    seq: seqOf(stored),
    room: stored.room,
    thread: stored.thread,
    startsThread: stored.startsThread,
    from: showAuthor(stored, directory),
    at: stored.at,
    text: stored.text,
    card: drawStored(stored),
    edited: stored.edited,
    deleted: stored.deleted,
    replies: count,
    lastReplyAt: lastAt,
  };
}

function showAuthor({ from }: StoredMessage, directory: Directory): WebMessage["from"] {
  if (from.kind === "coach") return { kind: "coach" };
  return { kind: "person", id: from.person, name: directory.people.get(from.person)?.name ?? "?" };
}

interface Mistaken {
  readonly mistakes: { readonly [field: string]: string };
  readonly values: FormValues;
}

/** The card of one of the coach's messages; with what a form in it came back with, where it had mistakes. */
export function drawStored({ _id, room, message }: StoredMessage, mistaken?: Mistaken): object | null {
  if (message === null) return null;
  const charts = message.blocks.flatMap((block) => (block.kind === "picture" ? block.chart : []));
  return drawCard(message, {
    pictureUrl: (chart) => `/pictures/${pictureKey(_id, charts.indexOf(chart), chart)}.png`,
    // A file stands in the private chat of whom it was made for.
    fileUrl: (file) =>
      `/api/people/${encodeURIComponent(room.replace(/^private:/u, ""))}/files/${encodeURIComponent(file)}`,
    ...mistaken,
  });
}

/** Names a message's picture and what is in it: a changed picture has another address, so that any may be kept for ever. */
export function pictureKey(message: string, index: number, chart: Chart): string {
  const hash = createHash("sha256").update(JSON.stringify(chart)).digest("hex").slice(0, 24);
  return `${Buffer.from(message).toString("base64url")}.${index}.${hash}`;
}

import { z } from "zod";
import type { Message } from "../../../message/message.ts";
import { collection } from "../../../store/collection.ts";

const looksLikeMessage = z.looseObject({ text: z.string(), blocks: z.array(z.unknown()) });

/** Written by ourselves only; its parts are the message room's. */
const messageSchema = z.custom<Message>((value) => looksLikeMessage.safeParse(value).success);

/**
 * A message of the web chat, which is its own platform: this is its log. `_id` of the coach's messages is the delivery's id, so that
 * posting twice leaves one; of people's it is made from the event's id.
 */
export const webMessageSchema = z.strictObject({
  _id: z.string(),
  company: z.string(),
  /** "private:<person>" or "channel:<team>". */
  room: z.string(),
  /** The round whose thread it is a reply in. */
  thread: z.string().nullable(),
  /** The round whose thread it stands above. */
  startsThread: z.string().nullable(),
  /** The negative of its place in the company's order, since the store lists ascending and people read the newest first. */
  newestFirst: z.int(),
  at: z.number(),
  from: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("coach") }),
    z.strictObject({ kind: z.literal("person"), person: z.string() }),
  ]),
  text: z.string(),
  /** What the coach said, before drawing: it is drawn each time that it is shown. */
  message: messageSchema.nullable(),
  edited: z.boolean(),
  deleted: z.boolean(),
  /** The latest events that changed it: a repeated one does not put an older text back. */
  changedBy: z.array(z.string()),
});
export type StoredMessage = z.infer<typeof webMessageSchema>;

export const webMessages = collection({
  name: "webMessages",
  schema: webMessageSchema,
  indexes: [
    { name: "place", fields: ["company", "room", "thread", "newestFirst"] },
    { name: "root", fields: ["company", "startsThread"] },
    { name: "newest", fields: ["company", "newestFirst"] },
  ],
  queries: {
    inPlace: { equals: ["company", "room", "thread"], range: "newestFirst" },
    root: { equals: ["company", "startsThread"] },
    newest: { equals: ["company"], order: "newestFirst" },
  },
});

/** How far a person has read a room. `_id` is person|room. */
export const webReadMarks = collection({
  name: "webReadMarks",
  schema: z.strictObject({
    _id: z.string(),
    company: z.string(),
    person: z.string(),
    room: z.string(),
    upTo: z.int().nonnegative(),
  }),
  indexes: [{ name: "person", fields: ["company", "person"] }],
  queries: { ofPerson: { equals: ["company", "person"] } },
});

export function seqOf(message: StoredMessage): number {
  return -message.newestFirst;
}

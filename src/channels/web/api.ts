import { z } from "zod";

/**
 * What the page and the server say to each other, as JSON. Paths, with every id percent-encoded:
 *
 *   GET  /api/company                                             CompanyView
 *   GET  /api/people/:person/rooms                                RoomsView
 *   GET  /api/people/:person/rooms/:room/messages?before=&limit=  MessagesView, the newest `limit` older than `before`, oldest first
 *   GET  /api/people/:person/rooms/:room/threads/:thread/messages?before=&limit=  the same for one thread
 *   GET  /api/people/:person/events                               server-sent events, each `data:` an EventView
 *   GET  /api/people/:person/files/:file               a file that a message names, for whom it was made
 *   POST /api/people/:person/say | edit | delete | tap | submit | open | join | read | file
 *
 * Every refusal (4xx, 5xx) is a RefusalView in the person's language. 503 and 429 carry Retry-After: repeat the same request with the same
 * `eventId`, nothing happens twice.
 */
export interface CompanyView {
  readonly company: { readonly name: string };
  readonly people: readonly PersonView[];
}

export interface PersonView {
  readonly id: string;
  readonly name: string;
  /** What the person does in the company, in the person's own language; "" where it is not known. */
  readonly title: string;
  readonly language: "fi" | "en";
  readonly timeZone: string;
}

export interface RoomsView {
  readonly rooms: readonly RoomView[];
}

export interface RoomView {
  readonly id: string;
  readonly kind: "channel" | "private";
  readonly name: string;
  readonly team: string | null;
  /** False for a channel that the person may join. Its messages do not show before that. */
  readonly member: boolean;
  /** Messages of others after the read mark, thread replies left out; never more than 99. */
  readonly unread: number;
  /** Milliseconds since 1970; null where nothing has been said. */
  readonly lastAt: number | null;
}

export interface MessagesView {
  readonly messages: readonly WebMessage[];
  /** Whether older ones remain. */
  readonly more: boolean;
}

export interface WebMessage {
  readonly id: string;
  /** Grows with every message of the company; the order of a room. */
  readonly seq: number;
  readonly room: string;
  /** The thread that this message is a reply in; null at a room's top level. */
  readonly thread: string | null;
  /** The thread that stands under this message: what to ask for in `threads/:thread/messages` and to give as `thread` when replying. */
  readonly startsThread: string | null;
  readonly from: { readonly kind: "coach" } | { readonly kind: "person"; readonly id: string; readonly name: string };
  readonly at: number;
  /** Everything the message says, for screen readers and notices; "" where it was deleted. */
  readonly text: string;
  /** An Adaptive Card 1.5 for the coach's messages, null for people's. */
  readonly card: object | null;
  readonly edited: boolean;
  readonly deleted: boolean;
  readonly replies: number;
  readonly lastReplyAt: number | null;
}

export type EventView =
  /** New, edited or deleted: replace by id. A reply is followed by its root with the new count. */
  | { readonly kind: "message"; readonly message: WebMessage }
  | { readonly kind: "typing"; readonly room: string; readonly thread: string | null; readonly until: number }
  /** The person's rooms changed: ask for them again. */
  | { readonly kind: "rooms" }
  | { readonly kind: "read"; readonly room: string; readonly upTo: number }
  /** The server cannot say what was missed: ask for everything on the screen again. */
  | { readonly kind: "reload" };

export interface RefusalView {
  readonly sentence: string;
}

/** The answer to say, edit and delete. */
export interface SaidView {
  readonly kind: "taken";
  readonly message: WebMessage;
  /** A sentence for this person alone: where the answer is, when it is elsewhere. */
  readonly notice?: string;
}

/** The answer to everything else; `card` of a form is an Adaptive Card, `title` stands above it in the dialog. */
export type TakenView =
  /** `notice` is a sentence for this person alone, shown where they tapped. */
  | { readonly kind: "taken"; readonly notice?: string }
  | { readonly kind: "form"; readonly title: string; readonly card: object }
  | {
      readonly kind: "mistakes";
      /** Field id → sentence; the card has them drawn at the fields, with what was typed. */
      readonly mistakes: { readonly [field: string]: string };
      readonly card: object | null;
    };

/** Made by the page, once for each thing done, and the same when a request is repeated (a UUID does). */
const eventId = z.string().regex(/^[\w-]{8,64}$/);
const room = z.string().min(1).max(200);
const thread = z.string().min(1).max(200).nullable();
const message = z.string().min(1).max(400);
const action = z.string().min(1).max(1500);
/** What Adaptive Cards gave with the action, as it was: inputs and the action's own data together. */
const values = z.record(z.string().max(400), z.union([z.string(), z.boolean(), z.number(), z.null()]));

export const requests = {
  say: z.strictObject({ eventId, room, thread, text: z.string(), at: z.number() }),
  edit: z.strictObject({ eventId, message, text: z.string() }),
  delete: z.strictObject({ eventId, message }),
  tap: z.strictObject({ eventId, message, action, values: values.optional() }),
  submit: z.strictObject({ eventId, room, thread, action, values }),
  open: z.strictObject({ eventId, room }),
  join: z.strictObject({ eventId, room }),
  read: z.strictObject({ room, upTo: z.int().nonnegative() }),
  /** `content` is the file in base64; null where it is too large for the page to read. */
  file: z.strictObject({ eventId, room, thread, name: z.string().max(500), content: z.base64().nullable() }),
} as const;

export type RequestOf<K extends keyof typeof requests> = z.infer<(typeof requests)[K]>;

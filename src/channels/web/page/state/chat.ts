import type { EventView, MessagesView, RoomView, WebMessage } from "../../api.ts";
import type { Spot } from "./api.ts";
import type { Mistakes } from "./deed.ts";

/** What one person has on screen. */
export interface Chat {
  readonly rooms: readonly RoomView[] | null;
  /** By spotKey; absent until fetched. */
  readonly pages: { readonly [spot: string]: MessagesView };
  /** By spotKey: what came while the place was being fetched; the fetched page may be older than it. */
  readonly early: { readonly [spot: string]: readonly WebMessage[] };
  /** By spotKey: until when the coach is about to say something there, milliseconds since 1970. */
  readonly typing: { readonly [spot: string]: number };
  readonly connection: "opening" | "open" | "lost";
  readonly form: OpenForm | null;
  /** Told in passing; a new one each time, even where it says the same again. */
  readonly notice: Passing | null;
  /** Said here and refused: it goes back to its composer to be mended. */
  readonly returned: { readonly spot: string; readonly text: string } | null;
}

export interface Passing {
  /** "" where the server gave no reason. */
  readonly sentence: string;
}

export interface OpenForm {
  readonly spot: Spot;
  readonly title: string;
  readonly card: object;
  readonly mistakes: Mistakes;
  /** The submission under way. */
  readonly eventId: string | null;
}

export type Change =
  | { readonly kind: "rooms"; readonly rooms: readonly RoomView[] }
  | { readonly kind: "read"; readonly room: string }
  /** The newest messages of a place, or with `earlier` those before what was there. */
  | { readonly kind: "page"; readonly spot: Spot; readonly page: MessagesView; readonly earlier: boolean }
  | { readonly kind: "event"; readonly event: EventView; readonly now: number }
  | { readonly kind: "connection"; readonly connection: Chat["connection"] }
  | { readonly kind: "form"; readonly form: OpenForm | null }
  | { readonly kind: "notice"; readonly notice: string | null }
  | { readonly kind: "returned"; readonly spot: Spot; readonly text: string };

export const emptyChat: Chat = {
  rooms: null,
  pages: {},
  early: {},
  typing: {},
  connection: "opening",
  form: null,
  notice: null,
  returned: null,
};

/** A place that nobody opens keeps no more than this; it is fetched whole when it is opened. */
const EARLY = 50;

export function spotKey(spot: Spot): string {
  return spot.thread === null ? spot.room : `${spot.room}/${spot.thread}`;
}

export function changeChat(chat: Chat, change: Change): Chat {
  switch (change.kind) {
    case "rooms":
      return { ...chat, rooms: change.rooms };
    case "read":
      return {
        ...chat,
        rooms: chat.rooms?.map((room) => (room.id === change.room ? { ...room, unread: 0 } : room)) ?? null,
      };
    case "page":
      return takePage(chat, change);
    case "event":
      return takeEvent(chat, change.event, change.now);
    case "connection":
      // Over a lost connection events are missed, so what was kept may be stale: the place is fetched anew anyway.
      return { ...chat, connection: change.connection, early: change.connection === "lost" ? {} : chat.early };
    case "form":
      // What was told before a dialog opened is not about it.
      return { ...chat, form: change.form, notice: chat.form === null && change.form !== null ? null : chat.notice };
    case "notice":
      return { ...chat, notice: change.notice === null ? null : { sentence: change.notice } };
    case "returned":
      return { ...chat, returned: { spot: spotKey(change.spot), text: change.text } };
    default:
      return change satisfies never;
  }
}

function takePage(chat: Chat, { spot, page, earlier }: Change & { readonly kind: "page" }): Chat {
  const key = spotKey(spot);
  const { [key]: early = [], ...others } = chat.early;
  const held = chat.pages[key] ?? { messages: [], more: true };
  const joined = earlier ? addBefore(held, page) : refresh(held, page);
  const newest = page.messages.at(-1)?.seq ?? 0;
  const shown = new Set(page.messages.map((message) => message.id));
  const messages = early.filter(({ id, seq }) => seq > newest || shown.has(id)).reduce(placed, joined.messages);
  return { ...chat, early: others, pages: { ...chat.pages, [key]: { ...joined, messages } } };
}

function addBefore(held: MessagesView, fetched: MessagesView): MessagesView {
  const known = new Set(held.messages.map((message) => message.id));
  const older = fetched.messages.filter((message) => !known.has(message.id));
  return { messages: [...older, ...held.messages], more: fetched.more };
}

/**
 * The newest page replaces what it overlaps; what came by event after it was made stays. Where a gap would be left before it (much happened
 * while the connection was lost), what is older is dropped.
 */
function refresh(held: MessagesView, fetched: MessagesView): MessagesView {
  const oldest = fetched.messages[0];
  const newest = fetched.messages.at(-1)?.seq ?? 0;
  const after = held.messages.filter((message) => message.seq > newest);
  const before = held.messages.filter((message) => oldest !== undefined && message.seq < oldest.seq);
  const touches = !fetched.more || held.messages.some((message) => message.id === oldest?.id);
  return before.length > 0 && touches
    ? { messages: [...before, ...fetched.messages, ...after], more: held.more }
    : { messages: [...fetched.messages, ...after], more: fetched.more };
}

function takeEvent(chat: Chat, event: EventView, now: number): Chat {
  switch (event.kind) {
    case "rooms":
    case "reload":
      return chat;
    case "read":
      return changeChat(chat, { kind: "read", room: event.room });
    case "typing":
      return event.until <= now ? chat : { ...chat, typing: { ...chat.typing, [spotKey(event)]: event.until } };
    case "message":
      return takeMessage(chat, event.message);
    default:
      return event satisfies never;
  }
}

function takeMessage(chat: Chat, message: WebMessage): Chat {
  const key = spotKey(message);
  const page = chat.pages[key];
  const { [key]: _stopped, ...otherTyping } = chat.typing;
  const typing = message.from.kind === "coach" ? otherTyping : chat.typing;
  if (page === undefined) {
    return { ...chat, typing, early: { ...chat.early, [key]: [...(chat.early[key] ?? []), message].slice(-EARLY) } };
  }
  return { ...chat, typing, pages: { ...chat.pages, [key]: { ...page, messages: placed(page.messages, message) } } };
}

function placed(messages: readonly WebMessage[], message: WebMessage): readonly WebMessage[] {
  if (messages.some((other) => other.id === message.id)) {
    return messages.map((other) => (other.id === message.id ? message : other));
  }
  const after = messages.findIndex((other) => other.seq > message.seq);
  return after === -1 ? [...messages, message] : [...messages.slice(0, after), message, ...messages.slice(after)];
}

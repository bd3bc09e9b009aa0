import type { EventView, MessagesView, RoomView, WebMessage } from "../../api.ts";
import type { Spot } from "./api.ts";
import type { Mistakes } from "./deed.ts";

/** What one person has on screen. */
export interface Chat {
  readonly rooms: readonly RoomView[] | null;
  /** By spotKey; absent until fetched. */
  readonly pages: { readonly [spot: string]: MessagesView };
  /** By spotKey: until when the coach is about to say something there, milliseconds since 1970. */
  readonly typing: { readonly [spot: string]: number };
  readonly connection: "opening" | "open" | "lost";
  readonly form: OpenForm | null;
  /** A sentence told in passing. */
  readonly notice: string | null;
  /** Said here and refused: it goes back to its composer to be mended. */
  readonly returned: { readonly spot: string; readonly text: string } | null;
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
  typing: {},
  connection: "opening",
  form: null,
  notice: null,
  returned: null,
};

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
    case "page": {
      const key = spotKey(change.spot);
      return { ...chat, pages: { ...chat.pages, [key]: joinPages(chat.pages[key], change.page, change.earlier) } };
    }
    case "event":
      return takeEvent(chat, change.event, change.now);
    case "connection":
      return { ...chat, connection: change.connection };
    case "form":
      return { ...chat, form: change.form };
    case "notice":
      return { ...chat, notice: change.notice };
    case "returned":
      return { ...chat, returned: { spot: spotKey(change.spot), text: change.text } };
    default:
      return change satisfies never;
  }
}

/** The newest page replaces what it overlaps; where a gap would be left (many came while the connection was lost), what is older is dropped. */
function joinPages(held: MessagesView | undefined, fetched: MessagesView, earlier: boolean): MessagesView {
  if (held === undefined) return fetched;
  if (earlier) {
    const known = new Set(held.messages.map((message) => message.id));
    return {
      messages: [...fetched.messages.filter((message) => !known.has(message.id)), ...held.messages],
      more: fetched.more,
    };
  }
  const oldest = fetched.messages[0];
  const kept = oldest === undefined ? [] : held.messages.filter((message) => message.seq < oldest.seq);
  const gap = kept.length === 0 || (fetched.more && !held.messages.some((message) => message.id === oldest?.id));
  return gap ? fetched : { messages: [...kept, ...fetched.messages], more: held.more };
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
  if (page === undefined) return { ...chat, typing };
  return { ...chat, typing, pages: { ...chat.pages, [key]: { ...page, messages: placed(page.messages, message) } } };
}

function placed(messages: readonly WebMessage[], message: WebMessage): readonly WebMessage[] {
  if (messages.some((other) => other.id === message.id)) {
    return messages.map((other) => (other.id === message.id ? message : other));
  }
  const after = messages.findIndex((other) => other.seq > message.seq);
  return after === -1 ? [...messages, message] : [...messages.slice(0, after), message, ...messages.slice(after)];
}

import { expect, test } from "vitest";
import type { EventView, WebMessage } from "../../../../src/channels/web/api.ts";
import { type Chat, changeChat, emptyChat } from "../../../../src/channels/web/page/state/chat.ts";
import { message, room, satu } from "./sample-messages.ts";

const spot = { room: "channel:huolto", thread: null };

function withPage(messages: readonly WebMessage[], more = false): Chat {
  return changeChat(emptyChat, { kind: "page", spot, page: { messages, more }, earlier: false });
}

function happen(chat: Chat, event: EventView): Chat {
  return changeChat(chat, { kind: "event", event, now: 0 });
}

function ids(chat: Chat, key = "channel:huolto"): readonly string[] {
  return chat.pages[key]?.messages.map((one) => one.id) ?? [];
}

test("a new message takes its place by its number, an edited one stays where it was", () => {
  let chat = withPage([message(1), message(2)]);
  chat = happen(chat, { kind: "message", message: message(4) });
  chat = happen(chat, { kind: "message", message: message(3) });
  chat = happen(chat, { kind: "message", message: message(1, { text: "korjattu", edited: true }) });
  expect(ids(chat)).toEqual(["m1", "m2", "m3", "m4"]);
  expect(chat.pages["channel:huolto"]?.messages[0]?.text).toBe("korjattu");
});

test("a reply goes to its thread, not to the room", () => {
  let chat = withPage([message(1, { startsThread: "r1" })]);
  chat = changeChat(chat, {
    kind: "page",
    spot: { room: "channel:huolto", thread: "r1" },
    page: { messages: [], more: false },
    earlier: false,
  });
  chat = happen(chat, { kind: "message", message: message(2, { thread: "r1", from: satu }) });
  expect(ids(chat)).toEqual(["m1"]);
  expect(ids(chat, "channel:huolto/r1")).toEqual(["m2"]);
});

test("a message that comes while its place is being fetched is not lost, nor doubled", () => {
  let chat = happen(emptyChat, { kind: "message", message: message(2) });
  chat = happen(chat, { kind: "message", message: message(3) });
  expect(chat.pages).toEqual({});
  const page = { messages: [message(1), message(2)], more: false };
  chat = changeChat(chat, { kind: "page", spot, page, earlier: false });
  expect(ids(chat)).toEqual(["m1", "m2", "m3"]);
  expect(chat.early).toEqual({});
});

test("a page that was made before the newest event does not take that event away", () => {
  let chat = withPage([message(1)]);
  chat = happen(chat, { kind: "message", message: message(2) });
  chat = changeChat(chat, { kind: "page", spot, page: { messages: [message(1)], more: false }, earlier: false });
  expect(ids(chat)).toEqual(["m1", "m2"]);
});

test("earlier messages come before, each once", () => {
  let chat = withPage([message(3), message(4)], true);
  const page = { messages: [message(1), message(2), message(3)], more: false };
  chat = changeChat(chat, { kind: "page", spot, page, earlier: true });
  expect(ids(chat)).toEqual(["m1", "m2", "m3", "m4"]);
  expect(chat.pages["channel:huolto"]?.more).toBe(false);
});

test("fetching anew after a lost connection keeps what was read before and takes what came meanwhile", () => {
  let chat = withPage([message(1), message(2), message(3)], true);
  const page = { messages: [message(2, { text: "uusi" }), message(3), message(4)], more: true };
  chat = changeChat(chat, { kind: "page", spot, page, earlier: false });
  expect(ids(chat)).toEqual(["m1", "m2", "m3", "m4"]);
  expect(chat.pages["channel:huolto"]?.messages[1]?.text).toBe("uusi");
});

test("where so much came meanwhile that a gap would be left, the older ones are fetched again by the reader", () => {
  let chat = withPage([message(1), message(2)], false);
  chat = changeChat(chat, {
    kind: "page",
    spot,
    page: { messages: [message(8), message(9)], more: true },
    earlier: false,
  });
  expect(ids(chat)).toEqual(["m8", "m9"]);
  expect(chat.pages["channel:huolto"]?.more).toBe(true);
});

test("the typing sign goes when the coach has spoken there, and an old one never shows", () => {
  let chat = withPage([]);
  chat = happen(chat, { kind: "typing", room: "channel:huolto", thread: null, until: 5000 });
  expect(chat.typing).toEqual({ "channel:huolto": 5000 });
  expect(happen(chat, { kind: "message", message: message(1) }).typing).toEqual({});
  expect(happen(chat, { kind: "message", message: message(1, { from: satu }) }).typing).not.toEqual({});
  expect(happen(withPage([]), { kind: "typing", room: "channel:huolto", thread: null, until: 0 }).typing).toEqual({});
});

test("a room that was read here or in another window has nothing unread", () => {
  const chat = changeChat(emptyChat, { kind: "rooms", rooms: [room({ unread: 3 })] });
  expect(changeChat(chat, { kind: "read", room: "channel:huolto" }).rooms?.[0]?.unread).toBe(0);
  expect(happen(chat, { kind: "read", room: "channel:huolto", upTo: 9 }).rooms?.[0]?.unread).toBe(0);
});

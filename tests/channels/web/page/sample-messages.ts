import type { RoomView, WebMessage } from "../../../../src/channels/web/api.ts";

export const satu = { kind: "person", id: "satu", name: "Satu Mäkinen" } as const;
export const jari = { kind: "person", id: "jari", name: "Jari Koskela" } as const;
export const coach = { kind: "coach" } as const;

export function message(seq: number, change: Partial<WebMessage> = {}): WebMessage {
  return {
    id: `m${seq}`,
    seq,
    room: "channel:huolto",
    thread: null,
    startsThread: null,
    from: coach,
    at: seq * 1000,
    text: `viesti ${seq}`,
    card: null,
    edited: false,
    deleted: false,
    replies: 0,
    lastReplyAt: null,
    ...change,
  };
}

export function room(change: Partial<RoomView> = {}): RoomView {
  return {
    id: "channel:huolto",
    kind: "channel",
    name: "huolto",
    team: "huolto",
    member: true,
    unread: 0,
    lastAt: null,
    ...change,
  };
}

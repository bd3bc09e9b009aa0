import { Hono } from "hono";
import { type Directory, isMember } from "../../../people/directory.ts";
import type { MessagesView, PersonView, RoomsView, RoomView } from "../api.ts";
import { eventStream } from "../live/event-stream.ts";
import { type Room, roomsFor } from "../log/room.ts";
import { showMessage } from "../log/show-message.ts";
import { openRoom } from "./open-room.ts";
import type { WebParts } from "./parts.ts";
import { Refusal } from "./refusal.ts";
import type { PersonEnv } from "./web-env.ts";

const MOST_AT_ONCE = 100;
const UNREAD_SHOWN = 99;

export function showPeople(directory: Directory, titles: ReadonlyMap<string, string>): readonly PersonView[] {
  const order = [...titles.keys()];
  const placeOf = (id: string) => (titles.has(id) ? order.indexOf(id) : order.length);
  return [...directory.people.values()]
    .sort((one, other) => placeOf(one._id) - placeOf(other._id) || one.name.localeCompare(other.name, "fi"))
    .map(({ _id, name, language, timeZone }) => ({ id: _id, name, title: titles.get(_id) ?? "", language, timeZone }));
}

/** What a person reads: their rooms, the messages in them, and what happens now. */
export function readingPaths(parts: WebParts): Hono<PersonEnv> {
  const app = new Hono<PersonEnv>();

  app.get("/rooms", async (c) => {
    const { person, directory } = c.var;
    const marks = await parts.marks.of(person._id);
    const rooms = roomsFor(directory, parts.installation, person._id);
    const shown = rooms.map((room) => showRoom(parts, directory, room, person._id, marks.get(room.id) ?? 0));
    return c.json<RoomsView>({ rooms: await Promise.all(shown) });
  });

  const page = async (directory: Directory, room: Room, thread: string | null, query: Record<string, string>) => {
    const found = await parts.log.page({ room: room.id, thread }, numberOf(query.before), limitOf(query.limit));
    const messages = await Promise.all(found.messages.map((one) => showMessage(parts.log, directory, one)));
    return { messages, more: found.more } satisfies MessagesView;
  };
  app.get("/rooms/:room/messages", async (c) => {
    const { person, directory } = c.var;
    const room = openRoom(parts, directory, person._id, c.req.param("room"));
    return c.json<MessagesView>(await page(directory, room, null, c.req.query()));
  });
  app.get("/rooms/:room/threads/:thread/messages", async (c) => {
    const { person, directory } = c.var;
    const room = openRoom(parts, directory, person._id, c.req.param("room"));
    return c.json<MessagesView>(await page(directory, room, c.req.param("thread"), c.req.query()));
  });

  app.get("/events", (c) =>
    eventStream(parts.events, c.var.person._id, c.req.header("last-event-id") ?? c.req.query("since")),
  );
  return app;
}

async function showRoom(
  { log }: WebParts,
  directory: Directory,
  room: Room,
  person: string,
  upTo: number,
): Promise<RoomView> {
  const team = room.kind === "channel" ? directory.teams.get(room.team) : undefined;
  const base = { id: room.id, kind: room.kind, name: team?.name ?? "Luotsi", team: team?._id ?? null };
  if (team && !isMember(directory, team._id, person)) return { ...base, member: false, unread: 0, lastAt: null };
  const [fresh, latest] = await Promise.all([
    log.after({ room: room.id, thread: null }, upTo, UNREAD_SHOWN),
    log.page({ room: room.id, thread: null }, undefined, 1),
  ]);
  const unread = fresh.filter(({ from, deleted }) => !deleted && !(from.kind === "person" && from.person === person));
  return { ...base, member: true, unread: unread.length, lastAt: latest.messages[0]?.at ?? null };
}

function numberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new Refusal(400, (say) => say("web.server.malformed"));
  return number;
}

function limitOf(text: string | undefined): number {
  return Math.min(numberOf(text) ?? 50, MOST_AT_ONCE);
}

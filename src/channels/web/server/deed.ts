import type { Context } from "hono";
import type { Place } from "../../place.ts";
import { placeOf, type Room } from "../log/room.ts";
import { openRoom } from "./open-room.ts";
import type { WebParts } from "./parts.ts";
import { Refusal } from "./refusal.ts";
import type { PersonEnv } from "./web-env.ts";

/** What every incoming thing begins with; the page's event ids are unique to a person, these to the platform. */
export function incomingBase(parts: WebParts, c: Context<PersonEnv>, eventId: string, place: Place, at = parts.now()) {
  const person = c.var.person._id;
  return { eventId: `web:${person}:${eventId}`, company: parts.company, person, at, place };
}

/** Where a person does something: a room open to them and, when in a thread, one that stands in that room. */
export async function spotFor(
  parts: WebParts,
  c: Context<PersonEnv>,
  roomId: string,
  thread: string | null,
): Promise<{ readonly room: Room; readonly place: Place }> {
  const room = openRoom(parts, c.var.directory, c.var.person._id, roomId);
  if (thread !== null && (await parts.log.root(thread))?.room !== room.id)
    throw new Refusal(404, (say) => say("web.server.noRoom"));
  return { room, place: placeOf(room, thread) };
}

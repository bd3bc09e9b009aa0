import type { Directory } from "../../../people/directory.ts";
import { isOpenTo, type Room, roomOf } from "../log/room.ts";
import type { WebParts } from "./parts.ts";
import { Refusal } from "./refusal.ts";

/** The room, when this person may see it. Another's private chat is no more there than one that does not exist. */
export function openRoom({ installation }: WebParts, directory: Directory, person: string, id: string): Room {
  const room = roomOf(directory, installation, id);
  if (!room || (room.kind === "private" && room.person !== person))
    throw new Refusal(404, (say) => say("web.server.noRoom"));
  if (!isOpenTo(directory, room, person)) throw new Refusal(403, (say) => say("web.server.notMember"));
  return room;
}

import type { Directory } from "../../../people/directory.ts";
import { isMember } from "../../../people/directory.ts";
import type { Place } from "../../place.ts";

/** A room of the web chat: a person's private chat with the coach, or a team's channel. */
export type Room =
  | { readonly kind: "private"; readonly id: string; readonly person: string }
  | { readonly kind: "channel"; readonly id: string; readonly team: string };

/** The room of that id in this company and installation; undefined when there is none. */
export function roomOf(directory: Directory, installation: string, id: string): Room | undefined {
  const [, kind, of] = /^(private|channel):(.+)$/s.exec(id) ?? [];
  if (of === undefined) return undefined;
  if (kind === "private") return directory.people.has(of) ? { kind: "private", id, person: of } : undefined;
  const team = directory.teams.get(of);
  return team?.channels.some((channel) => channel.installation === installation)
    ? { kind: "channel", id, team: of }
    : undefined;
}

export function roomsFor(directory: Directory, installation: string, person: string): readonly Room[] {
  const teams = [...directory.teams.keys()].flatMap((team) => roomOf(directory, installation, `channel:${team}`) ?? []);
  return [{ kind: "private", id: `private:${person}`, person }, ...teams];
}

/** Whether the person may read and write there: their own private chat, the channels that they belong to. */
export function isOpenTo(directory: Directory, room: Room, person: string): boolean {
  return room.kind === "private" ? room.person === person : isMember(directory, room.team, person);
}

/** Everyone who sees what happens in a room. */
export function seersOf(directory: Directory, room: string): ReadonlySet<string> {
  const [, kind, of] = /^(private|channel):(.+)$/s.exec(room) ?? [];
  if (kind === "private" && of !== undefined) return new Set([of]);
  return new Set(directory.memberships.flatMap((one) => (one.team === of ? one.person : [])));
}

export function placeOf(room: Room, thread: string | null): Place {
  if (room.kind === "private") return { kind: "private", person: room.person };
  return thread === null ? { kind: "channel", team: room.team } : { kind: "thread", team: room.team, round: thread };
}

/** Where a place stands in the web chat. */
export function spotOf(place: Place): { readonly room: string; readonly thread: string | null } {
  switch (place.kind) {
    case "private":
      return { room: `private:${place.person}`, thread: null };
    case "channel":
      return { room: `channel:${place.team}`, thread: null };
    case "thread":
      return { room: `channel:${place.team}`, thread: place.round };
    default:
      return place satisfies never;
  }
}

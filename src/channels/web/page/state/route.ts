import type { Spot } from "./api.ts";

/** Where the page stands, as kept in the address: `#/satu`, `#/satu/private`, `#/satu/channel/huolto`, `#/satu/channel/huolto/thread/r1`. */
export interface Route {
  readonly person: string | null;
  /** Null: the list of rooms, which a narrow screen shows alone. */
  readonly spot: Spot | null;
}

export function readRoute(hash: string): Route {
  const [person = "", kind, ...rest] = hash.replace(/^#\/?/, "").split("/").map(decode);
  if (person === "") return { person: null, spot: null };
  if (kind === "private") return { person, spot: { room: `private:${person}`, thread: threadIn(rest) } };
  const [team, ...tail] = rest;
  if (kind !== "channel" || team === undefined || team === "") return { person, spot: null };
  return { person, spot: { room: `channel:${team}`, thread: threadIn(tail) } };
}

export function routeHash(person: string, spot: Spot | null): string {
  const start = `#/${encodeURIComponent(person)}`;
  if (spot === null) return start;
  const [kind = "", ...id] = spot.room.split(":");
  const room = kind === "private" ? "private" : `channel/${encodeURIComponent(id.join(":"))}`;
  return `${start}/${room}${spot.thread === null ? "" : `/thread/${encodeURIComponent(spot.thread)}`}`;
}

function threadIn([word, thread]: readonly string[]): string | null {
  return word === "thread" && thread !== undefined && thread !== "" ? thread : null;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

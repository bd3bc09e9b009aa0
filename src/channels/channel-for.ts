import { accountsOf, type Directory } from "../people/directory.ts";
import type { Channel } from "./channel.ts";
import type { Place } from "./place.ts";

/** The connected channel on which a place is reached: a person's by their account, a team's by its first channel. */
export function channelFor(directory: Directory, place: Place, connected: readonly Channel[]): Channel | undefined {
  const installations =
    place.kind === "private"
      ? accountsOf(directory, place.person).map(({ installation }) => installation)
      : (directory.teams.get(place.team)?.channels ?? []).map(({ installation }) => installation);
  const platforms = installations.map((id) => directory.installations.get(id)?.platform);
  return connected.find(({ platform }) => platforms.includes(platform));
}

import { accountsOf, type Directory } from "../people/directory.ts";
import type { Installation } from "../people/records.ts";
import type { Channel } from "./channel.ts";
import type { Place } from "./place.ts";
import { standsOn } from "./threads.ts";

/** Where something that goes to a place is sent. */
export interface Target {
  readonly installation: string;
  readonly channel: Channel;
  /** Whether it is the place's own first installation, be the others connected or not. */
  readonly first: boolean;
}

/**
 * The connected installations that a place is reached on: a person's preferred one, else the first, and only that; every one of a team's channels, but
 * of a thread that is no round's only where it was begun.
 * Where Luotsi was taken off, who left and who wants nothing from it is no target. A channel knows company and place and not the installation, so
 * of several installations on one platform only the first counts.
 */
export function targetsFor(directory: Directory, place: Place, connected: readonly Channel[]): readonly Target[] {
  if (place.kind === "thread")
    return connectedOf(
      channelsOf(directory, place.team).filter(({ platform }) => standsOn(place.round, platform)),
      connected,
    );
  if (place.kind === "channel") {
    const all = connectedOf(channelsOf(directory, place.team), connected);
    return place.only === undefined ? all : whispering(directory, place.only, all);
  }
  const all = everywhere(directory, place.person, connected);
  const prefers = directory.people.get(place.person)?.prefers;
  const one = all.find(({ channel }) => channel.platform === prefers) ?? all[0];
  return one ? [{ ...one, first: true }] : [];
}

/** Where one person of a channel can be shown something alone. */
function whispering(directory: Directory, person: string, targets: readonly Target[]): readonly Target[] {
  const own = new Set(accountsOf(directory, person).map(({ installation }) => installation));
  return targets.filter(({ channel, installation }) => channel.whispers === true && own.has(installation));
}

/** Every connected installation on which a person has an account that may be written to. */
export function everywhere(directory: Directory, person: string, connected: readonly Channel[]): readonly Target[] {
  if (directory.people.get(person)?.leftAt !== undefined) return [];
  const accounts = accountsOf(directory, person).filter(({ blockedAt }) => blockedAt === undefined);
  return connectedOf(
    accounts.flatMap(({ installation }) => installed(directory, installation)),
    connected,
  );
}

function channelsOf(directory: Directory, team: string): readonly Installation[] {
  const there = (directory.teams.get(team)?.channels ?? []).filter(({ removedAt }) => removedAt === undefined);
  return there.flatMap(({ installation }) => installed(directory, installation));
}

function installed(directory: Directory, id: string): readonly Installation[] {
  const installation = directory.installations.get(id);
  return installation && installation.removedAt === undefined ? [installation] : [];
}

function connectedOf(installations: readonly Installation[], connected: readonly Channel[]): readonly Target[] {
  return installations.flatMap(({ _id, platform }, index) => {
    const channel = connected.find((one) => one.platform === platform);
    const known = installations.findIndex((one) => one.platform === platform) < index;
    return channel && !known ? [{ installation: _id, channel, first: index === 0 }] : [];
  });
}

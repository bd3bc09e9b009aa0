import type { Place } from "../../../place.ts";
import { roundOfThread } from "../../../threads.ts";
import { SlackRefused } from "../../send/slack-api.ts";
import type { Doer, Taking } from "./taking.ts";

interface Spot {
  readonly channel: string;
  readonly thread?: string;
}

/**
 * Where someone does something: their private chat, a team's channel, or the thread of a round. Undefined in a channel that is no team's; `arrive` makes
 * it one, if Luotsi is in it. Whoever does something in a channel is in its team.
 */
export async function placeOf(
  parts: Taking,
  { installation, person }: Doer,
  { channel, thread }: Spot,
  options: { readonly arrive?: boolean } = {},
): Promise<Place | undefined> {
  if (isPrivate(channel)) return { kind: "private", person: person._id };
  const known = await parts.channels.team(installation, channel);
  const team = known ?? (options.arrive ? await arrive(parts, installation, channel) : undefined);
  if (!team) return undefined;
  await parts.channels.admit(team, person);
  // Nobody told who else is here: Luotsi came while it was not running.
  if (!known) parts.after(() => parts.channels.catchUp(installation, team, channel));
  const round = thread === undefined ? undefined : await roundOfThread(parts.store, installation._id, channel, thread);
  return round === undefined ? { kind: "channel", team: team._id } : { kind: "thread", team: team._id, round };
}

/** The same place for this person's eyes alone. */
export function aside(place: Place, { person }: Pick<Doer, "person">): Place {
  return place.kind === "channel" ? { ...place, only: person._id } : place;
}

/** Slack's direct messages begin with D. */
export function isPrivate(channel: string): boolean {
  return channel.startsWith("D");
}

async function arrive(parts: Taking, installation: Doer["installation"], channel: string) {
  try {
    return await parts.channels.arrive(installation, channel);
  } catch (error) {
    // A private channel without Luotsi is one that does not exist for it.
    if (error instanceof SlackRefused && error.code === "channel_not_found") return undefined;
    throw error;
  }
}

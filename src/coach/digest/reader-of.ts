import { HOME, type Outcome } from "../../channels/channel.ts";
import type { Directory } from "../../people/directory.ts";
import { type Round, rounds } from "../../rounds/round.ts";
import { plan } from "../converse.ts";
import type { Tap, Turn } from "../turn.ts";
import { readsDigest } from "./digest-teams.ts";

/** The directory read afresh, for someone whose digest holds the team; for others undefined. */
export async function readerOf(turn: Turn, team: string): Promise<Directory | undefined> {
  const directory = await turn.ports.directories.fresh(turn.incoming.company);
  return readsDigest(directory, team, turn.person._id) ? directory : undefined;
}

/** A round of such a team. */
export async function readRound(
  turn: Turn,
  id: string,
): Promise<{ readonly round: Round; readonly directory: Directory } | undefined> {
  const round = await turn.ports.store.get(rounds, id);
  if (!round || round.company !== turn.incoming.company) return undefined;
  const directory = await readerOf(turn, round.team);
  return directory && { round, directory };
}

export function gone(turn: Turn): Outcome {
  return { kind: "taken", notice: turn.say("digest.gone") };
}

/** The message in which a line was tapped, with the line as it stands now. */
export async function redrawWhere(turn: Tap, standsIn: "week" | "digest" | undefined, line: string): Promise<void> {
  const { incoming } = turn;
  if (standsIn === "digest") await redrawDigest(turn, 0);
  if (standsIn !== "week" || incoming.kind !== "tapped" || incoming.message === HOME) return;
  const { place, message } = incoming;
  const again = { ...turn, event: { ...turn.event, id: `${turn.event.id}:week` } };
  const edit = { place, how: { kind: "edit", message }, tell: { kind: "week", message, line } } as const;
  await plan(again, place, [edit], { told: [] });
}

/** In the digest's own message what was tapped is answered there. */
export async function redrawDigest(turn: Tap, page: number): Promise<Outcome> {
  const { incoming } = turn;
  if (incoming.kind !== "tapped" || incoming.message === HOME) return { kind: "taken" };
  const tell = { kind: "digest", ...(page === 0 ? {} : { page }) };
  const again = { ...turn, event: { ...turn.event, id: `${turn.event.id}:digest` } };
  return plan(
    again,
    incoming.place,
    [{ place: incoming.place, how: { kind: "edit", message: incoming.message }, tell }],
    { told: [] },
  );
}

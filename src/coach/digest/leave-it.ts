import type { Outcome } from "../../channels/channel.ts";
import { plan } from "../converse.ts";
import type { Tap } from "../turn.ts";
import type { DigestButtonOf } from "./digest-actions.ts";
import { leftKey } from "./read-digest.ts";
import { gone, readRound, redrawWhere } from "./reader-of.ts";

/** Only this reader's digest mentions it no more: a round is the team's. */
export async function leaveRound(turn: Tap, button: DigestButtonOf<"digest-leave">): Promise<Outcome> {
  const found = await readRound(turn, button.about.id);
  if (!found) return gone(turn);
  const place = { kind: "private", person: turn.person._id } as const;
  await plan(turn, place, [], { told: [leftKey(found.round._id)] });
  await redrawWhere(turn, button.in, found.round._id);
  return { kind: "taken", notice: turn.say("digest.roundLeft") };
}

import type { Outcome } from "../../channels/channel.ts";
import { converse } from "../converse.ts";
import type { Turn } from "../turn.ts";
import { roundFor } from "./change-round.ts";

/** Tells in private who will see what of a round. */
export async function whoSees(turn: Turn, round: string): Promise<Outcome> {
  const found = await roundFor(turn, round);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const told = await converse(turn, [{ kind: "who-sees", round }], {
    place: { kind: "private", person: turn.person._id },
  });
  const elsewhere = turn.incoming.place.kind !== "private" && told.kind === "taken";
  return elsewhere ? { kind: "taken", notice: turn.say("turn.answerInPrivate"), inPrivate: true } : told;
}

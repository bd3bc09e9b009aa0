import type { Outcome } from "../../channels/channel.ts";
import type { Flow } from "../../flow/flow.ts";
import { teamsOf } from "../../people/directory.ts";
import { converse, sentence } from "../converse.ts";
import type { Turn } from "../turn.ts";

/** Offers, in private, to start a flow that a person may do for themselves. */
export async function offerOwn(turn: Turn, flow: Flow): Promise<Outcome> {
  const { directory, person, incoming } = turn;
  if (teamsOf(directory, person._id).length === 0) return sentence(turn, turn.say("turn.noTeam"));
  const place = { kind: "private", person: person._id } as const;
  const outcome = await converse(turn, [{ kind: "own-offer", flow: flow.id }], {
    place,
    remember: ownOfferKey(flow.id),
  });
  return outcome.kind === "taken" && incoming.place.kind !== "private"
    ? { kind: "taken", notice: turn.say("turn.answerInPrivate"), inPrivate: true }
    : outcome;
}

export function ownOfferKey(flow: string): string {
  return `offer:own:${flow}`;
}

import { closeRound, finishClosing } from "../../assessment/close-round.ts";
import { FEWEST_TO_CLOSE } from "../../assessment/seen.ts";
import type { Outcome } from "../../channels/channel.ts";
import { refreshHomes } from "../../conversations/refresh-homes.ts";
import { facilitatorCard } from "../../rounds/facilitator-card.ts";
import { type Round, rounds } from "../../rounds/round.ts";
import { converse, redrawTapped } from "../converse.ts";
import { refreshForRound } from "../home/refresh-for-round.ts";
import { progressIn } from "../load-scene.ts";
import type { Turn } from "../turn.ts";
import { changeRound, facilitate, notFacilitator, redraws, roundFor } from "./change-round.ts";

/** The facilitator closes the round before its time; `sure` when they were asked already. */
export async function closeByFacilitator(
  turn: Turn,
  roundId: string,
  { sure }: { readonly sure: boolean },
): Promise<Outcome> {
  const found = await roundFor(turn, roundId);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const { round, flow } = found;
  if (round.facilitator !== turn.person._id) return { kind: "taken", notice: notFacilitator(turn, round) };
  if (round.mode === "together") return { kind: "taken", notice: turn.say("turn.togetherClosesItself") };
  if (round.state === "open" && !sure && (await isEarly(turn, round))) {
    const place = { kind: "private", person: turn.person._id } as const;
    return converse(turn, [{ kind: "confirm-close", round: roundId }], { place });
  }
  const taken = await closeRound(turn.ports.store, round, flow, turn.event);
  if (taken.kind === "changed") {
    turn.ports.courier.send(rounds, taken.record);
    await refreshForRound(turn, taken.record);
    if (sure) await redrawTapped(turn, { kind: "confirm-close", round: roundId });
  }
  return taken.kind === "declined"
    ? { kind: "taken", notice: turn.say("turn.closedAlready") }
    : { kind: taken.kind === "repeated" ? "repeated" : "taken" };
}

/** Whether closing now would show next to nothing, or cut people short in the middle of their answers. */
async function isEarly({ ports }: Turn, round: Round): Promise<boolean> {
  const { finished, underWay } = await progressIn(ports, round);
  return underWay > 0 || finished < Math.min(FEWEST_TO_CLOSE, round.invited.length);
}

/** Cancelling is asked for twice. */
export async function confirmCancel(turn: Turn, roundId: string): Promise<Outcome> {
  const found = await roundFor(turn, roundId);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  if (found.round.facilitator !== turn.person._id) return { kind: "taken", notice: notFacilitator(turn, found.round) };
  return converse(turn, [{ kind: "confirm-cancel", round: roundId }], {
    place: { kind: "private", person: turn.person._id },
  });
}

/** Cancelling keeps every answer; only nobody is asked any more. */
export async function cancelRound(turn: Turn, roundId: string): Promise<Outcome> {
  const outcome = await facilitate(turn, roundId, (round) => {
    if (round.state === "agreed" || round.state === "cancelled") return { declined: turn.say("turn.oldButton") };
    return { set: { state: "cancelled", dueAt: turn.event.now }, planned: redraws(round, "card", "facilitator") };
  });
  const round = await turn.ports.store.get(rounds, roundId);
  if (round?.state === "cancelled" && round.dueAt !== null) {
    await finishClosing(turn.ports.store, round);
    await refreshForRound(turn, round);
    await redrawTapped(turn, { kind: "confirm-cancel", round: roundId });
  }
  return outcome;
}

/** Another person takes the facilitator's card: a manager or an admin, when the facilitator is away. */
export async function takeOver(turn: Turn, roundId: string): Promise<Outcome> {
  const directory = await turn.ports.directories.fresh(turn.incoming.company);
  const roles = directory.people.get(turn.person._id)?.roles ?? [];
  const before = await turn.ports.store.get(rounds, roundId);
  const outcome = await changeRound(turn, roundId, (round) => {
    if (!roles.includes("manager") && !roles.includes("admin")) return { declined: notFacilitator(turn, round) };
    return {
      set: { facilitator: turn.person._id },
      planned: [...facilitatorCard(round, turn.person._id), ...redraws(round, "card")],
    };
  });
  if (before && outcome.kind === "taken" && outcome.notice === undefined)
    await refreshHomes(turn.ports, [before.facilitator, turn.person._id], turn.event);
  return outcome;
}

import type { Outcome } from "../../channels/channel.ts";
import type { Planned } from "../../deliveries/outbox.ts";
import type { Flow } from "../../flow/flow.ts";
import { isMember } from "../../people/directory.ts";
import { changeRecord, type Step } from "../../rounds/change-record.ts";
import { type Round, rounds } from "../../rounds/round.ts";
import { flowOf } from "../load-scene.ts";
import type { Turn } from "../turn.ts";

/** A decision on a round, or a sentence for the one who tapped, saying why not. */
export type Decision = Step | { readonly declined: string };

/** A round of the turn's company with its flow, for someone who belongs to its team; else a sentence. */
export async function roundFor(
  turn: Turn,
  roundId: string,
): Promise<{ readonly round: Round; readonly flow: Flow } | { readonly notice: string }> {
  const round = await turn.ports.store.get(rounds, roundId);
  const flow = round ? await flowOf(turn.ports, round) : undefined;
  if (!round || !flow || round.company !== turn.incoming.company) return { notice: turn.say("turn.roundGone") };
  if (!isMember(turn.directory, round.team, turn.person._id)) return { notice: turn.say("turn.notYourTeam") };
  return { round, flow };
}

/** Changes a round by one event, whoever else changes it at the same time, and sends what follows. */
export async function changeRound(
  turn: Turn,
  roundId: string,
  decide: (round: Round, flow: Flow) => Decision,
): Promise<Outcome> {
  const found = await roundFor(turn, roundId);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const { flow } = found;
  const taken = await changeRecord<Round, string>(turn.ports.store, rounds, found.round, turn.event, (round) => {
    const step = decide(round, flow);
    if ("declined" in step) return step;
    return { ...step, when: { ...step.when, version: round.version }, increase: { version: 1 } };
  });
  switch (taken.kind) {
    case "changed":
      turn.ports.courier.send(rounds, taken.record);
      return { kind: "taken" };
    case "repeated":
      return { kind: "repeated" };
    case "declined":
      return { kind: "taken", notice: taken.reason };
    case "missing":
      return { kind: "taken", notice: turn.say("turn.roundGone") };
    default:
      return taken satisfies never;
  }
}

/** The same for what only the facilitator may do. */
export function facilitate(
  turn: Turn,
  roundId: string,
  decide: (round: Round, flow: Flow) => Decision,
): Promise<Outcome> {
  return changeRound(turn, roundId, (round, flow) => {
    if (round.facilitator !== turn.person._id) return { declined: notFacilitator(turn, round) };
    return decide(round, flow);
  });
}

export function notFacilitator(turn: Turn, round: Round): string {
  return turn.say("turn.facilitatorDoes", { name: turn.directory.people.get(round.facilitator)?.name ?? "?" });
}

/** The views of a round that follow from its agreement; each is drawn anew where it stands. */
export function redraws(
  round: Round,
  ...keys: readonly ("card" | "facilitator" | "agreed" | "support" | "summary")[]
): Planned[] {
  return keys.flatMap((key) => redraw(round, key));
}

function redraw(round: Round, key: "card" | "facilitator" | "agreed" | "support" | "summary"): Planned[] {
  const channel = { kind: "channel", team: round.team } as const;
  const thread = { kind: "thread", team: round.team, round: round._id } as const;
  const view = (place: Planned["place"], name: string, kind: string): Planned => ({
    place,
    how: { kind: "view", key: name },
    tell: { kind, round: round._id },
  });
  switch (key) {
    case "card":
      return [view(channel, "card", "round-card")];
    case "facilitator":
      return [view({ kind: "private", person: round.facilitator }, "facilitator", "facilitator-card")];
    case "agreed":
      return [view(thread, "agreed", "agreed")];
    case "support":
      return [view(channel, "support", "support")];
    case "summary":
      return [
        view(channel, "summary", "summary"),
        view(thread, "summary-levels", "summary-levels"),
        view(thread, "summary-heatmap", "summary-heatmap"),
        view(thread, "summary-change", "summary-change"),
      ];
    default:
      return key satisfies never;
  }
}

import type { Outcome } from "../../channels/channel.ts";
import { questionOf } from "../../flow/compile-flow.ts";
import type { FlowContext } from "../../flow/context.ts";
import type { Flow } from "../../flow/flow.ts";
import { scaleHash } from "../../flow/hashes.ts";
import { progress, type Standing } from "../../flow/progress.ts";
import type { Question } from "../../flow/step.ts";
import { changeRecord, type Step } from "../../rounds/change-record.ts";
import { type Response, responseId, responses } from "../../rounds/response.ts";
import type { Round } from "../../rounds/round.ts";
import { contextFor } from "../earlier.ts";
import { notFacilitator, roundFor } from "../facilitating/change-round.ts";
import { valuesOf } from "../load-scene.ts";
import type { Turn } from "../turn.ts";

/** A round that is answered together, where it stands. */
export interface TeamState {
  readonly round: Round;
  readonly flow: Flow;
  readonly context: FlowContext;
  readonly response: Response;
  readonly standing: Standing;
}

export async function teamState(turn: Turn, roundId: string): Promise<TeamState | { readonly notice: string }> {
  const found = await roundFor(turn, roundId);
  if ("notice" in found) return found;
  const { round, flow } = found;
  const response = await turn.ports.store.get(responses, responseId(roundId, null));
  if (!response || round.mode !== "together") return { notice: turn.say("turn.oldButton") };
  if (round.state === "cancelled") return { notice: turn.say("turn.roundGone") };
  const { ports, directory, event, incoming } = turn;
  const timeZone = directory.teams.get(round.team)?.timeZone ?? directory.company.timeZone;
  const context = await contextFor(ports, directory, round.team, flow, {
    flowOf: (id) => ports.flows.get(incoming.company, id),
    now: event.now,
    timeZone,
  });
  return { round, flow, context, response, standing: progress(flow, valuesOf(response), context) };
}

/** The question of a team's response that is being asked, if `step` still names it. */
export function askedNow({ flow, response }: Pick<TeamState, "flow" | "response">, step: string): Question | undefined {
  const question = questionOf(flow, step);
  return question && response.asked?.step === step && response.asked.scale === scaleHash(question)
    ? question
    : undefined;
}

export function isFacilitator(turn: Turn, { round }: TeamState): boolean {
  return round.facilitator === turn.person._id;
}

export function onlyFacilitator(turn: Turn, { round }: TeamState): Outcome {
  return { kind: "taken", notice: notFacilitator(turn, round) };
}

/** Changes the team's response by one event and sends what follows; `then` runs after the write, also when the event is repeated. */
export async function changeTeam(
  turn: Turn,
  state: TeamState,
  decide: (response: Response) => Step | { readonly declined: string },
  then?: (response: Response) => Promise<void>,
): Promise<Outcome> {
  const taken = await changeRecord<Response, string>(turn.ports.store, responses, state.response, turn.event, decide);
  if (taken.kind === "missing") return { kind: "taken", notice: turn.say("turn.roundGone") };
  if (taken.kind === "declined") return { kind: "taken", notice: taken.reason };
  if (taken.kind === "changed") turn.ports.courier.send(responses, taken.record);
  await then?.(taken.record);
  return { kind: taken.kind === "repeated" ? "repeated" : "taken" };
}

import { acceptable, allAgreed, mayOffer } from "../../assessment/agreement.ts";
import { assessedSteps, levelIn, levelLabel, levelsOf, valueOfLevel } from "../../assessment/assessed-step.ts";
import { closeRound, finishClosing } from "../../assessment/close-round.ts";
import { FEWEST_TO_CLOSE } from "../../assessment/seen.ts";
import type { Outcome } from "../../channels/channel.ts";
import { refreshHomes } from "../../conversations/refresh-homes.ts";
import type { Planned } from "../../deliveries/outbox.ts";
import type { AnswerValue } from "../../flow/answer-value.ts";
import { questionOf } from "../../flow/compile-flow.ts";
import type { Flow } from "../../flow/flow.ts";
import { scaleHash } from "../../flow/hashes.ts";
import { facilitatorCard } from "../../rounds/facilitator-card.ts";
import { type AgreedAnswer, type Round, rounds } from "../../rounds/round.ts";
import { words } from "../../text/text.ts";
import { converse, redrawTapped, saying } from "../converse.ts";
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

/** Accepts together the dimensions on which everyone chose the same. */
export function acceptOneMind(turn: Turn, roundId: string): Promise<Outcome> {
  return facilitate(turn, roundId, (round, flow) => {
    if (round.state !== "talking" || !round.snapshot) return { declined: turn.say("turn.oldButton") };
    const { snapshot } = round;
    const agreed = acceptable(round, flow).flatMap((step) => {
      const spread = snapshot.steps[step.id];
      return spread && spread.kind !== "hidden" ? [[step.id, valueOfLevel(step, spread.offered)] as const] : [];
    });
    return agreeing(turn, round, flow, Object.fromEntries(agreed));
  });
}

/** "Puhuttu": from here on a level is offered for the dimension. */
export function noteTalked(turn: Turn, roundId: string, step: string): Promise<Outcome> {
  return facilitate(turn, roundId, (round, flow) => {
    if (round.state !== "talking" || !questionOf(flow, step)) return { declined: turn.say("turn.oldButton") };
    if (round.agreed[step] && round.reopened[step] === undefined) return { declined: turn.say("turn.oldButton") };
    return { set: { [`talked.${step}`]: turn.event.now }, planned: redraws(round, "facilitator") };
  });
}

/** The facilitator fixes a level, once it was talked about; later changes keep what stood there. */
export function fixLevel(turn: Turn, roundId: string, step: string, level: number): Promise<Outcome> {
  return facilitate(turn, roundId, (round, flow) => {
    const assessed = assessedSteps(flow).find(({ id }) => id === step);
    if (!assessed || level < 1 || level > levelsOf(assessed)) return { declined: turn.say("turn.oldButton") };
    if (round.state !== "talking" && round.state !== "agreed") return { declined: turn.say("turn.oldButton") };
    if (round.talked[step] === undefined && mayOffer(round, step) === undefined)
      return { declined: turn.say("turn.talkFirst") };
    return agreeing(turn, round, flow, { [step]: valueOfLevel(assessed, level) });
  });
}

/** Takes an agreed dimension up again, after someone objected. */
export function reopenStep(turn: Turn, roundId: string, step: string): Promise<Outcome> {
  return facilitate(turn, roundId, (round, flow) => {
    if (!questionOf(flow, step) || !round.agreed[step]) return { declined: turn.say("turn.oldButton") };
    return {
      set: { [`talked.${step}`]: turn.event.now, [`reopened.${step}`]: turn.event.now },
      unset: [`objections.${step}`],
      planned: redraws(round, "facilitator", "agreed"),
    };
  });
}

/** Fixes answers of the team. Everything that derives from them follows: the list, the question what to lift, a summary that stands already. */
function agreeing(turn: Turn, round: Round, flow: Flow, values: { readonly [step: string]: AnswerValue }) {
  const fixed = Object.fromEntries(
    Object.entries(values).map(([step, value]) => [step, agreedAnswer(turn, round, flow, step, value)]),
  );
  const after: Round = {
    ...round,
    agreed: { ...round.agreed, ...fixed },
    reopened: without(round.reopened, Object.keys(values)),
  };
  const posts =
    round.state === "agreed"
      ? (["agreed", "summary", "facilitator"] as const)
      : allAgreed(after, flow)
        ? (["agreed", "support", "facilitator"] as const)
        : (["agreed", "facilitator"] as const);
  return {
    set: Object.fromEntries(Object.entries(fixed).map(([step, answer]) => [`agreed.${step}`, answer])),
    unset: Object.keys(values).flatMap((step) => [`reopened.${step}`, `objections.${step}`]),
    planned: [...redraws(round, ...posts), ...afterObjection(turn, round, flow, values)],
  };
}

/** Whoever asked for another talk reads what came of it where it was asked for. */
function afterObjection(
  turn: Turn,
  round: Round,
  flow: Flow,
  values: { readonly [step: string]: AnswerValue },
): Planned[] {
  const language = turn.directory.teams.get(round.team)?.language ?? turn.directory.company.language;
  const thread = { kind: "thread", team: round.team, round: round._id } as const;
  return assessedSteps(flow).flatMap((step) => {
    const level = levelIn(step, values[step.id]);
    if (level === undefined || round.reopened[step.id] === undefined) return [];
    const named = { title: step.title[language], level: levelLabel(flow, step, level, language) };
    return [saying(thread, { kind: "sentence", text: words(language)("turn.talkedAgain", named) })];
  });
}

export function agreedAnswer(
  turn: Pick<Turn, "person" | "event">,
  round: Round,
  flow: Flow,
  step: string,
  value: AnswerValue,
): AgreedAnswer {
  const before = round.agreed[step];
  const question = questionOf(flow, step);
  return {
    value,
    scale: question ? scaleHash(question) : "",
    by: turn.person._id,
    at: turn.event.now,
    revision: (before?.revision ?? 0) + 1,
    history: before ? [...before.history, { value: before.value, by: before.by, at: before.at }] : [],
  };
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

function without(record: { readonly [step: string]: number }, gone: readonly string[]): { [step: string]: number } {
  return Object.fromEntries(Object.entries(record).filter(([step]) => !gone.includes(step)));
}

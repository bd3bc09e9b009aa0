import { acceptable, allAgreed, mayOffer } from "../../assessment/agreement.ts";
import { assessedSteps, levelIn, levelLabel, levelsOf, valueOfLevel } from "../../assessment/assessed-step.ts";
import type { Outcome } from "../../channels/channel.ts";
import type { Planned } from "../../deliveries/outbox.ts";
import type { AnswerValue } from "../../flow/answer-value.ts";
import { questionOf } from "../../flow/compile-flow.ts";
import type { Flow } from "../../flow/flow.ts";
import { scaleHash } from "../../flow/hashes.ts";
import type { AgreedAnswer, Round } from "../../rounds/round.ts";
import { words } from "../../text/text.ts";
import { saying } from "../converse.ts";
import type { Turn } from "../turn.ts";
import { facilitate, redraws } from "./change-round.ts";

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

function without(record: { readonly [step: string]: number }, gone: readonly string[]): { [step: string]: number } {
  return Object.fromEntries(Object.entries(record).filter(([step]) => !gone.includes(step)));
}

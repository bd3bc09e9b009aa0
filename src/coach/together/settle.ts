import type { Outcome } from "../../channels/channel.ts";
import type { Planned } from "../../deliveries/outbox.ts";
import type { AnswerValue } from "../../flow/answer-value.ts";
import { questionOf } from "../../flow/compile-flow.ts";
import { fits } from "../../flow/fits.ts";
import { scaleHash } from "../../flow/hashes.ts";
import { progress } from "../../flow/progress.ts";
import type { FormValues } from "../../message/form.ts";
import type { Step } from "../../rounds/change-record.ts";
import { nextAnswer, progressOf } from "../answering/record-answer.ts";
import { saying } from "../converse.ts";
import { joinForm } from "../draw/join-form.ts";
import { many, one } from "../form-values.ts";
import { listenerFor, loadScene, valuesOf } from "../load-scene.ts";
import type { Turn } from "../turn.ts";
import { stepCard } from "./begin-together.ts";
import { finishTogether } from "./finish-together.ts";
import { askedNow, changeTeam, isFacilitator, onlyFacilitator, type TeamState } from "./team-state.ts";

/** The form in which the facilitator takes one proposal, joins several, or words the answer anew. */
export async function openJoinForm(turn: Turn, state: TeamState, step: string): Promise<Outcome> {
  if (!isFacilitator(turn, state)) return onlyFacilitator(turn, state);
  if (!askedNow(state, step)) return { kind: "taken", notice: turn.say("turn.stepPassed") };
  const listener = listenerFor(turn.directory, { kind: "private", person: turn.person._id });
  const scene = await loadScene(turn.ports, turn.directory, state.round._id, listener);
  return scene
    ? { kind: "form", form: joinForm(scene, listener, step) }
    : { kind: "taken", notice: turn.say("turn.roundGone") };
}

/** The submit of that form (fields proposals, own): the joined text stands before the team, which is asked whether anyone has more. */
export async function takeFromForm(turn: Turn, state: TeamState, step: string, values: FormValues): Promise<Outcome> {
  if (!isFacilitator(turn, state)) return onlyFacilitator(turn, state);
  const question = askedNow(state, step);
  if (!question) return { kind: "taken", notice: turn.say("turn.stepPassed") };
  const proposals = new Map(Object.entries(state.response.proposals[step] ?? {}));
  const chosen = many(values.proposals).flatMap((key) => proposals.get(key) ?? []);
  const own = one(values.own).trim();
  const texts = own === "" ? chosen.flatMap(({ value }) => (value.kind === "text" ? [value.text] : [])) : [own];
  const text = texts.join("; ");
  if (question.kind !== "text") {
    const value = chosen[0]?.value;
    return value
      ? take(turn, state, step, value)
      : { kind: "mistakes", mistakes: { proposals: turn.say("turn.takeSomething") } };
  }
  if (text === "") return { kind: "mistakes", mistakes: { proposals: turn.say("turn.takeSomething") } };
  if (text.length > question.maxLength)
    return { kind: "mistakes", mistakes: { own: turn.say("turn.tooLong", { count: question.maxLength }) } };
  return take(turn, state, step, { kind: "text", text });
}

/** Takes a value as the team's answer-to-be: nothing is recorded before "Onko jollain muuta?". */
export async function take(turn: Turn, state: TeamState, step: string, value: AnswerValue): Promise<Outcome> {
  if (!isFacilitator(turn, state)) return onlyFacilitator(turn, state);
  return changeTeam(turn, state, (response) => {
    const question = askedNow({ flow: state.flow, response }, step);
    const answering = { flow: state.flow, answers: valuesOf(response), context: state.context };
    if (!question || !fits(question, value, answering)) return { declined: turn.say("turn.stepPassed") };
    return {
      set: { taken: { step, value, by: turn.person._id, at: turn.event.now }, touchedAt: turn.event.now },
      planned: [stepCard(state.round, step)],
    };
  });
}

/** Back to the proposals. */
export async function untake(turn: Turn, state: TeamState, step: string): Promise<Outcome> {
  if (!isFacilitator(turn, state)) return onlyFacilitator(turn, state);
  return changeTeam(turn, state, () => ({ set: { taken: null }, planned: [stepCard(state.round, step)] }));
}

/** Nobody has more to say: the answer is recorded, and the next question comes; at the end, the result. */
export async function settle(turn: Turn, state: TeamState, step: string): Promise<Outcome> {
  if (!isFacilitator(turn, state)) return onlyFacilitator(turn, state);
  return changeTeam(
    turn,
    state,
    (response) => {
      const { taken } = response;
      if (taken?.step !== step) return { declined: turn.say("turn.stepPassed") };
      const answers = { ...valuesOf(response), [step]: taken.value };
      const before = progress(state.flow, valuesOf(response), state.context);
      const standing = progress(state.flow, answers, state.context);
      const next = standing.kind === "asking" ? standing.step : undefined;
      const rests = before.kind === "asking" && before.step.id === step && before.sittingEnds;
      return {
        when: { [`answers.${step}.revision`]: response.answers[step]?.revision ?? null },
        set: {
          [`answers.${step}`]: nextAnswer(response.answers[step], taken.value, turn, null),
          taken: null,
          asked: next ? { step: next.id, scale: scaleHash(next) } : null,
          touchedAt: turn.event.now,
          ...(next ? {} : { finishedAt: turn.event.now }),
        },
        planned: [stepCard(state.round, step), ...follow(state, next?.id, rests), ...progressOf(response)],
      };
    },
    (response) =>
      response.finishedAt === null || response.asked !== null
        ? Promise.resolve()
        : finishTogether(turn, state, response),
  );
}

function follow({ round }: TeamState, next: string | undefined, rests: boolean): Planned[] {
  if (next === undefined) return [];
  const thread = { kind: "thread", team: round.team, round: round._id } as const;
  return rests
    ? [{ place: thread, how: { kind: "post" }, tell: { kind: "sitting-ends", round: round._id } }]
    : [stepCard(round, next)];
}

/** After a sitting: the next question. */
export function goOn(turn: Turn, state: TeamState): Promise<Outcome> {
  return changeTeam(turn, state, (response): Step | { declined: string } => {
    const step = response.asked?.step;
    return step === undefined
      ? { declined: turn.say("turn.oldButton") }
      : { set: { touchedAt: turn.event.now }, planned: [stepCard(state.round, step)] };
  });
}

/** Takes a settled step up again. Its answer stands until another one is settled. */
export async function changeStep(turn: Turn, state: TeamState, step: string): Promise<Outcome> {
  if (!isFacilitator(turn, state)) return onlyFacilitator(turn, state);
  const question = questionOf(state.flow, step);
  if (!question) return { kind: "taken", notice: turn.say("turn.stepPassed") };
  return changeTeam(turn, state, () => ({
    set: { asked: { step, scale: scaleHash(question) }, taken: null, open: true, touchedAt: turn.event.now },
    planned: [stepCard(state.round, step)],
  }));
}

/** Why a question is asked, a tip or an example, for all to see in the thread. */
export function explainInThread(
  turn: Turn,
  state: TeamState,
  { step, what }: { readonly step: string; readonly what: "why" | "tip" | "example" },
): Promise<Outcome> {
  const { _id: round, team } = state.round;
  return changeTeam(turn, state, () => ({
    planned: [saying({ kind: "thread", team, round }, { kind: "explain", round, step, what })],
  }));
}

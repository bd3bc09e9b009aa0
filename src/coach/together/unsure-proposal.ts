import type { Outcome } from "../../channels/channel.ts";
import type { AnswerValue } from "../../flow/answer-value.ts";
import { type Reading, withLabels } from "../../flow/reading/reading.ts";
import type { Question } from "../../flow/step.ts";
import { LIMITS } from "../../message/limits.ts";
import type { Proposal } from "../../rounds/response.ts";
import { actionText } from "../action.ts";
import { converse } from "../converse.ts";
import type { Tell } from "../tell.ts";
import type { Turn } from "../turn.ts";
import { isFacilitator, type TeamState } from "./team-state.ts";

/** What is said to a proposal that was not read: why, or what it may have meant, each to tap, where the values fit on buttons. */
export function tellUnsure(
  { round }: TeamState,
  { id: step }: Question,
  read: Exclude<Reading, { kind: "value" }>,
): Tell {
  if (read.kind === "refused") return { kind: "sentence", text: read.reason };
  const { question, candidates } = read;
  const short = candidates.every(
    ({ value }) => actionText({ kind: "propose", round: round._id, step, value }).length <= LIMITS.action,
  );
  return short
    ? { kind: "propose-which", round: round._id, step, question, candidates: [...candidates] }
    : { kind: "sentence", text: withLabels(read) };
}

/** "En tiedä" is no proposal: where help is, is told once a question. */
export function cannotPropose(
  turn: Turn,
  { round: { _id: round, team } }: TeamState,
  question: Question,
): Promise<Outcome> {
  const text = turn.say(question.optional ? "turn.threadUnknownSkip" : "turn.threadUnknown");
  return converse(turn, [{ kind: "sentence", text }], {
    place: { kind: "thread", team, round },
    once: `unknown:${question.id}`,
  });
}

/** The facilitator's own tap on a choice takes it, unless somebody has proposed another: they need not propose it to themselves. */
export function takesByTap(
  turn: Turn,
  state: TeamState,
  question: Question,
  { value, others }: { readonly value: AnswerValue; readonly others: readonly Proposal[] },
): boolean {
  const same = others.every((one) => JSON.stringify(one.value) === JSON.stringify(value));
  return turn.incoming.kind === "tapped" && question.kind === "choice" && same && isFacilitator(turn, state);
}

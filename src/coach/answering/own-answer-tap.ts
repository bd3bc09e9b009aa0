import type { Outcome } from "../../channels/channel.ts";
import { questionOf } from "../../flow/compile-flow.ts";
import { fits } from "../../flow/fits.ts";
import { previousQuestion } from "../../flow/progress.ts";
import { readValue } from "../../flow/reading/read-values.ts";
import { changeRecord } from "../../rounds/change-record.ts";
import { askedKey, type Response, responseId, responses } from "../../rounds/response.ts";
import type { Action } from "../action.ts";
import { aboutQuestion } from "../commands/command-turn.ts";
import { saying } from "../converse.ts";
import { valuesOf } from "../load-scene.ts";
import type { Tap, Turn } from "../turn.ts";
import { askAnew } from "./answer-turn.ts";
import { type ConversationState, conversationState } from "./conversation-state.ts";
import { keepAnswer } from "./keep-answer.ts";
import { openResponses, othersWait } from "./open-responses.ts";
import { recordAnswer, sent } from "./record-answer.ts";
import { openRowForm, removeRow, rowsDone, saveRow } from "./table-turn.ts";
import { reuseAnswers } from "./take-part.ts";
import { tellOnly } from "./tell-only.ts";
import { takeTypedRows } from "./typed-rows.ts";

export type OwnAction = Extract<
  Action,
  {
    kind:
      | "answer"
      | "answer-form"
      | "row"
      | "save-row"
      | "remove-row"
      | "rows-done"
      | "meant"
      | "not-meant"
      | "explain"
      | "back"
      | "keep"
      | "pause"
      | "resume"
      | "change"
      | "my-answers"
      | "reuse"
      | "answer-anew";
  }
>;

/** A tap about one's own answers in a round. Old buttons do no harm: they get a kind word and the way on. */
export async function ownAnswerTap(turn: Tap, action: OwnAction): Promise<Outcome> {
  const _id = responseId(action.round, turn.person._id);
  const open = await openResponses(turn);
  const response = open.find((one) => one._id === _id) ?? (await turn.ports.store.get(responses, _id));
  if (!response)
    return { kind: "taken", notice: turn.say(action.kind === "my-answers" ? "own.noAnswers" : "turn.oldButton") };
  // A repeated submit of a row is answered again: its dialog must not stand still.
  if (response.events.includes(turn.event.id) && action.kind !== "save-row") return { kind: "repeated" };
  const state = await conversationState(turn, response);
  if (!state) return { kind: "taken", notice: turn.say("turn.roundGone") };
  const several = othersWait(open, response);
  switch (action.kind) {
    case "answer":
    case "answer-form":
      return answerTap(turn, state, action, several);
    case "row":
      return openRowForm(turn, state, action);
    case "save-row":
      return saveRow(turn, state, action.step, action.row);
    case "remove-row":
      return removeRow(turn, state, action.step, action.row);
    case "rows-done":
      return rowsDone(turn, state, action.step, several);
    case "meant":
      return meant(turn, state, action, several);
    case "not-meant":
      return forgetPending(turn, response, action.pending);
    case "explain":
      return tellOnly(turn, response, { kind: "explain", round: response.round, step: action.step, what: action.what });
    case "back": {
      const before = previousQuestion(state.flow, valuesOf(response), state.context, action.step);
      return before
        ? askAnew(turn, state, { step: before.id, several })
        : { kind: "taken", notice: turn.say("turn.firstAlready") };
    }
    case "keep":
      return keepAnswer(turn, state, action.step, several);
    case "change":
      return askAnew(turn, state, { step: action.step, several });
    case "pause":
    case "resume":
    case "my-answers": {
      const outcome = await aboutQuestion(turn, { kind: action.kind }, [
        response,
        ...open.filter((one) => one._id !== _id),
      ]);
      const elsewhere = turn.incoming.place.kind !== "private" && outcome.kind === "taken";
      return elsewhere ? { kind: "taken", notice: turn.say("turn.answerInPrivate"), inPrivate: true } : outcome;
    }
    case "reuse":
      return reuseAnswers(turn, state, action.from);
    case "answer-anew":
      return askAnew(turn, state, { several });
    default:
      return action satisfies never;
  }
}

async function answerTap(
  turn: Tap,
  state: ConversationState,
  action: Extract<OwnAction, { kind: "answer" | "answer-form" }>,
  several: boolean,
): Promise<Outcome> {
  const { response, flow, context } = state;
  const step = questionOf(flow, action.step);
  if (!step) return askAnew(turn, state, { several, changed: true });
  const answering = { flow, answers: valuesOf(response), context };
  if (!response.open) return tellOnly(turn, response, { kind: "round-over", round: response.round });
  const tapped = turn.incoming.kind === "tapped" ? turn.incoming.message : undefined;
  const from = { several, ...(tapped === undefined ? {} : { tapped }) };
  if (action.kind === "answer-form") {
    const read = readValue(step, turn.incoming.values ?? {}, { ...answering, language: turn.person.language });
    if (read.ok) return recordAnswer(turn, state, step, read.value, from);
    const reasons = Object.values(read.mistakes).join(" ");
    return turn.incoming.kind === "submitted"
      ? { kind: "mistakes", mistakes: read.mistakes }
      : { kind: "taken", notice: reasons };
  }
  if (action.value.kind === "skipped" && !step.optional) return { kind: "taken", notice: turn.say("turn.cannotSkip") };
  if (!fits(step, action.value, answering)) return askAnew(turn, state, { several, changed: true, step: step.id });
  const stands = response.answers[step.id];
  // The second half of a double tap: the same answer from the same question, which is not being asked any more.
  if (stands && state.asked?.id !== step.id && JSON.stringify(stands.value) === JSON.stringify(action.value))
    return { kind: "taken" };
  return recordAnswer(turn, state, step, action.value, from);
}

async function meant(
  turn: Tap,
  state: ConversationState,
  action: Extract<OwnAction, { kind: "meant" }>,
  several: boolean,
): Promise<Outcome> {
  const { pending } = state.response;
  const value = pending?.id === action.pending ? pending.values[action.nth] : undefined;
  const step = pending ? questionOf(state.flow, pending.step) : undefined;
  if (!pending || !value || !step) return { kind: "taken", notice: turn.say("turn.oldButton") };
  if (step.kind === "table" && value.kind === "table")
    return takeTypedRows(turn, state, step, value.rows, { message: pending.message, several });
  const asked = turn.ports.courier.standing(state.response, askedKey(step.id))?.message;
  return recordAnswer(turn, state, step, value, {
    several,
    ...(pending.message === null ? {} : { message: pending.message }),
    ...(asked === undefined ? {} : { tapped: asked }),
  });
}

/** What was asked about has been answered since, or asked otherwise: then there is nothing to forget. */
async function forgetPending(turn: Turn, response: Response, pending: string): Promise<Outcome> {
  if (response.pending?.id !== pending) return { kind: "taken", notice: turn.say("turn.oldButton") };
  const place = { kind: "private", person: turn.person._id } as const;
  const taken = await changeRecord(turn.ports.store, responses, response, turn.event, () => ({
    set: { pending: null },
    planned: [saying(place, { kind: "sentence", text: turn.say("turn.notTaken") })],
  }));
  return sent(turn, taken);
}

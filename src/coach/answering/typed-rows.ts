import type { Outcome } from "../../channels/channel.ts";
import type { Row } from "../../flow/answer-value.ts";
import type { QuestionOf } from "../../flow/step.ts";
import { changeRecord } from "../../rounds/change-record.ts";
import { responses } from "../../rounds/response.ts";
import { rowsSoFar } from "../draw/asking/rows-so-far.ts";
import { valuesOf } from "../load-scene.ts";
import type { Turn } from "../turn.ts";
import type { ConversationState } from "./conversation-state.ts";
import { joinRows } from "./join-rows.ts";
import { askingAnew, nextAnswer, recordAnswer, sent } from "./record-answer.ts";
import { refuse } from "./refuse.ts";
import { tellOnly } from "./tell-only.ts";

/**
 * Rows that were typed join those that stand, in the place of those that their message held before it was edited, and the table waits for more until
 * it is full or the person says that it is done.
 */
export async function takeTypedRows(
  turn: Turn,
  state: ConversationState,
  step: QuestionOf<"table">,
  typed: readonly Row[],
  from: { readonly message: string | null; readonly several: boolean },
): Promise<Outcome> {
  const { flow, context, response } = state;
  const answering = { flow, answers: valuesOf(response), context };
  const { message, several } = from;
  const standing = rowsSoFar(response, step.id);
  const joined = joinRows(turn, step, answering, { standing, rows: typed, message });
  if (!joined.ok) return refuse(turn, response, { kind: "sentence", text: joined.reason }, message);
  const value = { kind: "table" as const, rows: [...joined.value] };
  // Platforms tell of edits that change no word.
  if (message !== null && JSON.stringify(standing) === JSON.stringify(value.rows)) return { kind: "taken" };
  if (value.rows.length >= step.maxRows || response.asked?.step !== step.id)
    return recordAnswer(turn, state, step, value, { several, ...(message === null ? {} : { message }) });
  const taken = await changeRecord(turn.ports.store, responses, response, turn.event, (now) => ({
    when: { [`answers.${step.id}.revision`]: response.answers[step.id]?.revision ?? null },
    set: {
      [`answers.${step.id}`]: nextAnswer(now.answers[step.id], value, turn, message),
      pending: null,
      touchedAt: turn.event.now,
    },
    planned: askingAnew(turn, now, step.id, { several }),
  }));
  return sent(turn, taken);
}

/** "Valmis" at a table: its rows are the answer, unless they are too few; without any, a table that may be skipped is. */
export function finishTypedRows(
  turn: Turn,
  state: ConversationState,
  step: QuestionOf<"table">,
  several: boolean,
): Promise<Outcome> {
  const rows = rowsSoFar(state.response, step.id);
  if (step.optional && rows.length === 0) return recordAnswer(turn, state, step, { kind: "skipped" }, { several });
  return rows.length < step.minRows
    ? tellOnly(turn, state.response, { kind: "sentence", text: turn.say("turn.rowsFew", { count: step.minRows }) })
    : recordAnswer(turn, state, step, { kind: "table", rows }, { several });
}

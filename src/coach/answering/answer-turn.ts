import type { Outcome } from "../../channels/channel.ts";
import type { AnswerValue } from "../../flow/answer-value.ts";
import { questionOf } from "../../flow/compile-flow.ts";
import { scaleHash } from "../../flow/hashes.ts";
import { saysCannotSay } from "../../flow/reading/cannot-say.ts";
import { readReply } from "../../flow/reading/read-reply.ts";
import { columnNames } from "../../flow/reading/read-table.ts";
import { rowsAhead } from "../../flow/reading/rows-ahead.ts";
import { MARK } from "../../flow/reading/split-rows.ts";
import type { Question } from "../../flow/step.ts";
import { tableAsked } from "../../flow/table-asked.ts";
import { showAnswer } from "../../flow/wording/show-answer.ts";
import { changeRecord } from "../../rounds/change-record.ts";
import { askedKey, isOver, type Response, responses } from "../../rounds/response.ts";
import { saying } from "../converse.ts";
import { rowsSoFar } from "../draw/asking/rows-so-far.ts";
import { valuesOf } from "../load-scene.ts";
import type { Tell } from "../tell.ts";
import { saysDone } from "../together/beside-proposals.ts";
import { asProposed } from "../together/propose.ts";
import type { Said, Turn } from "../turn.ts";
import type { ConversationState } from "./conversation-state.ts";
import { joinRows } from "./join-rows.ts";
import { askingAnew, recordAnswer, sent } from "./record-answer.ts";
import { refuse } from "./refuse.ts";
import { tellOnly } from "./tell-only.ts";
import { finishTypedRows, takeTypedRows } from "./typed-rows.ts";

/** Someone typed while a question waits for them: it answers the question that they last saw. */
export async function answerTurn(turn: Said, state: ConversationState, several: boolean): Promise<Outcome> {
  const { incoming, person } = turn;
  const { asked, response, flow, context } = state;
  if (!asked) return askAnew(turn, state, { several, ...(response.asked ? { changed: true } : {}) });
  const answering = { flow, answers: valuesOf(response), context };
  const reader = { ...answering, language: person.language };
  const ahead = rowsAhead(asked, incoming.text, reader);
  if (ahead) return recordAhead(turn, state, ahead, several);
  if (asked.kind === "table" && saysDone(incoming.text)) return finishTypedRows(turn, state, asked, several);
  const reading = readReply(asProposed(asked), incoming.text, reader);
  if (reading.kind === "refused") {
    const tell = howRowsAreWritten(turn, state) ?? { kind: "sentence", text: reading.reason };
    return refuse(turn, response, tell, incoming.message);
  }
  if (reading.kind === "unclear") return confirm(turn, response, asked, reading.question, reading.candidates);
  const posted = turn.ports.courier.standing(response, askedKey(asked.id));
  // A table stands anew below each row: two rows in one breath are both meant for it.
  const isSeen = asked.kind === "table" && response.answers[asked.id] !== undefined;
  if (!isSeen && (!posted || incoming.at < posted.at)) {
    const label = showAnswer(asked, reading.value, person.language, answering);
    const question = turn.say("turn.typedEarly", { title: asked.title[person.language], answer: shorten(label) });
    return confirm(turn, response, asked, question, [{ value: reading.value, label: turn.say("turn.yesThis") }]);
  }
  const from = { message: incoming.message, several };
  return asked.kind === "table" && reading.value.kind === "table"
    ? takeTypedRows(turn, state, asked, reading.value.rows, from)
    : recordAnswer(turn, state, asked, reading.value, from);
}

/** Words that nothing parts into cells are perhaps no row at all: how one is written or filled in is of more use than how many columns they lack. */
function howRowsAreWritten(
  { incoming, person }: Said,
  { asked, response, context }: ConversationState,
): Tell | undefined {
  const { text } = incoming;
  if (asked?.kind !== "table" || MARK.test(text) || saysCannotSay(text)) return undefined;
  const table = tableAsked(asked, { answers: valuesOf(response), context });
  if (table.columns.findLastIndex(({ optional }) => !optional) < 1) return undefined;
  return { kind: "not-row", round: response.round, step: asked.id, columns: columnNames(table, person) };
}

/** Rows of a later table join those that stand there, and the question goes on waiting. */
function recordAhead(
  turn: Said,
  state: ConversationState,
  { step, value }: NonNullable<ReturnType<typeof rowsAhead>>,
  several: boolean,
): Promise<Outcome> {
  const { flow, context, response } = state;
  const answering = { flow, answers: valuesOf(response), context };
  const { message } = turn.incoming;
  const joined = joinRows(turn, step, answering, { standing: rowsSoFar(response, step.id), rows: value.rows, message });
  if (!joined.ok) return refuse(turn, response, { kind: "sentence", text: joined.reason }, message);
  const rows = [...joined.value];
  return recordAnswer(turn, state, step, { kind: "table", rows }, { message, several });
}

/** Asks the question where the conversation stands: after a pause, after the flow was changed, after going back. */
export async function askAnew(
  turn: Turn,
  state: ConversationState,
  options: {
    readonly step?: string;
    readonly several: boolean;
    readonly afterAWhile?: boolean;
    readonly changed?: boolean;
  },
): Promise<Outcome> {
  const { flow, response, standing } = state;
  const wanted = options.step === undefined ? undefined : questionOf(flow, options.step);
  const next = wanted ?? (standing.kind === "asking" ? standing.step : undefined);
  const over = isOver(response);
  if (over && !wanted) return tellOnly(turn, response, { kind: "round-over", round: response.round });
  const place = { kind: "private", person: turn.person._id } as const;
  const { step: _step, ...flags } = options;
  const planned = next
    ? askingAnew(turn, response, next.id, flags)
    : [saying(place, { kind: "my-answers", round: response.round })];
  const asked = next ? { step: next.id, scale: scaleHash(next), ...(over ? { afterwards: true } : {}) } : null;
  return sent(
    turn,
    await changeRecord(turn.ports.store, responses, response, turn.event, () => ({
      set: { asked, pausedAt: null, pending: null, touchedAt: turn.event.now, ...(over ? { open: true } : {}) },
      planned,
    })),
  );
}

async function confirm(
  turn: Said,
  response: Response,
  step: Question,
  question: string,
  candidates: readonly { readonly value: AnswerValue; readonly label: string }[],
): Promise<Outcome> {
  const pending = turn.event.id;
  const tell: Tell = {
    kind: "confirm",
    round: response.round,
    pending,
    question,
    labels: candidates.map(({ label }) => shorten(label)),
  };
  const place = { kind: "private", person: turn.person._id } as const;
  return sent(
    turn,
    await changeRecord(turn.ports.store, responses, response, turn.event, () => ({
      set: {
        pending: {
          id: pending,
          step: step.id,
          values: candidates.map(({ value }) => value),
          message: turn.incoming.message,
        },
        touchedAt: turn.event.now,
      },
      planned: [saying(place, tell)],
    })),
  );
}

/** A button's worth of a long answer. */
function shorten(label: string): string {
  return label.length <= 38 ? label : `${label.slice(0, 36).replace(/\s+\S*$/u, "")} …`;
}

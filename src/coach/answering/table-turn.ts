import { createHash } from "node:crypto";
import type { Outcome } from "../../channels/channel.ts";
import type { Incoming } from "../../channels/incoming.ts";
import type { Row } from "../../flow/answer-value.ts";
import { questionOf } from "../../flow/compile-flow.ts";
import { readValues } from "../../flow/reading/read-values.ts";
import type { QuestionOf } from "../../flow/step.ts";
import { changeRecord } from "../../rounds/change-record.ts";
import { askedKey, type Response, responses } from "../../rounds/response.ts";
import { rowForm } from "../draw/row-form.ts";
import { listenerFor, loadScene, valuesOf } from "../load-scene.ts";
import type { Turn } from "../turn.ts";
import type { ConversationState } from "./conversation-state.ts";
import { nextAnswer, recordAnswer, sent } from "./record-answer.ts";

type Tap = Turn<Extract<Incoming, { kind: "tapped" | "submitted" }>>;

function tableOf(
  { flow, response }: ConversationState,
  id: string,
): { readonly step: QuestionOf<"table">; readonly rows: readonly Row[] } | undefined {
  const step = questionOf(flow, id);
  if (step?.kind !== "table") return undefined;
  const value = response.answers[id]?.value;
  return { step, rows: value?.kind === "table" ? value.rows : [] };
}

/** The form of one row: a new one, or one that stands. */
export async function openRowForm(
  turn: Tap,
  state: ConversationState,
  id: string,
  row: string | undefined,
): Promise<Outcome> {
  const table = tableOf(state, id);
  if (!table) return { kind: "taken", notice: turn.say("turn.oldButton") };
  if (row === undefined && table.rows.length >= table.step.maxRows)
    return { kind: "taken", notice: turn.say("turn.rowsFull", { count: table.step.maxRows }) };
  const listener = listenerFor(turn.directory, { kind: "private", person: turn.person._id });
  const scene = await loadScene(turn.ports, turn.directory, state.response.round, listener);
  return scene
    ? { kind: "form", form: rowForm(scene, listener, table.step, row) }
    : { kind: "taken", notice: turn.say("turn.roundGone") };
}

/** The submit of a row: added with an id of its own, which effects will know it by, or changed where it stands. */
export async function saveRow(
  turn: Tap,
  state: ConversationState,
  id: string,
  row: string | undefined,
): Promise<Outcome> {
  const table = tableOf(state, id);
  if (!table) return { kind: "taken", notice: turn.say("turn.oldButton") };
  const answering = {
    flow: state.flow,
    answers: valuesOf(state.response),
    context: state.context,
    language: turn.person.language,
  };
  const read = readValues(table.step, turn.incoming.values ?? {}, answering);
  if (!read.ok) return { kind: "mistakes", mistakes: read.mistakes };
  // Two forms that stood open at once.
  if (!table.rows.some(({ id: known }) => known === row) && table.rows.length >= table.step.maxRows)
    return { kind: "taken", notice: turn.say("turn.rowsFull", { count: table.step.maxRows }) };
  const saved: Row = { id: row ?? rowId(turn.event.id), cells: read.value };
  return changeRows(turn, state, table.step, (rows) =>
    rows.some((one) => one.id === saved.id) ? rows.map((one) => (one.id === saved.id ? saved : one)) : [...rows, saved],
  );
}

/** The event's id makes the row's: the same submit taken twice is one row. Short, for it travels in buttons. */
function rowId(event: string): string {
  return createHash("sha256").update(event).digest("base64url").slice(0, 16);
}

export async function removeRow(turn: Tap, state: ConversationState, id: string, row: string): Promise<Outcome> {
  const table = tableOf(state, id);
  return table
    ? changeRows(turn, state, table.step, (rows) => rows.filter((one) => one.id !== row))
    : { kind: "taken", notice: turn.say("turn.oldButton") };
}

/** The rows are on disk after each form; the conversation stays at the table until the person says that they are all there. */
async function changeRows(
  turn: Tap,
  state: ConversationState,
  step: QuestionOf<"table">,
  change: (rows: readonly Row[]) => readonly Row[],
): Promise<Outcome> {
  const place = { kind: "private", person: turn.person._id } as const;
  const key = askedKey(step.id);
  return sent(
    turn,
    await changeRecord(turn.ports.store, responses, state.response, turn.event, (response: Response) => {
      const before = response.answers[step.id];
      const rows = change(before?.value.kind === "table" ? before.value.rows : []);
      return {
        when: { [`answers.${step.id}.revision`]: before?.revision ?? null },
        set: {
          [`answers.${step.id}`]: nextAnswer(before, { kind: "table", rows: [...rows] }, turn, null),
          touchedAt: turn.event.now,
        },
        planned: [
          {
            place,
            how: { kind: "view", key },
            tell: { kind: "ask", round: response.round, step: step.id, several: false },
          },
        ],
      };
    }),
  );
}

/** "Rivit valmiit". */
export async function rowsDone(turn: Tap, state: ConversationState, id: string, several: boolean): Promise<Outcome> {
  const table = tableOf(state, id);
  if (!table) return { kind: "taken", notice: turn.say("turn.oldButton") };
  if (table.rows.length < table.step.minRows)
    return { kind: "taken", notice: turn.say("turn.rowsFew", { count: table.step.minRows }) };
  const tapped = turn.ports.courier.standing(state.response, askedKey(id))?.message;
  return recordAnswer(
    turn,
    state,
    table.step,
    { kind: "table", rows: [...table.rows] },
    { several, ...(tapped === undefined ? {} : { tapped }) },
  );
}

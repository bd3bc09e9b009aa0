import type { Outcome } from "../../channels/channel.ts";
import type { Row } from "../../flow/answer-value.ts";
import { questionOf } from "../../flow/compile-flow.ts";
import { readValues } from "../../flow/reading/read-values.ts";
import type { QuestionOf } from "../../flow/step.ts";
import { changeRecord } from "../../rounds/change-record.ts";
import { askedKey, type Response, responses } from "../../rounds/response.ts";
import type { Action } from "../action.ts";
import { rowsSoFar } from "../draw/asking/rows-so-far.ts";
import { asksToRemove } from "../draw/row-form.ts";
import { valuesOf } from "../load-scene.ts";
import type { Tap } from "../turn.ts";
import type { ConversationState } from "./conversation-state.ts";
import { nextAnswer, recordAnswer, sent } from "./record-answer.ts";
import { rowDialog, rowIdOf, tableDialog, tooFewRows } from "./table-dialog.ts";

function tableOf(
  { flow, response }: ConversationState,
  id: string,
): { readonly step: QuestionOf<"table">; readonly rows: readonly Row[] } | undefined {
  const step = questionOf(flow, id);
  if (step?.kind !== "table") return undefined;
  return { step, rows: rowsSoFar(response, id) };
}

/** The form of one row, a new one or one that stands; or the dialog of all. Nothing is written. */
export async function openRowForm(
  turn: Tap,
  state: ConversationState,
  { step: id, row, all }: Extract<Action, { kind: "row" }>,
): Promise<Outcome> {
  const table = tableOf(state, id);
  if (!table) return { kind: "taken", notice: turn.say("turn.oldButton") };
  if (all) return tableDialog(turn, state.response.round, table.step);
  if (row === undefined && table.rows.length >= table.step.maxRows)
    return { kind: "taken", notice: turn.say("turn.rowsFull", { count: table.step.maxRows }) };
  return rowDialog(turn, state.response.round, table.step, row);
}

/**
 * The submit of a row: added with an id of its own, which effects will know it by, or changed where it stands. The dialog goes on with the table, also
 * when the platform repeats the submit.
 */
export async function saveRow(
  turn: Tap,
  state: ConversationState,
  id: string,
  row: string | undefined,
): Promise<Outcome> {
  const table = tableOf(state, id);
  if (!table) return { kind: "taken", notice: turn.say("turn.oldButton") };
  const { round } = state.response;
  if (state.response.events.includes(turn.event.id)) return tableDialog(turn, round, table.step);
  if (row !== undefined && asksToRemove(turn.incoming.values)) {
    await removeRow(turn, state, id, row);
    return tableDialog(turn, round, table.step);
  }
  const answering = {
    flow: state.flow,
    answers: valuesOf(state.response),
    context: state.context,
    language: turn.person.language,
  };
  const read = readValues(
    table.step,
    turn.incoming.values ?? {},
    answering,
    table.rows.filter((one) => one.id !== row),
  );
  if (!read.ok) return { kind: "mistakes", mistakes: read.mistakes };
  // Two forms that stood open at once.
  if (!table.rows.some(({ id: known }) => known === row) && table.rows.length >= table.step.maxRows)
    return tableDialog(turn, round, table.step, turn.say("turn.rowsFull", { count: table.step.maxRows }));
  const saved: Row = { id: row ?? rowIdOf(turn.event.id), cells: read.value };
  await changeRows(turn, state, table.step, (rows) =>
    rows.some((one) => one.id === saved.id) ? rows.map((one) => (one.id === saved.id ? saved : one)) : [...rows, saved],
  );
  return tableDialog(turn, round, table.step);
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

/** "Rivit valmiit" on the card, "Valmis" in the dialog. */
export async function rowsDone(turn: Tap, state: ConversationState, id: string, several: boolean): Promise<Outcome> {
  const table = tableOf(state, id);
  if (!table) return { kind: "taken", notice: turn.say("turn.oldButton") };
  if (table.rows.length < table.step.minRows) return tooFewRows(turn, state.response.round, table.step);
  const tapped = turn.ports.courier.standing(state.response, askedKey(id))?.message;
  return recordAnswer(
    turn,
    state,
    table.step,
    { kind: "table", rows: [...table.rows] },
    { several, ...(tapped === undefined ? {} : { tapped }) },
  );
}

import type { Outcome } from "../../channels/channel.ts";
import type { Row } from "../../flow/answer-value.ts";
import { readValues } from "../../flow/reading/read-values.ts";
import type { QuestionOf } from "../../flow/step.ts";
import type { Step } from "../../rounds/change-record.ts";
import type { Proposal, Response } from "../../rounds/response.ts";
import type { Action } from "../action.ts";
import { joinRows } from "../answering/join-rows.ts";
import { rowDialog, rowIdOf, tableDialog, tooFewRows } from "../answering/table-dialog.ts";
import { rowsSoFar } from "../draw/asking/rows-so-far.ts";
import { asksToRemove } from "../draw/row-form.ts";
import { valuesOf } from "../load-scene.ts";
import type { Tap } from "../turn.ts";
import { stepCard } from "./begin-together.ts";
import { proposalKey } from "./proposal-key.ts";
import { take } from "./settle.ts";
import { askedNow, changeTeam, isFacilitator, onlyFacilitator, type TeamState } from "./team-state.ts";

type RowAction = Extract<Action, { kind: "row" | "save-row" | "remove-row" | "rows-done" }>;
type Proposals = { readonly [key: string]: Proposal };

/** Under this key stand the rows that were recorded before, once someone changes them. */
const RECORDED = "recorded";

/**
 * A table that a team fills together: anyone's rows are their proposal, and together they are the table. The facilitator says on its card when it is
 * done; their dialog is closed as everyone's is.
 */
export async function teamRows(turn: Tap, state: TeamState, action: RowAction): Promise<Outcome> {
  const step = askedNow(state, action.step);
  if (step?.kind !== "table") return { kind: "taken", notice: turn.say("turn.stepPassed") };
  const rows = rowsSoFar(state.response, step.id);
  switch (action.kind) {
    case "row":
      if (action.all) return tableDialog(turn, state.round._id, step);
      return action.row === undefined && rows.length >= step.maxRows
        ? { kind: "taken", notice: turn.say("turn.rowsFull", { count: step.maxRows }) }
        : rowDialog(turn, state.round._id, step, action.row);
    case "save-row":
      return saveTeamRow(turn, state, step, action.row);
    case "remove-row":
      return changeProposals(turn, state, step, (proposals) => removing(proposals, action.row));
    case "rows-done":
      if (action.close) return { kind: "taken" };
      if (!isFacilitator(turn, state))
        return turn.incoming.kind === "submitted" ? { kind: "taken" } : onlyFacilitator(turn, state);
      return rows.length < step.minRows
        ? tooFewRows(turn, state.round._id, step)
        : take(turn, state, step.id, { kind: "table", rows });
    default:
      return action satisfies never;
  }
}

async function saveTeamRow(
  turn: Tap,
  state: TeamState,
  step: QuestionOf<"table">,
  row: string | undefined,
): Promise<Outcome> {
  const { flow, response, context, round } = state;
  if (row !== undefined && asksToRemove(turn.incoming.values)) {
    await changeProposals(turn, state, step, (proposals) => removing(proposals, row));
    return tableDialog(turn, round._id, step);
  }
  const answering = { flow, answers: valuesOf(response), context, language: turn.person.language };
  const others = rowsSoFar(response, step.id).filter(({ id }) => id !== row);
  const read = readValues(step, turn.incoming.values ?? {}, answering, others);
  if (!read.ok) return { kind: "mistakes", mistakes: read.mistakes };
  const saved: Row = { id: row ?? rowIdOf(turn.event.id), cells: read.value };
  const outcome = await changeProposals(turn, state, step, (proposals) => {
    const standing = Object.values(proposals).flatMap(rowsIn);
    const joined = joinRows(turn, step, answering, { standing, rows: [saved] });
    return joined.ok ? saving(turn, proposals, saved) : joined.reason;
  });
  return outcome.kind === "taken" && outcome.notice !== undefined
    ? tableDialog(turn, round._id, step, outcome.notice)
    : tableDialog(turn, round._id, step);
}

/** A row is changed with whoever proposed it; a new one joins one's own. */
function saving(turn: Tap, proposals: Proposals, row: Row): Proposals {
  const holder = Object.entries(proposals).findLast(([, proposal]) => rowsIn(proposal).some(({ id }) => id === row.id));
  const [key, standing] = holder ?? [proposalKey(turn.person._id), proposals[proposalKey(turn.person._id)]];
  const rows = standing ? rowsIn(standing) : [];
  const changed = holder ? rows.map((one) => (one.id === row.id ? row : one)) : [...rows, row];
  const by = standing ?? { by: turn.person._id, at: turn.event.now, message: null };
  return { [key]: { ...by, value: { kind: "table", rows: changed } } };
}

function removing(proposals: Proposals, row: string): Proposals {
  const holding = Object.entries(proposals).filter(([, proposal]) => rowsIn(proposal).some(({ id }) => id === row));
  return Object.fromEntries(
    holding.map(([key, proposal]) => [
      key,
      { ...proposal, value: { kind: "table", rows: rowsIn(proposal).filter(({ id }) => id !== row) } },
    ]),
  );
}

function rowsIn({ value }: Proposal): readonly Row[] {
  return value.kind === "table" ? value.rows : [];
}

/** Rows that were recorded before become a proposal themselves before the first change, so that none is lost. */
function changeProposals(
  turn: Tap,
  state: TeamState,
  step: QuestionOf<"table">,
  change: (proposals: Proposals) => Proposals | string,
): Promise<Outcome> {
  return changeTeam(turn, state, (response: Response): Step | { declined: string } => {
    if (askedNow({ flow: state.flow, response }, step.id) === undefined)
      return { declined: turn.say("turn.stepPassed") };
    const proposed = response.proposals[step.id] ?? {};
    const recorded = response.answers[step.id];
    const begun: Proposals =
      Object.keys(proposed).length > 0 || recorded?.value.kind !== "table"
        ? proposed
        : { [RECORDED]: { value: recorded.value, by: recorded.by, at: recorded.at, message: null } };
    const changed = change(begun);
    if (typeof changed === "string") return { declined: changed };
    const set = { ...(begun === proposed ? {} : begun), ...changed };
    return {
      // Somebody else's rows may have come meanwhile.
      when: { outboxRevision: response.outboxRevision },
      set: {
        ...Object.fromEntries(Object.entries(set).map(([key, proposal]) => [`proposals.${step.id}.${key}`, proposal])),
        touchedAt: turn.event.now,
        taken: null,
      },
      planned: [stepCard(state.round, step.id)],
    };
  });
}

import type { Outcome } from "../../../channels/channel.ts";
import type { Incoming } from "../../../channels/incoming.ts";
import { actions, eventActionId, type PlanAction } from "../../../plan/action.ts";
import type { Decision } from "../../../plan/decision.ts";
import { edit, isAsWritten } from "../../../plan/edit.ts";
import { converse } from "../../converse.ts";
import { shorten } from "../../draw/shorten.ts";
import type { Turn } from "../../turn.ts";
import { changeByHand } from "../change-by-hand.ts";
import { closedDueNotice } from "../closed-due.ts";
import { type PlanCommand, readPlanCommand } from "../read-plan-command.ts";
import { noteByText, noteRead, writtenKey } from "./note-action.ts";
import { answerAsked, askOfNote, isAsked } from "./waiting-note.ts";

type Edited = Turn<Extract<Incoming, { kind: "edited" }>>;
type Deleted = Turn<Extract<Incoming, { kind: "deleted" }>>;

const QUOTED = 80;

/**
 * Someone edited the message in which they wrote an action: as long as nobody has done anything to it, it follows; else they are told that it stays.
 * Undefined where the message made no action.
 */
export async function editedNote(turn: Edited): Promise<Outcome | undefined> {
  const action = await writtenIn(turn);
  const command = readPlanCommand(turn.incoming.text);
  if (!action) return editedBefore(turn, command);
  const note = command?.kind === "note" ? noteRead(turn, action.team, command.text) : undefined;
  if (!note || note.what === "") return told(turn, turn.say("plan.noteUnread", { what: shorten(action.what, QUOTED) }));
  const { what, due, rest: notes, owners } = note;
  const mayBeDue = note.doubt?.kind === "day" ? [...note.doubt.days] : null;
  const doing = { person: turn.person._id, now: turn.event.now };
  const isSameDoubt = JSON.stringify(action.mayBeDue) === JSON.stringify(mayBeDue);
  const changed = (now: PlanAction): Decision => {
    const decision = edit(now, { what, due, notes }, { wanted: owners, doing });
    // Other days that it may mean are asked about instead.
    return "declined" in decision && decision.declined === "unchanged" && !isSameDoubt ? { set: {} } : decision;
  };
  const decided = changed(action);
  // Platforms tell of edits that change no word: a link that got its preview.
  if ("declined" in decided && decided.declined === "unchanged") return { kind: "taken" };
  if (!isAsWritten(action)) return told(turn, turn.say("plan.noteStays", { what: shorten(action.what, QUOTED) }));
  const outcome = await changeByHand(turn, action._id, {}, (now) => {
    const decision = changed(now);
    if ("declined" in decision || !isAsWritten(now)) return { declined: "unchanged" };
    // It is still what its writer wrote: the next edit is followed as well.
    const { edited: _, ...set } = decision.set;
    return { ...decision, set: { ...set, mayBeDue } };
  });
  const closed =
    JSON.stringify(due) === JSON.stringify(action.due) ? undefined : closedDueNotice(turn, action.team, due);
  return outcome.kind === "taken" && closed !== undefined ? told(turn, closed) : outcome;
}

/** It is not recorded yet, since something is asked about it: what is asked about is what the message says now. */
async function editedBefore(turn: Edited, command: PlanCommand | undefined): Promise<Outcome | undefined> {
  const once = writtenKey(turn.incoming.place, turn.incoming.message);
  if (!(await isAsked(turn, once))) return undefined;
  return command?.kind === "note"
    ? noteByText(turn, command.text)
    : askOfNote(turn, once, { kind: "sentence", text: turn.say("plan.noteTakenBack") });
}

/** Someone deleted that message: the action stays, and they are told so. */
export async function deletedNote(turn: Deleted): Promise<Outcome | undefined> {
  const action = await writtenIn(turn);
  if (!action) return deletedBefore(turn);
  return action.open
    ? told(turn, turn.say("plan.noteDeleted", { what: shorten(action.what, QUOTED) }))
    : { kind: "taken" };
}

async function deletedBefore(turn: Deleted): Promise<Outcome | undefined> {
  const once = writtenKey(turn.incoming.place, turn.incoming.message);
  if (!(await isAsked(turn, once))) return undefined;
  await answerAsked(turn, once, turn.say("plan.noteTakenBack"));
  return { kind: "taken" };
}

async function writtenIn({ ports, incoming, person }: Edited | Deleted): Promise<PlanAction | undefined> {
  const id = eventActionId(incoming.company, writtenKey(incoming.place, incoming.message));
  const action = await ports.store.get(actions, id);
  return action?.createdBy === person._id ? action : undefined;
}

function told(turn: Turn, text: string): Promise<Outcome> {
  return converse(turn, [{ kind: "sentence", text }], { place: { kind: "private", person: turn.person._id } });
}

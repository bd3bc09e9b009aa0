import type { Outcome } from "../../../channels/channel.ts";
import type { Incoming } from "../../../channels/incoming.ts";
import { actions, eventActionId, type PlanAction } from "../../../plan/action.ts";
import { edit, isAsWritten } from "../../../plan/edit.ts";
import { converse } from "../../converse.ts";
import { shorten } from "../../draw/shorten.ts";
import type { Turn } from "../../turn.ts";
import { changeByHand } from "../change-by-hand.ts";
import { readPlanCommand } from "../read-plan-command.ts";
import { noteRead, writtenKey } from "./note-action.ts";

type Edited = Turn<Extract<Incoming, { kind: "edited" }>>;
type Deleted = Turn<Extract<Incoming, { kind: "deleted" }>>;

const QUOTED = 80;

/**
 * Someone edited the message in which they wrote an action: as long as nobody has done anything to it, it follows; else they are told that it stays.
 * Undefined where the message made no action.
 */
export async function editedNote(turn: Edited): Promise<Outcome | undefined> {
  const action = await writtenIn(turn);
  if (!action) return undefined;
  const command = readPlanCommand(turn.incoming.text);
  const note = command?.kind === "note" ? noteRead(turn, action.team, command.text) : undefined;
  if (!note || note.what === "") return told(turn, turn.say("plan.noteUnread", { what: shorten(action.what, QUOTED) }));
  const { what, due, rest: notes, owners } = note;
  const mayBeDue = note.doubt?.kind === "day" ? [...note.doubt.days] : null;
  const doing = { person: turn.person._id, now: turn.event.now };
  const changed = (now: PlanAction) => edit(now, { what, due, notes }, { wanted: owners, doing });
  const decided = changed(action);
  // Platforms tell of edits that change no word: a link that got its preview.
  if ("declined" in decided && decided.declined === "unchanged") return { kind: "taken" };
  if (!isAsWritten(action)) return told(turn, turn.say("plan.noteStays", { what: shorten(action.what, QUOTED) }));
  return changeByHand(turn, action._id, {}, (now) => {
    const decision = changed(now);
    if ("declined" in decision || !isAsWritten(now)) return { declined: "unchanged" };
    // It is still what its writer wrote: the next edit is followed as well.
    const { edited: _, ...set } = decision.set;
    return { ...decision, set: { ...set, mayBeDue } };
  });
}

/** Someone deleted that message: the action stays, and they are told so. */
export async function deletedNote(turn: Deleted): Promise<Outcome | undefined> {
  const action = await writtenIn(turn);
  if (!action) return undefined;
  return action.open
    ? told(turn, turn.say("plan.noteDeleted", { what: shorten(action.what, QUOTED) }))
    : { kind: "taken" };
}

async function writtenIn({ ports, incoming, person }: Edited | Deleted): Promise<PlanAction | undefined> {
  const id = eventActionId(incoming.company, writtenKey(incoming.place, incoming.message));
  const action = await ports.store.get(actions, id);
  return action?.createdBy === person._id ? action : undefined;
}

function told(turn: Turn, text: string): Promise<Outcome> {
  return converse(turn, [{ kind: "sentence", text }], { place: { kind: "private", person: turn.person._id } });
}

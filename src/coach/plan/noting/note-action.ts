import { createHash } from "node:crypto";
import type { Outcome } from "../../../channels/channel.ts";
import { type Place, placeKey } from "../../../channels/place.ts";
import type { Planned } from "../../../deliveries/outbox.ts";
import { normalise } from "../../../flow/reading/plain/normalise.ts";
import { isMember, presentIn, teamsOf } from "../../../people/directory.ts";
import { actions, eventActionId, type Origin, type PlanAction } from "../../../plan/action.ts";
import type { NewAction } from "../../../plan/add-action.ts";
import { addAction, NO_CONTENT } from "../../../plan/add-action.ts";
import { cardAt } from "../../../plan/card-at.ts";
import { isAsWritten, move } from "../../../plan/edit.ts";
import { openActions } from "../../../plan/find-actions.ts";
import { peopleOf, takersOf } from "../../../plan/owners.ts";
import { sentence } from "../../converse.ts";
import { teamName } from "../../draw/naming.ts";
import type { Turn } from "../../turn.ts";
import { changeByHand, proposals, refreshOwners, tellManyLive } from "../change-by-hand.ts";
import { todayOf } from "../tap-action.ts";
import { type Doubt, type Note, readNote } from "./read-note.ts";
import { answerAsked, askOfNote, forgetAsked } from "./waiting-note.ts";

/** As much of what was written as a button can carry. */
const CARRIED = 500;

/**
 * "toimenpide: …": an action of the team in whose channel it was said, in private of one's own team, else it is asked whose. Said in a channel where the
 * coach is not it is meant for that channel's people, who are no team yet: nothing is noted.
 */
export function noteByText(turn: Turn, text: string): Promise<Outcome> {
  const { incoming } = turn;
  if (incoming.kind === "said" && incoming.elsewhere)
    return Promise.resolve({ kind: "taken", notice: turn.say("plan.notHere") });
  const { place } = incoming;
  const said = incoming.kind === "said" || incoming.kind === "edited";
  const own = teamsOf(turn.directory, turn.person._id).map(({ _id }) => _id);
  const team = place.kind === "private" ? teamMeant(turn, own, text) : place.team;
  const once = said ? writtenKey(place, incoming.message) : turn.event.id;
  if (team !== undefined) return noteAction(turn, { team, text, once });
  if (own.length === 0) return sentence(turn, turn.say("turn.noTeam"));
  // The team that knows the names best leaves the least of them in what is to be done.
  const [what = text] = own.map((one) => noteRead(turn, one, text).what).sort((a, b) => a.length - b.length);
  return askOfNote(turn, once, { kind: "plan-note-team", what, text: text.slice(0, CARRIED), teams: own, once });
}

/** Of one's own teams the only one, or the one that is named at the end: "hinnasto verkkoon, Jari, 15.12., Koneet". */
function teamMeant(turn: Turn, own: readonly string[], text: string): string | undefined {
  return own.length === 1 ? own[0] : own.find((team) => beforeTeam(turn, team, text) !== undefined);
}

/** What stands before the name of a team where the text ends in it, behind a comma. */
function beforeTeam({ directory }: Turn, team: string, text: string): string | undefined {
  const [, before, name] = /^(.+),([^,]+)$/su.exec(text) ?? [];
  const named = directory.teams.get(team);
  const isNamed = name !== undefined && named !== undefined && normalise(name) === normalise(teamName(named));
  return isNamed ? before : undefined;
}

interface Written {
  readonly team: string;
  readonly text: string;
  /** The event that brought it, where that is another one. */
  readonly once?: string | undefined;
  /** It is another one than what the plan has already in the same words. */
  readonly again?: boolean | undefined;
}

/** Records what was written, unless the plan has it already: then that is shown, and one tap records it all the same. */
export async function noteAction(turn: Turn, written: Written): Promise<Outcome> {
  const { directory, person, incoming } = turn;
  const { team, text, once = turn.event.id, again = false } = written;
  if (!isMember(directory, team, person._id)) return sentence(turn, turn.say("turn.notYourTeam"));
  const note = noteRead(turn, team, text);
  if (note.what === "") return sentence(turn, turn.say("plan.refused.what"));
  const known = again ? [] : await inTheSameWords(turn, team, note, once);
  const { due } = note;
  const undated = due && known.find((action) => isJustUndated(turn, action));
  if (undated)
    return changeByHand(turn, undated._id, { post: true }, (now) => move(now, due, { today: todayOf(turn) }));
  const same = known.find((action) => due === null || JSON.stringify(action.due) === JSON.stringify(due));
  if (same)
    return askOfNote(turn, once, {
      kind: "plan-note-twice",
      action: same._id,
      text: text.slice(0, CARRIED),
      team,
      once,
    });
  const outcome = await addByHand(turn, {
    team,
    origin: { kind: "message", message: "message" in incoming ? incoming.message : incoming.eventId },
    content: { ...NO_CONTENT, what: note.what, due: note.due, notes: note.rest },
    owners: note.owners,
    doubt: note.doubt,
    mayBeDue: note.doubt?.kind === "day" ? note.doubt.days : undefined,
    once,
  });
  const named = directory.teams.get(team);
  if (incoming.kind === "tapped") await forgetAsked(turn, once);
  else if (incoming.kind === "edited" && named)
    await answerAsked(turn, once, turn.say("plan.notedTo", { team: teamName(named) }));
  return outcome;
}

/** What is written reads so in a team. */
export function noteRead(turn: Turn, team: string, text: string): Note {
  const { directory, person } = turn;
  const known = { people: presentIn(directory, team), me: person._id, today: todayOf(turn), language: person.language };
  return readNote(beforeTeam(turn, team, text) ?? text, known);
}

/** How long a written action whose date could not be read is given its date by the same words with another. */
const JUST_NOW_MS = 60 * 60 * 1000;

/** The same person wrote it just now without a date that could be read, and nobody has done anything to it; or this very event has dated it. */
function isJustUndated({ event, person }: Turn, action: PlanAction): boolean {
  const isLately = event.now - action.createdAt <= JUST_NOW_MS;
  const isUndated = action.due === null && action.createdBy === person._id && isLately && isAsWritten(action);
  return isUndated || action.events.includes(event.id);
}

/** The open actions in which all of it but its date stands already: what is done, and by whom as far as it says so. */
async function inTheSameWords(
  { ports, incoming: { company } }: Turn,
  team: string,
  { what, owners, rest }: Note,
  once: string,
): Promise<readonly PlanAction[]> {
  const wanted = normalise(what);
  const open = await openActions(ports.store, { company, team });
  return open.filter(
    (action) =>
      action._id !== eventActionId(company, once) &&
      normalise(action.what) === wanted &&
      owners.every((person) => peopleOf(action).includes(person)) &&
      (rest === "" || rest === action.notes),
  );
}

/** The message in which an action was written makes its id, so that the message's edits find it. */
export function writtenKey(place: Place, message: string): string {
  return `written-${createHash("sha256")
    .update(`${placeKey(place)}\n${message}`)
    .digest("base64url")
    .slice(0, 22)}`;
}

/** Adds an action and shows it where it was made, to those to whom it is proposed, and to the team where nobody has it. */
export async function addByHand(
  turn: Turn,
  added: Pick<NewAction, "team" | "content" | "owners" | "mayBeDue"> & {
    readonly origin: Exclude<Origin, { kind: "row" }>;
    readonly doubt?: Doubt | undefined;
    /** The event that asked for it, where that is another one. */
    readonly once?: string | undefined;
  },
): Promise<Outcome> {
  const { ports, incoming, event, person } = turn;
  const { doubt, once = event.id, ...action } = added;
  const { company } = incoming;
  const made = await addAction(
    ports.store,
    { ...action, id: eventActionId(company, once), company, by: person._id },
    event,
    (record) => shownAt(turn, record, doubt),
  );
  if (made.kind === "exists") return { kind: "repeated" };
  ports.courier.send(actions, made.record);
  await refreshOwners(turn, {}, made.record);
  if (takersOf(made.record).length > 0) await tellManyLive(turn, made.record.team);
  return { kind: "taken" };
}

function shownAt(turn: Turn, action: PlanAction, doubt: Doubt | undefined): readonly Planned[] {
  const { place: said } = turn.incoming;
  // A team's action is shown to the team, however it was asked for.
  const place = said.kind === "channel" ? { kind: said.kind, team: said.team } : said;
  const told = {
    kind: "plan-card",
    action: action._id,
    noted: true,
    ...(doubt ? { doubt: { question: doubt.question, people: [...doubt.people], days: [...doubt.days] } } : {}),
  } as const;
  const owners = Object.keys(action.owners);
  const open = owners.length === 0 && doubt?.kind !== "person";
  return [
    cardAt(place, action, told),
    ...(open && place.kind === "private" ? [cardAt({ kind: "channel", team: action.team }, action)] : []),
    ...proposals(turn, action, owners),
    ...settled(turn, action),
  ];
}

/** The question whose action it is, once it was answered by a tap: its buttons give way to a word. */
function settled(turn: Turn, { team }: PlanAction): readonly Planned[] {
  const { incoming, directory } = turn;
  const named = directory.teams.get(team);
  if (incoming.kind !== "tapped" || !named) return [];
  const text = turn.say("plan.notedTo", { team: teamName(named) });
  return [
    { place: incoming.place, how: { kind: "edit", message: incoming.message }, tell: { kind: "sentence", text } },
  ];
}

import { namesOf } from "../../../flow/reading/choices/option-names.ts";
import { matchName } from "../../../flow/reading/plain/match-name.ts";
import { normalise } from "../../../flow/reading/plain/normalise.ts";
import { isMember, presentIn, teamsOf } from "../../../people/directory.ts";
import type { PlanAction } from "../../../plan/action.ts";
import { closedSince, openActions } from "../../../plan/find-actions.ts";
import type { Turn } from "../../turn.ts";
import { readNote } from "../noting/read-note.ts";
import { isOwn } from "../plan-view.ts";
import { todayOf } from "../tap-action.ts";
import type { Doing } from "./read-doing.ts";

export type NamedAction =
  /** `detail` is what stands behind the name. */
  | { readonly kind: "one"; readonly action: PlanAction; readonly detail: string }
  | { readonly kind: "several"; readonly actions: readonly string[]; readonly guessed?: true }
  | { readonly kind: "none" };

const COMMA = /\s*(?:,(?!\d)|;|\n|\s[–—-]\s)\s*/gu;
/** What was closed lately is known by name too: that it is closed is said then. */
const LATELY_MS = 7 * 24 * 60 * 60 * 1000;
const A_YEAR_MS = 366 * 24 * 60 * 60 * 1000;

/** Which action of one's teams, in a channel of its team, is called so: whole, in part or inflected. One's own comes before others' of like names. */
export async function namedAction(turn: Turn, doing: Doing): Promise<NamedAction> {
  const { ports, incoming, event } = turn;
  const { company } = incoming;
  const teams = teamsHere(turn);
  const open = (await Promise.all(teams.map((team) => openActions(ports.store, { company, team })))).flat();
  const found = among(turn, open, doing, teams);
  if (found.kind !== "none" && !("guessed" in found) && doing.verb !== "reopen") return found;
  const since = event.now - (doing.verb === "reopen" ? A_YEAR_MS : LATELY_MS);
  const closed = await Promise.all(teams.map((team) => closedSince(ports.store, { company, team, since })));
  const done = among(turn, closed.flat(), doing, teams);
  // A slip of the finger is looked for only where nothing is called so as it was written.
  return done.kind === "none" || ("guessed" in done && found.kind !== "none") ? found : done;
}

/** The teams of whose actions a person speaks here. */
export function teamsHere({ directory, person, incoming: { place } }: Turn): readonly string[] {
  if (place.kind === "private") return teamsOf(directory, person._id).map(({ _id }) => _id);
  return isMember(directory, place.team, person._id) ? [place.team] : [];
}

function among(turn: Turn, all: readonly PlanAction[], doing: Doing, teams: readonly string[]): NamedAction {
  const list = namesOf(all.map(({ _id: id, what: name }) => ({ id, name })));
  const read = splits(turn, doing, teams).map(({ name, detail }) => ({
    detail,
    match: matchName(normalise(name), list),
  }));
  const meant =
    read.find(({ match }) => match.kind !== "none" && !isGuess(match)) ?? read.find(({ match }) => isGuess(match));
  if (!meant || meant.match.kind === "none") return { kind: "none" };
  const { match, detail } = meant;
  const actions = (match.kind === "one" ? [match.index] : match.indexes).flatMap((index) => all[index] ?? []);
  const own = actions.filter((action) => isOwn(action, turn.person._id));
  const [only, ...others] = own.length === 1 ? own : actions;
  return only && others.length === 0 && !isGuess(match)
    ? { kind: "one", action: only, detail }
    : { kind: "several", actions: actions.map(({ _id }) => _id), ...(isGuess(match) ? { guessed: true } : {}) };
}

function isGuess(match: ReturnType<typeof matchName>): boolean {
  return match.kind === "one" && (match.typo || !match.sure);
}

/** In which ways it may be a name and what stands behind it: the longest name first. */
function splits(turn: Turn, { verb, text }: Doing, teams: readonly string[]) {
  const whole = { name: text.replace(/[\s.!]+$/u, ""), detail: "" };
  const commas = [...text.matchAll(COMMA)]
    .map(({ index, 0: comma }) => ({ name: text.slice(0, index), detail: text.slice(index + comma.length) }))
    .toReversed();
  if (verb !== "move" && verb !== "hand") return [whole, ...commas];
  // Who and when are read from the end of it all, with or without a comma.
  const { what } = readNote(text, knownFor(turn, teams));
  return [what, whole.name, ...commas.map(({ name }) => name)].map((name) => ({ name, detail: text }));
}

/** As whose words a detail is read: those who are here in the teams. */
export function knownFor(turn: Turn, teams: readonly string[]) {
  const { directory, person } = turn;
  const people = teams.flatMap((team) => presentIn(directory, team));
  const once = [...new Map(people.map((one) => [one._id, one])).values()];
  return { people: once, me: person._id, today: todayOf(turn), language: person.language };
}

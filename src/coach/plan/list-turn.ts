import { HOME, type Outcome } from "../../channels/channel.ts";
import type { Place } from "../../channels/place.ts";
import { namesOf } from "../../flow/reading/choices/option-names.ts";
import { matchName } from "../../flow/reading/plain/match-name.ts";
import { normalise } from "../../flow/reading/plain/normalise.ts";
import { readQuarterText } from "../../flow/reading/plain/quarter-text.ts";
import { isMember, membersOf, teamsOf } from "../../people/directory.ts";
import { actions } from "../../plan/action.ts";
import { cardAt } from "../../plan/card-at.ts";
import { changeRecord } from "../../rounds/change-record.ts";
import type { Command } from "../commands/read-command.ts";
import { converse, plan, sentence } from "../converse.ts";
import type { Tell } from "../tell.ts";
import type { Tap, Turn } from "../turn.ts";
import { actionFor } from "./change-by-hand.ts";
import type { ListOf, PlanButtonOf } from "./plan-actions.ts";
import { DIMENSIONS, dimensionsOf } from "./plan-view.ts";
import type { PlanCommand } from "./read-plan-command.ts";
import { messageOf, todayOf } from "./tap-action.ts";

/** A list asked for in words. */
export function listByCommand(
  turn: Turn,
  command: Exclude<PlanCommand, { kind: "note" | "do" | "how" }>,
): Promise<Outcome> {
  if (command.kind === "list" && command.of === "mine") return ownList(turn);
  const { place } = turn.incoming;
  const own = teamsOf(turn.directory, turn.person._id).map(({ _id }) => _id);
  const team = place.kind === "private" ? (own.length === 1 ? own[0] : undefined) : place.team;
  if (team !== undefined && !own.includes(team)) return sentence(turn, turn.say("turn.notYourTeam"));
  if (own.length === 0) return sentence(turn, turn.say("turn.noTeam"));
  if (command.kind === "list-by") return listBy(turn, command.words, team === undefined ? own : [team]);
  if (team === undefined)
    return converse(turn, [
      { kind: "plan-teams", ask: command.kind === "year" ? "year" : "list", teams: own, ...yearIn(command) },
    ]);
  if (command.kind === "year") return converse(turn, [{ kind: "plan-year", team, year: command.year ?? yearOf(turn) }]);
  return list(turn, { kind: command.of === "untaken" ? "untaken" : "team", team });
}

function yearIn(command: PlanCommand): { readonly year?: number } {
  return command.kind === "year" && command.year !== undefined ? { year: command.year } : {};
}

/** One's own actions, of all one's teams: for one's own eyes, as another team's are none of this channel's business. */
async function ownList(turn: Turn): Promise<Outcome> {
  const place: Place = { kind: "private", person: turn.person._id };
  const told = await converse(turn, [{ kind: "plan-list", of: { kind: "mine" }, page: 0 }], { place });
  const elsewhere = turn.incoming.place.kind !== "private" && told.kind === "taken";
  return elsewhere ? { kind: "taken", notice: turn.say("plan.list.inPrivate"), inPrivate: true } : told;
}

function list(turn: Turn, of: ListOf): Promise<Outcome> {
  return converse(turn, [{ kind: "plan-list", of, page: 0 }]);
}

/** "Koneet", "Q1", "Sadun", "asiakastieto": a team, a quarter, a person, a dimension, looked for in this order; of all these teams where there are several. */
function listBy(turn: Turn, words: string, teams: readonly string[]): Promise<Outcome> {
  const of = listNamed(turn, words, teams);
  return of ? list(turn, of) : sentence(turn, turn.say("plan.list.unknown", { words: words.slice(0, 60) }));
}

/** "Ensi vuoden toimenpiteet" names no list that there is: while a question waits, it is somebody's answer. */
export function namesNothing(turn: Turn, command: Command): boolean {
  if (command.kind !== "plan" || command.about.kind !== "list-by") return false;
  const own = teamsOf(turn.directory, turn.person._id).map(({ _id }) => _id);
  return listNamed(turn, command.about.words, own) === undefined;
}

function listNamed(turn: Turn, words: string, teams: readonly string[]): ListOf | undefined {
  const said = normalise(words);
  const own = teamsOf(turn.directory, turn.person._id);
  const index = single(matchName(said, namesOf(own.map(({ _id: id, name }) => ({ id, name })))));
  const team = index === undefined ? undefined : own[index]?._id;
  if (team !== undefined) return { kind: "team", team };
  const [only] = teams;
  return inTeams(turn, said, teams, teams.length === 1 && only !== undefined ? { team: only } : {});
}

function inTeams(
  turn: Turn,
  said: string,
  teams: readonly string[],
  where: { readonly team?: string },
): ListOf | undefined {
  const quarter = readQuarterText(said, todayOf(turn));
  if (quarter.kind === "quarter")
    return { kind: "quarter", ...where, quarter: `${quarter.quarter.year}-${quarter.quarter.quarter}` };
  const people = [...new Set(teams.flatMap((team) => membersOf(turn.directory, team)))];
  const person = single(matchName(said, namesOf(people.map(({ _id: id, name }) => ({ id, name })))));
  if (person !== undefined) return { kind: "person", ...where, person: people[person]?._id ?? "" };
  const dimensions = dimensionsOf(turn.flows.find(({ id }) => id === DIMENSIONS));
  const titles = dimensions.flatMap(({ id, title }) => [
    { id, name: title.fi },
    { id, name: title.en },
  ]);
  const dimension = single(matchName(said, namesOf(titles)));
  const id = dimension === undefined ? undefined : titles[dimension]?.id;
  return id === undefined ? undefined : { kind: "dimension", ...where, dimension: id };
}

function single(match: ReturnType<typeof matchName>): number | undefined {
  return match.kind === "one" && match.sure ? match.index : undefined;
}

/** A list or another page of it: the message that holds one becomes it. */
export function turnList(turn: Tap, { of, page, anew }: PlanButtonOf<"plan-list">): Promise<Outcome> {
  if (of.kind === "mine" && turn.incoming.place.kind !== "private") return ownList(turn);
  return inPlace(turn, of.kind === "mine" ? undefined : of.team, { kind: "plan-list", of, page }, anew);
}

export function turnYear(turn: Tap, { team, year }: PlanButtonOf<"plan-year">): Promise<Outcome> {
  return inPlace(turn, team, { kind: "plan-year", team, year });
}

export function turnManyLive(turn: Tap, { team, page }: PlanButtonOf<"plan-many-live">): Promise<Outcome> {
  return inPlace(turn, team, { kind: "plan-many-live", team, page });
}

function inPlace(turn: Tap, team: string | undefined, tell: Tell, anew = false): Promise<Outcome> {
  if (team !== undefined && !isMember(turn.directory, team, turn.person._id))
    return Promise.resolve({ kind: "taken", notice: turn.say("turn.notYourTeam") });
  const message = messageOf(turn);
  if (message === undefined || message === HOME || anew) return converse(turn, [tell]);
  const { place } = turn.incoming;
  return plan(turn, place, [{ place, how: { kind: "edit", message }, tell }], { told: [] });
}

/** Posts an action's card where it was asked for. */
export async function openCard(turn: Tap, id: string): Promise<Outcome> {
  const found = await actionFor(turn, id);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const { store, courier } = turn.ports;
  const { place } = turn.incoming;
  const taken = await changeRecord(store, actions, id, turn.event, (action) => ({ planned: [cardAt(place, action)] }));
  if (taken.kind === "changed") courier.send(actions, taken.record);
  return taken.kind === "repeated" ? { kind: "repeated" } : { kind: "taken" };
}

/** Tells what became of an action so far, where it was asked for. */
export async function openHistory(turn: Turn, id: string): Promise<Outcome> {
  const found = await actionFor(turn, id);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  return converse(turn, [{ kind: "plan-history", action: id }]);
}

function yearOf(turn: Turn): number {
  return Number(todayOf(turn).slice(0, 4));
}

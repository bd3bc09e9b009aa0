import { closedForTeam } from "../../../cadence/closed-for.ts";
import { movedTimes } from "../../../cadence/round-clock.ts";
import type { Closures } from "../../../calendar/closed-days.ts";
import { closuresSaid, type SaidClosures } from "../../../calendar/closures.ts";
import { isoDateIn } from "../../../calendar/iso-date.ts";
import { weekOf } from "../../../calendar/week.ts";
import { companies, teams } from "../../../people/records.ts";
import { actions } from "../../../plan/action.ts";
import { dueAnew } from "../../../plan/change-action.ts";
import { openActions } from "../../../plan/find-actions.ts";
import { moveClosing } from "../../../rounds/move-closing.ts";
import { rounds } from "../../../rounds/round.ts";
import type { Turn } from "../../turn.ts";

/** Whose closed weeks, and what is said of them, year by year; `undefined`: the team goes by its company's again. */
export interface SaidWeeks {
  readonly team: string | undefined;
  readonly said: readonly SaidClosures[] | undefined;
}

/** Writes closed weeks. Open rounds that would have closed in them are moved at once, so are days on which a quarter's actions are due, and their cards say so. */
export async function setClosedWeeks(turn: Turn, { team, said }: SaidWeeks): Promise<void> {
  const { ports, incoming, event } = turn;
  const { store, directories } = ports;
  const { company, teams: known } = await directories.fresh(incoming.company);
  const thisYear = Number(weekOf(isoDateIn(event.now, turn.person.timeZone)).slice(0, 4));
  if (team === undefined && said) {
    const closedWeeks = once(said, [company.closedWeeks], thisYear);
    const closedWeeksAsked = Math.max(company.closedWeeksAsked ?? 0, ...said.map(({ year }) => year));
    // The clocks of customers stop in them: they are counted anew at the next tick.
    const recount = company.recount ? { "recount.nextAt": event.now } : {};
    await store.change(companies, company._id, {
      set: { closedWeeks: asJson(closedWeeks), closedWeeksAsked, ...recount },
    });
  }
  if (team !== undefined) {
    // What a team has not said of other years is as the company has it.
    const voices = [known.get(team)?.closedWeeks, company.closedWeeks];
    const change = said ? { set: { closedWeeks: asJson(once(said, voices, thisYear)) } } : { unset: ["closedWeeks"] };
    await store.change(teams, team, change);
  }
  directories.forget(incoming.company);
  const changed = team === undefined ? [...known.keys()] : [team];
  await moveRounds(turn, changed);
  await moveQuarters(turn, changed);
}

/** What stands of the first of them once all of it is said. */
function once(
  said: readonly SaidClosures[],
  [first, ...others]: readonly (Closures | undefined)[],
  thisYear: number,
): Closures {
  const all = said.reduce((standing, one) => closuresSaid([standing, ...others], { ...one, thisYear }), first);
  return all ?? { ranges: [], through: thisYear - 1 };
}

/** A quarter's last open day is another one now. */
async function moveQuarters({ ports, incoming, event }: Turn, all: readonly string[]): Promise<void> {
  const { store, courier, directories } = ports;
  const { company } = incoming;
  const directory = await directories.fresh(company);
  for (const team of all) {
    const isClosed = closedForTeam(directory, team);
    for (const action of await openActions(store, { company, team })) {
      const moved = await dueAnew(store, action, isClosed, event);
      if (moved) courier.send(actions, moved);
    }
  }
}

function asJson({ ranges, through }: Closures) {
  return { ranges: ranges.map(({ from, to }) => ({ from, to })), through };
}

async function moveRounds({ ports, incoming, event }: Turn, all: readonly string[]): Promise<void> {
  const { store, courier, directories } = ports;
  const directory = await directories.fresh(incoming.company);
  for (const team of all) {
    const held = await store.find(rounds, { name: "ofTeam", equals: { company: incoming.company, team } });
    for (const round of held.filter(({ state }) => state === "open")) {
      const times = movedTimes(round, directory, event.now);
      if (!times) continue;
      const taken = await moveClosing(store, round, times, { ...event, id: `${event.id}:closed:${round._id}` });
      if (taken.kind === "changed") courier.send(rounds, taken.record);
    }
  }
}

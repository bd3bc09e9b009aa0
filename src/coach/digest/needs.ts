import { closedForTeam } from "../../cadence/closed-for.ts";
import { closureBehind, type IsClosed, nextOpenDay } from "../../calendar/closed-days.ts";
import { isoDateIn } from "../../calendar/iso-date.ts";
import { type OpenDays, openDays } from "../../customers/clock/open-days.ts";
import type { Flow } from "../../flow/flow.ts";
import { awayOn } from "../../people/away-on.ts";
import { type Directory, isMember } from "../../people/directory.ts";
import type { PlanAction } from "../../plan/action.ts";
import { isResting } from "../../plan/due-for.ts";
import { proposedOf, takersOf } from "../../plan/owners.ts";
import type { Round } from "../../rounds/round.ts";
import { hereIn } from "../plan/plan-view.ts";
import { OWN_FIRST_DAYS } from "./has-had-for-a-week.ts";

/** Something of a team that needs somebody who can decide. */
export type Need =
  /** It has stood still for a week or more. */
  | { readonly kind: "blocked"; readonly action: PlanAction }
  /** For a week or more nobody has had it, since then; those who were `asked` have not answered since then; and its day is over. */
  | {
      readonly kind: "untaken";
      readonly action: PlanAction;
      readonly since: number;
      readonly asked: readonly string[];
      readonly late: boolean;
    }
  /** Its day has been over for a week or more. */
  | { readonly kind: "late"; readonly action: PlanAction }
  /** So few answered that nothing of it can be shown. */
  | { readonly kind: "thin"; readonly round: Round; readonly flow: Flow; readonly answered: number }
  /** A week after its closing it is not chosen yet what is lifted. */
  | { readonly kind: "not-lifted"; readonly round: Round; readonly flow: Flow };

/** Below this many answers nothing of the spread is shown (DESIGN: promise 6). */
const FEWEST_SHOWN = 3;

export interface Seeing {
  readonly directory: Directory;
  readonly now: number;
  /** The reader's; undefined where it is shown to the team itself what a manager would see. */
  readonly reader?: string;
  /** Of the team. */
  readonly timeZone: string;
  readonly isClosed: IsClosed;
  readonly days: OpenDays;
}

/** By the calendar of a team. */
export function seenOf(directory: Directory, team: string, now: number): Seeing {
  const isClosed = closedForTeam(directory, team);
  const timeZone = directory.teams.get(team)?.timeZone ?? directory.company.timeZone;
  return { directory, now, timeZone, isClosed, days: openDays(isClosed) };
}

/** The need that an open action is, if it is one. What the reader does themselves, or is asked to do, stands in their own list and not here. */
export function needOfAction(action: PlanAction, seeing: Seeing): Need | undefined {
  const { standing } = action;
  if (!action.open || isResting(action, isoDateIn(seeing.now, seeing.timeZone))) return undefined;
  const here = hereIn(seeing.directory, action.team);
  const takers = takersOf(action).filter(here);
  const own = takers.length === 0 ? proposedOf(action) : takers;
  if (seeing.reader !== undefined && own.includes(seeing.reader)) return undefined;
  if (takers.length === 0) {
    const untaken = untakenSince(action, seeing);
    if (!isAWeek(untaken, seeing)) return undefined;
    const asked = proposedOf(action).filter((person) => here(person) && isTheirsForAWeek(action, person, seeing));
    const since =
      asked.length === 0 ? untaken : Math.max(...asked.map((person) => action.owners[person]?.at ?? untaken));
    return { kind: "untaken", action, since, asked, late: isOver(action, seeing) };
  }
  if (!takers.some((person) => isTheirsForAWeek(action, person, seeing))) return undefined;
  if (standing.kind === "blocked") return isAWeek(standing.since, seeing) ? { kind: "blocked", action } : undefined;
  return isLate(action, seeing) ? { kind: "late", action } : undefined;
}

/** It is theirs for a week, and they are here to have heard of it. */
function isTheirsForAWeek({ owners }: PlanAction, person: string, seeing: Seeing): boolean {
  const { directory, now } = seeing;
  const known = directory.people.get(person);
  const at = owners[person]?.at ?? now;
  return known !== undefined && isAWeek(at, seeing) && awayOn(known, isoDateIn(now, known.timeZone)) === undefined;
}

/** Whether a week has gone by since then, by the calendar: from Monday to Monday at whatever hour. Closed days stop the clock. */
function isAWeek(at: number, { timeZone, now, days }: Pick<Seeing, "timeZone" | "now" | "days">): boolean {
  return days.until(isoDateIn(at, timeZone), isoDateIn(now, timeZone)) >= OWN_FIRST_DAYS;
}

/** Since it was made, proposed, declined, or its last owner left. */
function untakenSince(action: PlanAction, { directory }: Seeing): number {
  const touched = [
    action.createdAt,
    ...Object.values(action.owners).map(({ at }) => at),
    ...takersOf(action).flatMap((person) => directory.people.get(person)?.leftAt ?? []),
    ...action.history.filter(({ did }) => did === "planned").map(({ at }) => at),
  ];
  return Math.max(...touched);
}

/** Its day is over; in the first week after closed weeks nothing is told as late. */
function isOver({ dueOn }: PlanAction, { timeZone, now, isClosed }: Seeing): boolean {
  const today = isoDateIn(now, timeZone);
  return dueOn !== null && nextOpenDay(dueOn, isClosed) < today && closureBehind(today, isClosed) === undefined;
}

/** A week after the day on which its owner heard that it was due: what came due in closed weeks is told in the first week back. */
function isLate({ dueOn }: PlanAction, { timeZone, now, isClosed, days }: Seeing): boolean {
  return dueOn !== null && days.until(nextOpenDay(dueOn, isClosed), isoDateIn(now, timeZone)) >= OWN_FIRST_DAYS;
}

/** The need that a round is, if it is one. */
export function needOfRound(
  round: Round,
  flow: Flow,
  seeing: Pick<Seeing, "timeZone" | "now" | "days">,
): Need | undefined {
  const { state, mode, snapshot, closedAt } = round;
  if (state !== "talking" || mode !== "each" || !snapshot) return undefined;
  const answered = snapshot.answered + snapshot.hands;
  if (answered < Math.min(FEWEST_SHOWN, snapshot.invited)) return { kind: "thin", round, flow, answered };
  return isAWeek(closedAt ?? seeing.now, seeing) ? { kind: "not-lifted", round, flow } : undefined;
}

/** What stands still longest first; then what nobody has, rounds, and what is late. */
export function byUrgency(needs: readonly Need[]): readonly Need[] {
  const order = ["blocked", "untaken", "thin", "not-lifted", "late"] as const satisfies readonly Need["kind"][];
  return needs.toSorted(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || since(a) - since(b) || idOf(a).localeCompare(idOf(b)),
  );
}

function since(need: Need): number {
  if ("round" in need) return need.round.closedAt ?? 0;
  const { standing, dueOn, createdAt } = need.action;
  if (standing.kind === "blocked") return standing.since;
  return need.kind === "late" && dueOn !== null ? Date.parse(dueOn) : createdAt;
}

/** The record that it is about. */
export function idOf(need: Need): string {
  return "round" in need ? need.round._id : need.action._id;
}

export function teamOf(need: Need): string {
  return "round" in need ? need.round.team : need.action.team;
}

/** Whom one can ask about it: who has taken it and is in the team, else who was proposed; the round's facilitator. */
export function askedAbout(need: Need, directory: Directory): string | undefined {
  if ("round" in need)
    return isMember(directory, need.round.team, need.round.facilitator) ? need.round.facilitator : undefined;
  const here = hereIn(directory, need.action.team);
  return takersOf(need.action).find(here) ?? proposedOf(need.action).find(here);
}

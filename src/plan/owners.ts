import type { PlanAction } from "./action.ts";

/** Whether a person can own something in this team: owners leave. */
export type IsHere = (person: string) => boolean;

/** Who has taken it, the first who did first. */
export function takersOf({ owners }: Pick<PlanAction, "owners">): readonly string[] {
  return inState(owners, "accepted");
}

/** Who was proposed and has not said anything yet. */
export function proposedOf({ owners }: Pick<PlanAction, "owners">): readonly string[] {
  return inState(owners, "proposed");
}

function inState(owners: PlanAction["owners"], state: "accepted" | "proposed"): readonly string[] {
  return Object.entries(owners)
    .filter(([, owner]) => owner.state === state)
    .sort(([one, a], [other, b]) => a.at - b.at || one.localeCompare(other))
    .map(([person]) => person);
}

/** Handed over by its owner, it leaves them; by another, it leaves the only owner there is, or one who is gone. */
export function handedFrom(action: Pick<PlanAction, "owners">, me: string, isHere: IsHere): string | null {
  const takers = takersOf(action);
  if (takers.includes(me)) return me;
  return takers.find((person) => !isHere(person)) ?? (takers.length === 1 ? (takers[0] ?? null) : null);
}

/** Somebody who is still here has taken it. A proposal that nobody takes is the team's topic. */
export function isTaken(action: Pick<PlanAction, "owners">, isHere: IsHere): boolean {
  return takersOf(action).some(isHere);
}

export function isOpen({ kind }: PlanAction["standing"]): boolean {
  return kind !== "done" && kind !== "dropped";
}

/** Under way: taken by somebody, and not told to wait. A team has strength for about three. */
export function isLive(action: Pick<PlanAction, "owners" | "standing">, isHere: IsHere): boolean {
  return isOpen(action.standing) && action.standing.kind !== "waiting" && isTaken(action, isHere);
}
/** More than so many under way: the coach says so once and asks which wait. */
export const MOST_LIVE = 3;

/** The people whose lists it stands in: takers and those who were proposed, while it is open. */
export function peopleOf(action: Pick<PlanAction, "owners" | "standing">): readonly string[] {
  return isOpen(action.standing) ? [...takersOf(action), ...proposedOf(action)] : [];
}

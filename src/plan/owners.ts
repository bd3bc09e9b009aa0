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

/**
 * Handed over by whose it is, it leaves them; by another, it leaves the only one who has it, or one who is gone. While nobody has taken it, it is with
 * those to whom it is proposed.
 */
export function handedFrom(action: Pick<PlanAction, "owners">, me: string, isHere: IsHere): string | null {
  const [takers, asked] = [takersOf(action), proposedOf(action)];
  if (takers.includes(me) || asked.includes(me)) return me;
  const holders = takers.length > 0 ? takers : asked;
  return holders.find((person) => !isHere(person)) ?? (holders.length === 1 ? (holders[0] ?? null) : null);
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

/** How it stands with these owners: what nobody has taken is not under way. */
export function standingWith(standing: PlanAction["standing"], owners: PlanAction["owners"]): PlanAction["standing"] {
  return standing.kind === "going" && takersOf({ owners }).length === 0 ? { kind: "planned" } : standing;
}

/** The people whose lists it stands in: takers and those who were proposed, while it is open. */
export function peopleOf(action: Pick<PlanAction, "owners" | "standing">): readonly string[] {
  return isOpen(action.standing) ? [...takersOf(action), ...proposedOf(action)] : [];
}

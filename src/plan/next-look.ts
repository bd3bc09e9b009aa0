import type { PlanAction } from "./action.ts";
import { isOpen, proposedOf, takersOf } from "./owners.ts";

const HOUR_MS = 60 * 60 * 1000;
/** A day begins first in the zones that are fourteen hours ahead. */
const FURTHEST_AHEAD_MS = 14 * HOUR_MS;
/** A proposal that nobody has taken in a week is the team's topic. */
export const UNTAKEN_MS = 7 * 24 * HOUR_MS;

/** When a day (ISO) begins anywhere. Milliseconds since 1970. */
export function dayBegins(isoDate: string): number {
  return Date.parse(`${isoDate}T00:00:00Z`) - FURTHEST_AHEAD_MS;
}

/**
 * When the clock must look at an action next, after a moment: as the day begins anywhere on which its first deed or it itself is due, and when
 * nobody has taken it for a week. Null when nothing of that lies ahead.
 */
export function nextLook(
  action: Pick<PlanAction, "standing" | "owners" | "firstDeed" | "dueOn" | "createdAt">,
  after: number,
): number | null {
  const { standing, firstDeed, dueOn, createdAt } = action;
  if (!isOpen(standing)) return null;
  const untaken = takersOf(action).length === 0 && proposedOf(action).length === 0;
  const moments = [
    ...[firstDeed?.on, dueOn].flatMap((day) => (day ? [dayBegins(day)] : [])),
    ...(untaken ? [createdAt + UNTAKEN_MS] : []),
  ].filter((at) => at > after);
  return moments.length === 0 ? null : Math.min(...moments);
}

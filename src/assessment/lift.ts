import type { Flow } from "../flow/flow.ts";
import { LIFT, type Round } from "../rounds/round.ts";
import { type AssessedStep, assessedSteps } from "./assessed-step.ts";
import { profile } from "./profile.ts";

export const MOST_LIFTED = 2;

/** How many would lift a step. */
export function supportFor(round: Pick<Round, "support">, step: string): number {
  return Object.keys(round.support[step] ?? {}).length;
}

/**
 * The one or two dimensions to lift that the figures speak for: the lowest, and a second one that stands as low. Ties go to the one that most would
 * lift, then to the first of the flow. None while nothing is agreed.
 */
export function proposeLift(round: Pick<Round, "agreed" | "support">, flow: Flow): AssessedStep[] {
  const known = profile(round, flow).levels.flatMap(({ step, level }) => (level === null ? [] : [{ step, level }]));
  const lowest = Math.min(...known.map(({ level }) => level));
  return known
    .filter(({ level }) => level === lowest)
    .map(({ step }) => step)
    .sort((a, b) => supportFor(round, b.id) - supportFor(round, a.id))
    .slice(0, MOST_LIFTED);
}

/** What stands chosen when the facilitator opens the form: what was chosen before, else what most would lift, else what the figures speak for. */
export function likelyLift(round: Pick<Round, "agreed" | "support">, flow: Flow): AssessedStep[] {
  const chosen = liftedSteps(round, flow);
  if (chosen.length > 0) return chosen;
  const wanted = assessedSteps(flow)
    .filter(({ id }) => supportFor(round, id) > 0)
    .sort((a, b) => supportFor(round, b.id) - supportFor(round, a.id))
    .slice(0, MOST_LIFTED);
  return wanted.length > 0 ? wanted : proposeLift(round, flow);
}

/** The dimensions that the team lifts, in the flow's order; empty before it has chosen. */
export function liftedSteps(round: Pick<Round, "agreed">, flow: Flow): AssessedStep[] {
  const value = round.agreed[LIFT]?.value;
  return value?.kind === "choices" ? assessedSteps(flow).filter(({ id }) => value.options.includes(id)) : [];
}

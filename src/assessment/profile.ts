import type { Flow } from "../flow/flow.ts";
import type { Round } from "../rounds/round.ts";
import { type AssessedStep, assessedSteps, levelIn } from "./assessed-step.ts";

/** A team's agreed levels at a glance. */
export interface Profile {
  /** In the flow's order; null where nothing is agreed. */
  readonly levels: readonly { readonly step: AssessedStep; readonly level: number | null }[];
  /** The mean of the agreed levels, rounded to one decimal (half up); null when none is agreed. */
  readonly average: number | null;
  /** Every step on the lowest agreed level, and on the highest. Both empty when all stand on one level or none is agreed. */
  readonly lowest: readonly AssessedStep[];
  readonly highest: readonly AssessedStep[];
}

export function profile(round: Pick<Round, "agreed">, flow: Flow): Profile {
  const levels = assessedSteps(flow).map((step) => ({
    step,
    level: levelIn(step, round.agreed[step.id]?.value) ?? null,
  }));
  const known = levels.flatMap(({ level }) => level ?? []);
  const at = (wanted: number) => levels.flatMap(({ step, level }) => (level === wanted ? step : []));
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return {
    levels,
    average:
      known.length === 0 ? null : Math.round((known.reduce((sum, one) => sum + one, 0) / known.length) * 10) / 10,
    lowest: low < high ? at(low) : [],
    highest: low < high ? at(high) : [],
  };
}

/** Step → how many levels it went up (or down, negative) since the previous round; only where both agreed on the same scale. */
export function changes(
  round: Pick<Round, "agreed">,
  previous: Pick<Round, "agreed"> | undefined,
  flow: Flow,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const step of assessedSteps(flow)) {
    const [now, then] = [round.agreed[step.id], previous?.agreed[step.id]];
    if (!now || !then || now.scale !== then.scale) continue;
    const [to, from] = [levelIn(step, now.value), levelIn(step, then.value)];
    if (to !== undefined && from !== undefined) found.set(step.id, to - from);
  }
  return found;
}

/** The levels of the previous round that can be compared with this one's: step → level. */
export function comparableLevels(
  round: Pick<Round, "agreed">,
  previous: Pick<Round, "agreed"> | undefined,
  flow: Flow,
): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  for (const [id, difference] of changes(round, previous, flow)) {
    const step = assessedSteps(flow).find((one) => one.id === id);
    const level = step && levelIn(step, round.agreed[id]?.value);
    if (level !== undefined) levels.set(id, level - difference);
  }
  return levels;
}

import type { PlanAction } from "./action.ts";

/** The days (ISO) on which something of an action is due: its first deed as long as nothing is under way, and itself. */
export function dueDays({ standing, firstDeed, dueOn }: Pick<PlanAction, "standing" | "firstDeed" | "dueOn">) {
  const deed = standing.kind === "planned" ? (firstDeed?.on ?? null) : null;
  return [...new Set([deed, dueOn])].filter((on) => on !== null);
}

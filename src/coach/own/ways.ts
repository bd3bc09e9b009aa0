import type { Flow } from "../../flow/flow.ts";
import type { TeamMode } from "../../rounds/open-round.ts";
import { flowsLookedAt } from "../earlier.ts";

type Ways = Pick<Flow, "participation" | "alsoAs">;

/** How a team may run a flow, the usual way first; empty where the flow is a person's own. */
export function teamModes(flow: Ways): readonly TeamMode[] {
  const ways = new Set([flow.participation, ...(flow.alsoAs ?? [])]);
  return [...ways].filter((way) => way !== "own");
}

/** The mode that was asked for where the flow allows it, else its usual one. */
export function modeOf(flow: Ways, wanted: TeamMode | undefined): TeamMode | undefined {
  const modes = teamModes(flow);
  return modes.find((mode) => mode === wanted) ?? modes[0];
}

/** Whether a person may run it for themselves. */
export function mayBeOwn(flow: Ways): boolean {
  return flow.participation === "own" || flow.alsoAs?.includes("own") === true;
}

/** Whether it asks about a team's people or builds on a team's answers, so that it matters which team it is done in. */
export function looksAtTeam(flow: Flow): boolean {
  const asksPeople = flow.steps.some(
    (step) =>
      step.kind === "person" || (step.kind === "table" && step.columns.some((column) => column.kind === "person")),
  );
  return asksPeople || flowsLookedAt(flow).length > 0;
}

import { closedForTeam } from "../../cadence/closed-for.ts";
import type { PlanAction } from "../../plan/action.ts";
import { nextDay } from "../../plan/due-for.ts";
import type { WeekReader } from "./week-section.ts";

/** Whether its day has gone by and the reader is to be told so: not while its team is closed, nor when they are just back with it. */
export function isToldLate(
  action: PlanAction,
  { directory, today, backIn }: Pick<WeekReader, "directory" | "today" | "backIn">,
): boolean {
  const next = nextDay(action);
  const isClosed = closedForTeam(directory, action.team);
  return next !== null && next < today && !isClosed(today) && backIn(isClosed) === undefined;
}

import { closedForTeam } from "../../cadence/closed-for.ts";
import type { Due } from "../../plan/action.ts";
import type { Turn } from "../turn.ts";

/** A day that somebody chose in closed weeks is kept, and said to be there (DESIGN: promise 13). Undefined for any other. */
export function closedDueNotice(
  { directory, say }: Turn,
  team: string,
  ...days: readonly (Due | string | null | undefined)[]
): string | undefined {
  const isClosed = closedForTeam(directory, team);
  const chosen = days.flatMap((day) => (typeof day === "string" ? day : day?.kind === "day" ? day.on : []));
  return chosen.some(isClosed) ? say("admin.closed.dueInside") : undefined;
}

import { closedForEither } from "../../cadence/closed-for.ts";
import { nextOpenDay } from "../../calendar/closed-days.ts";
import type { PlanAction } from "../../plan/action.ts";
import { isResting, restsUntil } from "../../plan/due-for.ts";
import type { WeekReader } from "./week-section.ts";

/** What is open of a person and yet not spoken of now: put off, waiting for its turn, or resting while its team is closed. */
export interface Waiting {
  readonly actions: readonly PlanAction[];
  /** The first day on which one of them comes up (ISO); null where all of them wait until somebody says so. */
  readonly until: string | null;
  /** The person is left alone today. */
  readonly closed: boolean;
}

/** For a message in which nothing is open otherwise. */
export async function waitingOf({ actions, directory, person, isClosed, today }: WeekReader): Promise<Waiting> {
  const all = await actions();
  const days = all.flatMap((action) => {
    const put = action.snoozed[person._id]?.until;
    const rests = isResting(action, today) ? restsUntil(action) : today;
    if (put === null || rests === null) return [];
    const from = [today, put ?? today, rests].toSorted().at(-1) ?? today;
    return [nextOpenDay(from, closedForEither(directory, { team: action.team, person: person._id }))];
  });
  return { actions: all, until: days.toSorted()[0] ?? null, closed: isClosed(today) };
}

import { closedForTeam } from "../../../cadence/closed-for.ts";
import { standsInFor } from "../../../cadence/receiver.ts";
import { isMember } from "../../../people/directory.ts";
import type { PlanAction } from "../../../plan/action.ts";
import { byNextDay, dueFor } from "../../../plan/due-for.ts";
import { actionsOf } from "../../../plan/find-actions.ts";
import type { WeekReader, WeekSection } from "../week-section.ts";
import { ACTIONS, actionWeekItem, settledAction } from "./action-week-item.ts";

/** What is due of those who are away and whose substitute the person is, in the teams that they share. Each line names whose it is. */
export const standingIn: WeekSection = {
  id: "standing-in",
  subject: ACTIONS,
  when: "now",
  title: (say) => say("week.section.standingIn"),
  read: async (reader) => ({ items: (await dueStoodIn(reader)).map((action) => actionWeekItem(action, reader)) }),
  settled: settledAction,
};

/** What is late or due this week of those whom the person stands in for, what is due first before what is due later. */
export async function dueStoodIn(
  reader: Pick<WeekReader, "ports" | "directory" | "person" | "now" | "today">,
): Promise<readonly PlanAction[]> {
  const { directory, today } = reader;
  const all = await actionsStoodIn(reader, (away, own) => {
    const open = own.filter(({ team }) => !closedForTeam(directory, team)(today));
    const { late, thisWeek } = dueFor(open, away, today);
    return [...late, ...thisWeek];
  });
  return byNextDay(all);
}

/** The actions of those whom the person stands in for, as far as `pick` wants them. */
export async function actionsStoodIn(
  { ports, directory, person, now }: Pick<WeekReader, "ports" | "directory" | "person" | "now">,
  pick: (away: string, all: readonly PlanAction[]) => readonly PlanAction[],
): Promise<readonly PlanAction[]> {
  const away = standsInFor(person._id, directory.people, now);
  const byPerson = await Promise.all(
    away.map(async ({ _id, company }) => pick(_id, await actionsOf(ports.store, { company, person: _id }))),
  );
  const seen = new Set<string>();
  return byPerson.flat().filter(({ _id, team, owners }) => {
    const isOwn = owners[person._id]?.state === "accepted";
    const isNew = !seen.has(_id) && !isOwn && isMember(directory, team, person._id);
    seen.add(_id);
    return isNew;
  });
}

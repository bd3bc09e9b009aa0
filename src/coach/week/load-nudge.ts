import { closedForTeam } from "../../cadence/closed-for.ts";
import { addWorkingDays } from "../../calendar/working-day.ts";
import { isMember } from "../../people/directory.ts";
import { actions, type PlanAction } from "../../plan/action.ts";
import { dueDays } from "../../plan/due.ts";
import { isAwake } from "../../plan/due-for.ts";
import { takersOf } from "../../plan/owners.ts";
import { actionLineItem } from "./sections/action-week-item.ts";
import { promisedBefore, promisedLines, promisedOn } from "./sections/customers/promised-contacts.ts";
import { actionsStoodIn } from "./sections/standing-in.ts";
import type { WeekReader } from "./week-section.ts";
import type { NudgeView } from "./week-view.ts";

/** What is due of a person on a day, and of those whom they stand in for; what a posted nudge shows stays. */
export async function loadNudge(reader: WeekReader, day: string, shown?: readonly string[]): Promise<NudgeView> {
  const [found, promised] = await Promise.all([
    shown ? standing(reader, shown) : dueOn(reader, day),
    shown ? promisedBefore(reader, shown) : promisedOn(reader, day),
  ]);
  return {
    kind: "nudge",
    reader,
    due: [
      ...(await promisedLines(reader, promised)),
      ...found.map((action) => ({
        what: action.what,
        on: dueDays(action).find((on) => addWorkingDays(on, 0) === day) ?? action.dueOn ?? day,
        draw: actionLineItem(action, reader),
      })),
    ],
    contacts: promised.length,
    shown: [...promised, ...found].map(({ _id }) => _id),
  };
}

async function standing({ ports, directory, person }: WeekReader, shown: readonly string[]) {
  const found = await ports.store.getMany(actions, shown);
  return found.filter(({ company, team }) => company === person.company && isMember(directory, team, person._id));
}

async function dueOn(reader: WeekReader, day: string): Promise<readonly PlanAction[]> {
  const pick = (person: string, all: readonly PlanAction[]) =>
    all.filter(
      (action) =>
        takersOf(action).includes(person) &&
        isAwake(action, person, reader.today) &&
        !closedForTeam(reader.directory, action.team)(day) &&
        dueDays(action).some((on) => addWorkingDays(on, 0) === day),
    );
  return [...pick(reader.person._id, await reader.actions()), ...(await actionsStoodIn(reader, pick))];
}

import { isoDateIn } from "../../calendar/iso-date.ts";
import type { PlanAction } from "../../plan/action.ts";
import { dueFor, isPutOff, isResting } from "../../plan/due-for.ts";
import { actionsOf } from "../../plan/find-actions.ts";
import { paragraph, strong } from "../draw/compose.ts";
import { teamName } from "../draw/naming.ts";
import { shorten } from "../draw/shorten.ts";
import type { HomeItem, HomeReader, HomeSection } from "../home/home-section.ts";
import { partOf } from "../home/home-section.ts";
import { actionButtons } from "./draw/action-buttons.ts";
import { actionLine } from "./draw/action-words.ts";
import type { StandsIn } from "./plan-actions.ts";

const LINE = 200;
const DETAIL = 200;

/** The person's actions on their Home: what is proposed to them first, then what is late, due this week, due later, put off. */
export const myActions: HomeSection = {
  id: "actions",
  title: (say) => say("plan.list.mine"),
  most: { onHome: 3, onPage: 5 },
  read: async (reader, from, count) => {
    const { ports, person, now } = reader;
    const own = await actionsOf(ports.store, { company: person.company, person: person._id });
    const today = isoDateIn(now, person.timeZone);
    const week = dueFor(own, person._id, today);
    const putOff = own.filter((action) => !isResting(action, today) && isPutOff(action, person._id, today));
    const all = [...week.proposed, ...week.late, ...week.thisWeek, ...week.later, ...putOff];
    return partOf(all, from, count, (action) => actionItem(action, reader, "home"));
  },
};

/** One action as a line with its buttons, for messages that hold several; `in` says which message is drawn anew when one is tapped. */
export function actionItem(
  action: PlanAction,
  { directory, now }: Pick<HomeReader, "directory" | "now">,
  standsIn: StandsIn,
): HomeItem {
  return (listener) => {
    const team = directory.teams.get(action.team);
    const detail = actionLine(action, { directory, now }, listener);
    return [
      paragraph([
        strong(shorten(action.what, LINE)),
        ` ${shorten(team ? `${teamName(team)} · ${detail}` : detail, DETAIL)}`,
      ]),
      actionButtons(action, { directory }, listener, standsIn),
    ];
  };
}

import type { PlanAction } from "../../plan/action.ts";
import { byNextDay, dueFor, isPutOff, isResting } from "../../plan/due-for.ts";
import { actionsOf } from "../../plan/find-actions.ts";
import { words } from "../../text/text.ts";
import { paragraph, strong } from "../draw/compose.ts";
import { teamName } from "../draw/naming.ts";
import { shorten } from "../draw/shorten.ts";
import type { HomeItem, HomeReader, HomeSection } from "../home/home-section.ts";
import { partOf } from "../home/home-section.ts";
import { isToldLate } from "../week/is-told-late.ts";
import { weekReader } from "../week/week-reader.ts";
import { actionButtons } from "./draw/action-buttons.ts";
import { actionLine } from "./draw/action-words.ts";

const LINE = 200;
const DETAIL = 200;

/** The person's actions on their Home: what is late first, as their weekly message says so, then what is proposed to them, due this week, due later, put off. */
export const myActions: HomeSection = {
  id: "actions",
  title: (say) => say("plan.list.mine"),
  most: { onHome: 3, onPage: 5 },
  read: async (reader, from, count) => {
    const { ports, directory, person } = reader;
    const { today, backIn } = weekReader(ports, directory, person);
    const own = await actionsOf(ports.store, { company: person.company, person: person._id });
    const week = dueFor(own, person._id, today);
    const putOff = own.filter((action) => !isResting(action, today) && isPutOff(action, person._id, today));
    const awake = [...week.proposed, ...week.late, ...week.thisWeek, ...week.later];
    const late = new Set(byNextDay(awake.filter((action) => isToldLate(action, { directory, today, backIn }))));
    const all = [...late, ...awake.filter((action) => !late.has(action)), ...putOff];
    return partOf(all, from, count, (action) => actionItem(action, { ...reader, isLate: late.has(action) }));
  },
};

/** One action as a line with its buttons. */
function actionItem(
  action: PlanAction,
  { directory, now, isLate }: Pick<HomeReader, "directory" | "now"> & { readonly isLate: boolean },
): HomeItem {
  return (listener) => {
    const team = directory.teams.get(action.team);
    const line = actionLine(action, { directory, now }, listener);
    const detail = isLate ? words(listener.language)("week.line.late", { line }) : line;
    return [
      paragraph([
        strong(shorten(action.what, LINE)),
        ` ${shorten(team ? `${teamName(team)} · ${detail}` : detail, DETAIL)}`,
      ]),
      actionButtons(action, { directory }, listener, "home"),
    ];
  };
}

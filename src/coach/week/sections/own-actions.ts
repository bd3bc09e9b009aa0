import type { PlanAction } from "../../../plan/action.ts";
import { type DueSections, dueFor, nextDay } from "../../../plan/due-for.ts";
import { day } from "../../draw/when.ts";
import type { WeekReader, WeekSection } from "../week-section.ts";
import { ACTIONS, actionWeekItem, settledAction } from "./action-week-item.ts";

type Sorted = DueSections & {
  /** Due in the closed weeks ahead. */
  readonly closing: readonly PlanAction[];
};

/** The person's own actions by when something is due. In the first week back what came due meanwhile is this week's, and nothing is late. */
async function sorted({ actions, person, today, ahead, back }: WeekReader): Promise<Sorted> {
  const week = dueFor(await actions(), person._id, today);
  const isClosing = (action: PlanAction) => {
    const on = nextDay(action);
    return ahead !== undefined && on !== null && ahead.from <= on && on <= ahead.to;
  };
  const coming = [...week.thisWeek, ...week.later];
  return {
    proposed: week.proposed,
    late: back ? [] : week.late,
    thisWeek: (back ? [...week.late, ...week.thisWeek] : week.thisWeek).filter((action) => !isClosing(action)),
    closing: coming.filter(isClosing),
    later: week.later.filter((action) => !isClosing(action)),
  };
}

function ownSection(
  section: Pick<WeekSection, "id" | "when" | "title">,
  pick: (all: Sorted) => readonly PlanAction[],
): WeekSection {
  return {
    ...section,
    subject: ACTIONS,
    read: async (reader) => ({
      items: pick(await sorted(reader)).map((action) => actionWeekItem(action, reader)),
    }),
    settled: settledAction,
  };
}

export const lateActions = ownSection(
  { id: "late", when: "now", title: (say) => say("week.section.late") },
  ({ late }) => late,
);

export const thisWeekActions = ownSection(
  { id: "week", when: "now", title: (say, { back }) => say(back ? "week.section.back" : "week.section.week") },
  ({ thisWeek }) => thisWeek,
);

/** Two weeks before closed weeks: what comes due in them. */
export const closingActions = ownSection(
  {
    id: "closing",
    when: "now",
    title: (say, { ahead, listener, now }) =>
      ahead
        ? say("week.section.closing", { from: day(ahead.from, listener, now), to: day(ahead.to, listener, now) })
        : say("week.section.later"),
  },
  ({ closing }) => closing,
);

/** Proposed, and waiting for a yes or no. */
export const askedActions = ownSection(
  { id: "asked", when: "now", title: (say) => say("week.section.asked") },
  ({ proposed }) => proposed,
);

export const laterActions = ownSection(
  { id: "later", when: "later", title: (say) => say("week.section.later") },
  ({ later }) => later,
);

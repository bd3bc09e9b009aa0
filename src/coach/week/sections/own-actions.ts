import { closedForTeam } from "../../../cadence/closed-for.ts";
import { closureAhead, type DayRange, type IsClosed } from "../../../calendar/closed-days.ts";
import { teamsOf } from "../../../people/directory.ts";
import type { PlanAction } from "../../../plan/action.ts";
import { type DueSections, dueFor, nextDay } from "../../../plan/due-for.ts";
import { day } from "../../draw/when.ts";
import { isToldLate } from "../is-told-late.ts";
import type { WeekReader, WeekSection } from "../week-section.ts";
import { ACTIONS, actionWeekItem, settledAction } from "./action-week-item.ts";

type Sorted = DueSections & {
  /** Due in the closed weeks ahead. */
  readonly closing: readonly PlanAction[];
};

/**
 * The person's own actions by when something is due. Those of a team that is closed rest; in its first week back what came due meanwhile is this week's,
 * and nothing is late.
 */
async function sorted(reader: WeekReader): Promise<Sorted> {
  const { actions, directory, person, today } = reader;
  const isClosedIn = new Map(teamsOf(directory, person._id).map(({ _id }) => [_id, closedForTeam(directory, _id)]));
  const isClosed = ({ team }: PlanAction) => isClosedIn.get(team) ?? nobodyIsClosed;
  const week = dueFor(
    (await actions()).filter((action) => !isClosed(action)(today)),
    person._id,
    today,
  );
  const isLate = (action: PlanAction) => isToldLate(action, reader);
  const isClosing = (action: PlanAction) => {
    const [on, ahead] = [nextDay(action), closureAhead(today, isClosed(action))];
    return ahead !== undefined && on !== null && ahead.from <= on && on <= ahead.to;
  };
  const coming = [...week.thisWeek, ...week.later];
  return {
    proposed: week.proposed,
    late: week.late.filter(isLate),
    thisWeek: [
      ...week.late.filter((action) => !isLate(action)),
      ...week.thisWeek.filter((action) => !isClosing(action)),
    ],
    closing: coming.filter(isClosing),
    later: week.later.filter((action) => !isClosing(action)),
  };
}

const nobodyIsClosed: IsClosed = () => false;

/** The closed weeks that one of the person's teams has next. */
function closingWeeks({ directory, person, today }: WeekReader): DayRange | undefined {
  const ahead = teamsOf(directory, person._id).map(({ _id }) => closureAhead(today, closedForTeam(directory, _id)));
  return ahead.filter((range) => range !== undefined).toSorted((a, b) => a.from.localeCompare(b.from))[0];
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
    title: (say, reader) => {
      const { listener, now } = reader;
      const ahead = closingWeeks(reader);
      return ahead
        ? say("week.section.closing", { from: day(ahead.from, listener, now), to: day(ahead.to, listener, now) })
        : say("week.section.later");
    },
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

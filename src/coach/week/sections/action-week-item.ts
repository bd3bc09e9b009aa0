import { teamsOf } from "../../../people/directory.ts";
import { actions, type PlanAction } from "../../../plan/action.ts";
import { deedDay } from "../../../plan/due.ts";
import { proposedOf } from "../../../plan/owners.ts";
import { words } from "../../../text/text.ts";
import { paragraph, strong } from "../../draw/compose.ts";
import { teamName } from "../../draw/naming.ts";
import { numberWord } from "../../draw/number-words.ts";
import { shorten } from "../../draw/shorten.ts";
import { day } from "../../draw/when.ts";
import type { HomeItem } from "../../home/home-section.ts";
import { actionLine, dueWords, snoozeWords, standingWords } from "../../plan/draw/action-words.ts";
import type { StandsIn } from "../../plan/plan-actions.ts";
import type { Listener } from "../../scene.ts";
import { isToldLate } from "../is-told-late.ts";
import type { WeekItem, WeekReader, WeekSubject } from "../week-section.ts";
import { weekButtons } from "./week-buttons.ts";

export const ACTIONS: WeekSubject = {
  id: "actions",
  count: (say, count) => say("week.count.actions", { count, number: numberWord(say, count) }),
  because: (say) => say("week.because.actions"),
};

const WHAT = 100;
const DEED = 60;
const DETAIL = 150;

/** What a line of an action needs of its reader. */
export type LineReader = Pick<WeekReader, "directory" | "person" | "now" | "today" | "postedAt" | "backIn">;

export function actionWeekItem(action: PlanAction, reader: LineReader): WeekItem {
  return { id: action._id, draw: actionLineItem(action, reader) };
}

/** One action as a line: what, where it stands, and what can be done to it. `standsIn` says what is drawn anew when a button is tapped. */
export function actionLineItem(action: PlanAction, reader: LineReader, standsIn: StandsIn = "week"): HomeItem {
  return (listener) => [
    paragraph([strong(shorten(action.what, WHAT)), ` ${shorten(detail(action, reader, listener), DETAIL)}`]),
    weekButtons(action, reader, listener, standsIn),
  ];
}

export async function settledAction(id: string, reader: WeekReader): Promise<HomeItem | undefined> {
  const action = await reader.ports.store.get(actions, id);
  const { company } = reader.person;
  const isMine = teamsOf(reader.directory, reader.person._id).some(({ _id }) => _id === action?.team);
  return action && action.company === company && isMine ? actionLineItem(action, reader) : undefined;
}

function detail(action: PlanAction, reader: LineReader, listener: Listener): string {
  const { directory, person } = reader;
  const team = directory.teams.get(action.team);
  const several = teamsOf(directory, person._id).length > 1;
  return [several && team ? teamName(team) : undefined, standing(action, reader, listener)]
    .filter((part) => part !== undefined)
    .join(" · ");
}

/** What was done to it since the message came, else when it is due and how it stands. */
function standing(action: PlanAction, reader: LineReader, listener: Listener): string {
  const say = words(listener.language);
  const { person, now, postedAt = Number.POSITIVE_INFINITY } = reader;
  const { firstDeed } = action;
  if (!action.open) return standingWords(action, reader, listener);
  const snoozed = snoozeWords(action, reader, listener);
  const isBlocked = action.standing.kind === "blocked";
  if (snoozed !== undefined) return isBlocked ? `${snoozed} · ${say("plan.short.blocked")}` : snoozed;
  const due = dueWords(action, reader, listener);
  if (isBlocked) return [due, standingWords(action, reader, listener)].filter((part) => part !== undefined).join(" · ");
  if (action.owners[person._id]?.state === "declined") return say("week.line.notYours");
  const moved = action.history.some(({ did, at }) => did === "moved" && at > postedAt);
  if (moved && due !== undefined) return say("week.line.moved", { due });
  const line = actionLine(action, reader, listener);
  // What was taken and is late stands under a heading that says so.
  if (proposedOf(action).includes(person._id) && isToldLate(action, reader)) return say("week.line.late", { line });
  const on = deedDay(action);
  if (on === null) return line;
  const deed = shorten(firstDeed?.what ?? "", DEED);
  return say("week.line.deed", { line, day: day(on, listener, now), deed });
}

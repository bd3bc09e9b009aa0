import { addDays } from "../calendar/iso-date.ts";
import { mondayOf, sundayOf } from "../calendar/week.ts";
import type { PlanAction } from "./action.ts";
import { deedDay } from "./due.ts";
import { byDue } from "./find-actions.ts";
import { proposedOf, takersOf } from "./owners.ts";

/** One person's actions as their week sees them, in each what is due first before what is due later. */
export interface DueSections {
  /** Proposed to them, and waiting for an answer. */
  readonly proposed: readonly PlanAction[];
  readonly late: readonly PlanAction[];
  /** From today to Sunday. */
  readonly thisWeek: readonly PlanAction[];
  /** Later, or without a date. */
  readonly later: readonly PlanAction[];
}

/** Sorts a person's actions (of all their teams) for the week of `today`, a date of their own calendar. What rests or was snoozed beyond today is left out. */
export function dueFor(all: readonly PlanAction[], person: string, today: string): DueSections {
  const awake = byDue(all.filter((action) => isAwake(action, person, today)));
  const taken = awake.filter((action) => takersOf(action).includes(person));
  const sunday = sundayOf(today);
  const between = (from: string, to: string) =>
    byNextDay(taken.filter((action) => within(nextDay(action) ?? "9999-12-31", from, to)));
  return {
    proposed: awake.filter((action) => proposedOf(action).includes(person)),
    late: between("", addDays(today, -1)),
    thisWeek: between(today, sunday),
    later: between(addDays(sunday, 1), "9999-12-31"),
  };
}

/** The next day on which something is due: the first deed's as long as nothing is under way, then the action's own. */
export function nextDay(action: PlanAction): string | null {
  return deedDay(action) ?? action.dueOn;
}

/** What is to be done first first; what has no date comes last. */
export function byNextDay(list: readonly PlanAction[]): readonly PlanAction[] {
  return list.toSorted((a, b) => (nextDay(a) ?? "9999").localeCompare(nextDay(b) ?? "9999"));
}

/** Whether it may be spoken of to this person today. */
export function isAwake(action: PlanAction, person: string, today: string): boolean {
  return action.open && !isResting(action, today) && !isPutOff(action, person, today);
}

/** It waits for its turn, and the week in which something of it is due has not come yet. */
export function isResting(action: PlanAction, today: string): boolean {
  return action.standing.kind === "waiting" && (restsUntil(action) ?? "9999") > today;
}

/** The Monday from which what waits for its turn is spoken of again; null where nothing of it has a day. */
export function restsUntil(action: PlanAction): string | null {
  const day = nextDay(action);
  return day === null ? null : mondayOf(day);
}

/** This person wants to hear of it later, or not at all. */
export function isPutOff({ snoozed }: PlanAction, person: string, today: string): boolean {
  const own = snoozed[person];
  return own !== undefined && (own.until === null || own.until > today);
}

/** The Monday on which a snoozed action is spoken of again. */
export function nextMonday(today: string): string {
  return addDays(sundayOf(today), 1);
}

function within(day: string, from: string, to: string): boolean {
  return day >= from && day <= to;
}

import type { IsClosed } from "../calendar/closed-days.ts";
import { momentAt } from "../calendar/moment.ts";
import { addWeeks, weekOf } from "../calendar/week.ts";
import { addWorkingDays } from "../calendar/working-day.ts";
import { type Rhythm, weeklySlot } from "./weekly-slot.ts";

/** A short word on the day when something is due. */
export type Nudge =
  | { readonly kind: "nudge"; readonly day: string; readonly at: number }
  /** The weekly message comes on the same day and tells it. */
  | { readonly kind: "folded"; readonly week: string }
  /** The day is closed: the message of the first week back tells it, and not as late. */
  | { readonly kind: "closed" };

/** What is said on a due date (ISO): at the person's hour of that day, or of the next working day where it is none. */
export function nudgeFor(due: string, rhythm: Rhythm, isClosed: IsClosed): Nudge {
  const day = addWorkingDays(due, 0);
  if (isClosed(due) || isClosed(day)) return { kind: "closed" };
  const week = weekOf(day);
  const slot = [addWeeks(week, -1), week]
    .map((one) => weeklySlot(one, rhythm, isClosed))
    .find((one) => one?.day === day);
  if (slot) return { kind: "folded", week: slot.week };
  return { kind: "nudge", day, at: momentAt(day, { hour: rhythm.hour }, rhythm.timeZone) };
}

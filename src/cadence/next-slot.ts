import type { IsClosed } from "../calendar/closed-days.ts";
import { isoDateIn } from "../calendar/iso-date.ts";
import { addWeeks, weekOf } from "../calendar/week.ts";
import { type Rhythm, type Slot, weeklySlot } from "./weekly-slot.ts";

/** DESIGN: "a slot missed while the app was down is sent once on return if it is less than a day old, else folded into the next". */
export const LATEST_MS = 24 * 60 * 60 * 1000;
/** Nobody is away for longer than this; beyond it there is no slot to be found. */
const MOST_WEEKS = 60;

/** What is known of a person's weekly messages. */
export interface SlotsSoFar {
  /** The last week whose message was sent, or had nothing to say. */
  readonly settled: string | null;
  /** Since when these settings hold: slots before that are not owed. Milliseconds since 1970. */
  readonly since: number;
}

/**
 * The slot to be kept next: that of the first unsettled week, and so also one that has just gone by, unless it is a day old or from before the
 * settings. Undefined when all that lies ahead is closed.
 */
export function nextSlot(
  rhythm: Rhythm,
  isClosed: IsClosed,
  { settled, since }: SlotsSoFar,
  now: number,
): Slot | undefined {
  // A slot of last week may have been moved into this one.
  const earliest = addWeeks(weekOf(isoDateIn(now - LATEST_MS, rhythm.timeZone)), -1);
  const unsettled = settled === null ? earliest : addWeeks(settled, 1);
  let week = unsettled > earliest ? unsettled : earliest;
  for (let nth = 0; nth < MOST_WEEKS; nth++) {
    const slot = weeklySlot(week, rhythm, isClosed);
    if (slot && slot.at >= since && slot.at > now - LATEST_MS) return slot;
    week = addWeeks(week, 1);
  }
  return undefined;
}

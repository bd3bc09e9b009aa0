import type { IsClosed } from "../calendar/closed-days.ts";
import type { Person } from "../people/records.ts";
import { nextSlot } from "./next-slot.ts";
import type { Rhythm, Slot } from "./weekly-slot.ts";

/**
 * The slot of a week that a person would go without, were their rhythm another one from `now` on: the new time of that week is over already, and the old
 * one is still to come. Undefined where no week is lost.
 */
export function keptSlot(
  slots: Person["slots"],
  { was, will }: { readonly was: Rhythm; readonly will: Rhythm },
  isClosed: IsClosed,
  now: number,
): Slot | undefined {
  if (!slots) return undefined;
  const before = nextSlot(was, isClosed, slots, now);
  const after = nextSlot(will, isClosed, { settled: slots.settled, since: now }, now);
  return before && (!after || before.week < after.week) ? before : undefined;
}

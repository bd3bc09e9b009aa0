import { addDays } from "../../calendar/iso-date.ts";
import type { Clock } from "../customer.ts";
import type { Limits } from "./limits.ts";
import type { OpenDays } from "./open-days.ts";

/** When the next contact is due, and by what. */
export interface NextDue {
  readonly dueOn: string | null;
  /** The last day within the worst-case limit; null without a cadence. Snoozing and moving leave it where it is. */
  readonly limitOn: string | null;
  readonly by: "cadence" | "planned" | "moved" | "spread" | "nothing";
}

/**
 * The contact clock. It starts at the last real contact and counts open days. What was promised for a day comes on that day, wherever the limits
 * are. Another planned contact within the worst-case limit stands for the occurrence that it comes in; one beyond it does not: it stays planned,
 * and the cadence asks before. What somebody moved comes when they said, unless a contact is planned for a day before that.
 */
export function nextDue(clock: Clock, limits: Limits | undefined, days: OpenDays): NextDue {
  const { planned } = clock;
  const moved = isPlannedBefore(clock) ? null : clock.moved;
  if (!limits) {
    const dueOn = moved?.to ?? planned?.on ?? null;
    return { dueOn, limitOn: null, by: moved ? "moved" : planned ? "planned" : "nothing" };
  }
  const { wishOn, isSpread } = wish(clock, limits, days);
  const limitOn = limits.worst > limits.wish ? days.after(wishOn, limits.worst - limits.wish) : wishOn;
  if (moved) return { dueOn: moved.to, limitOn, by: "moved" };
  if (planned && (planned.promised || planned.on <= limitOn || isPlannedBefore(clock)))
    return { dueOn: planned.on, limitOn, by: "planned" };
  return { dueOn: wishOn, limitOn, by: isSpread ? "spread" : "cadence" };
}

/** A plan for a day that comes before the one to which the occurrence was moved, and was not what was moved: snoozed is what was due by then. */
function isPlannedBefore({ planned, moved }: Clock): boolean {
  return planned !== null && moved !== null && moved.on < planned.on && planned.on < moved.to;
}

function wish(clock: Clock, limits: Limits, days: OpenDays): { wishOn: string; isSpread: boolean } {
  const last = lastContactOn(clock);
  const spread = clock.spread?.since === last ? clock.spread : null;
  if (last === null && spread) return { wishOn: spread.to, isSpread: true };
  const counted = days.after(last ?? clock.startOn, limits.wish);
  return spread && spread.to > counted ? { wishOn: spread.to, isSpread: true } : { wishOn: counted, isSpread: false };
}

/** The day of the last contact that anybody knows of; null: never. */
export function lastContactOn({ last, toldLast }: Pick<Clock, "last" | "toldLast">): string | null {
  return last === null || (toldLast !== null && toldLast > last.on) ? toldLast : last.on;
}

/** The first day after the worst-case limit, wherever it is told that it went by: snoozing and moving leave it where it is. */
export function lateSince({ limitOn }: { readonly limitOn: string | null }): string | null {
  return limitOn === null ? null : addDays(limitOn, 1);
}

/** Whether the worst-case limit has gone by on a day, whatever was agreed or put off: snoozing and moving leave it where it is. */
export function isPastLimit({ limitOn }: { readonly limitOn: string | null }, today: string): boolean {
  return limitOn !== null && today > limitOn;
}

/**
 * How a customer stands on a day: nothing is owed yet, a contact is due (yellow), or the worst-case limit has gone by (red). What was agreed for
 * a day beyond the limit is late only after that day.
 */
export function standingOn(
  { dueOn, ...limit }: { readonly dueOn: string | null; readonly limitOn: string | null },
  today: string,
): "resting" | "due" | "late" {
  if (dueOn === null || today < dueOn) return "resting";
  return isPastLimit(limit, today) && today > dueOn ? "late" : "due";
}

import type { Clock } from "../customer.ts";
import { lastContactOn } from "./next-due.ts";

/** Nothing has happened yet, but what was told of the time before. */
export function newClock(startOn: string, toldLast: string | null = null): Clock {
  return { startOn, toldLast, spread: null, last: null, planned: null, moved: null };
}

/** Not asked for before that day, until somebody is in contact. */
export function spreadOn(clock: Clock, to: string): Clock {
  return { ...clock, spread: { to, since: lastContactOn(clock) } };
}

/**
 * The clock by the contacts that there are: the last made, and the earliest planned. A contact of the last known day or later ends this
 * occurrence, and with it what was snoozed or moved.
 */
export function recounted(clock: Clock, { last, planned }: Pick<Clock, "last" | "planned">): Clock {
  const before = clock.last;
  const isNewer = last !== null && last.contact !== before?.contact && (before === null || last.on >= before.on);
  return { ...clock, last, planned, moved: isNewer ? null : clock.moved };
}

/** This occurrence, and no other, comes on that day. */
export function movedTo(clock: Clock, moved: NonNullable<Clock["moved"]>): Clock {
  return { ...clock, moved };
}

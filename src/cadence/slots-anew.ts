import type { Person } from "../people/records.ts";

/**
 * The part of a change of a person after which their weekly message's time is worked out anew: for whoever changes their weekday, hour or zone. It begins
 * with the next unsent week; what was to come before `now` is not owed.
 */
export function slotsAnew({ slots }: Pick<Person, "slots">, now: number): { readonly [path: string]: number } {
  return slots ? { "slots.nextAt": 0, "slots.since": now } : {};
}

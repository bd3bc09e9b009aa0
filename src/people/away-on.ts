import type { Person } from "./records.ts";

/** The person's absence, if it is still on that day (ISO) of their own calendar. */
export function awayOn({ away }: Pick<Person, "away">, today: string): Person["away"] {
  return away && away.until >= today ? away : undefined;
}
